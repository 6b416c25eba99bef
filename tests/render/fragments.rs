//! Markup that does not start at the root.

use std::rc::Rc;

use twiml::{Fragment, Markup, Messaging, Voice, VoiceResponse, element, twiml};

const PAUSE: Markup<element::Pause, &str> = twiml! { <Pause length=2/> };
static HELLO: Markup<(element::Say, element::Pause), &str> = twiml! { <Say>"Hello"</Say> <Pause/> };

/// Serves several places.
fn prompt(
    name: &str,
) -> impl Fragment<element::Response<Voice>> + Fragment<element::Gather> + Fragment<element::Prompt> {
    twiml! { <Say>"Hello " {name}</Say> <Pause/> }
}

fn dial(number: u32) -> impl Fragment<element::Dial> {
    twiml! { <Number>{format_args!("+1{number}")}</Number> }
}

#[test]
fn constant_fragments_have_a_type_with_a_name() {
    assert_body!(
        twiml! { <Response>{PAUSE} {HELLO} <Gather>{PAUSE} {HELLO}</Gather></Response> },
        concat!(
            r#"<Response><Pause length="2"/><Say>Hello</Say><Pause/>"#,
            r#"<Gather><Pause length="2"/><Say>Hello</Say><Pause/></Gather></Response>"#,
        )
    );
}

#[test]
fn a_function_serves_several_places() {
    assert_body!(
        twiml! {
            <Response>
                <Gather>{prompt("A")}</Gather>
                <Pay><Prompt for="security-code">{prompt("B")}</Prompt></Pay>
                {prompt("<C>")}
            </Response>
        },
        concat!(
            "<Response><Gather><Say>Hello A</Say><Pause/></Gather>",
            r#"<Pay><Prompt for="security-code"><Say>Hello B</Say><Pause/></Prompt></Pay>"#,
            "<Say>Hello &lt;C&gt;</Say><Pause/></Response>",
        )
    );
}

#[test]
fn the_same_fragment_may_be_placed_again() {
    let name = String::from("Ada");
    let greeting = twiml! { <Say>{name}</Say> };
    assert_body!(
        twiml! { <Response>{greeting} <Gather>{&greeting}</Gather> {greeting.clone()} {&&greeting}</Response> },
        "<Response><Say>Ada</Say><Gather><Say>Ada</Say></Gather><Say>Ada</Say><Say>Ada</Say></Response>"
    );
}

#[test]
fn fragments_stand_in_loops_and_conditions() {
    let numbers = [5, 6];
    let last = twiml! { <Client>"joe"</Client> };
    assert_body!(
        twiml! {
            <Response>
                <Dial>for number in numbers { {dial(number)} } if numbers.len() > 1 { {last} }</Dial>
            </Response>
        },
        "<Response><Dial><Number>+15</Number><Number>+16</Number><Client>joe</Client></Dial></Response>"
    );
}

#[test]
fn an_option_of_a_fragment_is_placed_if_it_is_there() {
    let known = Some(twiml! { <Say>"there"</Say> });
    let unknown = Some(twiml! { <Say>"gone"</Say> }).filter(|_| false);
    assert_body!(twiml! { <Response>{known} {unknown}</Response> }, "<Response><Say>there</Say></Response>");
}

#[test]
fn boxed_fragments_of_different_markup_stand_in_a_list() {
    let name = "Ada";
    let parts: Vec<Box<dyn Fragment<element::Response<Voice>>>> = vec![
        Box::new(twiml! { <Say>{name}</Say> }),
        Box::new(PAUSE),
        Box::new(twiml! { if name == "nobody" { <Hangup/> } else { <Redirect>"/a"</Redirect> } }),
    ];
    assert_body!(
        twiml! { <Response>for part in &parts { {part} }</Response> },
        r#"<Response><Say>Ada</Say><Pause length="2"/><Redirect>/a</Redirect></Response>"#
    );
    let [first, ..] = &parts[..] else { unreachable!() };
    assert_body!(
        twiml! { <Response>{first} {Rc::new(&**first)}</Response> },
        "<Response><Say>Ada</Say><Say>Ada</Say></Response>"
    );
}

