"""The example servers on loopback, and a client that sends exactly what it is told."""

import http.client
import os
import socket
import subprocess
import threading
from dataclasses import dataclass

# Seconds that a server may take to start, to answer and to end.
STARTING, ANSWERING, ENDING = 20, 10, 5


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Server:
    """An example with these settings, until the end of the `with`."""

    def __init__(self, program, auth_token, **settings):
        self.command, self.auth_token = [program], auth_token
        self.settings = {"PORT": "0", "TWILIO_AUTH_TOKEN": auth_token, **settings}
        # However it is written, an address under it has one slash there.
        self.public_url = settings["PUBLIC_URL"].rstrip("/")
        self.port = None

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, env={**os.environ, **self.settings}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, encoding="utf-8"
        )
        started = threading.Event()
        threading.Thread(target=self._listen, args=[started], daemon=True).start()
        if not started.wait(STARTING) or self.port is None:
            self.__exit__()
            raise RuntimeError(f"{self.command[0]} does not say where it listens")
        return self

    def _listen(self, started):
        # What it prints is read to the end, or it would wait for a reader.
        for line in self.process.stdout:
            if line.startswith("listening on http://127.0.0.1:"):
                self.port = int(line.rpartition(":")[2])
                started.set()
        started.set()

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def client(self):
        return Client(self.port)


def free_port(framework):
    """Rocket does not say which port it was given, so it gets one; the others take what is free."""
    if framework != "rocket":
        return "0"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return str(listener.getsockname()[1])


class Client:
    """One connection, kept alive as long as the server does."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWERING)

    def send(self, method, target, headers, body=None):
        try:
            return self._send(method, target, headers, body)
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server may hang up after a request that it refuses before its body has come.
            self.connection.close()
            return self._send(method, target, headers, body)

    def _send(self, method, target, headers, body):
        self.connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in headers.items():
            self.connection.putheader(name, value)
        if body is not None:
            self.connection.putheader("Content-Length", str(len(body)))
        self.connection.endheaders(body)
        response = self.connection.getresponse()
        return Answer(response.status, response.headers, response.read())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
