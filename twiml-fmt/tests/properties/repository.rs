//! All Rust of this repository, and its pages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use twiml_fmt::{Options, format_markdown};

use crate::checked;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && !name.starts_with('.') {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
}

#[test]
fn sources_are_only_laid_out() {
    let mut paths = Vec::new();
    files(&root(), "rs", &mut paths);
    assert!(paths.len() > 100);
    let mut laid_out = 0;
    for path in paths {
        // Rust that is to be wrong is among them.
        let options = Options::of_file(&path).unwrap();
        laid_out += usize::from(checked(&fs::read_to_string(&path).unwrap(), &options).is_some());
    }
    assert!(laid_out > 100);
}

#[test]
fn pages_are_only_laid_out() {
    let mut paths = Vec::new();
    files(&root(), "md", &mut paths);
    for path in paths {
        let options = Options::of_file(&path).unwrap();
        let page = fs::read_to_string(&path).unwrap();
        let formatted = format_markdown(&page, &options).unwrap().text;
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(&formatted), bare(&page), "{}", path.display());
        assert_eq!(format_markdown(&formatted, &options).unwrap().text, formatted, "{}", path.display());
    }
}