#[test]
fn fragments_hold_fragments() {
    let name = "Ada";
    let inner = twiml! { "Hello " <emphasis>{name}</emphasis> };
    let outer = twiml! { <Say>{inner}</Say> <Gather><Say>{&inner}</Say> {PAUSE}</Gather> };
    let around = twiml! { <Pause/> {outer} };
    assert_body!(
        twiml! { <Response>{around}</Response> },
        concat!(
            "<Response><Pause/><Say>Hello <emphasis>Ada</emphasis></Say>",
            r#"<Gather><Say>Hello <emphasis>Ada</emphasis></Say><Pause length="2"/></Gather></Response>"#,
        )
    );
}

#[test]
fn text_is_a_fragment() {
    const TEXT: Markup<element::Text, &str> = twiml! { "Fish & " "chips" };
    let name = "Ada";
    let speech = twiml! { "Dear " {name} ", " <break strength="weak"/> {TEXT} };
    assert_body!(
        twiml! { <Response><Say>{speech}</Say><Dial><Client>{TEXT}</Client></Dial></Response> },
        concat!(
            r#"<Response><Say>Dear Ada, <break strength="weak"/>Fish &amp; chips</Say>"#,
            "<Dial><Client>Fish &amp; chips</Client></Dial></Response>",
        )
    );
}

#[test]
fn a_fragment_may_be_nothing_but_control_flow() {
    fn greeting(name: Option<&str>) -> impl Fragment<element::Say> {
        twiml! {
            match name {
                Some(name) => "Hello " {name},
                None => "Hello"
            }
        }
    }
    fn menu(keys: &[u8]) -> impl Fragment<element::Gather> {
        twiml! {
            for key in keys {
                let word = key.to_string();
                <Say>{word}</Say>
            }
        }
    }
    assert_body!(
        twiml! { <Response><Say>{greeting(Some("Ada"))} {greeting(None)}</Say></Response> },
        "<Response><Say>Hello AdaHello</Say></Response>"
    );
    assert_body!(
        twiml! { <Response><Gather>{menu(&[1, 2])}</Gather></Response> },
        "<Response><Gather><Say>1</Say><Say>2</Say></Gather></Response>"
    );
}

#[test]
fn tags_of_several_places_fit_all_of_them() {
    let (address, again) = (twiml! { <Sip>"sip:kate@example.com"</Sip> }, twiml! { <Redirect>"/again"</Redirect> });
    let referral: VoiceResponse = twiml! { <Response><Refer>{address}</Refer></Response> };
    let call: VoiceResponse = twiml! { <Response><Dial>{address}</Dial> {again}</Response> };
    let message: twiml::MessagingResponse = twiml! { <Response><Message>"a"</Message> {again}</Response> };
    assert_body!(referral, "<Response><Refer><Sip>sip:kate@example.com</Sip></Refer></Response>");
    assert_body!(call, "<Response><Dial><Sip>sip:kate@example.com</Sip></Dial><Redirect>/again</Redirect></Response>");
    assert_body!(message, "<Response><Message>a</Message><Redirect>/again</Redirect></Response>");
}

#[test]
fn a_fragment_decides_what_the_document_is() {
    fn reply() -> impl Fragment<element::Response<Messaging>> {
        twiml! { <Message>"Hi"</Message> }
    }
    let spoken = twiml! { <Say>"Hi"</Say> };
    let message = twiml! { <Response>{reply()}</Response> };
    let voice = twiml! { <Response>{spoken}</Response> };
    let (message, voice): (twiml::MessagingResponse, VoiceResponse) = (message, voice);
    assert_body!(message, "<Response><Message>Hi</Message></Response>");
    assert_body!(voice, "<Response><Say>Hi</Say></Response>");
}

#[test]
fn attributes_of_fragments_keep_the_rules() {
    fn noun(timeout: Option<u32>, create: bool) -> impl Fragment<element::Connect> {
        twiml! {
            <Conversation serviceInstanceSid="ISX" inboundAutocreation={create} routingAssignmentTimeout={timeout}/>
        }
    }
    assert_body!(
        twiml! {
            <Response><Connect>{noun(Some(5), true)}</Connect><Connect>{noun(Some(5), false)}</Connect></Response>
        },
        concat!(
            r#"<Response><Connect><Conversation serviceInstanceSid="ISX" inboundAutocreation="true" "#,
            r#"routingAssignmentTimeout="5"/></Connect>"#,
            r#"<Connect><Conversation serviceInstanceSid="ISX" inboundAutocreation="false"/></Connect></Response>"#,
        )
    );
}

