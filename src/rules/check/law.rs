//! Law files: places, acts, versions in order, sources.

use super::Checker;
use crate::diagnostic::Basis;
use crate::domain::gazetteer;
use crate::rules::compile::parse_date;
use crate::rules::schema::{Act, Law, Version};
use std::collections::HashSet;

impl<'a> Checker<'a> {
    pub(super) fn law(&mut self, law: &'a Law) {
        self.id("law", &law.law);
        self.filled("name", &law.name);
        let code = law.place.to_lowercase();
        if law.place != "*" {
            self.enter("place", |c| c.place(&law.place));
            let belongs = law
                .law
                .strip_prefix(&code)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
            if !belongs {
                self.enter("law", |c| {
                    c.flaws.note(format!(
                        "the id of a law of {} begins with `{code}`",
                        law.place
                    ));
                });
            }
        }
        if let Some(except) = &law.except {
            self.condition_at("except", except);
        }
        self.enter("acts", |c| {
            let mut seen = HashSet::new();
            c.each(&law.acts, |c, act| {
                if !seen.insert(&act.act) {
                    c.enter("act", |c| {
                        c.flaws.note(format!("the id `{}` is taken", act.act));
                    });
                }
                c.act(act);
            });
        });
        self.enter("examples", |c| {
            if law.examples.is_empty() {
                c.flaws
                    .note("there is no example")
                    .on_key()
                    .help("show a posting and what it `finds`, or the codes that stay `silent`");
            }
            c.each(&law.examples, |c, example| {
                c.day("as_of", example.as_of.as_deref());
                c.enter("employer", |c| {
                    c.enter("headcount_in", |c| {
                        for code in example.employer.headcount_in.keys() {
                            c.enter(code, |c| {
                                if !c.place(code) {
                                    c.flaws.last().on_key();
                                }
                            });
                        }
                    });
                });
                c.enter("finds", |c| {
                    for code in example.finds.keys() {
                        c.enter(code, |c| c.finding(code));
                    }
                });
                c.enter("silent", |c| {
                    c.each(&example.silent, |c, code| {
                        c.code(code);
                    });
                });
            });
        });
    }

    /// The code of a place, in its canonical form; false if it is none.
    pub(super) fn place(&mut self, code: &str) -> bool {
        let known = gazetteer::resolve(code);
        let is_known = known.as_ref().is_some_and(|known| known.code() == code);
        if !is_known {
            let flaw = self
                .flaws
                .note(format!("no place has the code `{code}`"))
                .help("a code is `US`, `US-WA`, `US-WA-SEATTLE` or `US-WA-KINGCOUNTY`");
            flaw.meant = known.map(|known| known.code().to_owned());
        }
        is_known
    }

    pub(super) fn act(&mut self, act: &'a Act) {
        self.id("act", &act.act);
        self.filled("name", &act.name);
        self.enter("versions", |c| {
            if act.versions.is_empty() {
                c.flaws.note("an act needs at least one version");
            }
            let mut until: Option<Option<crate::domain::date::Date>> = None;
            c.each(&act.versions, |c, version| {
                let from = version.from.as_deref().and_then(parse_date);
                let end = version.until.as_deref().and_then(parse_date);
                if let (Some(from), Some(end)) = (from, end)
                    && end < from
                {
                    c.enter("until", |c| {
                        c.flaws
                            .note(format!("it ends on {end}, before it begins on {from}"));
                    });
                }
                // The version before must have ended when this one begins.
                let overlaps = match (until, from) {
                    (None, _) => false,
                    (Some(_), None) | (Some(None), _) => true,
                    (Some(Some(before)), Some(from)) => from <= before,
                };
                if overlaps {
                    let key = if version.from.is_some() {
                        "from"
                    } else {
                        "citation"
                    };
                    c.enter(key, |c| {
                        c.flaws
                            .note("this version begins before the one above has ended")
                            .help("versions stand in order of time and do not overlap");
                    });
                }
                until = Some(end);
                c.version(version);
            });
        });
    }

    pub(super) fn version(&mut self, version: &'a Version) {
        let can_err = |basis: Basis| basis.is_binding() || basis == Basis::Policy;
        let minded = version.demands.iter().flat_map(|d| d.minds.values());
        let bases = minded
            .copied()
            .chain(version.demands.iter().filter_map(|d| d.basis));
        let binds = can_err(version.basis) || bases.into_iter().any(can_err);
        if version.citation.trim().is_empty() && binds {
            self.enter("citation", |c| {
                c.flaws.note("what can be an error needs its citation");
            });
        }
        if !version.url.starts_with("https://") || version.url.len() < 12 {
            self.enter("url", |c| {
                c.flaws
                    .note("this is not an https address")
                    .help("give the address of the text, or of the agency's page about it");
            });
        }
        self.day("verified", Some(&version.verified));
        if let Some(when) = &version.when {
            self.condition_at("when", when);
        }
        self.enter("reach", |c| {
            let reach = &version.reach;
            for (key, parts) in [("within", &reach.within), ("outside", &reach.outside)] {
                c.enter(key, |c| {
                    c.each(parts, |c, code| {
                        c.place(code);
                    });
                });
            }
        });
        self.enter("demands", |c| {
            c.each(&version.demands, |c, demand| {
                if let Some(when) = &demand.when {
                    c.condition_at("when", when);
                }
                if !demand.required && demand.minds.is_empty() {
                    c.enter("element", |c| {
                        c.flaws
                            .note("this demand asks for nothing")
                            .help("it needs `required: true` or something in `minds`");
                    });
                }
            });
        });
    }
}
