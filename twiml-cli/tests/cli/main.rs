//! The program as a user runs it.

mod arguments;
mod check;
mod convert;
mod fix;
mod formats;
mod hostile;
mod program;
