//! What a test may set: contested points of Twilio's behaviour, and durations that are no facts.

use std::time::Duration;

use twiml_core::webhook::DialCallStatus;

/// How Twilio behaves where its documentation is silent or disagrees with itself. The defaults are what its pages and
/// captured requests make most likely.
///
/// ```
/// use twiml::webhook::DialCallStatus;
/// use twiml_testing::Behaviour;
///
/// let mut behaviour = Behaviour::default();
/// behaviour.empty_digits = true;
/// behaviour.full_conference = DialCallStatus::Busy;
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[non_exhaustive]
pub struct Behaviour {
    /// The first request of an incoming call says `ringing`; else `in-progress`.
    ///
    /// Captured requests and most emulators have `ringing`; no page shows one, and a few emulators have `in-progress`.
    pub rings_first: bool,
    /// `<Redirect>` as the first verb answers the call; else a `<Reject>` behind it still refuses it.
    ///
    /// The [page](https://www.twilio.com/docs/voice/twiml/reject) says that any first verb but `<Reject>` answers.
    pub redirect_answers: bool,
    /// An element that Twilio does not know is passed over; else its document fails as one that cannot be read.
    ///
    /// The [page](https://www.twilio.com/docs/voice/twiml) calls a wrong case an error;
    /// [12200](https://www.twilio.com/docs/api/errors/12200) is a warning.
    pub unknown_verb_is_ignored: bool,
    /// `actionOnEmptyResult` sends `Digits` with nothing in it; else no such parameter.
    ///
    /// No page names the parameters of that request. Applications check for either.
    pub empty_digits: bool,
    /// Speech stops the prompt of a `<Gather>`, as a key does; else it is not heard over the prompt, and the test is told
    /// ([`Lapse::UnheardSpeech`](crate::Lapse::UnheardSpeech)).
    ///
    /// The page promises it of keys only; what the libraries have for speech (`bargeIn`) is reported to be without effect.
    pub speech_barges_in: bool,
    /// The action of a `<Gather>` is requested although the caller hung up; else it is not, with `actionOnEmptyResult` neither.
    ///
    /// The page is silent on hang-ups; emulators ask for nothing.
    pub gather_reports_hangup: bool,
    /// `<Connect>` without an `action` around a `<Conversation>` asks for the current document again; else the next verb runs.
    ///
    /// The [page](https://www.twilio.com/docs/voice/twiml/connect/conversation) has the former in its table; by its text the
    /// call ends.
    pub conversation_repeats: bool,
    /// The request for what is heard before a conference starts (`waitUrl` of `<Conference>`) says what every request about a
    /// call says; else it has no parameters at all, like those for the files of `<Play>`. A `<Redirect>` in that document
    /// is one like any other.
    ///
    /// Its [page](https://www.twilio.com/docs/voice/twiml/conference) names none. A request without any cannot be read as its
    /// type, neither by the application nor by [`Call::last`](crate::Call::last).
    pub conference_wait_is_told: bool,
    /// Who shares the cookies that answers set.
    pub cookies: Cookies,
    /// 307 and 308 keep the method and the parameters; else they become GET without those of the verb.
    ///
    /// Pages speak of 301 and 302 only, of which the latter is so.
    pub redirects_keep: bool,
    /// An empty answer where a document is wanted is like an empty `<Response>`; else it is error 12100.
    ///
    /// Pages allow it for callbacks only.
    pub empty_is_a_document: bool,
    /// A whisper that fails joins the two all the same; else the called party is hung up, as by
    /// [`screened_out`](Self::screened_out).
    ///
    /// Nothing is known of it.
    pub failed_whisper_joins: bool,
    /// `sendDigits` is played before the whisper; else after it. Pages do not say which.
    pub tones_come_first: bool,
    /// A file that cannot be had ends the call; else the next verb runs. The test is told in any case
    /// ([`Lapse::MissingFile`](crate::Lapse::MissingFile)).
    ///
    /// Pages say that it is logged, and not what follows; others who run such documents end the call.
    pub missing_file_ends: bool,
    /// `<Reject>` after the call was answered is ignored; else it ends the call. Its page speaks of the first verb only.
    pub late_reject_is_ignored: bool,
    /// `<Leave>` outside of a queue ends the call; else the next verb runs, and the test is told
    /// ([`Lapse::MisplacedVerb`](crate::Lapse::MisplacedVerb)).
    ///
    /// Its [page](https://www.twilio.com/docs/voice/twiml/leave) speaks of queues only. Others who run such documents end
    /// the call.
    pub stray_leave_ends: bool,
    /// Keys that nothing takes are kept for the next `<Gather>` that takes keys, which then has no prompt: those that are
    /// pressed before it, and those that a full one leaves over. Else they are lost, and the test is told
    /// ([`Lapse::UnheardKeys`](crate::Lapse::UnheardKeys)); so it is of those that are kept until the call ends.
    ///
    /// Twilio says that early keys are a problem, and nothing of surplus ones.
    pub early_keys_are_kept: bool,
    /// `<Record>` that silence or `maxLength` ends sends `Digits` with nothing in it; else no such parameter.
    ///
    /// The [page](https://www.twilio.com/docs/voice/twiml/record) has the key, if there was any.
    pub recorded_silence_has_digits: bool,
    /// `<Record>` that took nothing goes on with the next verb; else its action is requested.
    ///
    /// The text of the page has the latter; an example on it and an older edition go on with the next verb.
    pub empty_recording_falls_through: bool,
    /// Silence before the first word ends a `<Record>` too, as the page's wording has it; else only silence behind one does.
    pub leading_silence_counts: bool,
    /// A client who declines counts as `busy`; else as `no-answer`. Pages do not say which.
    pub declined_is_busy: bool,
    /// `timeout` counts for each party of a sequential `<Dial>`; else for all of them. The page does not say which.
    pub timeout_for_each: bool,
    /// Of several parties that come to different ends, the last to end decides; else `failed` wins, and then `no-answer`.
    /// Where all are busy, it is `busy`.
    ///
    /// Pages are silent; the latter is what an emulator does.
    pub last_party_decides: bool,
    /// The action of a `<Dial>` is requested when the caller hangs up while it rings, with `canceled`; else it is not.
    ///
    /// Applications get it; the page knows `canceled` for calls that the REST API ends only.
    pub reports_abandoned_dial: bool,
    /// The `DialCallStatus` of a called party that answered and was gone before the two were joined, as by a `<Hangup>` in the
    /// document that it hears (`url` of a noun) or where that fails. `DialBridged` is `false` whatever this is;
    /// `DialCallDuration` comes with `completed`, and with others as
    /// [`unanswered_has_duration`](Self::unanswered_has_duration) says.
    ///
    /// Applications get `completed`, and know such a call by `DialBridged`; no page says so. With another one, such as
    /// `no-answer`, a test shows whether an application looks at `DialBridged` at all.
    pub screened_out: DialCallStatus,
    /// The `DialCallStatus` of whoever finds a conference full (`maxParticipants`).
    ///
    /// No page says what they get: `failed`, as everything that could not be made, or `busy`, as a line that is taken.
    pub full_conference: DialCallStatus,
    /// The `DialCallStatus` of `<Dial><Queue>` where there is no such queue.
    ///
    /// The [page](https://www.twilio.com/docs/voice/twiml/queue) says only that the action is told an error: `failed`, or
    /// `no-answer`, as where nobody comes into a queue in time.
    pub missing_queue: DialCallStatus,
    /// The action of a `<Dial>` is requested when the REST API moves its caller to another document, and the answer ignored;
    /// else it is not requested.
    ///
    /// The [changelog](https://www.twilio.com/docs/voice/twiml/changelog) of 2021-05-13 says that it is, and a test with
    /// real phones saw it. An application that takes it for the end of the call has a fault that only this shows.
    pub moved_dial_is_reported: bool,
    /// When the REST API moves a call, and the verb behind the one that runs is a `<Redirect>`, its address is requested too,
    /// after that of the new document, and the answer ignored; else it is not requested.
    ///
    /// The same changelog says so of a `<Dial>` without an action; an application has seen it elsewhere, as two requests that
    /// cross. Behind a verb whose action takes over it does not happen.
    pub moved_document_redirects: bool,
    /// The action of `<Pay>` is requested when the attempts are used up; else the next verb runs.
    ///
    /// The [page](https://www.twilio.com/docs/voice/twiml/pay) says both.
    pub reports_failed_payment: bool,
    /// The answer to the `action` of `<Message>` takes over; else it is a status callback.
    ///
    /// The [page](https://www.twilio.com/docs/messaging/twiml/message) says both.
    pub message_action_takes_over: bool,
    /// `completed` of a called party is reported before the action of the `<Dial>`; else after it. Nothing is promised.
    pub completed_comes_first: bool,
    /// `DialCallDuration` of a party that did not answer is 0; else there is none.
    ///
    /// A captured request has none; emulators send 0.
    pub unanswered_has_duration: bool,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            rings_first: true,
            redirect_answers: true,
            unknown_verb_is_ignored: true,
            empty_digits: false,
            speech_barges_in: true,
            gather_reports_hangup: false,
            conversation_repeats: false,
            conference_wait_is_told: true,
            cookies: Cookies::Call,
            redirects_keep: true,
            empty_is_a_document: false,
            failed_whisper_joins: false,
            tones_come_first: true,
            missing_file_ends: false,
            late_reject_is_ignored: false,
            stray_leave_ends: false,
            early_keys_are_kept: false,
            recorded_silence_has_digits: false,
            empty_recording_falls_through: false,
            leading_silence_counts: true,
            declined_is_busy: true,
            timeout_for_each: true,
            last_party_decides: true,
            reports_abandoned_dial: true,
            screened_out: DialCallStatus::Completed,
            full_conference: DialCallStatus::Failed,
            missing_queue: DialCallStatus::Failed,
            moved_dial_is_reported: false,
            moved_document_redirects: false,
            reports_failed_payment: true,
            message_action_takes_over: false,
            completed_comes_first: true,
            unanswered_has_duration: false,
        }
    }
}

