fn a() {
    twiml! {
        // Before all.
        <Response> // behind the opening tag
            // Before the first child.
            <Say>"Hello"</Say>      // behind a child


            // Before the second child.

            <Pause/>
            // Behind all.
        </Response> // behind the closing tag
        // At the end.
    }
}