#[test]
fn a_type_of_its_own_is_a_fragment() {
    struct Menu<'a>(&'a [&'a str]);

    impl Fragment<element::Gather> for Menu<'_> {
        fn write(&self, writer: &mut twiml::Writer, at: twiml::At<element::Gather>) {
            let items = self.0;
            let markup = twiml! { for (key, item) in (1_u8..).zip(items) { <Say>{key} ": " {item}</Say> } };
            Fragment::write(&markup, writer, at);
        }
    }

    assert_body!(
        twiml! { <Response><Gather>{Menu(&["Sales", "R & D"])}</Gather></Response> },
        "<Response><Gather><Say>1: Sales</Say><Say>2: R &amp; D</Say></Gather></Response>"
    );
}

/// Rules that look at the place of an element let a fragment stand wherever they are kept.
#[test]
fn an_element_stands_in_the_places_that_its_rules_allow() {
    fn stream(url: &str, name: Option<&str>) -> impl Fragment<element::Start> + Fragment<element::Connect> {
        twiml! { <Stream url={url} name={name}/> }
    }
    let both = twiml! { <Stream url="wss://example.com/s" track="both_tracks"/> };
    let keys = twiml! { <Play digits="1"/> <Pause/> };
    let again = twiml! { <Play>"/a"</Play> };
    let stop = twiml! { <Stream name="a"/> <Siprec name="b"/> };
    assert_body!(
        twiml! {
            <Response>
                <Start>{both}</Start>
                <Start>{stream("wss://example.com/t", Some("a"))}</Start>
                {keys}
                <Gather>{&again}</Gather>
                {again}
                <Stop>{stop}</Stop>
                <Connect>{stream("wss://example.com/u", None)}</Connect>
            </Response>
        },
        concat!(
            r#"<Response><Start><Stream url="wss://example.com/s" track="both_tracks"/></Start>"#,
            r#"<Start><Stream url="wss://example.com/t" name="a"/></Start><Play digits="1"/><Pause/>"#,
            r#"<Gather><Play>/a</Play></Gather><Play>/a</Play><Stop><Stream name="a"/><Siprec name="b"/></Stop>"#,
            r#"<Connect><Stream url="wss://example.com/u"/></Connect></Response>"#,
        )
    );
}

/// What a type does not tell does not come out where the element forbids it.
#[test]
fn what_an_element_refuses_is_taken_out_of_what_is_not_known() {
    fn speech(name: &str) -> impl Fragment<element::Say> {
        twiml! { "Hi " {name} <break strength="weak"/> <s>"a" <emphasis>{name}</emphasis> "b"</s> " bye" }
    }
    fn nouns(number: &'static str) -> Box<dyn Fragment<element::Dial>> {
        Box::new(twiml! {
            <WhatsApp>{number}</WhatsApp>
            <Client><Identity>{number}</Identity></Client>
            <Number>{number}</Number>
        })
    }
    let name = "<&>";
    let number = "+15551234567";
    assert_body!(
        twiml! { <Response><Say voice="man">"(" {speech(name)} ")"</Say><Say>{speech(name)}</Say></Response> },
        concat!(
            "<Response><Say voice=\"man\">(Hi &lt;&amp;&gt; bye)</Say>",
            "<Say>Hi &lt;&amp;&gt;<break strength=\"weak\"/><s>a<emphasis>&lt;&amp;&gt;</emphasis>b</s> bye</Say></Response>",
        )
    );
    let client = "<Client><Identity>+15551234567</Identity></Client>";
    assert_body!(
        twiml! { <Response><Dial>{nouns(number)}</Dial><Dial callerId="client:a">{nouns(number)}</Dial></Response> },
        format!(
            "<Response><Dial>{client}<Number>{number}</Number></Dial><Dial>{client}<Number>{number}</Number></Dial></Response>"
        )
    );
}

