use super::*;

#[test]
fn the_table_of_furniture_is_sound() {
    for (line, expected) in [
        ("Similar Jobs", (Force::Opens, Furniture::OtherJobs)),
        ("Similar jobs (12)", (Force::Opens, Furniture::OtherJobs)),
        ("Jobs / Job page", (Force::Sure, Furniture::Navigation)),
        ("Save this job", (Force::Sure, Furniture::Actions)),
        ("Sign in", (Force::Likely, Furniture::Navigation)),
    ] {
        let (cue, _) = PHRASES.find(&super::super::phrases::key(line)).expect(line);
        assert_eq!((cue.force, cue.kind), expected, "{line}");
    }
}
