//! The notation of the tables: one macro turns rows into static data, documented items and types of places.
//!
//! A row reads: item, tag, id, page, then facts, attributes and rules. The sentence above it is its documentation
//! everywhere: in messages, on hover and on its page.

/// What a fact of a row is in the data.
macro_rules! fact {
    (page $value:literal) => { Some($value) };
    (status (deprecated $text:literal)) => { $crate::vocabulary::Status::Deprecated($text) };
    (status (retired $text:literal)) => { $crate::vocabulary::Status::Retired($text) };
    (status undocumented) => { $crate::vocabulary::Status::Undocumented };
    (notes $value:literal) => { Some($value) };
    (unit $value:literal) => { Some($value) };
    (default $value:literal) => { Some($value) };
    (min $value:literal) => { Some($crate::vocabulary::number::parse($value)) };
    (max $value:literal) => { Some($crate::vocabulary::number::parse($value)) };
    (soft_min $value:literal) => { Some($crate::vocabulary::number::parse($value)) };
    (soft_max $value:literal) => { Some($crate::vocabulary::number::parse($value)) };
    (item_max $value:literal) => { Some($value) };
    (known $list:ident) => { $crate::vocabulary::known::$list };
    (legacy [$($old:literal => $new:literal),*]) => { &[$(($old, $new)),*] };
    (words $list:tt) => { &$list };
    (contested $list:tt) => { &$list };
    (children [$($child:ident)*]) => { &[$(&$child),*] };
    (limits [$($child:literal $min:literal..=$max:literal)*]) => {
        &[$($crate::vocabulary::Limit { child: $child, min: $min, max: $max }),*]
    };
    (text ($presence:ident $kind:ident $(($arg:tt))? $(max $max:literal)? $($doc:literal)?)) => {
        $crate::vocabulary::Text {
            presence: $crate::vocabulary::TextPresence::$presence,
            kind: kind!($kind $(($arg))?),
            max: fact!(optional $($max)?),
            doc: fact!(optional $($doc)?),
        }
    };
    (terminal always) => { $crate::vocabulary::Terminal::Always };
    (terminal (written $name:literal)) => { $crate::vocabulary::Terminal::Written($name) };
    (terminal ($name:literal is $value:literal)) => { $crate::vocabulary::Terminal::Is($name, $value) };
    (attributes $list:tt) => { &$list };
    (when $list:tt) => { &$list };
    (needs $list:tt) => { &$list };
    (forbids $list:tt) => { &$list };
    (of $list:tt) => { &$list };
    (except $list:tt) => { &$list };
    (also $list:tt) => { &$list };
    (places $list:tt) => { &$list };
    (count $value:literal) => { $value };
    (scope $value:ident) => { $crate::vocabulary::Scope::$value };
    (basis $value:ident) => { $crate::vocabulary::Basis::$value };
    (code $value:literal) => { Some($value) };
    (optional $value:literal) => { Some($value) };
    (optional) => { None };
    ($flag:ident $value:literal) => { $value };
}

/// The kind of an attribute or a text in the data.
macro_rules! kind {
    (Enum($list:ident)) => {
        $crate::vocabulary::Kind::Enum(<$crate::values::$list as $crate::Enumeration>::VOCABULARY)
    };
    (EnumSet($list:ident)) => {
        $crate::vocabulary::Kind::EnumSet(<$crate::values::$list as $crate::Enumeration>::VOCABULARY)
    };
    (IntOr($list:ident)) => {
        $crate::vocabulary::Kind::IntOr(<$crate::values::$list as $crate::Enumeration>::VOCABULARY)
    };
    (Sid($prefix:literal)) => {
        $crate::vocabulary::Kind::Sid($prefix)
    };
    ($kind:ident) => {
        $crate::vocabulary::Kind::$kind
    };
}

