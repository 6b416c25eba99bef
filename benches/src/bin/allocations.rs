//! `allocations CONTENDER DOCUMENT` prints how often one document allocates, and how many bytes.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    env,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
};

use twiml_bench::{
    Document,
    allocations::{Allocations, measure},
};

static CALLS: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

struct Counting;

fn note(bytes: usize) {
    CALLS.fetch_add(1, Relaxed);
    BYTES.fetch_add(bytes as u64, Relaxed);
}

#[expect(unsafe_code, reason = "an allocator is unsafe to implement; this one passes everything on to the system's")]
// SAFETY: each function does what that of `System` does, with the same arguments.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        // SAFETY: the caller keeps the contract, which is the same.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(layout.size());
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        note(new_size);
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, new_size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(contender), Some(document)) = (arguments.next(), arguments.next()) else { return };
    let Some(document) = Document::named(&document) else { return };
    let now = || Allocations { calls: CALLS.load(Relaxed), bytes: BYTES.load(Relaxed) };
    if let Some(Allocations { calls, bytes }) = measure(&contender, document, now) {
        println!("{calls} {bytes}");
    }
}
