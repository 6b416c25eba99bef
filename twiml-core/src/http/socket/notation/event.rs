//! The notation of messages of Twilio's.

/// Messages of Twilio's: a type for each, and an enum of all.
macro_rules! events {
    (
        $module:literal $tag_field:literal
        $(
            $(#[doc = $doc:literal])+
            $name:ident = $id:literal ($tag:literal, $page:literal) { $($fact:ident: $value:tt),* $(,)? } $([$example:literal])? {
                $(
                    $(#[doc = $field_doc:literal])+
                    $field:ident = $path:literal: $presence:ident $kind:ident $(($arg:tt))?
                    { $($field_fact:ident: $field_value:tt),* };
                )*
            }
        )+
    ) => {
        $(
            event! {
                [$module $tag_field $id $tag $page] { $($doc)+ } $name { $($fact: $value),* } [$($example)?]
                $( { $($field_doc)+ } $field $path $presence [$kind $(($arg))?] { $($field_fact: $field_value),* } )*
            }
        )+

        pub(super) const EVENTS: &[&Message] = &[$($name::MESSAGE),+];

        /// What Twilio says.
        ///
        /// Reading fails only on what is no JSON object. What is newer than this crate is `Unknown`; what lacks something is
        /// `Broken`. Neither may end the call: name it once in the log, and go on.
        ///
        /// A number is read with quotes and without, base64 with padding and without; what may be missing may be ill as well,
        /// and is `None` then. Whatever came is written again as it came, with all fields that this crate does not know.
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Event;")]
        ///
        #[doc = concat!("let event: Event = r#\"{\"", $tag_field, "\":\"applause\",\"volume\":11}\"#.parse()?;")]
        /// assert!(matches!(event, Event::Unknown(_)));
        #[doc = concat!("assert_eq!(event.to_object()[\"volume\"], 11);")]
        /// # Ok::<(), twiml::socket::NoObject>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            $( $(#[doc = $doc])+ $name($name), )+
            /// A message that this crate does not know.
            Unknown(Unknown),
            /// A message that lacks what it always has.
            Broken(Broken),
        }

        impl Event {
            /// Reads a message that is JSON already.
            #[must_use]
            pub fn from_object(object: Object) -> Self {
                match object::known(EVENTS, &object).map(|message| message.tag) {
                    $( Some($tag) => $name::MESSAGE.take(object).map_or_else(Self::Broken, Self::$name), )+
                    _ => Self::Unknown(Unknown::new($tag_field, object)),
                }
            }

            /// The row of the message; `None` for one that this crate does not know.
            #[must_use]
            pub fn message(&self) -> Option<&'static Message> {
                match self {
                    $( Self::$name(_) => Some($name::MESSAGE), )+
                    Self::Broken(broken) => Some(broken.message),
                    Self::Unknown(_) => None,
                }
            }

            /// The message as a JSON object.
            #[must_use]
            pub fn to_object(&self) -> Object {
                match self {
                    $( Self::$name(message) => message.to_object(), )+
                    Self::Broken(broken) => broken.object.clone(),
                    Self::Unknown(unknown) => unknown.object.clone(),
                }
            }

            /// What cannot be read of it, also of a message that is not broken: what may be missing may be ill as well.
            #[must_use]
            pub fn faults(&self) -> alloc::vec::Vec<Fault> {
                self.message().map(|message| message.faults(&self.to_object())).unwrap_or_default()
            }
        }

        read_from_text!(Event NoObject |object| Ok(Event::from_object(object)));
        written!(Event Event::message);

        variants! { Event $($name($name))+ }
    };
}

macro_rules! event {
    (
        [$module:literal $tag_field:literal $id:literal $tag:literal $page:literal] { $($doc:literal)+ }
        $name:ident { $($fact:ident: $value:tt),* } [$($example:literal)?]
        $(
            { $($field_doc:literal)+ } $field:ident $path:literal $presence:ident [$($kind:tt)+]
            { $($field_fact:ident: $field_value:tt),* }
        )*
    ) => {
        $(#[doc = $doc])+
        $(#[doc = fact_words!($fact $value)])*
        #[doc = ""]
        #[doc = concat!("[Twilio's page](", page_of!($page), ").")]
        ///
        /// ```
        /// # use twiml_core as twiml;
        #[doc = concat!("use twiml::socket::", $module, "::Event;")]
        ///
        #[doc = example_words!($tag_field $tag [$($example)?])]
        /// let event: Event = text.parse()?;
        #[doc = concat!("assert!(matches!(event, Event::", stringify!($name), "(_)));")]
        /// assert_eq!(event.to_json().parse::<Event>()?, event);
        /// # Ok::<(), twiml::socket::NoObject>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[doc = $field_doc])+
                #[doc = field_words!($path $presence [$($kind)+])]
                $(#[doc = fact_words!($field_fact $field_value)])*
                pub $field: field_type!($presence $($kind)+),
            )*
            /// What is none of the above: fields that are newer than this crate, and values that would be written in another
            /// way than they came.
            pub other: Object,
        }

        row! {
            $name Twilio [$tag_field $id $tag $page] { $($doc)+ } { $($fact: $value),* } [$($example)?]
            { $( { $($field_doc)+ } $field $path $presence [$($kind)+] { $($field_fact: $field_value),* } )* }
        }
        read_and_written! { $name { $($field $path $presence [$($kind)+])* } { other } }
        message!($name [other]);
    };
}
