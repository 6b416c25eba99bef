//! What the program understands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, builder::styling, value_parser};
use clap_complete::Shell;
use twiml_core::vocabulary::Dialect;

use crate::explain;

/// Headings and names in the colours of cargo.
const STYLES: styling::Styles = styling::Styles::styled()
    .header(styling::AnsiColor::Green.on_default().bold())
    .usage(styling::AnsiColor::Green.on_default().bold())
    .literal(styling::AnsiColor::Cyan.on_default().bold())
    .placeholder(styling::AnsiColor::Cyan.on_default());

/// Check, mend and convert TwiML, the XML that tells Twilio what to do with a call or a message.
#[derive(Debug, Parser)]
#[command(name = "twiml", version, styles = STYLES, max_term_width = 100, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Colours in what is printed.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that shows them, unless `NO_COLOR` is set.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check files: what Twilio would refuse, and what cannot be meant.
    Check(Check),
    /// Print a document as a call of the Rust macro `twiml!`.
    #[command(after_help = CONVERT)]
    Convert {
        /// The document; `-` or nothing for standard input.
        path: Option<PathBuf>,
    },
    /// Lay out the markup of `twiml!` calls in Rust, as rustfmt lays out the Rust around it.
    Fmt(Fmt),
    /// Explain a message, or list them all.
    Explain {
        /// The name in brackets behind `error` or `warning`.
        code: Option<String>,
    },
    /// Print what the program knows of TwiML as JSON, for other tools.
    Schema,
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the man page, or write those of all commands.
    Man {
        /// Where to write a page for each command.
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
}

/// The options of `twiml check`.
#[derive(Args, Debug)]
#[command(after_help = CHECK)]
pub(crate) struct Check {
    /// Files, folders, or `-` for standard input.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to print what is wrong.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,
    /// Take warnings for errors.
    #[arg(long, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
    /// Say nothing of this message; may be given more than once.
    #[arg(long, value_name = "CODE", value_parser = explain::known)]
    pub(crate) allow: Vec<&'static str>,
    /// What the documents are for, where that is known: a verb of another kind is an error.
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<Kind>,
    /// Mend what there is one way to mend.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Print what --fix would change, as a diff, and change nothing.
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
}

/// The options of `twiml fmt`.
#[derive(Args, Debug)]
#[command(after_help = FMT)]
pub(crate) struct Fmt {
    /// Files, folders, or `-` for standard input, which is printed as it is to be.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Change nothing; print what would change as a diff, and end with 1 if there is something.
    #[arg(long)]
    pub(crate) check: bool,
    /// The edition of Rust, whatever `rustfmt.toml` and `Cargo.toml` say.
    #[arg(long, value_name = "EDITION", value_parser = ["2015", "2018", "2021", "2024"])]
    pub(crate) edition: Option<String>,
    /// How many columns a line may have, whatever `rustfmt.toml` says.
    #[arg(long, value_name = "COLUMNS", value_parser = value_parser!(u16).range(20..=1000))]
    pub(crate) width: Option<u16>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Format {
    /// Under the source, as rustc does.
    Human,
    /// One object a line and a file.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Deny {
    /// All warnings.
    Warnings,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    /// Answers to a call.
    Voice,
    /// Answers to a message.
    Messaging,
    /// Answers to a fax; the product is gone.
    Fax,
}

impl From<Kind> for Dialect {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Voice => Self::Voice,
            Kind::Messaging => Self::Messaging,
            Kind::Fax => Self::Fax,
        }
    }
}

const CHECK: &str = "\
In folders, files that end in .xml and .twiml are looked for, as far as .gitignore and the like let them be seen; an .xml \
file whose root is no element of TwiML is passed over. Placeholders of templates, such as {{From}} and {% if vip %}, stand \
for what only the run time knows.

The status is 0 if nothing is wrong, 1 if something is, and 2 if not all could be checked. Warnings count with --deny warnings.";

const FMT: &str = "\
In folders, files that end in .rs are looked for, as far as .gitignore and the like let them be seen; in a Markdown file that is \
named, the blocks of Rust. Width, indentation and edition are those of the closest rustfmt.toml; the Rust in the markup is laid \
out by rustfmt itself. White space is all that changes: a file that cannot be read as Rust is left alone, and so is whatever would \
not be the same tokens and comments afterwards.

The status is 0 if all is laid out, 1 if --check finds something to change, and 2 if not all could be laid out.";

const CONVERT: &str = "\
Text becomes strings, placeholders such as {{From}} become {from}, comments become //. A document with an error is not \
converted: the macro would not take it.";