/// Who shares the cookies of calls. Those of messages are fixed: the two numbers that write to each other.
///
/// The [page](https://www.twilio.com/docs/voice/twiml) says that cookies come back as with a browser, and not for how long they
/// are kept; the [changelog](https://www.twilio.com/docs/voice/twiml/changelog) of 2024 takes some of it back.
///
/// ```
/// use twiml_testing::{Behaviour, Cookies};
///
/// assert_eq!(Behaviour::default().cookies, Cookies::Call);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Cookies {
    /// A call: all its documents and callbacks, and the calls that it makes.
    #[default]
    Call,
    /// A leg: the calls that a call makes have their own, and callbacks have others than documents. So the changelog says.
    Leg,
    /// The two numbers of a leg, from one call to the next, as those of messages are kept; no longer than
    /// [`Durations::message_cookies`] after their last use.
    Numbers,
}

/// How long things take that Twilio does not fix. Speech is timed by its words.
///
/// ```
/// use std::time::Duration;
/// use twiml_testing::Durations;
///
/// let mut durations = Durations::default();
/// durations.file = Duration::from_secs(30);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Durations {
    /// A word of a `<Say>`.
    pub word: Duration,
    /// A character, where words are not set apart by blanks.
    pub character: Duration,
    /// The shortest `<Say>`.
    pub shortest_say: Duration,
    /// The file of a `<Play>`; single files by [`Twilio::file`](crate::Twilio::file).
    pub file: Duration,
    /// A tone.
    pub tone: Duration,
    /// The beep of a `<Record>`.
    pub beep: Duration,
    /// How long a key is held; it is heard when that begins.
    pub key: Duration,
    /// Between two keys of one [`presses`](crate::Call::presses), from the end of the first.
    pub between_keys: Duration,
    /// A word of the caller's.
    pub spoken_word: Duration,
    /// How long it rings before somebody answers.
    pub ringing: Duration,
    /// What Twilio adds to the `timeout` of a `<Dial>`.
    pub dial_grace: Duration,
    /// From the end of a recording until it can be fetched.
    pub recording_ready: Duration,
    /// From the end of a recording until it has been written down.
    pub transcript_ready: Duration,
    /// Before each `<Redirect>`. Others who run such documents wait a second, to be safe from loops.
    pub redirect: Duration,
    /// From a request for a document to its answer, in which the caller hears nothing, and may hang up. Those that only
    /// report take no time. Twilio waits for 15 seconds: where this is longer, each request fails then, with error 11205.
    ///
    /// An act that does not wait, such as `presses`, comes before the answer to what was asked at the same instant.
    pub request: Duration,
    /// From one state of a message to the next.
    pub message_step: Duration,
    /// The longest call.
    pub longest_call: Duration,
    /// How long cookies of messages are kept without any message; with [`Cookies::Numbers`] those of calls, too.
    pub message_cookies: Duration,
}

