//! What documents the names of markup: a module for each element, a type for each attribute. Nothing uses them but the
//! documentation and editors; the type of an attribute is the one that its run-time values have.
//!
//! An editor shows of a comment only what is written in plain literals, so that each fact is a line of its own. What is put
//! together (links, the table of an element's attributes, its rules) is in the documentation only, and costs no program
//! anything: the crate that documents another one's items has them as `rustc` left them, so that a feature stands beside `doc`.

#[cfg(any(doc, feature = "pages"))]
#[macro_use]
mod table;
#[cfg(any(doc, feature = "pages"))]
#[macro_use]
mod rules;

/// Turns the rows of a table into pages.
#[cfg(any(doc, feature = "pages"))]
macro_rules! pages {
    ([] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([root])? = $name:literal $head:tt { $($fact:tt)* }
        attributes { $($attribute:tt)* }
        rules $rules:tt
    )*) => {
        $( page! { $item $name $doc $head { $($fact)* } { $($attribute)* } { $($attribute)* } $rules } )*
    };
}

/// The same, without what only documentation shows: even tokens that a `cfg` removes have to be carried so far.
#[cfg(not(any(doc, feature = "pages")))]
macro_rules! pages {
    ([] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([root])? = $name:literal $head:tt { $($fact:tt)* }
        attributes { $($attribute:tt)* }
        rules $rules:tt
    )*) => {
        $( page! { $item $name $doc $head { $($fact)* } { $($attribute)* } {} {} } )*
    };
}

macro_rules! page {
    (
        $item:ident $name:literal $doc:literal $head:tt
        {
            $(also: [$($also:literal),*],)?
            $(status: $status:ident $(($instead:literal))?,)?
            $(children: [$($child:ident)*],)?
            $(limits: $limits:tt,)?
            $(text: ($presence:ident $text:ident $(($text_argument:tt))? $(max $longest:literal)? $($text_doc:literal)?),)?
            $(terminal: $terminal:tt $(($($terminator:literal),+))?,)?
            $(notes: $notes:literal,)?
        }
        { $(
            #[doc = $attribute_doc:literal]
            $attribute:ident = $attribute_name:literal: $kind:ident $(($argument:tt))? { $($fact:tt)* };
        )* }
        $attributes:tt $rules:tt
    ) => {
        documented! {
            $head [$($status $(($instead))?)?]
            {
                #[doc = $doc]
                #[doc = ""] #[doc = "Tag: `"] #[doc = $name] #[doc = "`"]
                #[doc = ""]
                #[cfg_attr(any(doc, feature = "pages"), doc = concat!(
                    "" $(, children!($($child)*))?
                    $(, limits_words!($limits))?
                    $(, text_words!($presence $($longest)? $(, $text_doc)?))?
                    $(, terminal_words!($terminal $(($($terminator)+))?))?
                ))]
                $(#[doc = ""] #[doc = $notes])?
                #[doc = ""]
                #[cfg_attr(any(doc, feature = "pages"), doc = concat!(table!($item $attributes), rules!($rules)))]
            }
            pub mod $item {
                #[cfg(any(doc, feature = "pages"))]
                tests! { [$] $attributes }
                $(attribute! {
                    $kind $(($argument))? facts $head
                    { #[doc = $attribute_doc] #[doc = ""] #[doc = "`"] #[doc = $attribute_name] #[doc = "` takes"] }
                    $attribute { $($fact)* } $rules
                })*
            }
        }
    };
}

