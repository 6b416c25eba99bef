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
        i64
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
        $crate::http::webhook::reports::$list
    };
    ($kind:ident $(($arg:tt))?) => {
        alloc::string::String
    };
}

macro_rules! kind_of {
    (Listed($list:ident)) => {
        Kind::Listed(<$crate::http::webhook::reports::$list as $crate::Enumeration>::VOCABULARY)
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
    (optional true) => {
        true
    };
    (open true) => {
        true
    };
    (undocumented true) => {
        true
    };
}

/// What a fact of a row is in the documentation.
macro_rules! fact_words {
    (when $when:literal) => {
        concat!("\n\nComes when: ", $when, ".")
    };
    (optional true) => {
        "\n\nMay be missing."
    };
    (open true) => {
        "\n\nIt may also be no JSON."
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
    (Json) => { "the text of a JSON object" };
    (Int) => { "a whole number" };
    (Float) => { "a number" };
    (Bool) => { "`true` or `false`" };
    (Rfc2822) => { "a time of RFC 2822" };
    (Iso8601) => { "a time of ISO 8601" };
    (Listed($list:ident)) => { concat!("one of [`", stringify!($list), "`](crate::http::webhook::reports::", stringify!($list), ")") };
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

/// Turns rows into types.
///
/// A row of a parameter is its field, its name, its kind, what it is in a sample, where that is not the usual one of its kind,
/// and its facts. Each fact (`when`, `optional`, `open`, `undocumented`) says that it may be missing.
macro_rules! requests {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident = $id:literal ($page:literal, $method:literal, $answer:ident $answer_words:literal $(, $status:ident: $status_value:tt)*) {
            $(including $base_field:ident: $base:ident { $($included:literal: $included_value:literal),* };)?
            $(
                $(#[doc = $field_doc:literal])+
                $field:ident = $parameter:literal $(& $companion:literal)?: $kind:ident $(($arg:tt))? $($sample:literal)? { $($facts:tt)* };
            )*
        }
    )+) => { $( request! {
        { $(#[doc = $doc])+ } $name = $id ($page, $method, $answer $answer_words $(, $status: $status_value)*)
        [$($base_field: $base { $($included: $included_value),* })?] {
            $( { $(#[doc = $field_doc])+ } $field = $parameter $(& $companion)?: [$kind $(($arg))?] [$($sample)?] { $($facts)* }; )*
        }
    } )+

        /// The requests of this table.
        pub(super) const ALL: &[&Row] = &[$(<$name as Webhook>::ROW),+];
    };
}

macro_rules! row_status {
    (partial true) => {
        true
    };
    (deprecated $instead:literal) => {
        Some($instead)
    };
}

macro_rules! status_words {
    (partial true) => {
        "\n\nTwilio's page says no more of it: other parameters may come, and any of these may be missing."
    };
    (deprecated $instead:literal) => {
        concat!("\n\nAn older request. ", $instead)
    };
}

macro_rules! request {
    (
        { $(#[doc = $doc:literal])+ }
        $name:ident = $id:literal ($page:literal, $method:literal, $answer:ident $answer_words:literal $(, $status:ident: $status_value:tt)*)
        [$($base_field:ident: $base:ident { $($included:literal: $included_value:literal),* })?] {
            $(
                { $(#[doc = $field_doc:literal])+ }
                $field:ident = $parameter:literal $(& $companion:literal)?:
                [$($kind:tt)+] [$($sample:literal)?] { $($fact:ident: $fact_value:tt),* };
            )*
        }
    ) => {
        $(#[doc = $doc])+
        $(#[doc = status_words!($status $status_value)])*
        #[doc = ""]
        #[doc = concat!("[Twilio's page](", $page, "). Method: ", $method, ". ", answer_words!($answer $answer_words))]
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::webhook::{", stringify!($name), ", Webhook};")]
        ///
        #[doc = concat!("let mut parameters = ", stringify!($name), "::full_sample().to_parameters();")]
        /// parameters.push("Newer", "than this crate");
        #[doc = concat!("let request = ", stringify!($name), "::from_form(parameters.to_form().as_bytes())?;")]
        /// assert_eq!(request.other.get("Newer"), Some("than this crate"));
        /// assert_eq!(request.to_parameters(), parameters);
        /// # Ok::<(), twiml::webhook::Malformed>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                /// What every request about a call says. Its own `other` and `idempotency_token` stay empty: those of the
                /// whole request are below.
                pub $base_field: $base,
            )?
            $(
                $(#[doc = $field_doc])+
                #[doc = concat!("\n\n`", $parameter, "`" $(, " and `", $companion, "`")?, ": ", kind_words!($($kind)+), ".")]
                $(#[doc = fact_words!($fact $fact_value)])*
                pub $field: field_type!($($kind)+ { $($fact)* }),
            )*
            /// What is none of the above, in the order in which it came: parameters that are newer than this crate, or your own
            /// in the query of a GET; those above whose value is not what it should be; and, behind a
            /// [`Verifier`](crate::signature::Verifier), last those of the query beside a form.
            pub other: Parameters,
            /// The same when Twilio sends the request again, as it does where no answer came: header
            /// `I-Twilio-Idempotency-Token`. Extractors fill it in.
            pub idempotency_token: Option<alloc::string::String>,
        }

        impl $name {
            /// Names of its own parameters, one in a line.
            const NAMES: &'static str = concat!($($parameter $(, "&", $companion)?, "\n"),*);
        }

        impl Webhook for $name {
            const ROW: &'static Row = &Row {
                id: $id,
                doc: sentence!($($doc)+),
                page: $page,
                method: $method,
                answer: Answer::$answer,
                including: [$(Some(<$base as Webhook>::ROW),)? None][0],
                included: &[$($(($included, $included_value)),*)?],
                parameters: &[$(Parameter {
                    $(companion: Some($companion),)?
                    $($fact: fact_of!($fact $fact_value),)*
                    $(sample: $sample,)?
                    ..Parameter::new($parameter, stringify!($field), sentence!($($field_doc)+), kind_of!($($kind)+))
                }),*],
                $($status: row_status!($status $status_value),)*
                ..Row::PLAIN
            };
        }

        impl Parts for $name {
            #[inline(never)]
            fn blank() -> Self {
                Self {
                    $($base_field: Parts::blank(),)?
                    $($field: Field::blank(),)*
                    other: Parameters::new(),
                    idempotency_token: None,
                }
            }

            #[inline(never)]
            fn read(&mut self, from: &mut Parameters) -> Result<(), Malformed> {
                // Of a name that both have the more special one is meant.
                let own = &mut [$(Field::slot(&mut self.$field)),*];
                field::read(Self::NAMES, own, from)?;
                $(self.$base_field.read(from).inspect_err(|_| field::clear(own))?;)?
                Ok(())
            }

            #[inline(never)]
            fn write(&self, to: &mut Parameters) {
                $(self.$base_field.write(to);)?
                field::write(Self::NAMES, &[$(Field::shown(&self.$field)),*], to);
                to.extend(&self.other);
            }

            fn common(&mut self) -> (&mut Parameters, &mut Option<alloc::string::String>) {
                (&mut self.other, &mut self.idempotency_token)
            }
        }

        serialized!($name);
    };
}
