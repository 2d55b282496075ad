//! Every reader on every file that was kept: examples, and what a search once found.

use std::fs;
use std::path::Path;

#[test]
fn no_kept_file_fails() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders = fs::read_dir(&corpus).expect("the corpus").count();
    assert_eq!(folders, fuzz::TARGETS.len(), "a folder for each reader");
    for (name, run) in fuzz::TARGETS {
        let files = fs::read_dir(corpus.join(name)).expect(name);
        let mut count = 0;
        for file in files {
            let file = file.expect("a file").path();
            println!("{}", file.display());
            run(&fs::read(file).expect("a file"));
            count += 1;
        }
        assert!(count > 0, "{name}");
    }
}
