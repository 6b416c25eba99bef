use twiml::{Fragment, Method, Record, VoiceResponse, element, twiml};

macro_rules! spoken {
    ($text:literal, $times:expr) => { twiml! { <Response><Say loop={$times}>$text</Say></Response> } };
}

fn menu<'a>(entries: &'a [&'a str]) -> impl Fragment<element::Gather> + 'a {
    twiml! {
        for (index, entry) in entries.iter().enumerate() {
            let key = index + 1;
            <Say>"For " {entry} ", press " {key}</Say>
        }
        <Pause length=2/>
    }
}

pub(crate) fn documents(name: &str, age: u32, digits: Option<u32>, url: Option<&str>) -> Vec<String> {
    let entries = ["sales", "R & D"];
    let plain: VoiceResponse = twiml! {
        <Response>
            <Say voice="alice" loop=2>
                "Hello " {name} ", you are " {age} " years old. "
                "Tom & \"Jerry\" \
           say < hello"
                r#"raw "#
                "
on two lines"
            </Say>
            <Hangup/>
        </Response>
    };
    let control = twiml! {
        <Response>
            // A comment.
            if age > 17 {
                <Say>"Welcome"</Say>
            } else if let Some(digits) = digits
                && digits > 1
            {
                <Say>{digits}</Say>
                <Pause/>
            } /* or */ else {
                <Reject/>
            }
            match digits {
                Some(1) => <Say>"Sales"</Say> <Pause/>,
                Some(2 | 3) => { <Say>"Support"</Say> }
                Some(number) if number > 9 => { <Say>{number} " is too large"</Say> }, // large

                _ => {}
            }
            for _ in 0..age % 3 { <Pause/> }
        </Response>
    };
    let attributes = twiml! {
        <Response>
            <Gather input="dtmf speech" timeout=5 numDigits=1 action={url} method={Method::Get}>
                {menu(&entries)}
            </Gather>
            <Dial
                record={if age > 17 {
                    Record::FromAnswer
                } else {
                    Record::DoNotRecord
                }}
                timeLimit={age.checked_mul(60).unwrap_or_default()}
            >
                <Number>"+15551234567"</Number>
            </Dial>
            <"NewVerb"
                "new"={
                    let mut name = name.to_owned();
                    name.push('!');
                    name
                }
            >
                <!-- a comment --> <Play>"/a.mp3"</Play>
            </"NewVerb">
        </Response>
    };
    let nested = twiml! {
        <Response>
            { twiml! { <Say>{name.chars().rev().collect::<String>()}</Say> <Pause/> } }
            <Say>
                "The code is "
                <say-as interpret-as="digits">{1234}</say-as> "." <break time="300ms"/>
            </Say>
        </Response>
    };
    let documents = [plain.into_string(), control.into_string(), attributes.into_string(), nested.into_string()];
    let more = [spoken!("once & again", age + 1).into_string(), twiml! {
        <Response></Response>
    }.into_string()];
    documents.into_iter().chain(more).collect()
}
