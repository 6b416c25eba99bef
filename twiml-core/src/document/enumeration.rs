//! Rust enums that stand for lists of values: what they have in common, and how one is made from its row.

#[macro_use]
mod attribute;

use core::fmt;

pub(crate) use self::attribute::as_word;
use crate::vocabulary::List;

/// A Rust enum whose variants are values of TwiML.
///
/// Each parses from and displays as its TwiML value.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::{Enumeration, values::Method};
///
/// assert_eq!(<Method as Enumeration>::ALL, [Method::Get, Method::Post]);
/// assert_eq!(Method::VOCABULARY.values[1].doc(), "Parameters go into the body.");
/// ```
pub trait Enumeration: Clone + fmt::Display + Sized + 'static {
    /// The list as data.
    const VOCABULARY: &'static List;

    /// All known values, in the order of the documentation.
    const ALL: &'static [Self];
}

/// A word that is no value of a closed list.
///
/// ```
/// # use twiml_core as twiml;
/// use twiml::values::Record;
///
/// let error = "sometimes".parse::<Record>().unwrap_err();
/// assert_eq!(error.to_string(), "`sometimes` is no `Record`: one of `do-not-record`, `record-from-answer`, \
///     `record-from-ringing`, `record-from-answer-dual`, `record-from-ringing-dual`, `true`, `false`");
/// assert_eq!(format!("{error:?}"), r#"UnknownValue { list: "Record", value: "sometimes" }"#);
/// ```
#[derive(Clone)]
pub struct UnknownValue {
    list: &'static List,
    value: alloc::string::String,
}

impl UnknownValue {
    /// The word.
    ///
    /// ```
    /// # use twiml_core as twiml;
    /// # use twiml::values::Record;
    /// assert_eq!("sometimes".parse::<Record>().unwrap_err().value(), "sometimes");
    /// ```
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownValue").field("list", &self.list.name).field("value", &self.value).finish()
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no `{}`: one of ", self.value, self.list.name)?;
        let mut separator = "`";
        for word in self.list.values {
            f.write_str(separator)?;
            f.write_str(word.value)?;
            separator = "`, `";
        }
        f.write_str("`")
    }
}

impl core::error::Error for UnknownValue {}

/// The known value with this spelling.
pub(crate) fn find<E: Enumeration>(value: &str) -> Option<E> {
    E::ALL.get(E::VOCABULARY.position(value)?).cloned()
}

/// A value of a closed list.
pub(crate) fn parse<E: Enumeration>(value: &str) -> Result<E, UnknownValue> {
    find(value).ok_or_else(|| unknown(E::VOCABULARY, value))
}

/// The same for words beside a number; TwiML knows no sign, so that `+5` is no number there.
pub(crate) fn parse_number<E: Enumeration>(value: &str, number: fn(u32) -> E) -> Result<E, UnknownValue> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    let amount = || value.parse().ok().filter(|_| digits).map(number);
    find(value).or_else(amount).ok_or_else(|| unknown(E::VOCABULARY, value))
}

#[cold]
fn unknown(list: &'static List, value: &str) -> UnknownValue {
    UnknownValue { list, value: value.into() }
}

