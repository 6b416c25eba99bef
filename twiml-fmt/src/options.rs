//! What the layout depends on.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::problem::{Place, Problem, ProblemKind};

/// The settings of a layout: those of rustfmt that concern markup, and how rustfmt is run for the Rust in it.
///
/// # Examples
///
/// ```
/// let options = twiml_fmt::Options::default().with_width(80).without_rustfmt();
/// let markup = twiml_fmt::format_markup(r#"<Say loop = 2 >"Hello"</Say>"#, &options)?;
/// assert_eq!(markup.text, r#"<Say loop=2>"Hello"</Say>"#);
/// # Ok::<(), twiml_fmt::Problem>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Options {
    pub(crate) width: usize,
    pub(crate) step: usize,
    pub(crate) tabs: bool,
    pub(crate) edition: Option<String>,
    pub(crate) control_width: usize,
    pub(crate) simple_width: usize,
    pub(crate) disabled: bool,
    pub(crate) rustfmt: Option<PathBuf>,
    pub(crate) settings: Option<PathBuf>,
}

impl Default for Options {
    /// rustfmt's own defaults: 100 columns, four blanks, the newest edition, and the `rustfmt` that the environment
    /// variable `RUSTFMT` names, or that of the search path.
    fn default() -> Self {
        Self::of(&Settings::default(), None)
    }
}

impl Options {
    /// The settings of the project that a file belongs to: those of the `rustfmt.toml` or `.rustfmt.toml` that is
    /// closest to it, as rustfmt finds them, and the edition that is written there or in the closest `Cargo.toml`.
    ///
    /// # Errors
    ///
    /// If one of these files cannot be read or is no TOML, or a setting has the wrong type.
    pub fn of_file(file: &Path) -> Result<Self, Problem> {
        let file = std::path::absolute(file).map_err(|error| unreadable(file, &error.to_string()))?;
        let folders = || file.ancestors().skip(1);
        let names = ["rustfmt.toml", ".rustfmt.toml"];
        let path = folders().flat_map(|folder| names.map(|name| folder.join(name))).find(|path| path.is_file());
        let settings = match &path {
            Some(path) => parse::<Settings>(path)?,
            None => Settings::default(),
        };
        let mut options = Self::of(&settings, path);
        if options.edition.is_none() {
            options.edition = edition_of(folders())?;
        }
        Ok(options)
    }

    fn of(settings: &Settings, path: Option<PathBuf>) -> Self {
        let width = settings.max_width.unwrap_or(100);
        let heuristics = settings.use_small_heuristics.as_deref().unwrap_or("Default");
        let share = |percent: usize| match heuristics {
            "Max" => width,
            _ => width.saturating_mul(percent) / 100,
        };
        let control_width = if heuristics == "Off" { 0 } else { share(50) };
        let calls = settings.fn_call_width.into_iter().chain(settings.chain_width);
        Self {
            width,
            step: settings.tab_spaces.unwrap_or(4),
            tabs: settings.hard_tabs.unwrap_or_default(),
            edition: settings.edition.clone(),
            control_width: settings.single_line_if_else_max_width.unwrap_or(control_width),
            simple_width: calls.chain([share(50)]).min().unwrap_or_default(),
            disabled: settings.disable_all_formatting.unwrap_or_default(),
            rustfmt: Some(env::var_os("RUSTFMT").map_or_else(|| "rustfmt".into(), PathBuf::from)),
            settings: path,
        }
    }

    /// With lines of so many columns at most, `max_width` of rustfmt.
    #[must_use]
    pub fn with_width(mut self, columns: usize) -> Self {
        self.width = columns;
        self.control_width = self.control_width.min(columns);
        self.simple_width = self.simple_width.min(columns);
        self
    }

    /// With steps of indentation of so many columns, `tab_spaces` of rustfmt.
    #[must_use]
    pub fn with_indentation(mut self, columns: usize) -> Self {
        self.step = columns;
        self
    }

    /// With tabs for indentation or without, `hard_tabs` of rustfmt. A call in a line that is indented with tabs is
    /// indented with tabs in any case.
    #[must_use]
    pub fn with_tabs(mut self, tabs: bool) -> Self {
        self.tabs = tabs;
        self
    }

    /// With an edition of Rust, such as `2021`, for rustfmt to read with and to lay out for.
    #[must_use]
    pub fn with_edition(mut self, edition: impl Into<String>) -> Self {
        self.edition = Some(edition.into());
        self
    }

    /// With another program than the `rustfmt` of the search path.
    #[must_use]
    pub fn with_rustfmt(mut self, program: impl Into<PathBuf>) -> Self {
        self.rustfmt = Some(program.into());
        self
    }

    /// Without rustfmt: only short names, calls and comparisons are laid out, other Rust stays as it is.
    #[must_use]
    pub fn without_rustfmt(mut self) -> Self {
        self.rustfmt = None;
        self
    }
}

/// The settings of rustfmt that concern markup.
#[derive(Debug, Default, Deserialize)]
struct Settings {
    max_width: Option<usize>,
    tab_spaces: Option<usize>,
    hard_tabs: Option<bool>,
    edition: Option<String>,
    use_small_heuristics: Option<String>,
    single_line_if_else_max_width: Option<usize>,
    fn_call_width: Option<usize>,
    chain_width: Option<usize>,
    disable_all_formatting: Option<bool>,
}

#[derive(Debug, Deserialize)]
struct Manifest {
    package: Option<Package>,
    workspace: Option<Workspace>,
}

#[derive(Debug, Deserialize)]
struct Package {
    edition: Option<Edition>,
}

#[derive(Debug, Deserialize)]
struct Workspace {
    package: Option<Package>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Edition {
    Written(String),
    Inherited {},
}

/// The edition of the closest package; one that is inherited is written in the workspace around it.
fn edition_of<'a>(folders: impl Iterator<Item = &'a Path>) -> Result<Option<String>, Problem> {
    let mut inherited = false;
    for path in folders.map(|folder| folder.join("Cargo.toml")).filter(|path| path.is_file()) {
        let manifest = parse::<Manifest>(&path)?;
        let package =
            if inherited { manifest.workspace.and_then(|workspace| workspace.package) } else { manifest.package };
        match package.and_then(|package| package.edition) {
            Some(Edition::Written(edition)) => return Ok(Some(edition)),
            Some(Edition::Inherited {}) => inherited = true,
            // A package that names no edition has the first one.
            None if !inherited => return Ok(Some("2015".to_owned())),
            None => {}
        }
    }
    Ok(None)
}

fn parse<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T, Problem> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error.to_string()))?;
    toml::from_str(&text).map_err(|error| unreadable(path, error.message()))
}

fn unreadable(path: &Path, why: &str) -> Problem {
    Problem::new(ProblemKind::Settings, Place::START, format!("{}: {why}", path.display()))
}
