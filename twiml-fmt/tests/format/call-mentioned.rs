//! A page on twiml! { <Response   /> }
/// `twiml! { <Response   /> }`
const TEXT: &str = "twiml! { <Response   /> }"; // twiml! { <Response   /> }
const RAW: &str = r#"twiml! { <Response   /> }"#;
macro_rules! twiml { ($($tokens:tt)*) => { $crate::twiml!($($tokens)*) } }
