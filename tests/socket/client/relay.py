"""A whole session of the relay: what Twilio sends, and what it must get."""

import json

from server import ACCOUNT_SID, CALL, CALL_SID

SETUP = {
    "type": "setup", "sessionId": "VX0123456789abcdef0123456789abcdef", "accountSid": ACCOUNT_SID, "parentCallSid": "",
    "callSid": CALL_SID, "from": "+14155550100", "to": "+14155550199", "forwardedFrom": "", "callType": "PSTN",
    "callerName": "", "direction": "inbound", "callStatus": "RINGING", "customParameters": {},
}
# What Twilio takes of a piece of text.
LISTED = {"type": str, "token": str, "last": bool, "lang": str, "interruptible": bool, "preemptible": bool}


async def called(server):
    """Twilio asks what to do with a call."""
    status, document = await server.request("/voice", CALL)
    assert status == 200, status
    connect = document.find("Connect")
    relay = connect.find("ConversationRelay")
    assert relay.get("url") == "wss://voice.example.com/relay", relay.attrib
    assert relay.get("dtmfDetection") == "true" and connect.get("action") == "/ended"


async def prompt(socket, text):
    await socket.send(type="prompt", voicePrompt=text, lang="en-US", last=True)


async def piece(socket):
    message = await socket.receive()
    assert message["type"] == "text" and {"token", "last"} <= message.keys(), message
    for name, value in message.items():
        assert isinstance(value, LISTED[name]), message
    return message


async def answer(socket):
    """An answer to its end."""
    pieces = [await piece(socket)]
    while not pieces[-1]["last"]:
        pieces.append(await piece(socket))
    return "".join(it["token"] for it in pieces)


async def converse(server, signature=None):
    await called(server)
    async with server.socket("/relay", signature) as socket:
        await socket.send(**SETUP)
        await server.says(f"{CALL_SID}: +14155550100 talks to the agent")
        await socket.is_silent(0.2)

        await prompt(socket, "Hello, is anybody there?")
        assert await answer(socket) == "You said: Hello, is anybody there?"

        await interrupted(socket)
        await odd(server, socket)
        overtaken_answer = await overtaken(socket)

        await socket.send(type="dtmf", digit="0")
        message = await socket.receive()
        assert message.keys() == {"type", "handoffData"} and message["type"] == "end", message
        assert isinstance(message["handoffData"], str), message
        handed = json.loads(message["handoffData"])
        assert handed == {
            "reason": "the caller pressed 0",
            "talk": [
                "caller: Hello, is anybody there?", "agent: You said: Hello, is anybody there?",
                "caller: " + LONG, "agent: You said: word0",
                "caller: Sorry?", "agent: You said: Sorry?",
                "caller: " + LONG, "agent: " + overtaken_answer, "caller: Quick", "agent: You said: Quick",
            ],
        }, handed
        # Twilio closes the socket, and asks what happens to the caller.
        await socket.socket.close(1000, "Closing websocket session")

    session = {"SessionId": SETUP["sessionId"], "SessionStatus": "ended", "SessionDuration": "25"}
    ended = {**CALL, **session, "HandoffData": message["handoffData"]}
    status, document = await server.request("/ended", ended)
    assert status == 200 and [it.tag for it in document] == ["Say", "Enqueue"], (status, document)
    status, document = await server.request("/ended", {**CALL, **session, "SessionStatus": "failed", "ErrorCode": "64105"})
    assert status == 200 and [it.tag for it in document] == ["Say"]
    status, document = await server.request("/ended", {**CALL, **session, "SessionStatus": "completed"})
    assert status == 200 and len(document) == 0


LONG = " ".join(f"word{number}" for number in range(200))


async def interrupted(socket):
    """The caller cuts a long answer off."""
    await prompt(socket, LONG)
    begun = [await piece(socket) for _ in range(4)]
    assert "".join(it["token"] for it in begun) == "You said: word0 word1 "
    assert not any(it["last"] for it in begun)
    await socket.send(type="interrupt", utteranceUntilInterrupt="You said: word0", durationUntilInterruptMs=460)
    # What was under way when it was sent may come, and nothing else: no end of it either.
    await prompt(socket, "Sorry?")
    said, late = [], 0
    while not said or not said[-1]["last"]:
        it = await piece(socket)
        if it["token"].startswith("word"):
            late += 1
            assert late < 4 and not said and not it["last"], "the answer goes on after the interruption"
        else:
            said.append(it)
    assert "".join(it["token"] for it in said) == "You said: Sorry?"
    await socket.is_silent(0.3)


async def odd(server, socket):
    """What is unknown, broken or no JSON does not end the call."""
    await socket.send(type="applause", volume=11)
    await socket.send(type="applause", volume=12)
    await socket.send(type="prompt", last=True)
    await socket.send(type="error", description="Invalid message received: 64107")
    await socket.send(type="info", name="agentSpeaking", value="on", ts=1790000000123)
    await socket.send(type="configUpdated", fields=["of", "its", "own"])
    await socket.socket.send("no JSON")
    await server.says("unknown message `applause`")
    await server.says("message `prompt`: field `voicePrompt` is missing")
    await server.says("Twilio: Invalid message received: 64107")
    await server.says("no JSON object: ")
    assert sum("applause" in line for line in server.lines) == 1, server.lines
    await socket.is_silent(0.2)


async def overtaken(socket):
    """The caller goes on without an interruption: the answer ends before the next one begins."""
    await prompt(socket, LONG)
    begun = await piece(socket)
    await prompt(socket, "Quick")
    first = begun["token"] + await answer(socket)
    assert ("You said: " + LONG).startswith(first), first
    assert await answer(socket) == "You said: Quick"
    await socket.is_silent(0.3)
    return first


async def asks_for_a_person(server, signature=None):
    await called(server)
    async with server.socket("/relay", signature) as socket:
        await socket.send(**SETUP)
        await prompt(socket, "I want to talk to a person.")
        message = await socket.receive()
        assert message["type"] == "end", message
        assert json.loads(message["handoffData"])["reason"] == "the caller asked for a person"


async def strangers(server, signature=None):
    """A signature proves Twilio, not the call."""
    async with server.socket("/relay", signature) as socket:
        await socket.send(**{**SETUP, "callSid": "CAfedcba9876543210fedcba9876543210"})
        assert await socket.closed_with() == 1008
    async with server.socket("/relay", signature) as socket:
        await prompt(socket, "Hello?")
        assert await socket.closed_with() == 1008


async def too_large(server, signature=None):
    """A frame beyond the limit ends the socket, not the server."""
    async with server.socket("/relay", signature) as socket:
        await socket.send(**{**SETUP, "callerName": "a" * 100_000})
        await socket.closed_with()
    await asks_for_a_person(server, signature)


SCENES = [converse, asks_for_a_person, strangers, too_large]
