"""A whole day of the example servers: calls, voicemails, progress and messages, signed by one of the libraries.

Every answer with TwiML is compared with what both libraries build for the same document.
"""

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from urllib.parse import urlencode

from documents import same, text, writes_faithfully
from libraries import one

SERVICE_SID = "ISfedcba9876543210fedcba9876543210"
CONTENT_TYPE = "text/xml; charset=utf-8"
FORM = "application/x-www-form-urlencoded; charset=UTF-8"

# What Twilio's page on <Connect><Conversation> lists.
RESULTS = [
    "session-success", "dialed-call-incomplete", "failed-create-conversation", "no-other-participants",
    "invalid-conversation", "no-existing-conversation", "internal-error",
]
DIAL_CALL_STATUSES = [None, "completed", "busy", "no-answer", "failed", "canceled"]
STEPS = ["call-initiated", "call-ringing", "call-answered", "call-completed"]
MESSAGE_STATUSES = ["queued", "sending", "sent", "delivered", "undelivered", "failed", "read"]

PROMPT = (
    "We are unable to take your call right now. Please leave a message at the beep. Press the star key when finished."
)
APOLOGY = "We are sorry, your call could not be connected. Please try again later."

CALL = {
    "CallSid": "CA0123456789abcdef0123456789abcdef", "AccountSid": "AC0123456789abcdef0123456789abcdef",
    "From": "+15551234567", "To": "+15557654321", "CallStatus": "in-progress", "ApiVersion": "2010-04-01",
    "Direction": "inbound", "CallerCity": "SÃO PAULO", "FromZip": "", "SipHeader_X-Trace": "a=b&c",
}
RECORDING = {
    "AccountSid": CALL["AccountSid"], "CallSid": CALL["CallSid"], "RecordingSid": "RE0123456789abcdef0123456789abcdef",
    "RecordingUrl": "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE0", "RecordingDuration": "17",
    "RecordingChannels": "2",
}
MESSAGE = {
    "MessageSid": "SM0123456789abcdef0123456789abcdef", "SmsSid": "SM0123456789abcdef0123456789abcdef",
    "SmsMessageSid": "SM0123456789abcdef0123456789abcdef", "AccountSid": CALL["AccountSid"], "From": "+15551234567",
    "To": "+15557654321", "Body": "", "NumMedia": "0", "NumSegments": "1",
}

# Texts that a parser, an escaper or a decoder could get wrong.
TEXTS = [
    "Fish & chips", "  spaces at both ends  ", "<b>\"bold\"</b> it's 100 % + more", "]]>", "two\nlines\tand a tab",
    "two\r\nlines", "ñ 中文 \U0001f980 \u200d", "&amp; &#13; %26", "", "=", "x" * 1600,
]


class Scenario:
    """One server, one signer."""

    def __init__(self, server, signer, libraries, report):
        self.server, self.signer, self.libraries, self.report = server, signer, libraries, report
        self.client = server.client()

    def post(self, path, parameters):
        headers = {"Content-Type": FORM, "X-Twilio-Signature": self.sign(path, parameters)}
        return self.client.send("POST", path, headers, urlencode(parameters).encode())

    def get(self, path, parameters=None):
        target = path + ("?" + urlencode(parameters) if parameters else "")
        return self.client.send("GET", target, {"X-Twilio-Signature": self.sign(target, {})})

    def sign(self, target, parameters):
        question = {"url": self.server.public_url + target, "pairs": list(parameters.items())}
        return one(self.signer, do="sign", token=self.server.auth_token, **question)

    def expect_document(self, what, answer, name, **values):
        headers = {key.lower(): value for key, value in answer.headers.items()}
        length = str(len(answer.body))
        framed = headers.get("content-length") == length and "transfer-encoding" not in headers
        whole = answer.status == 200 and framed and headers.get("content-type") == CONTENT_TYPE
        self.report.check(whole, f"{what}: a whole answer", f"{answer.status} {headers} {answer.body!r}")
        for library in self.libraries:
            if not writes_faithfully(library, values):
                continue
            theirs = one(library, do="document", name=name, values=values)
            shown = f"ours   {answer.body!r}\n    theirs {theirs}"
            self.report.check(same(answer.body, theirs), f"{what}: the document of {library.name}", shown)

    def expect_nothing(self, what, answer):
        self.report.check(answer.status == 204 and not answer.body, f"{what}: no content", f"{answer}")


def incoming_calls(it):
    values = {"service_sid": SERVICE_SID, "public_url": it.server.public_url}
    for status in ["ringing", "in-progress", "a word of tomorrow"]:
        call = {**CALL, "CallStatus": status}
        it.expect_document(f"a call by POST, {status}", it.post("/voice", call), "connect", **values)
        it.expect_document(f"a call by GET, {status}", it.get("/voice", call), "connect", **values)


def ended_sessions(it):
    for result, status in product(RESULTS, DIAL_CALL_STATUSES):
        session = {**CALL, "Result": result, "WorkerInitiated": "false"}
        if status:
            session |= {"DialCallStatus": status, "DialCallSid": CALL["CallSid"], "DialCallDuration": "20"}
        answer, what = it.post("/ended", session), f"ended with {result}, {status}"
        if result == "session-success":
            it.expect_document(what, answer, "hang_up_without_a_word")
        elif (result, status) == ("dialed-call-incomplete", "no-answer"):
            it.expect_document(what, answer, "voicemail", prompt=PROMPT)
        else:
            it.expect_document(what, answer, "say_and_hang_up", text=APOLOGY)


