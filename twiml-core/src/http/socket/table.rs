//! The notation of fields: what a row becomes as a Rust type, in code, in the data and in the documentation.

/// The Rust type of a field.
macro_rules! field_type {
    (Optional Map) => { alloc::collections::BTreeMap<alloc::string::String, alloc::string::String> };
    (Always $($kind:tt)+) => { value_type!($($kind)+) };
    ($presence:ident $($kind:tt)+) => { Option<value_type!($($kind)+)> };
}

macro_rules! value_type {
    (Int) => { u64 };
    (QuotedInt) => { u64 };
    (Bool) => { bool };
    (Audio) => { $crate::socket::stream::Audio };
    (Listed($list:ident)) => { $list };
    (Several($list:ident)) => { alloc::vec::Vec<$list> };
    (Object($object:ident)) => { $object };
    ($kind:ident $(($arg:tt))?) => { alloc::string::String };
}

/// What a function takes for a field.
macro_rules! argument_type {
    (Int) => { u64 };
    (Bool) => { bool };
    ($($kind:tt)+) => { impl Into<value_type!($($kind)+)> };
}

macro_rules! part {
    (Optional Map) => { form::Entries };
    (Always Object($object:ident)) => { form::Nested<$object> };
    (Always $($kind:tt)+) => { form::Always<form!($($kind)+)> };
    (Optional $($kind:tt)+) => { form::Maybe<form!($($kind)+), false> };
    (UnlessEmpty $($kind:tt)+) => { form::Maybe<form!($($kind)+), true> };
}

macro_rules! form {
    (Listed($list:ident)) => { form::Listed<$list> };
    (Several($list:ident)) => { form::Several<$list> };
    ($kind:ident $(($arg:tt))?) => { form::$kind };
}

macro_rules! kind_of {
    (Listed($list:ident)) => { Kind::Listed(<$list as $crate::Enumeration>::VOCABULARY) };
    (Several($list:ident)) => { Kind::Several(<$list as $crate::Enumeration>::VOCABULARY) };
    (Object($object:ident)) => { Kind::Object($object::FIELDS) };
    ($kind:ident $(($arg:tt))?) => { Kind::$kind $(($arg))? };
}

/// The value of a fact in the data.
macro_rules! fact_of {
    (max $max:literal) => { Some($max) };
    (also $json:ident) => { Some(Json::$json) };
    (basis $basis:ident) => { Basis::$basis };
    ($list:ident [$($item:literal)*]) => { &[$($item),*] };
    ($flag:ident true) => { true };
    ($text:ident $value:literal) => { Some($value) };
}

/// What a fact of a row is in the documentation.
macro_rules! fact_words {
    (unit $unit:literal) => { concat!("\n\nIn ", $unit, ".") };
    (default $default:literal) => { concat!("\n\nWithout it: `", $default, "`.") };
    (max $max:literal) => { concat!("\n\nAt most ", $max, ".") };
    (also $json:ident) => { concat!("\n\nA JSON ", stringify!($json), " has been seen as well.") };
    (may_be_empty true) => {
        "\n\nBeing empty has a meaning."
    };
    (undocumented true) => { "\n\nNo page of Twilio's shows it." };
    (basis Observed) => { "\n\nKnown from recorded calls." };
    (basis Library) => { "\n\nKnown from Twilio's libraries." };
    (when $when:literal) => { concat!("\n\nComes ", $when, ".") };
    (since $since:literal) => { concat!("\n\nThere since ", $since, ".") };
    (partial true) => { "\n\nKnown by its name only: its fields are raw JSON." };
    (some_field true) => { "\n\nAt least one of its fields must be set." };
    (sent_in [$($verb:literal)+]) => { concat!("\n\nTaken in the socket of", $(" `<", $verb, ">`",)+ " only.") };
    (settings [$first:literal $($name:literal)*]) => {
        concat!("\n\nIt can change `", $first, "`" $(, ", `", $name, "`")*, ".")
    };
    (language_settings [$first:literal $($name:literal)*]) => {
        concat!("\n\nFor one language: `", $first, "`" $(, ", `", $name, "`")*, ".")
    };
    ($fact:ident $value:tt) => { "" };
}

