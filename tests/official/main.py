"""Runs all parts with the Python of `target/official`, which has the library: `run` starts it."""

import argparse
import contextlib
import pathlib
import signal
import sys

import generated
import pure
import scenario
import verifier
from disagreements import Tally
from libraries import Crate, Node, Python
from report import Report
from servers import Server, free_port

HERE = pathlib.Path(__file__).resolve().parent
AUTH_TOKEN = "0123456789abcdef0123456789abcdef"
PUBLIC_URL = "https://voice.example.com"
# Seconds.
LONGEST = 600

# What the servers have routes for: others are refused as well, or not found.
FRONTLINE = {("GET", "/voice"), ("POST", "/voice"), ("POST", "/ended"), ("POST", "/voicemail"), ("POST", "/recording"),
             ("GET", "/sessions/CH1")}
MENU = {("GET", "/voice"), ("POST", "/voice"), ("POST", "/digits"), ("POST", "/events")}

# Forms in which people write the address of their server.
PUBLIC_URLS = [
    PUBLIC_URL + "/",
    "https://voice.example.com:8443",
    "https://user:secret@Voice.Example.com/twilio",
    "http://[2001:db8::7]:8080",
]


def main():
    arguments = argparse.ArgumentParser()
    for name in ("frontline", "sms", "crate", "node"):
        arguments.add_argument("--" + name, required=True)
    # NAME=PROGRAM, for each framework.
    arguments.add_argument("--framework", action="append", default=[])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--requests", type=int, default=4000)
    arguments.add_argument("--addresses", type=int, default=6000)
    arguments.add_argument("--keys", type=int, default=6000)
    given = arguments.parse_args()
    # Ends the servers as well when it is ended itself, or takes too long.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"it takes longer than {LONGEST} seconds"))
    signal.alarm(LONGEST)

    print(f"seed {given.seed}")
    report, tally = Report(), Tally()
    with contextlib.ExitStack() as running:
        node = running.enter_context(Node(HERE / "official.mjs", given.node))
        libraries = [Python(), node]

        def start(program, url, **settings):
            return running.enter_context(Server(program, AUTH_TOKEN, PUBLIC_URL=url, **settings))

        servers = [start(given.frontline, url, SERVICE_SID=scenario.SERVICE_SID) for url in PUBLIC_URLS]
        scenario.run(servers[0], start(given.sms, PUBLIC_URL), libraries, report, given.seed)
        generated.run("frontline", servers, FRONTLINE, libraries, report, tally, given.seed, given.requests)
        for name, program in (one.split("=", 1) for one in given.framework):
            with Server(program, AUTH_TOKEN, PUBLIC_URL=PUBLIC_URL, PORT=free_port(name)) as server:
                generated.run(name, [server], MENU, libraries, report, tally, given.seed, given.requests // 4)
        pure.run(Crate(given.crate), libraries, report, tally, given.seed, given.addresses)
        verifier.run(Crate(given.crate), report, given.seed, given.keys)
    tally.close(report)
    return report.close()


if __name__ == "__main__":
    sys.exit(main())