impl Default for Durations {
    fn default() -> Self {
        let millis = Duration::from_millis;
        let seconds = Duration::from_secs;
        Self {
            word: millis(400),
            character: millis(200),
            shortest_say: seconds(1),
            file: seconds(5),
            tone: millis(200),
            beep: millis(500),
            key: Duration::ZERO,
            between_keys: millis(250),
            spoken_word: millis(400),
            ringing: seconds(3),
            dial_grace: seconds(5),
            recording_ready: seconds(2),
            transcript_ready: seconds(30),
            redirect: Duration::ZERO,
            request: Duration::ZERO,
            message_step: seconds(1),
            longest_call: seconds(4 * 60 * 60),
            message_cookies: seconds(4 * 60 * 60),
        }
    }
}

/// In which order status callbacks arrive.
///
/// Twilio sends them in order, and promises no order of arrival. An application that takes the last that came for the last
/// that was sent has a fault that only another order shows.
///
/// ```
/// use twiml_testing::Delivery;
///
/// assert_eq!(Delivery::default(), Delivery::InOrder);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub enum Delivery {
    /// As they are sent, at once.
    #[default]
    InOrder,
    /// Each late by up to ten seconds, so that they overtake each other.
    Delayed {
        /// The same seed makes the same order.
        seed: u64,
    },
    /// As they are sent, each twice.
    Repeated,
    /// Late, and some of them twice.
    Mixed {
        /// The same seed makes the same order.
        seed: u64,
    },
}

#[cfg(test)]
mod tests {
    use super::Behaviour;

    /// The names of the fields of a struct.
    fn fields(of: &impl std::fmt::Debug) -> Vec<String> {
        let text = format!("{of:#?}");
        let lines = text.lines().filter(|line| line.starts_with("    ") && !line.starts_with("     "));
        lines.filter_map(|line| Some(line.trim().split_once(':')?.0.to_owned())).collect()
    }

    #[test]
    fn the_readme_lists_every_choice() {
        let readme = include_str!("../README.md");
        let listed: Vec<_> =
            readme.lines().filter_map(|line| line.split("(Behaviour::").nth(1)?.split(')').next()).collect();
        let (mut choices, mut listed) = (fields(&Behaviour::default()), listed);
        choices.sort_unstable();
        listed.sort_unstable();
        assert_eq!(choices, listed);
    }
}