macro_rules! kind_words {
    (Text) => {
        "text"
    };
    (Sid($prefix:literal)) => {
        concat!("a SID: `", $prefix, "` and 32 hex digits")
    };
    (Address) => {
        "a phone number, a client or SIP address, or a word such as `anonymous`"
    };
    (Language) => {
        "a language tag"
    };
    (Version) => {
        "a version"
    };
    (Url) => {
        "an absolute address with `http` or `https`"
    };
    (Digits($keys:literal)) => {
        concat!("keys of `", $keys, "`")
    };
    (Int) => {
        "a whole number"
    };
    (QuotedInt) => {
        "a whole number, in quotes on the socket"
    };
    (Bool) => {
        "`true` or `false`"
    };
    (Audio) => {
        "samples, in base64 on the socket"
    };
    (Listed($list:ident)) => {
        concat!("one of [`", stringify!($list), "`]")
    };
    (Several($list:ident)) => {
        concat!("some of [`", stringify!($list), "`]")
    };
    (Map) => {
        "names and values"
    };
    (Object($object:ident)) => {
        "an object"
    };
}

macro_rules! presence_words {
    (Always) => {
        ""
    };
    (Optional) => {
        " It may be missing."
    };
    (UnlessEmpty) => {
        " It may be missing or empty: both are `None`."
    };
}

/// The documentation of a field of a struct.
macro_rules! field_words {
    ($path:literal $presence:ident [$($kind:tt)+]) => {
        concat!("\n\n`", $path, "`: ", kind_words!($($kind)+), ".", presence_words!($presence))
    };
}

macro_rules! page_of {
    ($page:literal) => {
        concat!("https://www.twilio.com/docs/", $page)
    };
}

/// The rows of fields, as data.
macro_rules! fields {
    ($( { $($doc:literal)+ } $field:ident $path:literal $presence:ident [$($kind:tt)+] { $($fact:ident: $value:tt),* } )*) => {
        &[$( Field {
            $($fact: fact_of!($fact $value),)*
            ..Field::new($path, stringify!($field), sentence!($($doc)+), kind_of!($($kind)+), Presence::$presence)
        } ),*]
    };
}

/// How the fields of a type are read and written.
macro_rules! read_and_written {
    ($name:ident { $($field:ident $path:literal $presence:ident [$($kind:tt)+])* } { $($other:ident)? }) => {
        impl form::Fields for $name {
            #[allow(unused_variables, reason = "a message may have no fields")]
            fn read(object: &Object) -> Option<Self> {
                Some(Self {
                    $($field: <part!($presence $($kind)+) as form::Part>::read(object, $path)?,)*
                    $($other: Object::new(),)?
                })
            }

            #[allow(unused_variables, reason = "a message may have no fields")]
            fn write(&self, object: &mut Object) {
                $( <part!($presence $($kind)+) as form::Part>::write(&self.$field, object, $path); )*
            }

            #[allow(unused_variables, reason = "a message may have no fields")]
            fn strip(&self, object: &mut Object) {
                $( <part!($presence $($kind)+) as form::Part>::strip(&self.$field, object, $path); )*
            }

            $( fn keep(&mut self, rest: Object) {
                self.$other = rest;
            } )?
        }
    };
}

/// An object within messages.
macro_rules! object {
    (
        $(#[doc = $doc:literal])+
        $name:ident {
            $(
                $(#[doc = $field_doc:literal])+
                $field:ident = $path:literal: $presence:ident $kind:ident $(($arg:tt))? { $($fact:ident: $value:tt),* };
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Eq, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $field_doc])+
                #[doc = field_words!($path $presence [$kind $(($arg))?])]
                $(#[doc = fact_words!($fact $value)])*
                pub $field: field_type!($presence $kind $(($arg))?),
            )+
        }

        impl $name {
            const FIELDS: &'static [Field] = fields! {
                $( { $($field_doc)+ } $field $path $presence [$kind $(($arg))?] { $($fact: $value),* } )+
            };
        }

        read_and_written! { $name { $($field $path $presence [$kind $(($arg))?])+ } {} }
    };
}
