//! The notation of requests: one macro turns rows into Rust types, their data and their documentation.

/// The Rust type of a field.
macro_rules! field_type {
    (Headers { $($facts:tt)* }) => { $crate::Parameters };
    (Media { $($facts:tt)* }) => { alloc::vec::Vec<$crate::webhook::Media> };
    ($kind:ident $(($arg:tt))? {}) => { value_type!($kind $(($arg))?) };
    ($kind:ident $(($arg:tt))? { $($facts:tt)* }) => { Option<value_type!($kind $(($arg))?)> };
}

macro_rules! value_type {
    (Int) => {
        u32
    };
    (Float) => {
        f64
    };
    (Bool) => {
        bool
    };
    (Rfc2822) => {
        $crate::webhook::Timestamp
    };
    (Iso8601) => {
        $crate::webhook::Timestamp
    };
    (Listed($list:ident)) => {
        $crate::webhook::$list
    };
    ($kind:ident $(($arg:tt))?) => {
        alloc::string::String
    };
}

macro_rules! form {
    (Listed($list:ident)) => { form::Listed<$crate::webhook::$list> };
    ($kind:ident $(($arg:tt))?) => { form::$kind };
}

macro_rules! take {
    ($from:ident $name:literal Headers { $($facts:tt)* }) => { form::take_headers($from, $name) };
    ($from:ident $name:literal $companion:literal Media { $($facts:tt)* }) => { form::take_media($from, $name, $companion)? };
    ($from:ident $name:literal $kind:ident $(($arg:tt))? {}) => {
        form::required::<form!($kind $(($arg))?)>($from, $name)?
    };
    ($from:ident $name:literal $kind:ident $(($arg:tt))? { $($facts:tt)* }) => {
        form::optional::<form!($kind $(($arg))?)>($from, $name)?
    };
}

macro_rules! give {
    ($to:ident $value:expr, $name:literal Headers { $($facts:tt)* }) => { form::give_headers(&$value, $name, $to) };
    ($to:ident $value:expr, $name:literal $companion:literal Media { $($facts:tt)* }) => {
        form::give_media(&$value, $name, $companion, $to)
    };
    ($to:ident $value:expr, $name:literal $kind:ident $(($arg:tt))? {}) => {
        form::give::<form!($kind $(($arg))?)>(&$value, $name, $to)
    };
    ($to:ident $value:expr, $name:literal $kind:ident $(($arg:tt))? { $($facts:tt)* }) => {
        if let Some(value) = &$value {
            form::give::<form!($kind $(($arg))?)>(value, $name, $to);
        }
    };
}

macro_rules! kind_of {
    (Listed($list:ident)) => {
        Kind::Listed(<$crate::webhook::$list as $crate::Enumeration>::VOCABULARY)
    };
    (Sid([$($prefix:literal)*])) => {
        Kind::Sid(&[$($prefix),*])
    };
    ($kind:ident) => {
        Kind::$kind
    };
}

macro_rules! fact_of {
    (when $when:literal) => {
        Some($when)
    };
    (undocumented true) => {
        true
    };
    (redundant true) => {
        true
    };
}

/// What a fact of a row is in the documentation.
macro_rules! fact_words {
    (when $when:literal) => {
        concat!("\n\nComes when: ", $when, ".")
    };
    (redundant true) => {
        "\n\nNothing is lost if it is missing."
    };
    (undocumented true) => {
        "\n\nKnown from practice and from Twilio's libraries only."
    };
}

macro_rules! kind_words {
    (Text) => { "text" };
    (Address) => { "a phone number, a client, SIP or channel address, or a word such as `anonymous`" };
    (Sid([])) => { "a SID" };
    (Sid([$first:literal $($prefix:literal)*])) => { concat!("a SID: `", $first, "`" $(, " or `", $prefix, "`")*, " and 32 hex digits") };
    (Url) => { "an address, which may be relative" };
    (Digits) => { "keys" };
    (Json) => { "a JSON object" };
    (Int) => { "a whole number" };
    (Float) => { "a number" };
    (Bool) => { "`true` or `false`" };
    (Rfc2822) => { "a time of RFC 2822" };
    (Iso8601) => { "a time of ISO 8601" };
    (Listed($list:ident)) => { concat!("one of [`", stringify!($list), "`](crate::webhook::", stringify!($list), ")") };
    (Headers) => { "by the rest of their names" };
    (Media) => { "counted from 0" };
}

