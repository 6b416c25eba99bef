//! Wall time. In each round every contender runs one batch, so that what slows the machine down slows all of them; a
//! ratio is the median of those of the rounds.

use std::{
    borrow::Cow,
    hint::black_box,
    time::{Duration, Instant},
};

use crate::{contenders::Write, data::Inputs};

const ROUNDS: usize = 61;
const BATCH: Duration = Duration::from_millis(4);

/// The time of one contender, in nanoseconds for each document.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    pub min: f64,
    pub median: f64,
    /// To the first contender.
    pub ratio: f64,
}

/// The loop that is measured, here and under callgrind, which knows it by its name.
#[inline(never)]
pub fn hot(write: Write, inputs: &Inputs, times: u32) {
    for _ in 0..times {
        let document: Cow<'_, str> = write(black_box(inputs));
        black_box(&*document);
    }
}

/// The times of all, the first of which is the floor.
#[must_use]
pub fn times(writes: &[Write], inputs: &Inputs) -> Vec<Time> {
    let batches: Vec<u32> = writes.iter().map(|&write| batch(write, inputs)).collect();
    let mut rounds = vec![Vec::with_capacity(ROUNDS); writes.len()];
    for round in 0..ROUNDS {
        for turn in 0..writes.len() {
            // Nobody is always the one after the slowest.
            let index = (turn + round) % writes.len();
            let time = clock(writes[index], inputs, batches[index]);
            rounds[index].push(time.as_secs_f64() * 1e9 / f64::from(batches[index]));
        }
    }
    let floor = rounds[0].clone();
    let summary = |times: &mut Vec<f64>| {
        let mut ratios: Vec<f64> = times.iter().zip(&floor).map(|(time, floor)| time / floor).collect();
        let median = median(times);
        Time { min: times[0], median, ratio: self::median(&mut ratios) }
    };
    rounds.iter_mut().map(summary).collect()
}

fn clock(write: Write, inputs: &Inputs, times: u32) -> Duration {
    let start = Instant::now();
    hot(write, inputs, times);
    start.elapsed()
}

/// How many documents take about as long as a batch shall take.
fn batch(write: Write, inputs: &Inputs) -> u32 {
    let mut times = 1;
    while clock(write, inputs, times) < BATCH / 2 {
        times *= 2;
    }
    times
}

/// Leaves them sorted.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
