//! Enums as run-time values of attributes.

/// Which attributes take an enum of words.
macro_rules! attribute_families {
    ($name:ident) => {
        #[diagnostic::do_not_recommend]
        impl<S> $crate::value::OneOf<$name, S> for $name {}
        impl<S> $crate::value::TextOrBoolean<S> for $name {}
        #[diagnostic::do_not_recommend]
        impl<S> $crate::value::SetOf<$name, S> for $name {}
    };
}

/// What every enum of a closed list is as a run-time value.
macro_rules! attribute_value {
    ($name:ident) => {
        attribute_families! { $name }

        impl $crate::value::AttributeValue for $name {
            const ALWAYS: bool = true;

            #[inline]
            fn write(&self, start: &str, writer: &mut $crate::Writer) {
                writer.attribute(start, self.as_str());
            }

            #[inline]
            fn open(&self, start: &str, writer: &mut $crate::Writer) -> bool {
                $crate::value::AttributeValue::open(self.as_str(), start, writer)
            }

            #[inline]
            fn write_between(&self, start: &str, after: &str, writer: &mut $crate::Writer) {
                $crate::value::AttributeValue::write_between(self.as_str(), start, after, writer);
            }

            #[inline]
            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                Some(test(self.as_str()))
            }

            #[inline]
            fn word(&self) -> Option<&str> {
                Some(self.as_str())
            }
        }
    };
}

/// The same of an open list: what is no word is not written.
macro_rules! open_attribute_value {
    ($name:ident) => {
        attribute_families! { $name }

        impl $crate::value::AttributeValue for $name {
            #[inline]
            fn write(&self, start: &str, writer: &mut $crate::Writer) {
                $crate::value::AttributeValue::write(&self.word(), start, writer);
            }

            #[inline]
            fn open(&self, start: &str, writer: &mut $crate::Writer) -> bool {
                $crate::value::AttributeValue::open(&self.word(), start, writer)
            }

            #[inline]
            fn write_between(&self, start: &str, after: &str, writer: &mut $crate::Writer) {
                $crate::value::AttributeValue::write_between(&self.word(), start, after, writer);
            }

            #[inline]
            fn compare(&self, test: &dyn Fn(&str) -> bool) -> Option<bool> {
                self.word().map(test)
            }

            #[inline]
            fn word(&self) -> Option<&str> {
                match self {
                    Self::Other(value) => $crate::document::as_word(value),
                    _ => Some(self.as_str()),
                }
            }
        }
    };
}

/// What can be told from the words beside it.
pub(crate) fn as_word(value: &str) -> Option<&str> {
    (!value.is_empty() && !value.contains(char::is_whitespace)).then_some(value)
}