/// One line that says what a request wants back.
macro_rules! answer_words {
    (Voice $words:literal) => {
        concat!("It wants a [`VoiceResponse`](crate::VoiceResponse) back", $words, ".")
    };
    (Messaging $words:literal) => {
        concat!("It wants a [`MessagingResponse`](crate::MessagingResponse) back", $words, ".")
    };
    (Nothing $words:literal) => {
        "It wants nothing back: any status below 300 will do."
    };
}

/// Turns rows into types. The facts of a parameter (`when`, `redundant`, `undocumented`) say that it may be missing.
macro_rules! requests {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident = $id:literal ($page:literal, $method:literal, $answer:ident $answer_words:literal) {
            $(including $base_field:ident: $base:ident;)?
            $(
                $(#[doc = $field_doc:literal])+
                $field:ident = $parameter:literal $(& $companion:literal)?: $kind:ident $(($arg:tt))? { $($facts:tt)* };
            )*
        }
    )+) => { $( request! {
        { $(#[doc = $doc])+ } $name = $id ($page, $method, $answer $answer_words) [$($base_field: $base)?] {
            $( { $(#[doc = $field_doc])+ } $field = $parameter $(& $companion)?: [$kind $(($arg))?] { $($facts)* }; )*
        }
    } )+

        /// The requests of this table.
        pub(super) const ALL: &[&Webhook] = &[$($name::ROW),+];
    };
}

macro_rules! request {
    (
        { $(#[doc = $doc:literal])+ }
        $name:ident = $id:literal ($page:literal, $method:literal, $answer:ident $answer_words:literal)
        [$($base_field:ident: $base:ident)?] {
            $(
                { $(#[doc = $field_doc:literal])+ }
                $field:ident = $parameter:literal $(& $companion:literal)?:
                [$($kind:tt)+] { $($fact:ident: $fact_value:tt),* };
            )*
        }
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = concat!("[Twilio's page](", $page, "). Method: ", $method, ". ", answer_words!($answer $answer_words))]
        ///
        /// ```
        #[doc = concat!("use twiml_core::webhook::{Request, ", stringify!($name), "};")]
        ///
        #[doc = concat!("let mut parameters = ", stringify!($name), "::WEBHOOK.sample();")]
        /// parameters.push("Newer", "than this crate");
        #[doc = concat!("let request = ", stringify!($name), "::from_parameters(parameters.clone())?;")]
        /// assert_eq!(request.other.get("Newer"), Some("than this crate"));
        #[doc = concat!("assert_eq!(", stringify!($name), "::from_parameters(request.to_parameters())?, request);")]
        /// # Ok::<(), twiml_core::Malformed>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                /// What every request about a call says.
                pub $base_field: $base,
            )?
            $(
                $(#[doc = $field_doc])+
                #[doc = concat!("\n\n`", $parameter, "`" $(, " and `", $companion, "`")?, ": ", kind_words!($($kind)+), ".")]
                $(#[doc = fact_words!($fact $fact_value)])*
                pub $field: field_type!($($kind)+ { $($fact)* }),
            )*
            /// Parameters that are none of the above: newer than this crate, or your own in a query.
            pub other: Parameters,
        }

        impl $name {
            pub(crate) const ROW: &'static Webhook = &Webhook {
                id: $id,
                doc: sentence!($($doc)+),
                page: $page,
                method: $method,
                answer: Answer::$answer,
                including: [$(Some($base::ROW),)? None][0],
                parameters: &[$(Parameter {
                    $(companion: Some($companion),)?
                    $($fact: fact_of!($fact $fact_value),)*
                    ..Parameter::new($parameter, stringify!($field), sentence!($($field_doc)+), kind_of!($($kind)+))
                }),*],
            };

            /// Takes out what belongs to this request.
            pub(super) fn take(from: &mut Parameters) -> Result<Self, Malformed> {
                Ok(Self {
                    $($base_field: $base::take(from)?,)?
                    $($field: take!(from $parameter $($companion)? $($kind)+ { $($fact)* }),)*
                    other: Parameters::new(),
                })
            }

            /// Appends its parameters.
            pub(super) fn give(&self, to: &mut Parameters) {
                $(self.$base_field.give(to);)?
                $(give!(to self.$field, $parameter $($companion)? $($kind)+ { $($fact)* });)*
                to.extend(&self.other);
            }
        }

        impl Request for $name {
            const WEBHOOK: &'static Webhook = Self::ROW;

            fn from_parameters(mut parameters: Parameters) -> Result<Self, Malformed> {
                let request = Self::take(&mut parameters)?;
                Ok(Self { other: parameters, ..request })
            }

            fn to_parameters(&self) -> Parameters {
                let mut parameters = Parameters::new();
                self.give(&mut parameters);
                parameters
            }
        }

        serialized!($name);
    };
}
