//! What documents the names of markup: a module for each element, a type for each attribute. Nothing uses them but the
//! documentation and editors; the type of an attribute is the one that its run-time values have.
//!
//! An editor shows of a comment only what is written in plain literals, so that each fact is a line of its own.

/// Turns rows into pages.
macro_rules! pages {
    ([] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([root])? = $name:literal $head:tt {
            $(also: [$($also:literal),*],)?
            $(status: $status:ident $(($instead:literal))?,)?
            $(children: [$($child:ident)*],)?
            $(limits: $limits:tt,)?
            $(text: ($presence:ident $text:ident $(($text_argument:tt))? $(max $longest:literal)? $($text_doc:literal)?),)?
            $(terminal: $terminal:tt $(($($terminator:literal),+))?,)?
            $(notes: $notes:literal,)?
        }
        attributes { $(
            #[doc = $attribute_doc:literal]
            $attribute:ident = $attribute_name:literal: $kind:ident $(($argument:tt))? { $($fact:tt)* };
        )* }
        rules $rules:tt
    )*) => { $(
        documented! {
            $head [$($status $(($instead))?)?]
            {
                #[doc = $doc]
                #[doc = ""] #[doc = "Tag: `"] #[doc = $name] #[doc = "`"]
                $(#[doc = ""] #[doc = concat!("Children:" $(, " `", stringify!($child), "`")*)])?
                $(
                    #[doc = ""]
                    #[doc = concat!("Text (", stringify!($presence), ")" $(, ", at most ", $longest, " characters")? $(, ". ", $text_doc)?)]
                )?
                $(#[doc = ""] #[doc = terminal_words!($terminal $(($($terminator)+))?)])?
                $(#[doc = ""] #[doc = $notes])?
            }
            pub mod $item {
                $(attribute! {
                    $kind $(($argument))? $head
                    { #[doc = $attribute_doc] #[doc = ""] #[doc = "`"] #[doc = $attribute_name] #[doc = "` takes"] }
                    $attribute { $($fact)* }
                })*
            }
        }
    )* };
}

/// When nothing after an element runs.
macro_rules! terminal_words {
    (Always) => {
        "Nothing after it runs."
    };
    (Written($name:literal)) => {
        concat!("Nothing after it runs if `", $name, "` is written.")
    };
    (Is($name:literal $value:literal)) => {
        concat!("Nothing after it runs if `", $name, "` is `", $value, "`.")
    };
}

/// The page of one attribute: what its kind takes, and the type of its run-time values.
macro_rules! attribute {
    (String $($row:tt)+) => { facts! { "text." [] str; $($row)+ } };
    (Bool $($row:tt)+) => { facts! { "`true` or `false`." [] bool; $($row)+ } };
    (Int $($row:tt)+) => { facts! { "a whole number." [] u32; $($row)+ } };
    (IntOr($list:ident) $($row:tt)+) => {
        with_values! { $list facts "a whole number or a word:" ($crate::values::$list) $($row)+ }
    };
    (Enum($list:ident) $($row:tt)+) => {
        with_values! { $list facts "one of these values:" ($crate::values::$list) $($row)+ }
    };
    (EnumSet($list:ident) $($row:tt)+) => {
        with_values! { $list facts "these values, with spaces between them:" ([$crate::values::$list]) $($row)+ }
    };
    (Float $($row:tt)+) => { facts! { "a number." [] str; $($row)+ } };
    (Url $($row:tt)+) => { facts! { "an address: `http`, `https` or relative." [] str; $($row)+ } };
    (AbsoluteUrl $($row:tt)+) => { facts! { "an absolute address: `http` or `https`." [] str; $($row)+ } };
    (HttpsUrl $($row:tt)+) => { facts! { "an `https` address." [] str; $($row)+ } };
    (WssUrl $($row:tt)+) => { facts! { "a `wss` address." [] str; $($row)+ } };
    (Sid($prefix:literal) $head:tt { $($doc:tt)+ } $($row:tt)+) => {
        facts! {
            "and 32 hex digits." [] str; $head { $($doc)+ #[doc = "a SID: `"] #[doc = $prefix] #[doc = "`"] } $($row)+
        }
    };
    (AnySid $($row:tt)+) => { facts! { "a SID: two capitals and 32 hex digits." [] str; $($row)+ } };
    (Phone $($row:tt)+) => { facts! { "a phone number." [] str; $($row)+ } };
    (CallerId $($row:tt)+) => {
        facts! { "a phone number, `client:`, `sip:` or `whatsapp:` and a name, or a name." [] str; $($row)+ }
    };
    (Address $($row:tt)+) => {
        facts! {
            "a phone number, a channel address such as `whatsapp:+15551234567`, or the SID of a SIM." [] str; $($row)+
        }
    };
    (Sender $($row:tt)+) => { facts! { "an address, or up to 11 letters, digits and spaces." [] str; $($row)+ } };
    (Identity $($row:tt)+) => { facts! { "up to 256 characters without spaces." [] str; $($row)+ } };
    (Label $($row:tt)+) => { facts! { "text without `/`." [] str; $($row)+ } };
    (Digits $($row:tt)+) => { facts! { "keys `0`-`9` `A`-`D` `#` `*` and the pauses `w` and `W`." [] str; $($row)+ } };
    (Key $($row:tt)+) => { facts! { "one key `0`-`9` `#` `*`, or nothing." [] str; $($row)+ } };
    (Keys $($row:tt)+) => { facts! { "keys `0`-`9` `#` `*`." [] str; $($row)+ } };
    (Duration $($row:tt)+) => { facts! { "a number and `s` or `ms`." [] core::time::Duration; $($row)+ } };
    (Percent $($row:tt)+) => { facts! { "a number and `%`." [] str; $($row)+ } };
    (SignedPercent $($row:tt)+) => { facts! { "a sign, a number and `%`." [] str; $($row)+ } };
    (Decibel $($row:tt)+) => { facts! { "a sign, a number and `dB`." [] str; $($row)+ } };
    (Language $($row:tt)+) => { facts! { "a language tag such as `en-US`." [] str; $($row)+ } };
    (Voice $($row:tt)+) => { facts! { "`man`, `woman`, `alice`, or a provider, a point and a name." [] str; $($row)+ } };
    (SipUri $($row:tt)+) => { facts! { "a SIP address." [] str; $($row)+ } };
    (Json $($row:tt)+) => { facts! { "a JSON object." [] str; $($row)+ } };
    (CommaList $($row:tt)+) => { facts! { "entries with commas between them." [] str; $($row)+ } };
    (IntList $($row:tt)+) => { facts! { "whole numbers with spaces between them." [] str; $($row)+ } };
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
    }) => {
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
    voice_verbs! { pages }
    voice_nouns! { pages }
    speech_markup! { pages }
}

/// Pages of the elements of messaging documents.
#[expect(non_snake_case, non_camel_case_types, reason = "items are named as TwiML names them")]
#[allow(clippy::doc_markdown, reason = "code between backticks on lines of their own is code all the same")]
pub mod messaging {
    messaging_elements! { pages }
}

/// Pages of the elements of fax documents; the product is gone.
#[expect(non_snake_case, non_camel_case_types, reason = "items are named as TwiML names them")]
#[allow(clippy::doc_markdown, reason = "code between backticks on lines of their own is code all the same")]
pub mod fax {
    fax_elements! { pages }
}
