//! Names of the user's that the expansion uses too, or might.

use crate::assert_body;

/// Everything that the expansion could mean stands for something else here.
mod shadowed {
    use crate::assert_body;

    mod core {}
    mod std {}
    mod alloc {}
    mod twiml {}
    mod twiml_core {}

    pub(super) struct String;
    struct Option;
    struct Vec;
    struct Some;
    struct None;
    struct Response;
    struct VoiceResponse;
    struct Writer;
    struct Fragment;
    pub(super) trait AsRef {}

    impl AsRef for String {}

    pub(super) fn answer(_: &impl AsRef, name: &str, maybe: ::core::option::Option<u8>) -> impl ::core::fmt::Display {
        let (_, _, _, _) = ((Option, Vec), (Some, None), (Response, VoiceResponse), (Writer, Fragment));
        let fragment = ::twiml::twiml! { <Say>{name}</Say> if name.is_empty() { <Hangup/> } };
        ::twiml::twiml! {
            <Response>
                {fragment}
                <Gather timeout={maybe}>for _ in 0..2 { <Pause/> }</Gather>
                <Connect>
                    <Conversation
                        serviceInstanceSid="ISX"
                        inboundAutocreation={name.is_empty()}
                        routingAssignmentTimeout={maybe}
                    />
                </Connect>
            </Response>
        }
    }

    #[test]
    fn constants_are_made_without_a_prelude() {
        const ANSWER: ::twiml::VoiceResponse = ::twiml::twiml! { <Response><Hangup/></Response> };
        assert_body(&ANSWER, "<Response><Hangup/></Response>");
    }
}

#[test]
fn items_of_the_same_name_are_left_alone() {
    assert_body(
        &shadowed::answer(&shadowed::String, "Ada", Some(3)).to_string(),
        concat!(
            r#"<Response><Say>Ada</Say><Gather timeout="3"><Pause/><Pause/></Gather><Connect>"#,
            r#"<Conversation serviceInstanceSid="ISX" inboundAutocreation="false"/></Connect></Response>"#,
        ),
    );
}

#[test]
fn locals_of_the_same_name_are_left_alone() {
    let (writer, w, at, size, text) = ("writer", 1_u8, "at", 2_u8, "text");
    let (value0, value1, lifted0, lifted1) = (true, 3_u8, "lifted0", Ok::<_, std::fmt::Error>("lifted1"));
    let answer = || -> Result<_, std::fmt::Error> {
        let fragment = twiml::twiml! { <Say loop={w}>{lifted1?} {lifted0} {writer} {at}</Say> };
        Ok(twiml::twiml! {
            <Response>
                {fragment}
                <Say loop={size}>{writer} {at} {w} {text}</Say>
                <Connect>
                    <Conversation
                        serviceInstanceSid={at}
                        inboundAutocreation={value0}
                        routingAssignmentTimeout={value1}
                    />
                </Connect>
            </Response>
        })
    };
    assert_body(
        &answer().unwrap(),
        concat!(
            r#"<Response><Say loop="1">lifted1lifted0writerat</Say><Say loop="2">writerat1text</Say><Connect>"#,
            r#"<Conversation serviceInstanceSid="at" inboundAutocreation="true" routingAssignmentTimeout="3"/></Connect>"#,
            "</Response>",
        ),
    );
}

/// Constants and unit structs turn a binding of their name into a pattern.
mod patterns {
    use crate::assert_body;

    const SIZE: u32 = 7;

    #[test]
    #[expect(non_upper_case_globals, reason = "the names are those of locals")]
    fn constants_do_not_become_patterns() {
        const writer: u8 = 1;
        const at: &str = "at";
        const value0: bool = true;
        const size: u8 = 2;
        let answer = ::twiml::twiml! {
            <Response>
                <Say loop={SIZE}>{writer} {at}</Say>
                <Connect>
                    <Conversation
                        serviceInstanceSid="ISX"
                        inboundAutocreation={value0}
                        routingAssignmentTimeout={size}
                    />
                </Connect>
            </Response>
        };
        assert_body(
            &answer,
            concat!(
                r#"<Response><Say loop="7">1at</Say><Connect><Conversation serviceInstanceSid="ISX" "#,
                r#"inboundAutocreation="true" routingAssignmentTimeout="2"/></Connect></Response>"#,
            ),
        );
    }
}

/// The places of fragments are types with the names of elements: `w`, `s`, `p` and so on.
mod imported {
    use twiml::{Fragment, element::*, twiml, voice::Conversation::*};

    use crate::assert_body;

    fn spoken(name: &str) -> impl Fragment<Say> + Fragment<emphasis> {
        twiml! { <w role="amazon:VB">{name}</w> }
    }

    #[test]
    fn names_of_elements_and_attributes_may_be_imported() {
        let _: (w, s, p, sub, lang) = (w, s, p, sub, lang);
        let recorded: (record, trim) = (twiml::Record::FromAnswer, twiml::Trim::TrimSilence);
        assert_eq!(recorded.0.as_str(), "record-from-answer");
        let times = 2_u8;
        assert_body(
            &twiml! { <Response><Say loop={times}>{spoken("a")}</Say></Response> },
            r#"<Response><Say loop="2"><w role="amazon:VB">a</w></Say></Response>"#,
        );
    }
}

mod user_macros {
    use crate::assert_body;

    /// Calls of these names would not compile.
    macro_rules! refused {
        ($($name:ident)+) => { $( #[allow(unused_macros, reason = "nobody calls them")] macro_rules! $name { () => {} } )+ };
    }

    refused! { raw compile_error concat stringify format format_args panic matches write vec }

    #[test]
    fn macros_of_the_same_name_are_left_alone() {
        let name = "Ada";
        assert_body(&twiml::twiml! { <Response><Say>{name}</Say></Response> }, "<Response><Say>Ada</Say></Response>");
    }
}

mod user_traits {
    use crate::assert_body;

    /// Methods of the names that the expansion calls.
    trait Raw {
        fn raw(&self, _: &str) {}
        fn write(&self) {}
        fn put(&self) {}
        fn guess(&self) {}
    }

    impl<T: ?Sized> Raw for T {}

    #[test]
    fn methods_of_the_same_name_are_left_alone() {
        let (name, times) = ("Ada", 2_u8);
        name.raw("");
        name.write();
        name.put();
        name.guess();
        let fragment = twiml::twiml! { <Say loop={times}>{name}</Say> };
        assert_body(
            &twiml::twiml! { <Response>{fragment}</Response> },
            r#"<Response><Say loop="2">Ada</Say></Response>"#,
        );
    }
}
