"""An example on loopback, the requests that Twilio makes of it, and the sockets that it opens."""

import asyncio
import base64
import contextlib
import hashlib
import hmac
import json
import os
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

import websockets

# Seconds that a server may take to start, to answer and to end.
STARTING, ANSWERING, ENDING = 20, 10, 5

PUBLIC_URL = "https://voice.example.com"
CALL_SID = "CA0123456789abcdef0123456789abcdef"
ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef"
CALL = {
    "CallSid": CALL_SID, "AccountSid": ACCOUNT_SID, "From": "+14155550100", "To": "+14155550199",
    "CallStatus": "ringing", "ApiVersion": "2010-04-01", "Direction": "inbound",
}


def sign(token, url, parameters=None):
    """What Twilio does, by the page on security."""
    text = url + "".join(name + value for name, value in sorted((parameters or {}).items()))
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


class Refused(Exception):
    """The socket was not opened."""

    def __init__(self, status):
        super().__init__(f"refused with {status}")
        self.status = status


class Server:
    """A program with this auth token, or with none, until the end of the `async with`."""

    def __init__(self, program, token=None):
        self.program, self.token = program, token
        self.port, self.lines, self.printed = None, [], asyncio.Condition()

    async def __aenter__(self):
        settings = {"PORT": "0", "TWILIO_AUTH_TOKEN": self.token or "", "PUBLIC_URL": PUBLIC_URL}
        self.process = await asyncio.create_subprocess_exec(
            self.program, env={**os.environ, **settings}, stdout=asyncio.subprocess.PIPE
        )
        self.reader = asyncio.create_task(self.read())
        line = await self.says("listening on http://127.0.0.1:", STARTING)
        self.port = int(line.rpartition(":")[2])
        return self

    async def __aexit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), ENDING)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        await self.reader

    async def read(self):
        async for line in self.process.stdout:
            async with self.printed:
                self.lines.append(line.decode().rstrip("\n"))
                self.printed.notify_all()
        async with self.printed:
            self.lines.append("the program has ended")
            self.printed.notify_all()

    async def says(self, text, seconds=ANSWERING):
        """Waits for a line with this text, and gives it."""

        def found():
            return next((line for line in self.lines if text in line), None)

        async with self.printed:
            try:
                await asyncio.wait_for(self.printed.wait_for(found), seconds)
            except TimeoutError:
                raise AssertionError(f"the server does not say {text!r}, but {self.lines!r}") from None
            return found()

    async def request(self, path, parameters, signed=True):
        """The status, and the document if it is one."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if self.token and signed:
            headers["X-Twilio-Signature"] = sign(self.token, PUBLIC_URL + path, parameters)
        body = urllib.parse.urlencode(parameters).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body, headers)
        return await asyncio.to_thread(fetch, request)

    @contextlib.asynccontextmanager
    async def socket(self, path, signature=None, **settings):
        """A socket as Twilio opens it."""
        headers = {"x-twilio-signature": signature} if signature else {}
        address = f"ws://127.0.0.1:{self.port}{path}"
        try:
            socket = await websockets.connect(address, additional_headers=headers, open_timeout=ANSWERING, **settings)
        except websockets.InvalidStatus as error:
            raise Refused(error.response.status_code) from None
        try:
            yield Socket(socket)
        finally:
            await socket.close()


def fetch(request):
    try:
        with urllib.request.urlopen(request, timeout=ANSWERING) as response:
            return response.status, xml.etree.ElementTree.fromstring(response.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, None


class Socket:
    """JSON in text frames, both ways."""

    def __init__(self, socket):
        self.socket = socket

    async def send(self, **message):
        await self.socket.send(json.dumps(message))

    async def receive(self):
        frame = await asyncio.wait_for(self.socket.recv(), ANSWERING)
        assert isinstance(frame, str), "Twilio understands text frames only"
        return json.loads(frame)

    async def is_silent(self, seconds):
        """Whether nothing comes for so long."""
        with contextlib.suppress(TimeoutError):
            raise AssertionError(f"{await asyncio.wait_for(self.socket.recv(), seconds)} is not wanted")

    async def closed_with(self):
        """The code with which the server closes, and nothing before it."""
        with contextlib.suppress(websockets.ConnectionClosed):
            raise AssertionError(f"{await asyncio.wait_for(self.socket.recv(), ANSWERING)} is not wanted")
        return self.socket.close_code
