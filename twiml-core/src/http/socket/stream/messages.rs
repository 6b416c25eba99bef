//! The messages of media streams, one row for each.

use crate::socket::object::{self, Ordered};
use crate::socket::{Broken, Fault, Field, Kind, Message, NoObject, Object, Presence, Refused, Side, Unknown, form};

reports! {
    "socket::stream"

    /// What follows on a socket of a media stream.
    Speech {
        /// The audio of a call.
        Call = "Call";
    }

    /// Side of a call whose audio comes.
    Track {
        /// What Twilio receives: the caller.
        Inbound = "inbound";
        /// What Twilio sends: what the caller hears.
        Outbound = "outbound";
    }

    /// Side of a key press, by the long name of the track.
    KeyTrack {
        /// The caller.
        Inbound = "inbound_track";
    }

    /// How audio is encoded.
    Encoding {
        /// G.711 μ-law.
        Mulaw = "audio/x-mulaw";
    }
}

object! {
    /// The format of the audio that comes.
    ///
    /// Twilio's page knows one, [`Audio`](super::Audio) is made for it; its libraries know attributes of `<Stream>` for others.
    MediaFormat {
        /// How samples are encoded.
        encoding = "start.mediaFormat.encoding": Always Listed(Encoding) {};
        /// Samples in a second: 8000.
        sample_rate = "start.mediaFormat.sampleRate": Always Int { unit: "hertz" };
        /// Channels: 1.
        channels = "start.mediaFormat.channels": Always Int {};
    }
}

events! {
    "stream" "event"

    /// The socket is open, and says which protocol follows.
    ///
    /// It is the only message without a sequence number and a stream.
    Connected = "stream-connected" ("connected", "voice/media-streams/websocket-messages") { when: "first, once" }
    [r#"{"event":"connected","protocol":"Call","version":"1.0.0"}"#] {
        /// Protocol of the messages that follow.
        protocol = "protocol": Always Listed(Speech) {};
        /// Version of that protocol.
        version = "version": Always Version {};
    }

    /// What is streamed, for which call, and in which format.
    ///
    /// The signature of the handshake proves Twilio and the account, not the call: hold `call_sid` against the calls that were
    /// answered with this stream.
    Start = "stream-start" ("start", "voice/media-streams/websocket-messages") { when: "second, once" }
    [r#"{"event":"start","sequenceNumber":"1","start":{"accountSid":"AC0123456789abcdef0123456789abcdef","streamSid":"MZ0123456789abcdef0123456789abcdef","callSid":"CA0123456789abcdef0123456789abcdef","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},"customParameters":{"token":"t-4711","Queue":"sales"}},"streamSid":"MZ0123456789abcdef0123456789abcdef"}"#] {
        /// Position among the messages of the stream: 1 here, one more with each.
        sequence_number = "sequenceNumber": Always QuotedInt {};
        /// The stream, which every message to Twilio names.
        stream_sid = "streamSid": Always Sid("MZ") {};
        /// The stream, once more.
        start_stream_sid = "start.streamSid": Always Sid("MZ") {};
        /// The account whose stream it is.
        account_sid = "start.accountSid": Always Sid("AC") {};
        /// The call that is streamed.
        call_sid = "start.callSid": Always Sid("CA") {};
        /// Sides of the call that will come; of a two-way stream the inbound one alone.
        tracks = "start.tracks": Always Several(Track) {};
        /// Names and values of the `<Parameter>` elements in `<Stream>`. Values that are no text stay in `other`.
        custom_parameters = "start.customParameters": Optional Map {};
        /// Format of the audio that comes.
        media_format = "start.mediaFormat": Always Object(MediaFormat) {};
    }

    /// A piece of one side's audio.
    ///
    /// It has 160 bytes, 20 ms, in practice; no page of Twilio's says so. With both tracks the messages of the two sides alternate.
    Media = "stream-media" ("media", "voice/media-streams/websocket-messages")
    { when: "all through the stream; with both tracks, messages of the two sides alternate" }
    [r#"{"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2","timestamp":"25","payload":"fn5+fn5+fn5+fn5+"},"streamSid":"MZ0123456789abcdef0123456789abcdef"}"#] {
        /// Position among the messages of the stream.
        sequence_number = "sequenceNumber": Always QuotedInt {};
        /// The stream.
        stream_sid = "streamSid": Always Sid("MZ") {};
        /// Side of the call that the audio is of.
        track = "media.track": Always Listed(Track) {};
        /// Position among the pieces of audio, from 1.
        chunk = "media.chunk": Always QuotedInt {};
        /// When the piece begins, counted from the start of the stream.
        timestamp = "media.timestamp": Always QuotedInt { unit: "milliseconds" };
        /// The samples.
        payload = "media.payload": Always Audio {};
    }

    /// A key was pressed.
    Dtmf = "stream-dtmf" ("dtmf", "voice/media-streams/websocket-messages")
    { when: "in two-way streams only; one for each key, of the inbound side" }
    [r#"{"event":"dtmf","streamSid":"MZ0123456789abcdef0123456789abcdef","sequenceNumber":"215","dtmf":{"track":"inbound_track","digit":"1"}}"#] {
        /// Position among the messages of the stream.
        sequence_number = "sequenceNumber": Always QuotedInt {};
        /// The stream.
        stream_sid = "streamSid": Always Sid("MZ") {};
        /// Side of the key press.
        track = "dtmf.track": Always Listed(KeyTrack) {};
        /// The key.
        digit = "dtmf.digit": Always Digits("0123456789*#ABCD") {};
    }

    /// Answers a mark of the application: the audio before it was played, or cleared. [`Playback`](super::Playback) knows which.
    Mark = "stream-mark" ("mark", "voice/media-streams/websocket-messages")
    { when: "in two-way streams only; one for each mark that was sent" }
    [r#"{"event":"mark","sequenceNumber":"310","streamSid":"MZ0123456789abcdef0123456789abcdef","mark":{"name":"greeting"}}"#] {
        /// Position among the messages of the stream.
        sequence_number = "sequenceNumber": Always QuotedInt {};
        /// The stream.
        stream_sid = "streamSid": Always Sid("MZ") {};
        /// The name that the application gave.
        name = "mark.name": Always Text {};
    }

    /// The stream was stopped, or the call is over.
    Stop = "stream-stop" ("stop", "voice/media-streams/websocket-messages")
    { when: "last, once; not when the application closed the socket" }
    [r#"{"event":"stop","sequenceNumber":"942","stop":{"accountSid":"AC0123456789abcdef0123456789abcdef","callSid":"CA0123456789abcdef0123456789abcdef"},"streamSid":"MZ0123456789abcdef0123456789abcdef"}"#] {
        /// Position among the messages of the stream.
        sequence_number = "sequenceNumber": Always QuotedInt {};
        /// The stream.
        stream_sid = "streamSid": Always Sid("MZ") {};
        /// The account whose stream it was.
        account_sid = "stop.accountSid": Always Sid("AC") {};
        /// The call that was streamed.
        call_sid = "stop.callSid": Always Sid("CA") {};
    }
}

