"""A whole stream: a Twilio that queues what it is sent, plays it at the pace of speech, and answers marks."""

import base64

from server import ACCOUNT_SID, CALL, CALL_SID

STREAM_SID = "MZ0123456789abcdef0123456789abcdef"
# 20 ms.
PIECE = 160


class Stream:
    """Twilio's end of one stream."""

    def __init__(self, socket):
        self.socket, self.number, self.chunk, self.sent = socket, 0, 0, b""

    async def send(self, event, **fields):
        self.number += 1
        message = {"event": event, "sequenceNumber": str(self.number), "streamSid": STREAM_SID, **fields}
        await self.socket.send(**message)

    async def begin(self, call_sid=CALL_SID, encoding="audio/x-mulaw"):
        await self.socket.send(event="connected", protocol="Call", version="1.0.0")
        await self.send("start", start={
            "accountSid": ACCOUNT_SID, "streamSid": STREAM_SID, "callSid": call_sid, "tracks": ["inbound"],
            "mediaFormat": {"encoding": encoding, "sampleRate": 8000, "channels": 1},
            "customParameters": {"caller": "+14155550100"},
        })

    async def speak(self, pieces):
        """Audio that is nowhere twice the same."""
        for _ in range(pieces):
            audio = bytes((self.chunk * 7 + place) % 251 for place in range(PIECE))
            self.chunk, self.sent = self.chunk + 1, self.sent + audio
            await self.send("media", media={
                "track": "inbound", "chunk": str(self.chunk), "timestamp": str((self.chunk - 1) * 20),
                "payload": base64.b64encode(audio).decode(),
            })

    async def press(self, digit):
        await self.send("dtmf", dtmf={"track": "inbound_track", "digit": digit})

    async def heard(self, mark):
        """What is to be played, until this mark."""
        audio = b""
        while True:
            message = await self.socket.receive()
            assert message["streamSid"] == STREAM_SID, message
            if message["event"] == "mark":
                assert message.keys() == {"event", "streamSid", "mark"} and message["mark"] == {"name": mark}, message
                return audio
            assert message["event"] == "media" and message.keys() == {"event", "streamSid", "media"}, message
            assert message["media"].keys() == {"payload"}, message
            audio += base64.b64decode(message["media"]["payload"], validate=True)


async def called(server):
    status, document = await server.request("/voice", CALL)
    assert status == 200, status
    stream = document.find("Connect/Stream")
    assert stream.get("url") == "wss://voice.example.com/media", stream.attrib
    assert stream.find("Parameter").attrib == {"name": "caller", "value": "+14155550100"}


async def echo(server, signature=None):
    await called(server)
    async with server.socket("/media", signature) as socket:
        stream = Stream(socket)
        await stream.begin()
        await server.says(f"{CALL_SID}: Some(\"+14155550100\") is heard")
        await stream.speak(49)
        await socket.is_silent(0.2)
        await stream.speak(1)
        assert await stream.heard("echo 1") == stream.sent
        # It was played to its end.
        await stream.send("mark", mark={"name": "echo 1"})
        await server.says("echo 1 was played: 1s in all")

        await stream.speak(100)
        assert await stream.heard("echo 2") + await stream.heard("echo 3") == stream.sent[50 * PIECE:]
        # The caller interrupts: all of it has been sent, and has still to be cleared.
        await stream.press("1")
        message = await socket.receive()
        assert message == {"event": "clear", "streamSid": STREAM_SID}, message
        await server.says("cut off, with 2s to go")
        # Twilio answers marks that it cleared as well.
        await stream.send("mark", mark={"name": "echo 2"})
        await stream.send("mark", mark={"name": "echo 3"})
        await server.says("echo 2 was cut off")
        await server.says("echo 3 was cut off")
        assert not any("echo 2 was played" in line for line in server.lines), server.lines

        # After that it counts anew.
        before = len(stream.sent)
        await stream.speak(50)
        assert await stream.heard("echo 4") == stream.sent[before:]
        await stream.send("mark", mark={"name": "echo 4"})
        await server.says("echo 4 was played: 2s in all")
        await stream.send("mark", mark={"name": "nobody's"})
        await server.says("nobody's was never sent")

        await odd(server, socket, stream)
        await stream.press("*")
        assert await socket.closed_with() == 1000


async def odd(server, socket, stream):
    """What is unknown, broken or no JSON does not end the stream; what is missing is noticed."""
    await stream.send("applause", volume=11)
    await stream.send("media", media={"track": "inbound", "chunk": "1", "timestamp": "0", "payload": "no audio"})
    await socket.socket.send("no JSON")
    await server.says("unknown message `applause`")
    await server.says("message `media`: field `media.payload` is `no audio`, not base64")
    await server.says("no JSON object: ")
    assert not any("are missing" in line for line in server.lines), server.lines
    stream.number += 3
    await stream.speak(1)
    await server.says("3 messages are missing")


async def stops(server, signature=None):
    """The call is over."""
    await called(server)
    async with server.socket("/media", signature) as socket:
        stream = Stream(socket)
        await stream.begin()
        await stream.send("stop", stop={"accountSid": ACCOUNT_SID, "callSid": CALL_SID})
        assert await socket.closed_with() == 1000


async def strangers(server, signature=None):
    """A signature proves Twilio, not the call."""
    async with server.socket("/media", signature) as socket:
        await Stream(socket).begin("CAfedcba9876543210fedcba9876543210")
        assert await socket.closed_with() == 1008
    async with server.socket("/media", signature) as socket:
        await Stream(socket).speak(1)
        assert await socket.closed_with() == 1008


async def other_format(server, signature=None):
    await called(server)
    async with server.socket("/media", signature) as socket:
        await Stream(socket).begin(encoding="audio/l16")
        assert await socket.closed_with() == 1000
    await server.says("an echo of audio/l16 would be noise")


SCENES = [echo, stops, strangers, other_format]
