//! The rules of elements in words: on the page of the element all of them, on that of an attribute those that fault it.

/// The rules of an element, a line each.
macro_rules! rules {
    ({}) => { "" };
    ({ $( $id:literal $kind:ident $severity:ident $clauses:tt; )+ }) => {
        concat!(
            "\n# Rules\n\n" $(, rule! { rule_line [] $severity $clauses })+,
            "\nWhere an error hangs on values of the run time, the attribute that would break the rule is not written. What a \
             warning speaks of is written all the same.\n"
        )
    };
}

/// The rules that fault an attribute. The macro of its name, made by `tests!`, knows whether one does.
macro_rules! rules_of {
    ($attribute:ident {}) => { "" };
    ($attribute:ident { $( $id:literal $kind:ident $severity:ident $clauses:tt; )+ }) => {
        concat!($(rule! { rule_fault [$attribute] $severity $clauses }),+)
    };
}

/// Hands what a rule says to another macro.
macro_rules! rule {
    ($callback:ident $argument:tt $severity:ident {
        $(places: $places:tt,)?
        $(attributes: $attributes:tt,)?
        $(when: $when:tt,)?
        $(needs: $needs:tt,)?
        $(forbids: $forbids:tt,)?
        $(of: $of:tt,)?
        $(count: $count:literal,)?
        $(except: $except:tt,)?
        $(scope: $scope:ident,)?
        message: $($at_fault:ident)? $message:literal,
        $(code: $code:literal,)?
        basis: $basis:ident,
        source: $source:literal,
    }) => {
        $callback! { $argument [$($attributes)?] $severity [$($places)?] [$($at_fault)? $message] [$($code)?] }
    };
}

/// A rule on the page of its element.
macro_rules! rule_line {
    ([] $attributes:tt $severity:ident $places:tt [$($message:tt)+] $code:tt) => {
        concat!(
            "- ", stringify!($severity), rule_subject!($attributes $($message)+), rule_places!($places), ": ",
            rule_words!($attributes $($message)+), rule_code!($code), "\n"
        )
    };
}

/// A rule on the page of an attribute, if it faults that one.
macro_rules! rule_fault {
    ([$attribute:ident] $attributes:tt $($rule:tt)+) => { $attribute! { $attributes [$($rule)+] } };
}

/// Defines a macro for each attribute, under its name: of the attributes that a rule faults and the rule, it gives the rule if
/// it is one of them.
macro_rules! tests {
    ([$dollar:tt] { $(
        #[doc = $doc:literal]
        $attribute:ident = $name:tt: $kind:ident $(($argument:tt))? { $($fact:tt)* };
    )* }) => { $( test! { [$dollar] $attribute $name } )* };
}

macro_rules! test {
    ([$dollar:tt] $attribute:ident $name:tt) => {
        #[allow(unused_macros, reason = "not every attribute is in an element with rules")]
        macro_rules! $attribute {
            ([[$name $dollar($dollar rest:tt)*]] $dollar rule:tt) => {
                rule_of_attribute! { $name $dollar rule }
            };
            ([[$dollar other:tt, $dollar($dollar rest:tt)*]] $dollar rule:tt) => {
                $attribute! { [[$dollar($dollar rest)*]] $dollar rule }
            };
            ($dollar others:tt $dollar rule:tt) => {
                ""
            };
        }
    };
}

macro_rules! rule_of_attribute {
    ($name:literal [Error $places:tt [$($message:tt)+] $code:tt]) => {
        concat!(
            "\nError", rule_places!($places), ": ", rule_words!([[$name]] $($message)+), rule_code!($code),
            " Where that hangs on values of the run time, `", $name, "` is not written.\n"
        )
    };
    ($name:literal [Warning $places:tt [$($message:tt)+] $code:tt]) => {
        concat!("\nWarning", rule_places!($places), ": ", rule_words!([[$name]] $($message)+), rule_code!($code), "\n")
    };
}

/// The parents in which a rule speaks.
macro_rules! rule_places {
    ([]) => { "" };
    ([[$first:literal $(, $place:literal)*]]) => { concat!(", in `<", $first, ">`" $(, " and `<", $place, ">`")*) };
}

/// The attributes that a rule faults, where its words do not begin with them.
macro_rules! rule_subject {
    ([[$first:literal $(, $name:literal)*]] $message:literal) => { concat!(" at `", $first, "`" $(, ", `", $name, "`")*) };
    ($attributes:tt $($message:tt)+) => { "" };
}

/// What a rule says.
macro_rules! rule_words {
    ($attributes:tt $message:literal) => { $message };
    ([[$name:literal]] attribute $message:literal) => { concat!("`", $name, "` ", $message) };
    ([[$first:literal $(, $name:literal)+]] attribute $message:literal) => {
        concat!("each of `", $first, "`" $(, ", `", $name, "`")+, " ", $message)
    };
}

/// What Twilio's debugger shows where a rule is broken.
macro_rules! rule_code {
    ([]) => {
        "."
    };
    ([$code:literal]) => {
        concat!(" ([", $code, "](https://www.twilio.com/docs/api/errors/", $code, ")).")
    };
}
