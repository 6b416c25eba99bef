//! Where documents and fragments may be written.

use std::fmt::Display;

use twiml::{Fragment, Markup, MessagingResponse, Voice, VoiceResponse, element, twiml, value};

use crate::assert_body;

const CONSTANT: VoiceResponse = twiml! { <Response><Say>"constant"</Say></Response> };
static STATIC: MessagingResponse = twiml! { <Response><Message>"static"</Message></Response> };
static TABLE: [VoiceResponse; 2] = [twiml! { <Response/> }, twiml! { <Response><Hangup/></Response> }];

const fn chosen(flag: bool) -> VoiceResponse {
    if flag {
        twiml! { <Response><Hangup/></Response> }
    } else {
        twiml! { <Response><Reject/></Response> }
    }
}

#[test]
fn constants_statics_and_constant_functions() {
    const CHOSEN: VoiceResponse = chosen(true);
    assert_body(&CONSTANT, "<Response><Say>constant</Say></Response>");
    assert_body(&STATIC, "<Response><Message>static</Message></Response>");
    assert_body(&TABLE[0], "<Response/>");
    assert_eq!(CHOSEN, TABLE[1]);
    assert_body(&chosen(false), "<Response><Reject/></Response>");
}

struct Menu<'a, T> {
    title: &'a str,
    items: Vec<T>,
    again: Option<u32>,
}

impl<'a, T: Fragment<element::Say>> Menu<'a, T> {
    const HANGUP: Markup<element::Hangup, &'static str> = twiml! { <Hangup/> };

    fn answer(&self) -> VoiceResponse {
        twiml! {
            <Response>
                <Gather timeout={self.again}>{self.prompt()} {self.items()}</Gather>
                {Self::HANGUP}
            </Response>
        }
    }

    fn prompt(&self) -> impl Fragment<element::Gather> + use<'a, T> {
        let title = self.title;
        twiml! { <Say>{title}</Say> }
    }

    fn items(&self) -> impl Fragment<element::Gather> + '_ {
        twiml! { for item in &self.items { <Say>{item}</Say> } }
    }

    fn into_fragment(self) -> impl Fragment<element::Response<Voice>> {
        twiml! { for item in &self.items { <Say>{self.title} ": " {item}</Say> } }
    }
}

#[test]
fn methods_write_what_self_holds() {
    let menu = Menu { title: "Menu", items: vec!["a", "b"], again: Some(3) };
    assert_body(
        &menu.answer(),
        concat!(
            r#"<Response><Gather timeout="3"><Say>Menu</Say><Say>a</Say><Say>b</Say></Gather>"#,
            "<Hangup/></Response>"
        ),
    );
    let fragment = menu.into_fragment();
    assert_body(
        &twiml! { <Response>{fragment}</Response> },
        "<Response><Say>Menu: a</Say><Say>Menu: b</Say></Response>",
    );
}

fn generic<T, N, A, D>(text: &T, count: N, address: A, shown: D) -> VoiceResponse
where
    T: Fragment<element::Say> + ?Sized,
    N: value::Integer<value::Optional>,
    A: value::Url<value::Optional>,
    D: Display,
{
    twiml! {
        <Response>
            <Gather action={address} numDigits={count}><Say>{text} {format_args!("{shown}")}</Say></Gather>
        </Response>
    }
}

#[test]
fn generic_functions_splice_their_parameters() {
    assert_body(
        &generic("a", 2_u64, Some(String::from("/b")), 1.5),
        r#"<Response><Gather action="/b" numDigits="2"><Say>a1.5</Say></Gather></Response>"#,
    );
    assert_body(
        &generic(&Some('a'), None::<u8>, "/c", true),
        r#"<Response><Gather action="/c"><Say>atrue</Say></Gather></Response>"#,
    );
}

#[test]
fn closures_borrow_and_own() {
    let name = String::from("Ada");
    let borrowing = |times: u8| twiml! { <Response><Say loop={times}>{name}</Say></Response> };
    assert_eq!(borrowing(1), borrowing(1));
    let owning = move || twiml! { <Response><Say>{name}</Say></Response> };
    assert_body(&owning(), "<Response><Say>Ada</Say></Response>");
    let made: Vec<_> = (1_u8..3).map(|seconds| twiml! { <Response><Pause length={seconds}/></Response> }).collect();
    assert_body(&made[1], r#"<Response><Pause length="2"/></Response>"#);
}

mod asynchronous {
    use super::{Fragment, VoiceResponse, assert_body, element, twiml};

    async fn later<T: Send>(value: T) -> T {
        std::future::ready(()).await;
        value
    }

    fn send<F: Future + Send + 'static>(future: F) -> F::Output {
        pollster::block_on(future)
    }

    async fn greeting(
        name: Result<&'static str, String>,
    ) -> Result<impl Fragment<element::Response<twiml::Voice>>, String> {
        Ok(twiml! { <Say>{later(name).await?}</Say> })
    }

    async fn answer(name: Result<&'static str, String>) -> Result<VoiceResponse, String> {
        let greeting = greeting(name).await?;
        Ok(twiml! {
            <Response>
                {later(&greeting).await}
                <Say>
                    match later(1).await {
                        1 => { later("one").await },
                        _ => { later(Err::<&str, _>("other".to_owned())).await? }
                    }
                </Say>
                if later(true).await {
                    for index in 0..later(2).await { <Pause length={later(u32::saturating_add(index, 1)).await}/> }
                }
                <Connect action={later("/next".to_owned()).await}>
                    <Conversation
                        statusCallback={format_args!("/{}", 7)}
                        serviceInstanceSid={later("ISX").await}
                        inboundAutocreation={later(Some(true)).await}
                        routingAssignmentTimeout={later(5_u8).await}
                    />
                </Connect>
            </Response>
        })
    }

    #[test]
    fn futures_with_documents_are_send() {
        assert_body(
            &send(answer(Ok("Ada"))).unwrap(),
            concat!(
                r#"<Response><Say>Ada</Say><Say>one</Say><Pause length="1"/><Pause length="2"/><Connect action="/next">"#,
                r#"<Conversation statusCallback="/7" serviceInstanceSid="ISX" inboundAutocreation="true" "#,
                r#"routingAssignmentTimeout="5"/></Connect></Response>"#,
            ),
        );
        assert_eq!(send(answer(Err("nobody".to_owned()))), Err("nobody".to_owned()));
    }

    #[test]
    fn async_blocks_hold_documents() {
        let name = String::from("Ada");
        let future = async move {
            twiml! { <Response><Say>{later(&name).await}</Say></Response> }
        };
        assert_body(&send(future), "<Response><Say>Ada</Say></Response>");
    }
}
