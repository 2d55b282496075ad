//! The printed catalogue is what the definitions say. To accept a change, run
//! the test with `UPDATE_GOLDEN=1`.

#[test]
fn the_printed_catalogue_is_up_to_date() {
    let ids: Vec<_> = clinical::calculators::all().map(|one| one.id).collect();
    let all = evaluator::definitions(&ids, text::Language::English).expect("definitions");
    let found = report::catalogue(&all);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/catalogue.md");
        std::fs::write(path, &found).expect("docs/catalogue.md");
    } else {
        let printed = include_str!("../../../docs/catalogue.md");
        assert!(
            found == printed,
            "docs/catalogue.md is not what the definitions say"
        );
    }
    for calculator in clinical::calculators::all() {
        assert!(
            found.contains(calculator.id),
            "{} is not printed",
            calculator.id
        );
    }
}

/// How many there are stands where people look first.
#[test]
fn the_readme_counts_the_calculators() {
    let count = clinical::calculators::all().count();
    for (page, said) in [
        (include_str!("../../../README.md"), "clinical calculators"),
        (include_str!("../../../README.md"), "calculators of [docs"),
        (
            include_str!("../../../docs/examples.md"),
            "calculators, each",
        ),
    ] {
        let said = format!("{count} {said}");
        assert!(page.contains(&said), "it does not say {said:?}");
    }
}
