fn a() {
    twiml! {


        <Response>

            <Say>"a"</Say>



            <Pause/>
            <Pause/>

            if a {

                <Pause/>

            }


        </Response>


    }
}
