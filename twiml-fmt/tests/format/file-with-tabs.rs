fn a() {
	twiml! {
		<Response>
		<Say   voice="alice">"tab:	"</Say>
		/* several
		   lines */
			if a {
		<Pause/>	// behind
			}
		</Response>
	}
}
