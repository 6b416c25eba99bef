//! Several fragments are a fragment: a `Vec`, an array or a slice of them is written one behind the other.

use alloc::vec::Vec;
use core::num::NonZero;

use crate::{At, Fragment, Writer, fragment::HoldsText};

macro_rules! lists {
    ($([$($size:tt)*] $list:ty)+) => { $(
        #[diagnostic::do_not_recommend]
        impl<P, T: Fragment<P> $($size)*> Fragment<P> for $list {
            fn write(&self, writer: &mut Writer, at: At<P>) {
                for fragment in self {
                    fragment.write(writer, at);
                }
            }
        }
    )+ };
}

lists!([] [T] [, const N: usize] [T; N] [] Vec<T>);

macro_rules! numbers {
    ($($type:ty)+) => { $(
        #[diagnostic::do_not_recommend]
        impl<P: HoldsText> Fragment<P> for NonZero<$type> {
            fn write(&self, writer: &mut Writer, at: At<P>) {
                self.get().write(writer, at);
            }
        }
    )+ };
}

numbers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
