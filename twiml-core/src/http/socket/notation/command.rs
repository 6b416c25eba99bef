//! The notation of messages to Twilio.

/// Messages to Twilio: a type for each, and an enum of all.
macro_rules! commands {
    (
        $module:literal $tag_field:literal
        $(
            $(#[doc = $doc:literal])+
            $variant:ident: $name:ident = $id:literal ($tag:literal, $page:literal)
            { $($fact:ident: $value:tt),* $(,)? } $([$example:literal])?
            $(required {
                $(
                    $(#[doc = $required_doc:literal])+
                    $required:ident = $required_path:literal: $required_kind:ident $(($required_arg:tt))?
                    { $($required_fact:ident: $required_value:tt),* };
                )+
            })?
            $(optional {
                $(
                    $(#[doc = $optional_doc:literal])+
                    $optional:ident = $optional_path:literal: $optional_kind:ident $(($optional_arg:tt))?
                    { $($optional_fact:ident: $optional_value:tt),* };
                )+
            })?
            $(raw { $other:ident })?
        )+
    ) => {
        $(
            command! {
                [$module $tag_field $id $tag $page] { $($doc)+ } $variant $name { $($fact: $value),* } [$($example)?]
                { $($(
                    { $($required_doc)+ } $required $required_path [$required_kind $(($required_arg))?]
                    { $($required_fact: $required_value),* }
                )+)? }
                { $($(
                    { $($optional_doc)+ } $optional $optional_path [$optional_kind $(($optional_arg))?]
                    { $($optional_fact: $optional_value),* }
                )+)? }
                [$($other)?]
            }
        )+

        pub(super) const COMMANDS: &[&Message] = &[$($name::MESSAGE),+];

        /// What Twilio can be told.
        ///
        /// A command has the fields that Twilio lists, and no others: one too many, a number for a text or a `null`, and Twilio
        /// drops it. Reading is as strict as Twilio is, so that a test can hold what an application sends against it.
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Command;")]
        ///
        #[doc = concat!("let refused = r#\"{\"", $tag_field, "\":\"applause\"}\"#.parse::<Command>().unwrap_err();")]
        /// assert_eq!(refused.to_string(), "unknown message `applause`");
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Command {
            $( $(#[doc = $doc])+ $variant($name), )+
        }

        impl Command {
            /// Reads a message that is JSON already.
            ///
            /// # Errors
            ///
            /// Twilio would not take it.
            pub fn from_object(object: Object) -> Result<Self, Refused> {
                match object::known(COMMANDS, &object).map(|message| message.tag) {
                    $( Some($tag) => $name::MESSAGE.take(object).map(Self::$variant).map_err(Refused::Broken), )+
                    _ => Err(Refused::Unknown(Unknown::new($tag_field, object))),
                }
            }

            /// The row of the message.
            #[must_use]
            pub const fn message(&self) -> &'static Message {
                match self {
                    $( Self::$variant(_) => $name::MESSAGE, )+
                }
            }

            /// The message as a JSON object.
            #[must_use]
            pub fn to_object(&self) -> Object {
                match self {
                    $( Self::$variant(message) => message.to_object(), )+
                }
            }

            /// What Twilio would refuse in it.
            #[must_use]
            pub fn faults(&self) -> alloc::vec::Vec<Fault> {
                self.message().faults(&self.to_object())
            }
        }

        read_from_text!(Command Refused Command::from_object);
        written!(Command |command| Some(command.message()));

        variants! { Command $($variant($name))+ }
    };
}

macro_rules! command {
    (
        [$module:literal $tag_field:literal $id:literal $tag:literal $page:literal] { $($doc:literal)+ }
        $variant:ident $name:ident { $($fact:ident: $value:tt),* } [$($example:literal)?]
        { $(
            { $($required_doc:literal)+ } $required:ident $required_path:literal [$($required_kind:tt)+]
            { $($required_fact:ident: $required_value:tt),* }
        )* }
        { $(
            { $($optional_doc:literal)+ } $optional:ident $optional_path:literal [$($optional_kind:tt)+]
            { $($optional_fact:ident: $optional_value:tt),* }
        )* }
        [$($other:ident)?]
    ) => {
        $(#[doc = $doc])+
        $(#[doc = fact_words!($fact $value)])*
        #[doc = ""]
        #[doc = concat!("[Twilio's page](", page_of!($page), ").")]
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Command;")]
        ///
        #[doc = example_words!($tag_field $tag [$($example)?])]
        /// let command: Command = text.parse()?;
        #[doc = concat!("assert!(matches!(command, Command::", stringify!($variant), "(_)));")]
        /// assert_eq!(command.to_json(), text);
        /// # Ok::<(), twiml::socket::Refused>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $required_doc])+
                #[doc = field_words!($required_path Always [$($required_kind)+])]
                $(#[doc = fact_words!($required_fact $required_value)])*
                pub $required: field_type!(Always $($required_kind)+),
            )*
            $(
                $(#[doc = $optional_doc])+
                #[doc = field_words!($optional_path Optional [$($optional_kind)+])]
                $(#[doc = fact_words!($optional_fact $optional_value)])*
                pub $optional: field_type!(Optional $($optional_kind)+),
            )*
            $(
                /// Its fields, as Twilio's page has them.
                pub $other: Object,
            )?
        }

        row! {
            $name Application [$tag_field $id $tag $page] { $($doc)+ } { $($fact: $value),* } [$($example)?]
            {
                $( { $($required_doc)+ } $required $required_path Always [$($required_kind)+]
                   { $($required_fact: $required_value),* } )*
                $( { $($optional_doc)+ } $optional $optional_path Optional [$($optional_kind)+]
                   { $($optional_fact: $optional_value),* } )*
            }
        }

        impl $name {
            /// The message with what it must have.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a default says nothing of what it does")]
            pub fn new($($required: argument_type!($($required_kind)+),)* $($other: Object)?) -> Self {
                Self { $($required: $required.into(),)* $($optional: None,)* $($other)? }
            }

            $(
                $(#[doc = $optional_doc])+
                $(#[doc = fact_words!($optional_fact $optional_value)])*
                #[must_use]
                pub fn $optional(mut self, $optional: argument_type!($($optional_kind)+)) -> Self {
                    self.$optional = Some($optional.into());
                    self
                }
            )*
        }

        read_and_written! {
            $name {
                $($required $required_path Always [$($required_kind)+])*
                $($optional $optional_path Optional [$($optional_kind)+])*
            } { $($other)? }
        }
        message!($name [$($other)?]);
    };
}
