fn a() {
    twiml! { <Response>
for (name, keys) in &menus { if keys.is_empty() { <Say>{name} " is empty"</Say> } else { <Gather>
for key in keys { match key { 1 => <Say>"first of " {name}</Say>, 2 => {} key => { <Pause length={key}/> } } }
</Gather> } }
    </Response> }
}
