macro_rules! menu {
    ($action:expr, $method:path; $($key:literal => $item:expr),+ $(,)?) => {
        twiml! {
            <Response>
                <Gather action={ $action } method={$method} numDigits=1>$(<Say>"Press " $key " for " {$item}</Say>)+</Gather>
            </Response>
        }
    };
}

macro_rules! element {
    ($name:ident $($attribute:ident = $value:tt)* : $($text:tt)*) => {
        twiml! { <Response><$name   $($attribute = $value)*>$($text)*</$name></Response> }
    };
    (each $name:ident in $names:expr, $pattern:pat => $markup:block) => {
        twiml! { <Response>for $name in $names { match $name { $pattern => { <Pause/> } _ => { <Say>$markup</Say> } } }</Response> }
    };
    ($text:literal, $times:expr) => { twiml! { <Say   loop={$times} voice=$text>$text</Say> } };
}
