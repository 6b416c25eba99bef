//! A bar for those who wait.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Who waits no longer than this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far the work is. On a terminal it is shown, once it has taken a while.
#[derive(Debug)]
pub(crate) struct Progress {
    started: Instant,
    bar: Option<ProgressBar>,
    done: u64,
    all: u64,
}

impl Progress {
    pub(crate) fn of(all: usize) -> Self {
        Self { started: Instant::now(), bar: None, done: 0, all: u64::try_from(all).unwrap_or(u64::MAX) }
    }

    /// One more is done.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            // It draws nothing where standard error is no terminal.
            let bar = ProgressBar::with_draw_target(Some(self.all), ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} files") {
                bar.set_style(style);
            }
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Does something that writes to the terminal.
    pub(crate) fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(work),
            None => work(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
