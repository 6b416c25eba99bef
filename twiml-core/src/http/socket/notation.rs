//! The notation of messages: a macro for each direction turns rows into Rust types, how they are read and written, their data
//! and their documentation.

#[macro_use]
mod event;
#[macro_use]
mod command;

/// The object that a message is written into.
macro_rules! base_of {
    ($self:ident) => {
        Object::new()
    };
    ($self:ident $other:ident) => {
        $self.$other.clone()
    };
}

/// What one message can do.
macro_rules! message {
    ($name:ident [$($other:ident)?]) => {
        impl $name {
            /// The message as a JSON object.
            #[must_use]
            pub fn to_object(&self) -> Object {
                let mut object = base_of!(self $($other)?);
                form::Fields::write(self, &mut object);
                object.insert(Self::MESSAGE.tag_field.into(), Self::MESSAGE.tag.into());
                object
            }

            /// What is wrong with it: see [`Message::faults`](crate::socket::Message::faults).
            #[must_use]
            pub fn faults(&self) -> alloc::vec::Vec<Fault> {
                Self::MESSAGE.faults(&self.to_object())
            }
        }

        written!($name |_| Some($name::MESSAGE));
    };
}

/// How one message, or one of several, is written.
macro_rules! written {
    ($name:ident $row:expr) => {
        impl $name {
            /// The message as it goes over the socket: JSON, for a text frame.
            #[must_use]
            pub fn to_json(&self) -> alloc::string::String {
                let row: fn(&Self) -> Option<&'static Message> = $row;
                Ordered { message: row(self), object: &self.to_object() }.to_json()
            }
        }

        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let row: fn(&Self) -> Option<&'static Message> = $row;
                serde_core::Serialize::serialize(&Ordered { message: row(self), object: &self.to_object() }, serializer)
            }
        }
    };
}

/// How one of several messages is read from text; a function `from_object` gives the rest.
macro_rules! read_from_text {
    ($name:ident $error:ident $take:expr) => {
        impl $name {
            /// Reads a message: the text of one frame. [`FromStr`](core::str::FromStr) and `serde` do the same.
            #[doc = concat!("\n\n# Errors\n\nSee [`", stringify!($error), "`].")]
            pub fn from_json(text: &str) -> Result<Self, $error> {
                let take: fn(Object) -> Result<Self, $error> = $take;
                take(object::parse(text)?)
            }
        }

        impl core::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::from_json(text)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let take: fn(Object) -> Result<Self, $error> = $take;
                take(serde_core::Deserialize::deserialize(deserializer)?).map_err(serde_core::de::Error::custom)
            }
        }
    };
}

/// An example of a message, as the first statement of a documentation test.
macro_rules! example_words {
    ($tag_field:literal $tag:literal [$example:literal]) => {
        concat!("let text = r##\"", $example, "\"##;")
    };
    ($tag_field:literal $tag:literal []) => {
        concat!("let text = r##\"{\"", $tag_field, "\":\"", $tag, "\",\"its\":[\"own\",\"fields\"]}\"##;")
    };
}

/// The row of a message.
macro_rules! row {
    (
        $name:ident $side:ident [$tag_field:literal $id:literal $tag:literal $page:literal] { $($doc:literal)+ }
        { $($fact:ident: $value:tt),* } [$($example:literal)?] { $($fields:tt)* }
    ) => {
        impl $name {
            /// The message as data.
            pub const MESSAGE: &'static Message = &Message {
                doc: sentence!($($doc)+),
                page: page_of!($page),
                $($fact: fact_of!($fact $value),)*
                $(example: Some($example),)?
                fields: fields! { $($fields)* },
                ..Message::new($id, [$tag_field, $tag], Side::$side)
            };
        }
    };
}

/// Each message is one of all.
macro_rules! variants {
    ($all:ident $($variant:ident($name:ident))+) => {
        $( impl From<$name> for $all {
            fn from(message: $name) -> Self {
                Self::$variant(message)
            }
        } )+
    };
}