/// What a kind takes, for the documentation.
macro_rules! kind_doc {
    (Enum($list:ident)) => {
        concat!("one value of [`", stringify!($list), "`](crate::values::", stringify!($list), "):")
    };
    (EnumSet($list:ident)) => {
        concat!(
            "values of [`",
            stringify!($list),
            "`](crate::values::",
            stringify!($list),
            ") with spaces between them:"
        )
    };
    (IntOr($list:ident)) => {
        concat!("a whole number or a word of [`", stringify!($list), "`](crate::values::", stringify!($list), "):")
    };
    (Sid($prefix:literal)) => {
        concat!("a SID: `", $prefix, "` and 32 hex digits")
    };
    (AnySid) => {
        "a SID: two capitals and 32 hex digits"
    };
    (String) => {
        "text"
    };
    (Bool) => {
        "`true` or `false`"
    };
    (Int) => {
        "a whole number"
    };
    (Float) => {
        "a number"
    };
    (Url) => {
        "an address: `http`, `https` or relative"
    };
    (AbsoluteUrl) => {
        "an absolute address: `http` or `https`"
    };
    (HttpsUrl) => {
        "an `https` address"
    };
    (WssUrl) => {
        "a `wss` address"
    };
    (Phone) => {
        "a phone number"
    };
    (CallerId) => {
        "a phone number, `client:`, `sip:` or `whatsapp:` and a name, or a name"
    };
    (Address) => {
        "a phone number, a channel address such as `whatsapp:+15551234567`, or the SID of a SIM"
    };
    (Sender) => {
        "an address, or up to 11 letters, digits and spaces"
    };
    (Identity) => {
        "up to 256 characters without spaces"
    };
    (Label) => {
        "text without `/`"
    };
    (Digits) => {
        "keys `0`-`9` `A`-`D` `#` `*` and the pauses `w` and `W`"
    };
    (Key) => {
        "one key `0`-`9` `#` `*`, or nothing"
    };
    (Keys) => {
        "keys `0`-`9` `#` `*`"
    };
    (Duration) => {
        "a number and `s` or `ms`"
    };
    (Percent) => {
        "a number and `%`"
    };
    (SignedPercent) => {
        "a sign, a number and `%`"
    };
    (Decibel) => {
        "a sign, a number and `dB`"
    };
    (Language) => {
        "a language tag such as `en-US`"
    };
    (Voice) => {
        "`man`, `woman`, `alice`, or a provider, a point and a name"
    };
    (SipUri) => {
        "a SIP address"
    };
    (Json) => {
        "a JSON object"
    };
    (CommaList) => {
        "entries with commas between them"
    };
    (IntList) => {
        "whole numbers with spaces between them"
    };
}

/// What a fact of a row is in the documentation.
macro_rules! fact_doc {
    (status undocumented) => { "\nKnown from Twilio's libraries and error pages only.\n" };
    (item_max $value:literal) => { concat!("- an entry has at most ", $value, " characters") };
    (words [$($word:literal),*]) => { concat!("- or a word:" $(, " `", $word, "`")*) };
    (open true) => { "- other values may come" };
    (empty true) => { "- may be empty" };
    (relative true) => { "- may be relative" };
    (query false) => { "- without a query" };
    (dns true) => { "- no underscore in the host" };
    (children [$($child:ident)*]) => { concat!("\nChildren:" $(, " `", stringify!($child), "`")*, "\n") };
    (text ($presence:ident $kind:ident $(($arg:tt))? $(max $max:literal)? $($doc:literal)?)) => {
        concat!("\nText (", stringify!($presence), "): ", kind_doc!($kind $(($arg))?) $(, ", at most ", $max, " characters")? $(, ". ", $doc)?, "\n")
    };
    (terminal always) => { "\nNothing after it runs.\n" };
    (terminal (written $name:literal)) => { concat!("\nNothing after it runs if `", $name, "` is written.\n") };
    (terminal ($name:literal is $value:literal)) => { concat!("\nNothing after it runs if `", $name, "` is `", $value, "`.\n") };
    ($field:ident $value:tt) => { "" };
}

