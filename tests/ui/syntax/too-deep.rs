use twiml::twiml;

macro_rules! nested {
    ($($markup:tt)*) => {
        twiml! { <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> <"Verb"> $($markup)* </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> </"Verb"> }
    };
}

fn main() {
    let _ = nested! { <"Verb"/> };
}
