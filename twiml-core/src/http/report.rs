//! The notation of words that Twilio reports: one macro turns rows into Rust enums, their data and their documentation.

use alloc::borrow::{Cow, ToOwned};

/// The place of a word among others, one in a line.
#[inline(never)]
pub(crate) fn position(words: &str, word: &str) -> Option<usize> {
    words.split('\n').position(|known| known == word)
}

/// A word that is newer than this crate.
#[inline(never)]
pub(crate) fn newer(word: &str) -> Cow<'static, str> {
    Cow::Owned(word.to_owned())
}

/// The first of some values.
macro_rules! first {
    ($first:literal $($value:literal)*) => {
        $first
    };
}

/// Lists of words that requests and messages report: open ones, which no attribute takes. The literal is the public module that
/// holds them; without one, they are those of the parameters of requests.
macro_rules! reports {
    ($(#[doc = $doc:literal])+ $first:ident { $($value:tt)+ } $($rest:tt)*) => {
        reports! { "webhook" $(#[doc = $doc])+ $first { $($value)+ } $($rest)* }
        reports! { @blank $first { $($value)+ } $($rest)* }
    };
    (@blank $($(#[doc = $doc:literal])* $name:ident { $($value:tt)+ })+) => { $(
        impl $crate::http::webhook::field::Report for $name {
            fn blank() -> Self {
                Self::Other(alloc::borrow::Cow::Borrowed(""))
            }

            fn read(word: &str) -> Self {
                Self::from(word)
            }
        }
    )+ };
    ($module:literal $(
        $(#[doc = $doc:literal])+
        $name:ident { $(
            $(#[doc = $value_doc:literal])+
            $variant:ident = $value:literal;
        )+ }
    )+) => { $(
        $(#[doc = $doc])+
        ///
        /// The list is open: `Other` names a word that is newer than this crate, and parsing never fails.
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::", $module, "::", stringify!($name), ";")]
        ///
        #[doc = concat!("for word in ", stringify!($name), "::ALL {")]
        #[doc = concat!("    assert_eq!(&", stringify!($name), "::from(word.as_str()), word);")]
        /// }
        #[doc = concat!("assert_eq!(", stringify!($name), "::from(\"newer\").as_str(), \"newer\");")]
        /// ```
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $value_doc])+ #[doc = concat!("\n`", $value, "`")] $variant, )+
            /// A word that is newer than this crate.
            Other(alloc::borrow::Cow<'static, str>),
        }

        impl $name {
            /// All known words, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            #[doc = concat!("The word as Twilio writes it, such as `", first!($($value)+), "`.")]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $value,)+ Self::Other(word) => word }
            }

            fn known(word: &str) -> Option<Self> {
                /// Places in the list.
                #[allow(clippy::enum_variant_names, reason = "they are named as the words are")]
                enum At {
                    $($variant,)+
                }
                match $crate::http::report::position(concat!($($value, "\n"),+), word)? {
                    $(at if at == At::$variant as usize => Some(Self::$variant),)+
                    _ => None,
                }
            }

            fn read(word: &str) -> Self {
                Self::known(word).unwrap_or_else(|| Self::Other($crate::http::report::newer(word)))
            }
        }

        impl $crate::Enumeration for $name {
            const VOCABULARY: &'static $crate::List = &$crate::List {
                name: stringify!($name),
                comment: concat!($($doc),+),
                open: true,
                prefixes: &[],
                ignore_case: false,
                values: &[$( $crate::Word {
                    value: $value,
                    variant: stringify!($variant),
                    comment: concat!($($value_doc),+),
                    ..$crate::Word::PLAIN
                } ),+],
            };
            const ALL: &'static [Self] = Self::ALL;
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::read(word)
            }
        }

        impl From<alloc::string::String> for $name {
            fn from(word: alloc::string::String) -> Self {
                Self::known(&word).unwrap_or(Self::Other(word.into()))
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::convert::Infallible;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(word))
            }
        }
    )+ };
}
