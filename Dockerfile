# The program alone, in an image without anything else.
FROM rust:1-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /src
COPY Cargo.toml Cargo.lock build.rs ./
COPY build build
COPY data data
COPY rules rules
COPY benches benches
COPY src src
RUN cargo install --locked --path . --root /out

FROM scratch
COPY --from=build /out/bin/hirelint /hirelint
WORKDIR /work
USER 65534
ENTRYPOINT ["/hirelint"]
CMD ["check", "."]