/// The enums of the values that attributes take, each with the data of its list.
macro_rules! enumerations {
    ([] $(
        $(#[doc = $doc:literal])+
        $mode:ident $name:ident $(prefixes $prefixes:tt)? { $($value:tt)+ }
    )+) => {
        $( value! { $(#[doc = $doc])+ $mode $name $(prefixes $prefixes)? { $($value)+ } } )+
    };
}

macro_rules! value {
    (
        $(#[doc = $doc:literal])+
        $mode:ident $name:ident $(prefixes [$($prefix:literal)+])? { $(
            $(#[doc = $value_doc:literal])+
            $variant:ident = $value:literal $(alias_of $alias:literal)? $(| $undocumented:ident)?;
        )+ }
    ) => {
        enumeration! {
            $mode "values" ($crate::vocabulary::lists::$name)
            {
                $(#[doc = $doc])+
                $( #[doc = ""] #[doc = "A value that goes on after one of these is known, too:"] $(#[doc = "`"] #[doc = $prefix] #[doc = "`"])+ )?
            }
            $name
            { $( { $(#[doc = $value_doc])+ #[doc = ""] #[doc = "In TwiML: `"] #[doc = $value] #[doc = "`"] } $variant = $value; )+ }
        }
    };
}

/// One enum, in a public module.
macro_rules! enumeration {
    (closed $module:literal ($list:expr) { $($doc:tt)+ } $name:ident { $( { $($value_doc:tt)+ } $variant:ident = $value:literal; )+ }) => {
        $($doc)+
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::", $module, "::", stringify!($name), ";")]
        ///
        #[doc = concat!("for value in ", stringify!($name), "::ALL {")]
        #[doc = concat!("    assert_eq!(value.as_str().parse::<", stringify!($name), ">().as_ref().ok(), Some(value));")]
        /// }
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name { $( $($value_doc)+ $variant, )+ }

        impl $name {
            /// The value as TwiML writes it.
            #[inline]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $value,)+ }
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            #[inline]
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                $crate::document::parse(value)
            }
        }

        listed! { $name $list; $($variant)+ }
        textual! { $name }
        attribute_value! { $name }
    };
    (open $module:literal $($row:tt)+) => { open_enumeration! { open_attribute_value $module $($row)+ } };
    (folded $module:literal $($row:tt)+) => { open_enumeration! { open_attribute_value $module $($row)+ } };
    (number $($row:tt)+) => { number_or_word! { $($row)+ } };
}

/// An enum of an open list.
macro_rules! open_enumeration {
    ($attribute:ident $module:literal ($list:expr) { $($doc:tt)+ } $name:ident { $( { $($value_doc:tt)+ } $variant:ident = $value:literal; )+ }) => {
        $($doc)+
        ///
        /// The list is open: `Other` names a value that is newer than this crate, and parsing never fails. An attribute is not
        /// written if that is no word: empty, or with white space in it.
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::", $module, "::", stringify!($name), ";")]
        ///
        #[doc = concat!("for value in ", stringify!($name), "::ALL {")]
        #[doc = concat!("    assert_eq!(&", stringify!($name), "::from(value.as_str()), value);")]
        /// }
        #[doc = concat!("assert_eq!(", stringify!($name), "::from(\"newer\").as_str(), \"newer\");")]
        /// ```
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $( $($value_doc)+ $variant, )+
            /// A value that is newer than this crate.
            Other(alloc::borrow::Cow<'static, str>),
        }

        impl $name {
            /// The value as TwiML writes it.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $value,)+ Self::Other(value) => value }
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                $crate::document::find(value)
                    .unwrap_or_else(|| Self::Other(alloc::string::String::from(value).into()))
            }
        }

        impl From<alloc::string::String> for $name {
            #[inline]
            fn from(value: alloc::string::String) -> Self {
                $crate::document::find(&value).unwrap_or(Self::Other(value.into()))
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::convert::Infallible;

            #[inline]
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }

        listed! { $name $list; $($variant)+ }
        textual! { $name }
        $attribute! { $name }
    };
}

/// An enum of words beside a number.
macro_rules! number_or_word {
    ($module:literal ($list:expr) { $($doc:tt)+ } $name:ident { $( { $($value_doc:tt)+ } $variant:ident = $value:literal; )+ }) => {
        $($doc)+
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::", $module, "::", stringify!($name), ";")]
        ///
        $(#[doc = concat!("assert_eq!(", stringify!($name), "::", stringify!($variant), ".to_string(), \"", $value, "\");")])+
        #[doc = concat!("assert_eq!(\"3\".parse::<", stringify!($name), ">()?, ", stringify!($name), "::After(3));")]
        /// # Ok::<(), twiml::UnknownValue>(())
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $( $($value_doc)+ $variant, )+
            /// So much, in the unit of the attribute.
            After(u32),
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            #[inline]
            fn from_str(value: &str) -> Result<Self, Self::Err> {
                $crate::document::parse_number(value, Self::After)
            }
        }

        impl core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                match self { $(Self::$variant => f.pad($value),)+ Self::After(amount) => amount.fmt(f) }
            }
        }

        listed! { $name $list; $($variant)+ }

        impl<S> $crate::value::IntegerOr<$name, S> for $name {}
        impl<S> $crate::value::SecondsOr<$name, S> for $name {}

        impl $crate::value::AttributeValue for $name {
            const ALWAYS: bool = true;

            #[inline]
            fn write(&self, start: &str, writer: &mut $crate::Writer) {
                match self {
                    $(Self::$variant => writer.attribute(start, $value),)+
                    Self::After(amount) => writer.attribute_integer(start, u64::from(*amount)),
                }
            }

            #[inline]
            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(match self {
                    $(Self::$variant => test($value),)+
                    Self::After(amount) => $crate::value::test_digits(u64::from(*amount), test),
                })
            }
        }
    };
}

/// What every enum is.
macro_rules! listed {
    ($name:ident $list:expr; $($variant:ident)+) => {
        impl $name {
            /// All known values, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl $crate::Enumeration for $name {
            const VOCABULARY: &'static $crate::List = $list;
            const ALL: &'static [Self] = Self::ALL;
        }
    };
}

/// What every enum of words alone is.
macro_rules! textual {
    ($name:ident) => {
        impl AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
