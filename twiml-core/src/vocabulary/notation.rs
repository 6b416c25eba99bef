//! The notation of lists: one macro turns rows into Rust enums, their data and their documentation.

/// A doc comment as one sentence, without the space that rustdoc leaves in front.
macro_rules! sentence {
    ($($line:literal)+) => { $crate::vocabulary::trim_start(concat!($($line),+)) };
}

/// Lists of values that attributes take: Rust enums, their data, and their values in a sentence (`with_values!`) for the
/// documentation.
///
/// The first token is a `$`, which a macro cannot write into another one by itself.
macro_rules! enumerations {
    ($dollar:tt $(
        $(#[doc = $doc:literal])+
        $mode:ident $name:ident { $(
            $(#[doc = $value_doc:literal])+
            $variant:ident = $value:literal $(alias_of $alias:literal)? $(| $undocumented:ident)?;
        )+ }
    )+) => {
        value_lists! { $dollar $($name [$($value)+])+ }
        $( list! {
            $(#[doc = $doc])+
            $mode $name { $(
                $(#[doc = $value_doc])+
                $variant = $value $(alias_of $alias)? $(| $undocumented)?;
            )+ }
        } )+
    };
}

/// Lists of values that requests and messages report: open ones, which no attribute takes. The literal is the public module
/// that holds them, `webhook` if there is none.
#[cfg(any(feature = "webhook", feature = "socket"))]
macro_rules! reports {
    ($(#[doc = $doc:literal])+ $($rest:tt)+) => {
        reports! { "webhook" $(#[doc = $doc])+ $($rest)+ }
    };
    ($module:literal $($(#[doc = $doc:literal])+ $name:ident { $($value:tt)+ })+) => {
        $( list! { $(#[doc = $doc])+ $module $name { $($value)+ } } )+
    };
}

/// One list: a Rust enum and its data.
macro_rules! list {
    (
        $(#[doc = $doc:literal])+
        $mode:tt $name:ident { $(
            $(#[doc = $value_doc:literal])+
            $variant:ident = $value:literal $(alias_of $alias:literal)? $(| $undocumented:ident)?;
        )+ }
    ) => {
        enumeration! {
            $mode
            { $(#[doc = $doc])+ }
            $name
            { $( { $(#[doc = $value_doc])+ #[doc = concat!("\n`", $value, "`")] } $variant = $value; )+ }
        }

        impl $crate::Enumeration for $name {
            const VOCABULARY: &'static $crate::List = &$crate::List {
                name: stringify!($name),
                doc: sentence!($($doc)+),
                open: is_open!($mode),
                ignore_case: is_folded!($mode),
                values: &[$(
                    $crate::Word::new($value, stringify!($variant), sentence!($($value_doc)+))
                        $(.alias_of($alias))? $(.$undocumented())?
                ),+],
            };
            const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write_value!($mode self f)
            }
        }
    };
}

/// Defines `with_values!`, which hands the values of a list to `documented!`.
macro_rules! value_lists {
    ($dollar:tt $($name:ident [$($value:literal)+])+) => {
        macro_rules! with_values {
            $( ($name { $dollar($dollar doc:tt)* } { $dollar($dollar rest:tt)* } $dollar($dollar item:tt)+) => {
                documented! {
                    { $dollar($dollar doc)* } { values [$($value)+] $dollar($dollar rest)* } $dollar($dollar item)+
                }
            }; )+
        }
    };
}

macro_rules! is_open {
    (open) => {
        true
    };
    (folded) => {
        true
    };
    ($module:literal) => {
        true
    };
    ($mode:ident) => {
        false
    };
}

macro_rules! is_folded {
    (folded) => {
        true
    };
    ($mode:tt) => {
        false
    };
}

macro_rules! write_value {
    (number $self:ident $f:ident) => {
        match $self {
            Self::After(amount) => core::fmt::Display::fmt(amount, $f),
            word => $f.pad(word.word()),
        }
    };
    ($mode:tt $self:ident $f:ident) => {
        $f.pad($self.as_str())
    };
}

/// One Rust enum: of a closed list, of an open one (folded: whatever the case; the name of a module: no attribute takes it), or
/// of words beside a number.
macro_rules! enumeration {
    (folded $($rest:tt)+) => { enumeration! { open $($rest)+ } };
    (open { $($doc:tt)+ } $name:ident $values:tt) => {
        open_enumeration! { "values" { $($doc)+ } $name $values }
        enumeration_values!($name);
    };
    ($module:literal { $($doc:tt)+ } $name:ident $values:tt) => {
        open_enumeration! { $module { $($doc)+ } $name $values }
    };
    (closed { $($doc:tt)+ } $name:ident { $( { $($value_doc:tt)+ } $variant:ident = $value:literal; )+ }) => {
        $($doc)+
        ///
        /// ```
        #[doc = concat!("use twiml_core::{Enumeration, values::", stringify!($name), "};")]
        ///
        #[doc = concat!("for value in ", stringify!($name), "::ALL {")]
        #[doc = concat!("    assert_eq!(value.as_str().parse::<", stringify!($name), ">().as_ref().ok(), Some(value));")]
        /// }
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name { $( $($value_doc)+ $variant, )+ }

        impl $name {
            #[doc = concat!("The value as TwiML writes it, such as `", first!($($value)+), "`.")]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $value,)+ }
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                $crate::vocabulary::find(value)
                    .ok_or_else(|| $crate::UnknownValue::new(<Self as $crate::Enumeration>::VOCABULARY, value))
            }
        }

        enumeration_values!($name);
    };
    (number { $($doc:tt)+ } $name:ident { $( { $($value_doc:tt)+ } $variant:ident = $value:literal; )+ }) => {
        $($doc)+
        ///
        /// ```
        #[doc = concat!("use twiml_core::values::", stringify!($name), ";")]
        ///
        #[doc = concat!("assert_eq!(\"", first!($($value)+), "\".parse::<", stringify!($name), ">().unwrap().to_string(), \"", first!($($value)+), "\");")]
        #[doc = concat!("assert_eq!(", stringify!($name), "::After(3).to_string(), \"3\");")]
        /// ```
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $( $($value_doc)+ $variant, )+
            /// So much, in the unit of the attribute.
            After(u32),
        }

        impl $name {
            const fn word(self) -> &'static str {
                match self { $(Self::$variant => $value,)+ Self::After(_) => "" }
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::UnknownValue;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                match value {
                    $($value => Ok(Self::$variant),)+
                    // TwiML knows no sign: `+5` is no number there.
                    number => number
                        .parse()
                        .ok()
                        .filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))
                        .map(Self::After)
                        .ok_or_else(|| $crate::UnknownValue::new(<Self as $crate::Enumeration>::VOCABULARY, value)),
                }
            }
        }

        impl<S> $crate::value::IntegerOr<$name, S> for $name {}

        impl $crate::value::AttributeValue for $name {
            const ALWAYS: bool = true;

            fn write(&self, start: &str, writer: &mut $crate::Writer) {
                match self {
                    Self::After(amount) => writer.attribute_integer(start, u64::from(*amount)),
                    word => writer.attribute(start, word.word()),
                }
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(match self {
                    Self::After(amount) => $crate::value::test_digits(u64::from(*amount), test),
                    word => test(word.word()),
                })
            }
        }
    };
}

/// An enum of an open list, in a public module.
macro_rules! open_enumeration {
    ($module:literal { $($doc:tt)+ } $name:ident { $( { $($value_doc:tt)+ } $variant:ident = $value:literal; )+ }) => {
        $($doc)+
        ///
        /// The list is open: `Other` names a value that is newer than this crate, and parsing never fails.
        ///
        /// ```
        #[doc = concat!("use twiml_core::{Enumeration, ", $module, "::", stringify!($name), "};")]
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
            #[doc = concat!("The value as TwiML writes it, such as `", first!($($value)+), "`.")]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self { $(Self::$variant => $value,)+ Self::Other(value) => value }
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                $crate::vocabulary::find(value).unwrap_or_else(|| Self::Other(alloc::string::String::from(value).into()))
            }
        }

        impl From<alloc::string::String> for $name {
            fn from(value: alloc::string::String) -> Self {
                $crate::vocabulary::find(&value).unwrap_or(Self::Other(value.into()))
            }
        }

        impl core::str::FromStr for $name {
            type Err = core::convert::Infallible;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(value))
            }
        }
    };
}

macro_rules! first {
    ($first:literal $($value:literal)*) => {
        $first
    };
}

/// What every enum of a list is as a run-time value.
macro_rules! enumeration_values {
    ($name:ident) => {
        #[diagnostic::do_not_recommend]
        impl<S> $crate::value::OneOf<$name, S> for $name {}
        impl<S> $crate::value::TextOrBoolean<S> for $name {}
        #[diagnostic::do_not_recommend]
        impl<S> $crate::value::SetOf<$name, S> for $name {}
        #[diagnostic::do_not_recommend]
        impl<S> $crate::value::SetOf<$name, S> for [$name] {}
        #[diagnostic::do_not_recommend]
        impl<S, const N: usize> $crate::value::SetOf<$name, S> for [$name; N] {}
        #[diagnostic::do_not_recommend]
        impl<S> $crate::value::SetOf<$name, S> for alloc::vec::Vec<$name> {}

        impl $crate::value::AttributeValue for $name {
            const ALWAYS: bool = true;

            fn write(&self, start: &str, writer: &mut $crate::Writer) {
                writer.attribute(start, self.as_str());
            }

            fn open(&self, start: &str, writer: &mut $crate::Writer) -> bool {
                $crate::value::AttributeValue::open(self.as_str(), start, writer)
            }

            fn write_between(&self, start: &str, after: &str, writer: &mut $crate::Writer) {
                $crate::value::AttributeValue::write_between(self.as_str(), start, after, writer);
            }

            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(test(self.as_str()))
            }
        }
    };
}
