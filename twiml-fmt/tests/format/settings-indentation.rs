//@ indentation = 2
fn a() {
  twiml! {
      <Response>
          <Say>{ let a = 1; a }</Say>
          if a {
              <Pause/>
          }
      </Response>
  };
}
