//! What services do that only the script can know: sockets, agents, payments, transcripts.

use super::Call;
use crate::act::Act;
use crate::failure::Failure;
use crate::session::Payment;
use crate::world::input::Listener;
use crate::world::verbs::connect::End;
use twiml_core::webhook::PayErrorType;

impl Call {
    /// The frame of a session, once there is one.
    async fn session(&self) -> Result<u64, Failure> {
        // Those of a <Conversation> talk with a worker, who hangs up.
        let found = self.until(|world, leg| match world.listener(leg) {
            Some(Listener::Session(frame)) => world.is_with_a_server(leg, frame).then_some(frame),
            _ => None,
        });
        found.await?.ok_or_else(|| self.failure("there is no session that a server or an agent could end", Vec::new()))
    }

    async fn payment(&self) -> Result<u64, Failure> {
        let found = self.until(|world, leg| match world.listener(leg) {
            Some(Listener::Pay(frame)) => Some(frame),
            _ => None,
        });
        found.await?.ok_or_else(|| self.failure("nothing is to be paid", Vec::new()))
    }

    #[track_caller]
    fn ends(&mut self, end: End) -> Act<'_, ()> {
        Act::new(async move {
            let frame = self.session().await?;
            self.with(|world, leg| world.session_ends(leg, frame, &end));
            self.world.settle().await
        })
    }

    /// The server of a `<Stream>` closes the socket, or that of a `<ConversationRelay>` ends the session.
    #[track_caller]
    pub fn socket_ends(&mut self) -> Act<'_, ()> {
        self.ends(End::Server { handoff: None })
    }

    /// The server of a `<ConversationRelay>` ends the session, with data for whoever goes on.
    #[track_caller]
    pub fn socket_ends_with(&mut self, handoff: &str) -> Act<'_, ()> {
        self.ends(End::Server { handoff: Some(handoff.to_owned()) })
    }

    /// The socket fails, with a code of Twilio's.
    #[track_caller]
    pub fn socket_fails(&mut self, code: i64, message: &str) -> Act<'_, ()> {
        self.ends(End::Failed { code, message: message.to_owned() })
    }

    /// A virtual agent is done: `completed`, `live-agent-handoff`, `failed`.
    #[track_caller]
    pub fn agent_ends(&mut self, status: &str) -> Act<'_, ()> {
        self.ends(End::Agent { status: status.to_owned() })
    }

    /// Enters everything that `<Pay>` asks for, and the payment is made.
    #[track_caller]
    pub fn pays(&mut self, payment: Payment) -> Act<'_, ()> {
        self.payment_goes(payment, None)
    }

    /// Enters everything that `<Pay>` asks for, and the provider refuses.
    #[track_caller]
    pub fn pays_in_vain(&mut self, payment: Payment, reason: &str) -> Act<'_, ()> {
        self.payment_goes(payment, Some(reason.to_owned()))
    }

    #[track_caller]
    fn payment_goes(&mut self, payment: Payment, failure: Option<String>) -> Act<'_, ()> {
        Act::new(async move {
            let frame = self.payment().await?;
            self.with(|world, leg| world.pays(leg, frame, payment, failure));
            self.world.settle().await
        })
    }

    /// Enters something wrong.
    #[track_caller]
    pub fn mistypes(&mut self, mistake: PayErrorType) -> Act<'_, ()> {
        Act::new(async move {
            let frame = self.payment().await?;
            self.with(|world, leg| world.payment_mistake(leg, frame, mistake));
            self.world.settle().await
        })
    }

    /// A `<Transcription>` understands something.
    #[track_caller]
    pub fn is_transcribed(&mut self, words: &str) -> Act<'_, ()> {
        let words = words.to_owned();
        Act::new(async move {
            self.with(|world, leg| world.transcribed(leg, &words));
            self.world.settle().await
        })
    }

    /// The SIP party that this call is joined with transfers it.
    #[track_caller]
    pub fn other_transfers_to(&mut self, target: &str) -> Act<'_, ()> {
        let target = target.to_owned();
        Act::new(async move {
            self.until(|world, leg| world.legs[leg].talking.map(|_| ())).await?;
            if !self.with(|world, leg| world.transfers(leg, &target)) {
                return Err(self.failure("the `<Dial>` has no `referUrl`, or nobody to transfer", Vec::new()));
            }
            self.world.settle().await
        })
    }
}
