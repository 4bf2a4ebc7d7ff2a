#!/usr/bin/env bash
# The steps of the GitHub Action, which action.yml calls. Inputs come through the
# environment; each line of one is one argument.
set -euo pipefail

install() {
    local source
    source="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
    cargo install --locked --quiet --path "$source"
}

check() {
    local -a arguments=() paths=()
    local line
    if [[ -n "${HIRELINT_FAIL_ON:-}" ]]; then
        arguments+=("--fail-on=$HIRELINT_FAIL_ON")
    fi
    if [[ -n "${HIRELINT_FORMAT:-}" ]]; then
        arguments+=("--format=$HIRELINT_FORMAT")
    fi
    if [[ -n "${GITHUB_STEP_SUMMARY:-}" ]]; then
        arguments+=("--output=markdown=$GITHUB_STEP_SUMMARY")
    fi
    while IFS= read -r line || [[ -n "$line" ]]; do
        [[ -z "$line" ]] || arguments+=("$line")
    done <<<"${HIRELINT_ARGS:-}"
    while IFS= read -r line || [[ -n "$line" ]]; do
        [[ -z "$line" ]] || paths+=("$line")
    done <<<"${HIRELINT_PATHS:-.}"
    # Behind `--` nothing is taken for a flag.
    hirelint check ${arguments[@]+"${arguments[@]}"} -- ${paths[@]+"${paths[@]}"}
}

case "${1:-}" in
install | check) "$1" ;;
*)
    echo "usage: action.sh install|check" >&2
    exit 2
    ;;
esac