def recordings(it):
    for digits in [{}, {"Digits": "*"}, {"Digits": "hangup"}]:
        answer = it.post("/voicemail", {**CALL, **RECORDING, **digits})
        it.expect_document(f"a message was left, {digits}", answer, "say_and_hang_up", text="Thank you. Goodbye.")
    for status in ["in-progress", "completed", "absent", "failed"]:
        recording = {**RECORDING, "RecordingStatus": status, "RecordingSource": "RecordVerb"}
        it.expect_nothing(f"voicemail {status}", it.post("/voicemail/recording", recording))
        it.expect_nothing(f"recording {status}", it.post("/recording", recording))


def callback(sid, number):
    return {
        "AccountSid": CALL["AccountSid"], "ConversationSid": sid, "DialCallSid": CALL["CallSid"],
        "WorkerInitiated": "false", "Status": STEPS[number - 1], "SequenceNumber": str(number),
        "Timestamp": "Tue, 24 Nov 2026 09:08:07 +0000", "CallbackSource": "voice-conversation-service",
    }


def progress(it, seed, sessions=60, connections=3):
    """Callbacks of many sessions at once, in any order, some of them twice; of some sessions one is lost."""
    chance = random.Random(f"{seed} {it.signer.name}")
    lost, sent = {}, []
    for _ in range(sessions):
        sid = f"CH{chance.getrandbits(128):032x}"
        lost[sid] = chance.choice([None, None, None, 1, 2, 3, 4])
        numbers = [number for number in range(1, 5) if number != lost[sid]]
        sent += [(sid, number) for number in numbers + chance.sample(numbers, chance.randrange(3))]
    chance.shuffle(sent)
    # Signed beforehand: there is one process to ask.
    signed = [(callback(*one_of), it.sign("/progress", callback(*one_of))) for one_of in sent]
    with ThreadPoolExecutor(connections) as threads:
        shares = [signed[start::connections] for start in range(connections)]
        answers = [answer for share in threads.map(lambda share: deliver(it, share), shares) for answer in share]
    for answer in answers:
        it.expect_nothing("progress", answer)
    for sid, gap in lost.items():
        told = "\n".join(f"{number} {STEPS[number - 1]}" for number in range(1, gap or 5))
        answer = it.get(f"/sessions/{sid}")
        it.report.check(answer.status == 200 and answer.body.decode() == told, f"session without {gap}", f"{answer}")
    it.report.check(it.get("/sessions/CHunknown").status == 404, "there is no such session")


def deliver(it, share):
    """Over a connection of its own."""
    answers = []
    with it.server.client() as client:
        for parameters, signature in share:
            headers = {"Content-Type": FORM, "X-Twilio-Signature": signature}
            answers.append(client.send("POST", "/progress", headers, urlencode(parameters).encode()))
    return answers


def messages(it):
    for said in TEXTS:
        body = f'You said: {said}. Send "menu" for a picture.'
        for send in (it.post, it.get):
            it.expect_document(f"they say {said[:40]!r}", send("/sms", {**MESSAGE, "Body": said}), "message",
                               body=body, media=[])
    # What XML cannot carry: one library writes it all the same, the other none of it.
    answer = it.post("/sms", {**MESSAGE, "Body": "a\x07b"})
    it.report.check("You said: a\ufffdb." in text(answer.body), "a bell", f"{answer}")
    for count in (1, 3):
        pictures = [f"https://api.twilio.com/Media/ME{number}?a=1&b=2" for number in range(count)]
        media = {"NumMedia": str(count)}
        for number, url in enumerate(pictures):
            media[f"MediaUrl{number}"] = url
            media[f"MediaContentType{number}"] = "image/png" if number != 1 else "video/mp4"
        shown = [url for number, url in enumerate(pictures) if number != 1]
        answer = it.post("/sms", {**MESSAGE, **media})
        it.expect_document(f"{count} files", answer, "message",
                           body=f"Thank you for {count} file{'s' if count > 1 else ''}.", media=shown)
    for said in ("menu", " MENU "):
        it.expect_document("the menu", it.post("/sms", {**MESSAGE, "Body": said}), "message",
                           body="Today's menu", media=["https://demo.twilio.com/owl.png"])
    for word in ("STOP", "HELP"):
        it.expect_document(word, it.post("/sms", {**MESSAGE, "Body": word, "OptOutType": word}), "no_message")


def message_callbacks(it):
    names = ("MessageSid", "SmsSid", "AccountSid", "From", "To")
    for status in MESSAGE_STATUSES:
        callback = {name: MESSAGE[name] for name in names} | {"MessageStatus": status, "SmsStatus": status}
        if status in ("failed", "undelivered"):
            callback["ErrorCode"] = "30003"
        it.expect_nothing(f"a message is {status}", it.post("/sms/status", callback))
        it.expect_nothing(f"a message is {status}, by GET", it.get("/sms/status", callback))


def run(frontline, sms, libraries, report, seed):
    for signer in libraries:
        report.begin(f"scenario signed by {signer.name}")
        calls = Scenario(frontline, signer, libraries, report)
        incoming_calls(calls)
        ended_sessions(calls)
        recordings(calls)
        progress(calls, seed)
        texts = Scenario(sms, signer, libraries, report)
        messages(texts)
        message_callbacks(texts)
        report.end()
