//! How much to reserve for a document.

use core::sync::atomic::{AtomicUsize, Ordering};

/// How large the documents of one place have been: the next one reserves that much at once, so that documents with
/// loops and fragments too come to need one allocation.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::writer::{Size, Writer};
///
/// static SIZE: Size = Size::new(16);
///
/// for _ in 0..2 {
///     let mut writer = Writer::with_capacity(SIZE.guess());
///     writer.text("several pieces, how many is known only at run time");
///     SIZE.learn(writer.into_string().len());
/// }
/// assert_eq!(SIZE.guess(), 50);
/// ```
#[derive(Debug)]
pub struct Size(AtomicUsize);

impl Size {
    /// Twilio refuses larger documents: one of these must not make all later ones reserve as much.
    pub(super) const MOST: usize = 64 * 1024;

    /// Nothing learned yet: documents will have at least this many bytes.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Size;
    /// assert_eq!(Size::new(100).guess(), 100);
    /// ```
    #[must_use]
    pub const fn new(bytes: usize) -> Self {
        Self(AtomicUsize::new(bytes))
    }

    /// How much to reserve for the next document.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Size;
    /// let size = Size::new(100);
    /// size.learn(250);
    /// assert_eq!(size.guess(), 250);
    /// ```
    #[inline]
    #[must_use]
    pub fn guess(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Takes note of how many bytes a document had. The guess never shrinks; what is beyond 64 KiB does not count.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::writer::Size;
    /// let size = Size::new(100);
    /// size.learn(50);
    /// assert_eq!(size.guess(), 100);
    /// size.learn(1 << 30);
    /// assert_eq!(size.guess(), 64 * 1024);
    /// ```
    #[inline]
    pub fn learn(&self, bytes: usize) {
        let bytes = bytes.min(Self::MOST);
        // Not `fetch_max`, which not every target has. That the larger of two at once may get lost does not matter.
        if bytes > self.guess() {
            self.0.store(bytes, Ordering::Relaxed);
        }
    }
}