/// An item with its facts in its documentation. An editor shows only what is written in plain literals there, so that
/// facts which are texts become lines of their own.
macro_rules! documented {
    ({ $($doc:tt)* } {} $($item:tt)+) => { $($doc)* $($item)+ };
    ({ $($doc:tt)* } { kind (Enum($list:ident)) $($rest:tt)* } $($item:tt)+) => {
        with_values! { $list { $($doc)* } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { kind (EnumSet($list:ident)) $($rest:tt)* } $($item:tt)+) => {
        with_values! { $list { $($doc)* } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { kind (IntOr($list:ident)) $($rest:tt)* } $($item:tt)+) => {
        with_values! { $list { $($doc)* } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { kind $kind:tt $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { values [$($value:literal)*] $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* $(#[doc = "- `"] #[doc = $value] #[doc = "`"])* #[doc = ""] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { min $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- at least"] #[doc = $value] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { max $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- at most"] #[doc = $value] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { soft_min $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- unusual below"] #[doc = $value] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { soft_max $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- unusual above"] #[doc = $value] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { page "" $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { page $page:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "\n[Twilio's page]\n\n[Twilio's page]:"] #[doc = $page] #[doc = ""] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { unit $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- unit:"] #[doc = $value] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { default $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- default: `"] #[doc = $value] #[doc = "`"] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { required true $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "- required"] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { notes $value:literal $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = ""] #[doc = $value] #[doc = ""] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { status (deprecated $text:literal) $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "\n**Deprecated.**"] #[doc = $text] #[doc = ""] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { status (retired $text:literal) $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = "\n**Retired.**"] #[doc = $text] #[doc = ""] } { $($rest)* } $($item)+ }
    };
    ({ $($doc:tt)* } { contested [$($word:literal),*] $($rest:tt)* } $($item:tt)+) => {
        documented! {
            { $($doc)* $(#[doc = "- contested, since Twilio's pages disagree: `"] #[doc = $word] #[doc = "`"])* }
            { $($rest)* } $($item)+
        }
    };
    ({ $($doc:tt)* } { legacy [$($old:literal => $new:literal),*] $($rest:tt)* } $($item:tt)+) => {
        documented! {
            { $($doc)* $(#[doc = "- older form: `"] #[doc = $old] #[doc = "` instead of `"] #[doc = $new] #[doc = "`"])* }
            { $($rest)* } $($item)+
        }
    };
    ({ $($doc:tt)* } { $field:ident $value:tt $($rest:tt)* } $($item:tt)+) => {
        documented! { { $($doc)* #[doc = fact_doc!($field $value)] } { $($rest)* } $($item)+ }
    };
}

/// Where Twilio documents it, in the data.
macro_rules! page {
    ("") => {
        None
    };
    ($page:literal) => {
        Some($page)
    };
}

/// The type that stands for an element where fragments are placed.
macro_rules! marker {
    ($item:ident $name:literal [$($place:tt)+]) => {
        #[doc = concat!("The place in `<", $name, ">`.")]
        pub(crate) type $item = $($place)+;
    };
    ($item:ident $name:literal) => {
        #[doc = concat!("`<", $name, ">`, as a place for fragments and as a part of them.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $item;

        #[diagnostic::do_not_recommend]
        impl $crate::fragment::ChildOf<$crate::element::Unchecked> for $item {}
    };
}

macro_rules! marker_impl {
    ($item:ident children [$($child:ident)*]) => { $(
        #[diagnostic::do_not_recommend]
        impl $crate::fragment::ChildOf<$item> for $child {}
    )* };
    ($item:ident text (None $($rest:tt)*)) => {};
    ($item:ident text $text:tt) => { impl $crate::fragment::HoldsText for $item {} };
    ($item:ident $field:ident $value:tt) => {};
}

/// Turns rows into data (`rows`), documented items (`pages`) and types (`markers`).
macro_rules! elements {
    ($dialect:ident; $(
        $(#[doc = $doc:literal])+
        $item:ident $([$($place:tt)+])? = $name:literal ($id:literal, $page:tt) { $($field:ident: $value:tt),* $(,)? }
        attributes { $(
            $(#[doc = $attribute_doc:literal])+
            $attribute:ident = $attribute_name:literal: $kind:ident $(($arg:tt))? { $($fact:ident: $fact_value:tt),* $(,)? };
        )* }
        rules { $( $rule:literal $rule_kind:ident $severity:ident { $($clause:ident: $clause_value:tt),* $(,)? }; )* }
    )*) => {
        #[allow(clippy::doc_markdown, reason = "text between backticks that stand in lines of their own is code all the same")]
        pub(crate) mod pages {
            $(
                documented! { { $(#[doc = $doc])+ } { $($field $value)* page $page }
                pub mod $item {
                    $( documented! {
                        {
                            $(#[doc = $attribute_doc])+
                            #[doc = ""]
                            #[doc = concat!("`", $attribute_name, "` of `<", $name, ">` takes ", kind_doc!($kind $(($arg))?), ".")]
                            #[doc = ""]
                        }
                        { kind ($kind $(($arg))?) $($fact $fact_value)* page $page }
                        pub const $attribute: $crate::vocabulary::Attribute = $crate::vocabulary::Attribute {
                            $($fact: fact!($fact $fact_value),)*
                            ..$crate::vocabulary::Attribute::new(
                                stringify!($attribute), $attribute_name, sentence!($($attribute_doc)+), kind!($kind $(($arg))?),
                            )
                        };
                    } )*
                } }
            )*
        }

        pub(crate) mod rows {
            #[allow(unused_imports, reason = "a table need not refer to every other one")]
            use $crate::vocabulary::tables::rows::*;
            $(
                pub(crate) static $item: $crate::vocabulary::Element = $crate::vocabulary::Element {
                    page: page!($page),
                    $($field: fact!($field $value),)*
                    attributes: &[$(super::pages::$item::$attribute),*],
                    rules: &[$($crate::vocabulary::Rule {
                        $($clause: fact!($clause $clause_value),)*
                        ..$crate::vocabulary::Rule::new(
                            $rule, $crate::vocabulary::RuleKind::$rule_kind, $crate::vocabulary::Severity::$severity,
                        )
                    }),*],
                    ..$crate::vocabulary::Element::new(
                        $crate::vocabulary::Dialect::$dialect, $id, stringify!($item), $name, sentence!($($doc)+),
                    )
                };
            )*

            pub(crate) const ALL: &[&$crate::vocabulary::Element] = &[$(&$item),*];
        }

        pub(crate) mod markers {
            #[allow(unused_imports, reason = "a table need not refer to every other one")]
            use $crate::vocabulary::tables::markers::*;
            $(
                marker! { $item $name $([$($place)+])? }
                $(marker_impl! { $item $field $value })*
            )*
        }
    };
}

/// Types for tags of several rows.
macro_rules! shared {
    ($($item:ident: <$($generic:ident)?> $($place:ty),+;)*) => { $(
        #[doc = concat!("`<", stringify!($item), ">` in whichever of its places.")]
        #[derive(Clone, Copy, Debug)]
        pub struct $item;

        #[diagnostic::do_not_recommend]
        impl $crate::fragment::ChildOf<$crate::element::Unchecked> for $item {}
        shared!(@places $item <$($generic)?> $($place),+);
    )* };
    (@places $item:ident <> $($place:ty),+) => { $(
        #[diagnostic::do_not_recommend]
        impl $crate::fragment::ChildOf<$place> for $item {}
    )+ };
    (@places $item:ident <$generic:ident> $place:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$generic> $crate::fragment::ChildOf<$place> for $item {}
    };
}