/// What the kind of an attribute takes, and the type of its run-time values: for its page (`facts`), or for the table of its
/// element (`attribute_line`), which has a link instead of the values of a list.
macro_rules! attribute {
    (IntOr($list:ident) attribute_line $($row:tt)+) => {
        cells! { concat!("a whole number or a word of [`", stringify!($list), "`](crate::values::", stringify!($list), ")."); $($row)+ }
    };
    (Enum($list:ident) attribute_line $($row:tt)+) => {
        cells! { concat!("a value of [`", stringify!($list), "`](crate::values::", stringify!($list), ")."); $($row)+ }
    };
    (EnumSet($list:ident) attribute_line $($row:tt)+) => {
        cells! { concat!("values of [`", stringify!($list), "`](crate::values::", stringify!($list), ")."); $($row)+ }
    };
    (Sid($prefix:literal) attribute_line $($row:tt)+) => {
        cells! { concat!("a SID: `", $prefix, "` and 32 hex digits."); $($row)+ }
    };
    (String $callback:ident $($row:tt)+) => { $callback! { "text." [] str; $($row)+ } };
    (Bool $callback:ident $($row:tt)+) => { $callback! { "`true` or `false`." [] bool; $($row)+ } };
    (Int $callback:ident $($row:tt)+) => { $callback! { "a whole number." [] u32; $($row)+ } };
    (IntOr($list:ident) $callback:ident $($row:tt)+) => {
        with_values! { $list $callback "a whole number or a word:" ($crate::values::$list) $($row)+ }
    };
    (Enum($list:ident) $callback:ident $($row:tt)+) => {
        with_values! { $list $callback "one of these values:" ($crate::values::$list) $($row)+ }
    };
    (EnumSet($list:ident) $callback:ident $($row:tt)+) => {
        with_values! { $list $callback "these values, with spaces between them:" ([$crate::values::$list]) $($row)+ }
    };
    (Float $callback:ident $($row:tt)+) => { $callback! { "a number." [] str; $($row)+ } };
    (Url $callback:ident $($row:tt)+) => { $callback! { "an address: `http`, `https` or relative." [] str; $($row)+ } };
    (AbsoluteUrl $callback:ident $($row:tt)+) => { $callback! { "an absolute address: `http` or `https`." [] str; $($row)+ } };
    (HttpsUrl $callback:ident $($row:tt)+) => { $callback! { "an `https` address." [] str; $($row)+ } };
    (WssUrl $callback:ident $($row:tt)+) => { $callback! { "a `wss` address." [] str; $($row)+ } };
    (Sid($prefix:literal) facts $head:tt { $($doc:tt)+ } $($row:tt)+) => {
        facts! {
            "and 32 hex digits." [] str; $head { $($doc)+ #[doc = "a SID: `"] #[doc = $prefix] #[doc = "`"] } $($row)+
        }
    };
    (AnySid $callback:ident $($row:tt)+) => { $callback! { "a SID: two capitals and 32 hex digits." [] str; $($row)+ } };
    (Phone $callback:ident $($row:tt)+) => { $callback! { "a phone number." [] str; $($row)+ } };
    (CallerId $callback:ident $($row:tt)+) => {
        $callback! { "a phone number, `client:`, `sip:` or `whatsapp:` and a name, or a name." [] str; $($row)+ }
    };
    (Address $callback:ident $($row:tt)+) => {
        $callback! {
            "a phone number, a channel address such as `whatsapp:+15551234567`, or the SID of a SIM." [] str; $($row)+
        }
    };
    (Sender $callback:ident $($row:tt)+) => { $callback! { "an address, or up to 11 letters, digits and spaces." [] str; $($row)+ } };
    (Identity $callback:ident $($row:tt)+) => { $callback! { "up to 256 characters without spaces." [] str; $($row)+ } };
    (Label $callback:ident $($row:tt)+) => { $callback! { "text without `/`." [] str; $($row)+ } };
    (Digits $callback:ident $($row:tt)+) => { $callback! { "keys `0`-`9` `A`-`D` `#` `*` and the pauses `w` and `W`." [] str; $($row)+ } };
    (Key $callback:ident $($row:tt)+) => { $callback! { "one key `0`-`9` `#` `*`, or nothing." [] str; $($row)+ } };
    (Keys $callback:ident $($row:tt)+) => { $callback! { "keys `0`-`9` `#` `*`." [] str; $($row)+ } };
    (Duration $callback:ident $($row:tt)+) => { $callback! { "a number and `s` or `ms`." [] core::time::Duration; $($row)+ } };
    (Percent $callback:ident $($row:tt)+) => { $callback! { "a number and `%`." [] str; $($row)+ } };
    (SignedPercent $callback:ident $($row:tt)+) => { $callback! { "a sign, a number and `%`." [] str; $($row)+ } };
    (Decibel $callback:ident $($row:tt)+) => { $callback! { "a sign, a number and `dB`." [] str; $($row)+ } };
    (Language $callback:ident $($row:tt)+) => { $callback! { "a language tag such as `en-US`." [] str; $($row)+ } };
    (Voice $callback:ident $($row:tt)+) => { $callback! { "`man`, `woman`, `alice`, or a provider, a point and a name." [] str; $($row)+ } };
    (SipUri $callback:ident $($row:tt)+) => { $callback! { "a SIP address." [] str; $($row)+ } };
    (Json $callback:ident $($row:tt)+) => { $callback! { "a JSON object." [] str; $($row)+ } };
    (CommaList $callback:ident $($row:tt)+) => { $callback! { "entries with commas between them." [] str; $($row)+ } };
    (IntList $callback:ident $($row:tt)+) => { $callback! { "whole numbers with spaces between them." [] str; $($row)+ } };
}

/// The facts of an attribute.
macro_rules! facts {
    ($takes:literal [$($value:literal)*] $type:ty; $head:tt { $($doc:tt)+ } $attribute:ident {
        $(also: [$($also:literal),*] $(,)?)?
        $(words: [$($word:literal),*] $(,)?)?
        $(contested: [$($contested:literal),*] $(,)?)?
        $(open: $open:literal $(,)?)?
        $(known: $known:ident $(,)?)?
        $(legacy: [$($old:literal => $new:literal),*] $(,)?)?
        $(min: $min:literal $(,)?)?
        $(max: $max:literal $(,)?)?
        $(soft_min: $soft_min:literal $(,)?)?
        $(soft_max: $soft_max:literal $(,)?)?
        $(item_max: $item_max:literal $(,)?)?
        $(unit: $unit:literal $(,)?)?
        $(empty: $empty:literal $(,)?)?
        $(relative: $relative:literal $(,)?)?
        $(query: $query:literal $(,)?)?
        $(dns: $dns:literal $(,)?)?
        $(default: $default:literal $(,)?)?
        $(required: $required:literal $(,)?)?
        $(status: $status:ident $(($instead:literal))? $(,)?)?
        $(notes: $notes:literal $(,)?)?
    } $rules:tt) => {
        documented! {
            $head [$($status $(($instead))?)?]
            {
                $($doc)+
                #[doc = $takes]
                #[doc = ""]
                $(#[doc = "- `"] #[doc = $value] #[doc = "`"])*
                $($(#[doc = "- or the word `"] #[doc = $word] #[doc = "`"])*)?
                $($(#[doc = "- contested, since pages of Twilio disagree: `"] #[doc = $contested] #[doc = "`"])*)?
                $(#[cfg_attr($open, doc = "- other values may come")])?
                $($(#[doc = "- older form: `"] #[doc = $old] #[doc = "` instead of `"] #[doc = $new] #[doc = "`"])*)?
                $(#[doc = "- at least"] #[doc = $min])?
                $(#[doc = "- at most"] #[doc = $max])?
                $(#[doc = "- unusual below"] #[doc = $soft_min])?
                $(#[doc = "- unusual above"] #[doc = $soft_max])?
                $(#[doc = concat!("- an entry has at most ", $item_max, " characters")])?
                $(#[doc = "- unit:"] #[doc = $unit])?
                $(#[cfg_attr($empty, doc = "- may be empty")])?
                $(#[cfg_attr($relative, doc = "- may be relative")])?
                $(#[cfg_attr(not($query), doc = "- without a query")])?
                $(#[cfg_attr($dns, doc = "- no underscore in the host")])?
                $(#[doc = "- default: `"] #[doc = $default] #[doc = "`"])?
                $(#[cfg_attr($required, doc = "- required")])?
                #[doc = ""]
                $(#[doc = $notes])?
                #[doc = ""]
                #[cfg_attr(any(doc, feature = "pages"), doc = rules_of!($attribute $rules))]
            }
            pub type $attribute = $type;
        }
    };
}

/// An item whose element has a page at Twilio, and which may be outdated.
macro_rules! documented {
    (($id:literal $(, $page:literal)?) [] { $($doc:tt)+ } $($item:tt)+) => {
        $($doc)+
        $(#[doc = ""] #[doc = "[Twilio's page]"] #[doc = ""] #[doc = "[Twilio's page]:"] #[doc = $page])?
        $($item)+
    };
    ($head:tt [Deprecated($instead:literal)] { $($doc:tt)+ } $($item:tt)+) => {
        documented! { $head [] { $($doc)+ #[doc = ""] #[doc = "**Deprecated.**"] #[doc = $instead] } $($item)+ }
    };
    ($head:tt [Retired($instead:literal)] { $($doc:tt)+ } $($item:tt)+) => {
        documented! { $head [] { $($doc)+ #[doc = ""] #[doc = "**Retired.**"] #[doc = $instead] } $($item)+ }
    };
    ($head:tt [Undocumented] { $($doc:tt)+ } $($item:tt)+) => {
        documented! {
            $head [] { $($doc)+ #[doc = ""] #[doc = "Known from Twilio's libraries and error pages only."] } $($item)+
        }
    };
}

/// Defines `with_values!`, which hands the values of a list to another macro. The first token is a `$`, which a macro
/// cannot write into another one by itself.
macro_rules! define_with_values {
    ([$dollar:tt] $(
        $(#[$doc:meta])+
        $mode:ident $name:ident $(prefixes $prefixes:tt)? { $(
            $(#[$value_doc:meta])+
            $variant:ident = $value:literal $(alias_of $alias:literal)? $(| $undocumented:ident)?;
        )+ }
    )+) => {
        macro_rules! with_values {
            $( ($name $callback:ident $takes:literal ($type:ty) $dollar($dollar row:tt)+) => {
                $callback! { $takes [$($value)+] $type; $dollar($dollar row)+ }
            }; )+
        }
    };
}

values! { define_with_values $ }

/// Pages of the elements of voice documents: a module for each element, a type for each attribute.
#[allow(
    non_camel_case_types,
    non_snake_case,
    clippy::doc_markdown,
    reason = "items are named as TwiML names them, and code between backticks on lines of their own is code all the same"
)]
pub mod voice {
    #[cfg(any(doc, feature = "pages"))]
    speech_markup! { tags $ speech_tag stringify }
    #[cfg(any(doc, feature = "pages"))]
    voice_nouns! { tags $ noun_tag speech_tag }
    #[cfg(any(doc, feature = "pages"))]
    voice_verbs! { tags $ tag noun_tag }
    voice_verbs! { pages }
    voice_nouns! { pages }
    speech_markup! { pages }
}

/// Pages of the elements of messaging documents.
#[expect(non_snake_case, non_camel_case_types, reason = "items are named as TwiML names them")]
#[allow(clippy::doc_markdown, reason = "code between backticks on lines of their own is code all the same")]
pub mod messaging {
    #[cfg(any(doc, feature = "pages"))]
    messaging_elements! { tags $ tag stringify }
    messaging_elements! { pages }
}

/// Pages of the elements of fax documents; the product is gone.
#[expect(non_snake_case, non_camel_case_types, reason = "items are named as TwiML names them")]
#[allow(clippy::doc_markdown, reason = "code between backticks on lines of their own is code all the same")]
pub mod fax {
    #[cfg(any(doc, feature = "pages"))]
    fax_elements! { tags $ tag stringify }
    fax_elements! { pages }
}
