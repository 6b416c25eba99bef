"""Runs all scenes with the Python of `target/sockets`, which has the client: `run` starts it."""

import asyncio
import sys
import traceback

import relay
import stream
from server import CALL, PUBLIC_URL, Refused, Server, sign

TOKEN = "0123456789abcdef0123456789abcdef"
# Seconds.
LONGEST = 180


async def forged(server, path):
    """Who has no signature, or another one, gets 403 and no socket."""
    socket_url = PUBLIC_URL.replace("https", "wss") + path
    forgeries = {
        "none": None,
        "of nothing": "AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "no base64": "forged",
        "of another scheme": sign(TOKEN, PUBLIC_URL + path),
        "of another path": sign(TOKEN, socket_url + "2"),
        "of another host": sign(TOKEN, f"wss://other.example.com{path}"),
        "of another token": sign("another token", socket_url),
        "of other parameters": sign(TOKEN, socket_url, CALL),
    }
    for what, signature in forgeries.items():
        try:
            async with server.socket(path, signature):
                raise AssertionError(f"a signature {what} opens the socket")
        except Refused as refused:
            assert refused.status == 403, f"{what}: {refused}"
    status, _ = await server.request("/voice", CALL, signed=False)
    assert status == 403, status
    # With and without a slash at its end, and with the port: Twilio is not consistent about them.
    for signed in (socket_url, socket_url + "/", socket_url.replace(".com", ".com:443")):
        async with server.socket(path, sign(TOKEN, signed)):
            pass


async def play(program, path, scenes):
    """Gives the number of failures."""
    failures = 0
    for token in (None, TOKEN):
        signature = token and sign(token, PUBLIC_URL.replace("https", "wss") + path)
        todo = [(scene, signature) for scene in scenes]
        todo += [(forged, path)] if token else []
        for scene, argument in todo:
            name = f"{path} {scene.__name__}{' signed' if token else ''}"
            # Each scene has a server of its own, so that what it prints is of this scene.
            async with Server(program, token) as server:
                try:
                    await scene(server, argument)
                    print(f"ok: {name}")
                except Exception:  # noqa: BLE001
                    failures += 1
                    traceback.print_exc()
                    print(f"failed: {name}")
    return failures


async def main():
    relay_program, stream_program = sys.argv[1:]
    async with asyncio.timeout(LONGEST):
        failures = await play(relay_program, "/relay", relay.SCENES)
        failures += await play(stream_program, "/media", stream.SCENES)
    total = 2 * (len(relay.SCENES) + len(stream.SCENES)) + 2
    print(f"{total - failures} passed, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
