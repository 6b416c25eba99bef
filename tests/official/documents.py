"""The documents of the examples, built with Twilio's own libraries, and compared."""

from lxml import etree
from twilio.twiml.messaging_response import MessagingResponse
from twilio.twiml.voice_response import Connect, VoiceResponse


def connect(service_sid, public_url):
    response, verb = VoiceResponse(), Connect(action="/ended")
    verb.conversation(
        service_instance_sid=service_sid,
        inbound_autocreation=True,
        inbound_timeout=20,
        routing_assignment_timeout=10,
        record="record-from-answer",
        trim="trim-silence",
        recording_status_callback=f"{public_url}/recording",
        status_callback="/progress",
        status_callback_event="call-initiated call-ringing call-answered call-completed",
    )
    return str(response.append(verb))


def hang_up_without_a_word():
    return str(VoiceResponse())


def voicemail(prompt):
    response = VoiceResponse()
    response.say(prompt)
    response.record(
        action="/voicemail", max_length=20, finish_on_key="*", recording_status_callback="/voicemail/recording"
    )
    return str(response)


def say_and_hang_up(text):
    response = VoiceResponse()
    response.say(text)
    response.hangup()
    return str(response)


def no_message():
    return str(MessagingResponse())


def message(body, media):
    response = MessagingResponse()
    verb = response.message("", action="/sms/status")
    verb.body(body)
    for url in media:
        verb.media(url)
    return str(response)


BUILDERS = {
    builder.__name__: builder
    for builder in (connect, hang_up_without_a_word, voicemail, say_and_hang_up, no_message, message)
}


def read(document):
    """The root of a document, by libxml2, with which neither library nor the crate writes."""
    return etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))


def text(document):
    """All that it says; nothing if it is none."""
    try:
        return "".join(read(document).itertext())
    except etree.XMLSyntaxError:
        return ""


def same(ours, theirs):
    """Whether two documents are the same in canonical XML."""
    try:
        return etree.tostring(read(ours), method="c14n2") == etree.tostring(read(theirs.encode()), method="c14n2")
    except etree.XMLSyntaxError:
        return False


def writes_faithfully(library, values):
    """Whether a library's document holds what it was given.

    The one for Python writes a carriage return as it is, and every parser makes a line feed of it.
    """
    return library.name != "python" or "\r" not in values.get("body", "")