/// What the attributes of its parent turn out to be decides on a fragment, too.
#[test]
fn run_time_attributes_keep_their_rules_beside_fragments() {
    fn number() -> impl Fragment<element::Dial> {
        twiml! { <Number>"+15551234567"</Number> }
    }
    let whatsapp = twiml! { <WhatsApp>"+15551234567"</WhatsApp> };
    let pause = twiml! { "Hi" <break/> };
    let dial = |caller: Option<&str>, timeout: u8| {
        crate::body(&twiml! {
            <Response>
                <Dial callerId={caller} timeout={timeout}>{number()}</Dial>
                <Dial timeout={timeout} callerId={caller}><Client>"a"</Client> if timeout > 5 { {&whatsapp} }</Dial>
            </Response>
        })
        .to_owned()
    };
    let answer = |first: &str, second: &str, noun: &str| {
        format!(
            "<Response><Dial{first} timeout=\"9\"><Number>+15551234567</Number></Dial>\
             <Dial timeout=\"9\"{second}><Client>a</Client>{noun}</Dial></Response>"
        )
    };
    let (phone, client) = (r#" callerId="+15557654321""#, r#" callerId="client:a""#);
    let whatsapp_caller = r#" callerId="whatsapp:+15557654321""#;
    assert_eq!(dial(Some("+15557654321"), 9), answer(phone, phone, ""));
    assert_eq!(dial(Some("client:a"), 9), answer("", client, ""));
    assert_eq!(
        dial(Some("whatsapp:+15557654321"), 9),
        answer("", whatsapp_caller, "<WhatsApp>+15551234567</WhatsApp>")
    );
    assert_eq!(dial(None, 9), answer("", "", ""));
    let say =
        |voice: &str| crate::body(&twiml! { <Response><Say voice={voice} loop=2>{&pause}</Say></Response> }).to_owned();
    assert_eq!(say("alice"), r#"<Response><Say voice="alice" loop="2">Hi<break/></Say></Response>"#);
    assert_eq!(say("man"), r#"<Response><Say loop="2">Hi<break/></Say></Response>"#);
}

/// What an element lets stand is written as anywhere.
#[test]
fn text_and_fragments_stand_where_an_element_refuses_others() {
    let name = "Ada";
    let parts = (twiml! { "a" {&name} }, twiml! { "b" }, Some(twiml! { "c" }), None::<&str>);
    assert_body!(
        twiml! {
            <Response>
                <Say voice="woman">
                    {&name} {parts.0} {parts.1} {parts.2} {parts.3} {5_u8} {format_args!("<{}>", 1)} {Some('x')}
                </Say>
            </Response>
        },
        r#"<Response><Say voice="woman">AdaaAdabc5&lt;1&gt;x</Say></Response>"#
    );
    let number = twiml! { <Number>"+15551234567"</Number> };
    let several = [&number, &number];
    assert_body!(
        twiml! {
            <Response>
                <Dial callerId="+15557654321">{&several[1..]} for number in &several[..1] { {number} }</Dial>
            </Response>
        },
        concat!(
            r#"<Response><Dial callerId="+15557654321"><Number>+15551234567</Number>"#,
            "<Number>+15551234567</Number></Dial></Response>",
        )
    );
}

/// Fragments that hold each other by their types: the compiler follows some forty of them.
#[test]
fn fragments_hold_each_other_forty_deep() {
    macro_rules! around {
        ($inner:ident) => { $inner };
        ($inner:ident $step:tt $($steps:tt)*) => {{
            let outer = twiml! { <emphasis>{$inner}</emphasis> };
            around!(outer $($steps)*)
        }};
    }
    let name = "Ada";
    let innermost = twiml! { <emphasis>{name}</emphasis> };
    let outermost = around!(innermost 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9);
    let boxed: Box<dyn Fragment<element::emphasis>> = Box::new(outermost);
    let again = around!(boxed 1 2 3 4 5 6 7 8 9);
    let (open, close) = ("<emphasis>".repeat(49), "</emphasis>".repeat(49));
    assert_body!(
        twiml! { <Response><Say>{again}</Say></Response> },
        format!("<Response><Say>{open}Ada{close}</Say></Response>")
    );
}
