#!/usr/bin/env run-cargo-script
fn a() { twiml! { <Response   /> }; }
