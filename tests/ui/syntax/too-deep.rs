use twiml::twiml;

macro_rules! nested {
    ([] $($markup:tt)*) => {
        twiml! { $($markup)* }
    };
    ([$ten:tt $($more:tt)*] $($markup:tt)*) => {
        nested! {
            [$($more)*]
            <"p"><"p"><"p"><"p"><"p"><"p"><"p"><"p"><"p"><"p">
            $($markup)*
            </"p"></"p"></"p"></"p"></"p"></"p"></"p"></"p"></"p"></"p">
        }
    };
}

fn main() {
    let _ = nested! { [10 20 30 40 50 60 70 80 90 100 110] "Hello" };
}
