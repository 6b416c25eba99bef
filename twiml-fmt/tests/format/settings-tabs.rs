//@ tabs = true
fn a() {
	let b = twiml! {
<Response><Say>{match c { 1 => "a", _ => "b" }}</Say>
</Response>
	};
}
const C: VoiceResponse = twiml! {
<Response>
<Pause/></Response>
};
