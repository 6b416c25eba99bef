//! Text between tags.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use twiml::twiml;

#[test]
fn pieces_stand_side_by_side_with_nothing_added_or_trimmed() {
    let name = "Ada";
    assert_body!(
        twiml! {
            <Response>
                <Say>
                    " Hello " {name} ", " "it is "
                    {5} " o'clock\n"
                </Say>
            </Response>
        },
        "<Response><Say> Hello Ada, it is 5 o'clock\n</Say></Response>"
    );
}

#[test]
#[allow(deprecated)]
fn empty_text_leaves_an_empty_element() {
    assert_body!(twiml! { <Response><Redirect>""</Redirect></Response> }, "<Response><Redirect/></Response>");
    assert_body!(twiml! { <Response><Redirect>"" ""</Redirect></Response> }, "<Response><Redirect/></Response>");
    let nothing = "";
    assert_body!(
        twiml! { <Response><Redirect>{nothing}</Redirect></Response> },
        "<Response><Redirect></Redirect></Response>"
    );
}

#[test]
fn every_textual_type_is_text() {
    let (text, string, cow) = ("a&", String::from("b<"), Cow::from("c>"));
    let (boxed, shared, counted) = (Box::<str>::from("d"), Arc::<str>::from("e"), Rc::new(String::from("f")));
    assert_body!(
        twiml! {
            <Response>
                <Say>{text} {string} {&string} {cow} {boxed} {shared} {counted} {format_args!("{}&", 1 + 1)} {'&'}</Say>
            </Response>
        },
        "<Response><Say>a&amp;b&lt;b&lt;c&gt;def2&amp;&amp;</Say></Response>"
    );
}

#[test]
fn integers_of_all_widths_and_other_scalars_are_text() {
    assert_body!(
        twiml! {
            <Response>
                <Say>
                    {u8::MAX} " " {u16::MAX} " " {u32::MAX} " " {u64::MAX} " " {u128::MAX} " " {7_usize} " "
                    {i8::MIN} " " {i16::MIN} " " {i32::MIN} " " {i64::MIN} " " {i128::MIN} " " {-7_isize} " "
                    {1.5_f32} " " {-0.25_f64} " " {1 > 2}
                </Say>
            </Response>
        },
        concat!(
            "<Response><Say>255 65535 4294967295 18446744073709551615 340282366920938463463374607431768211455 7 ",
            "-128 -32768 -2147483648 -9223372036854775808 -170141183460469231731687303715884105728 -7 ",
            "1.5 -0.25 false</Say></Response>",
        )
    );
}

#[test]
fn none_is_no_text() {
    let (known, unknown) = (Some("Ada"), None::<String>);
    assert_body!(
        twiml! { <Response><Say>"[" {known} {unknown} {&unknown} "]"</Say></Response> },
        "<Response><Say>[Ada]</Say></Response>"
    );
}

#[test]
fn text_and_speech_markup_keep_their_order() {
    assert_body!(
        twiml! {
            <Response>
                <Say>
                    "Code " <say-as interpret-as="digits">"12"</say-as> ", "
                    <emphasis level="strong">"now"</emphasis> "!"
                </Say>
            </Response>
        },
        concat!(
            r#"<Response><Say>Code <say-as interpret-as="digits">12</say-as>, "#,
            r#"<emphasis level="strong">now</emphasis>!</Say></Response>"#,
        )
    );
}

#[test]
fn statements_in_braces_make_a_block() {
    let order = [3, 1, 2];
    assert_body!(
        twiml! {
            <Response>
                <Say>
                    {
                        let mut order = order;
                        order.sort_unstable();
                        format!("{order:?}")
                    }
                </Say>
            </Response>
        },
        "<Response><Say>[1, 2, 3]</Say></Response>"
    );
}

#[test]
fn characters_that_xml_cannot_carry_are_replaced() {
    let odd = "a\u{0}b\u{1b}c\u{FFFE}d\u{FFFF}e\r\n\tf]]>";
    assert_body!(
        twiml! { <Response><Say>{odd}</Say><Pay description={odd}/></Response> },
        concat!(
            "<Response><Say>a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e&#13;\n\tf]]&gt;</Say>",
            "<Pay description=\"a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e&#13;&#10;&#9;f]]&gt;\"/></Response>",
        )
    );
}
