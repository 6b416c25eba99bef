//! What the documents are made of. Made at run time, so that the compiler knows none of it.

/// Run-time values of every document.
#[derive(Debug)]
pub struct Inputs {
    pub call: Call,
    pub dial: Dial,
    pub messages: Vec<Message>,
    /// The same, with nothing to escape.
    pub clean: Vec<Message>,
    /// Where `<Redirect>` goes.
    pub next: String,
    /// Where `<Stream>` goes.
    pub socket: String,
}

/// Of the small dynamic document.
#[derive(Debug)]
pub struct Call {
    pub name: String,
    pub action: String,
    pub sid: String,
    pub timeout: u32,
}

/// Of the loop.
#[derive(Debug)]
pub struct Dial {
    pub action: String,
    pub timeout: u32,
    pub numbers: Vec<Number>,
}

#[derive(Debug)]
pub struct Number {
    pub callback: String,
    pub number: String,
}

/// One of the 200 of the large document.
#[derive(Debug)]
pub struct Message {
    pub action: String,
    pub from: String,
    pub to: String,
    pub body: String,
}

impl Inputs {
    #[must_use]
    pub fn new() -> Self {
        Self {
            call: Call {
                name: "Tom & \"Jerry\" <O'Hara>".to_owned(),
                action: "https://example.com/end?call=4&step=2".to_owned(),
                sid: format!("IS{:032x}", 0x1f3b_5d79_u32),
                timeout: 20,
            },
            dial: Dial {
                action: "https://example.com/dial/done?account=42&queue=support".to_owned(),
                timeout: 30,
                numbers: (0..10).map(Number::new).collect(),
            },
            messages: (0..200).map(|index| Message::new(index, index.is_multiple_of(4))).collect(),
            clean: (0..200).map(|index| Message::new(index, false)).collect(),
            next: "https://example.com/next?a=1&b=2".to_owned(),
            socket: "wss://example.com/audio/42".to_owned(),
        }
    }
}

impl Default for Inputs {
    fn default() -> Self {
        Self::new()
    }
}

impl Number {
    fn new(index: usize) -> Self {
        Self {
            callback: format!("https://example.com/dial/{index}?a=1&b={index}"),
            number: format!("+1500555{index:04}"),
        }
    }
}

impl Message {
    /// A body of 160 characters, three of which may have to be escaped.
    fn new(index: usize, escaped: bool) -> Self {
        let start = if escaped {
            format!("Fish & chips for < {} > pounds", index % 90 + 10)
        } else {
            format!("Your parcel number {index:04} is on its way")
        };
        let body = format!(
            "{start}, and it will be with you between nine and eleven o'clock tomorrow. {}",
            "Thanks! ".repeat(10)
        );
        Self {
            action: format!("https://example.com/messages/{index:03}/status"),
            from: "+15005550006".to_owned(),
            to: format!("+1500555{index:04}"),
            body: body.chars().take(160).collect(),
        }
    }
}
