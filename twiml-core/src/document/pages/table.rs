//! The head of an element's page: what stands in it, and a table of its attributes.

/// Defines a macro that gives the tag of an item; where its rows have none, it asks the next one. The first token is a `$`,
/// which a macro cannot write into another one by itself.
macro_rules! tags {
    ([$dollar:tt $name:ident $next:ident] $dialect:ident; $(
        #[doc = $doc:literal]
        $item:ident $([root])? = $tag:literal $head:tt $facts:tt
        attributes $attributes:tt
        rules $rules:tt
    )*) => {
        macro_rules! $name {
            $( ($item) => { $tag }; )*
            ($dollar item:ident) => { $next!($dollar item) };
        }
    };
}

/// An item as a link names it: the words of Rust without `r#`.
macro_rules! link {
    (r#break) => {
        "break"
    };
    (r#for) => {
        "for"
    };
    (r#loop) => {
        "loop"
    };
    ($item:ident) => {
        stringify!($item)
    };
}

/// The children of an element, each as a link to its page.
macro_rules! children {
    ($($child:ident)*) => {
        concat!("\nChildren:" $(, " [`<", tag!($child), ">`](mod@", link!($child), ")")*, "\n")
    };
}

/// How many of which children.
macro_rules! limits_words {
    ([$($child:literal $least:tt..=$most:tt)*]) => {
        concat!($("\n", limit_words!($least $most), " `<", $child, ">`.\n"),*)
    };
}

macro_rules! limit_words {
    (1 1) => {
        "Exactly one"
    };
    (0 1) => {
        "At most one"
    };
    (0 $most:tt) => {
        concat!("At most ", $most)
    };
    ($least:tt $most:tt) => {
        concat!("At least ", $least, " and at most ", $most)
    };
}

/// What the text of an element is.
macro_rules! text_words {
    ($presence:ident $($longest:literal)? $(, $doc:literal)?) => {
        concat!("\nText, ", presence_words!($presence) $(, ", at most ", $longest, " characters")? $(, ": ", $doc)?, "\n")
    };
}

macro_rules! presence_words {
    (Required) => {
        "required"
    };
    (Optional) => {
        "optional"
    };
    (Mixed) => {
        "between and in its children"
    };
}

/// When nothing after an element runs.
macro_rules! terminal_words {
    (Always) => {
        "\nNothing after it runs.\n"
    };
    (Written($name:literal)) => {
        concat!("\nNothing after it runs if `", $name, "` is written.\n")
    };
    (Is($name:literal $value:literal)) => {
        concat!("\nNothing after it runs if `", $name, "` is `", $value, "`.\n")
    };
}

/// The attributes of an element, a line each.
macro_rules! table {
    ($item:ident {}) => { "" };
    ($item:ident { $(
        #[doc = $doc:literal]
        $attribute:ident = $name:literal: $kind:ident $(($argument:tt))? { $($fact:tt)* };
    )+ }) => {
        concat!(
            "\n| attribute | takes | default | required |\n|---|---|---|---|\n"
            $(, attribute! { $kind $(($argument))? attribute_line $item $attribute $name { $($fact)* } })+
        )
    };
}

/// An attribute whose kind is said in words.
macro_rules! attribute_line {
    ($takes:literal [] $type:ty; $($row:tt)+) => { cells! { $takes; $($row)+ } };
}

macro_rules! cells {
    ($takes:expr; $item:ident $attribute:ident $name:literal {
        $(also: $also:tt $(,)?)?
        $(words: [$($word:literal),*] $(,)?)?
        $(contested: $contested:tt $(,)?)?
        $(open: $open:literal $(,)?)?
        $(known: $known:ident $(,)?)?
        $(legacy: $legacy:tt $(,)?)?
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
        $(required: $required:tt $(,)?)?
        $(status: $status:ident $(($instead:literal))? $(,)?)?
        $(notes: $notes:literal $(,)?)?
    }) => {
        concat!(
            "| [`", $name, "`](type@", link!($item), "::", link!($attribute), ")" $(, status_words!($status))?,
            " | ", $takes
            $(, " Or a word:" $(, " `", $word, "`")*, ".")?
            , range_words!([$($min)?] [$($max)?] [$($unit)?]),
            " | " $(, "`", $default, "`")?,
            " | " $(, required_words!($required))?, " |\n"
        )
    };
}

/// How many, and of what.
macro_rules! range_words {
    ([] [] []) => { "" };
    ([] [] [$unit:literal]) => { concat!(" In ", $unit, ".") };
    ([$min:literal] [] []) => { concat!(" At least ", $min, ".") };
    ([$min:literal] [] [$unit:literal]) => { concat!(" In ", $unit, ", at least ", $min, ".") };
    ([] [$max:literal] [$($unit:literal)?]) => { concat!(" At most ", $max $(, " ", $unit)?, ".") };
    ([$min:literal] [$max:literal] [$($unit:literal)?]) => { concat!(" ", $min, " to ", $max $(, " ", $unit)?, ".") };
}

macro_rules! status_words {
    (Deprecated) => {
        " (deprecated)"
    };
    (Retired) => {
        " (retired)"
    };
    (Undocumented) => {
        " (of libraries only)"
    };
}

macro_rules! required_words {
    (true) => {
        "yes"
    };
    (false) => {
        ""
    };
}