commands! {
    "stream" "event"

    /// Audio to be played to the caller, after what is queued already.
    ///
    /// Any length will do, and any pace: Twilio queues. [`Playback`](super::Playback) keeps count of what is queued.
    Media: SendMedia = "stream-send-media" ("media", "voice/media-streams/websocket-messages") { sent_in: ["Connect"] }
    [r#"{"event":"media","streamSid":"MZ0123456789abcdef0123456789abcdef","media":{"payload":"fn5+fn5+fn5+fn5+"}}"#]
    required {
        /// The stream that plays it.
        stream_sid = "streamSid": Sid("MZ") {};
        /// The samples: G.711 μ-law at 8000 Hz, one channel, without a file header, which would be played as noise.
        payload = "media.payload": Audio {};
    }

    /// Asks to be told when the audio sent so far has been played.
    Mark: SendMark = "stream-send-mark" ("mark", "voice/media-streams/websocket-messages") { sent_in: ["Connect"] }
    [r#"{"event":"mark","streamSid":"MZ0123456789abcdef0123456789abcdef","mark":{"name":"greeting"}}"#]
    required {
        /// The stream that is marked.
        stream_sid = "streamSid": Sid("MZ") {};
        /// Comes back in the answer.
        name = "mark.name": Text {};
    }

    /// Drops all audio that is queued, so that the caller stops hearing it.
    ///
    /// An interruption needs it also when all audio has been sent: the end of sending is not the end of speaking. Marks that
    /// are pending come back.
    Clear: SendClear = "stream-send-clear" ("clear", "voice/media-streams/websocket-messages") { sent_in: ["Connect"] }
    [r#"{"event":"clear","streamSid":"MZ0123456789abcdef0123456789abcdef"}"#]
    required {
        /// The stream that is silenced.
        stream_sid = "streamSid": Sid("MZ") {};
    }
}
