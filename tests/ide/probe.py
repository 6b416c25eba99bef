#!/usr/bin/env python3
"""Asks rust-analyzer what it shows at a cursor inside `twiml!`, and compares it with what was promised.

    probe.py [CASES.json]

A case is an object:

    name      what it is about
    kind      "hover", "definition", "completion" or "errors"
    body      markup, with `|` at the cursor
    has       texts that the answer holds
    hasnt     texts that it does not hold
    exactly   all that is offered, and nothing else

The markup stands in a function that knows `req: Req` with the fields `name` and `number`, and `name: String`.
The exit status is 0 where every promise holds, 1 where one does not, and 2 where rust-analyzer is not to be had
(`rustup component add rust-analyzer rust-src`).
"""

import json
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CRATE = HERE.parent.parent

MANIFEST = """[package]
name = "ide"
version = "0.0.0"
edition = "2024"

[dependencies]
twiml = {{ package = "twiml-dsl", path = {path} }}

[workspace]
"""
BEFORE = """pub struct Req {
    pub name: String,
    pub number: String,
}

pub fn page(req: Req, name: String) {
    let _document = twiml::twiml! { """
AFTER = """ };
    println!("{}{}{}", req.name, req.number, name);
}

fn main() {}
"""
VALID = "<Response/>"

# Seconds: until the project is loaded, until an answer comes, until errors have settled, and between two tries.
LOADING, ANSWER, SETTLING, PAUSE = 240, 60, 2, 0.5
ERROR = 1


class Unavailable(Exception):
    """There is no rust-analyzer to ask."""


class Server:
    """A language server, spoken to over its standard streams."""

    def __init__(self, command, root):
        self.process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.answers = queue.Queue()
        self.requests = 0
        self.loaded = threading.Event()
        self.diagnostics = {}
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {
            "processId": os.getpid(),
            "rootUri": root.as_uri(),
            "capabilities": {
                "textDocument": {
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {},
                },
                "window": {"workDoneProgress": True},
                "experimental": {"serverStatusNotification": True},
            },
            "initializationOptions": {"checkOnSave": False},
        })
        self.tell("initialized", {})

    def ask(self, method, params):
        self.requests += 1
        self._send({"id": self.requests, "method": method, "params": params})
        while True:
            answer = self.answers.get(timeout=ANSWER)
            if answer["id"] == self.requests:
                return answer.get("result")

    def tell(self, method, params):
        self._send({"method": method, "params": params})

    def stop(self):
        self.process.kill()
        self.process.wait()

    def _send(self, message):
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _listen(self):
        while (message := self._receive()) is not None:
            if "method" not in message:
                self.answers.put(message)
            elif "id" in message:
                # Every question of the server's can be answered with nothing.
                items = message["params"].get("items")
                self._send({"id": message["id"], "result": [None] * len(items) if items else None})
            elif message["method"] == "experimental/serverStatus":
                if message["params"].get("quiescent"):
                    self.loaded.set()
            elif message["method"] == "textDocument/publishDiagnostics":
                self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]

    def _receive(self):
        length = None
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length)) if length else None


class Page:
    """One source file in which the markup of each case stands in turn."""

    def __init__(self, server, path):
        self.server, self.uri, self.version = server, path.as_uri(), 1
        server.tell("textDocument/didOpen", {
            "textDocument": {"uri": self.uri, "languageId": "rust", "version": 1, "text": path.read_text()},
        })

    def show(self, body):
        """Shows the markup; gives the place of the cursor."""
        cursor = max(body.find("|"), 0)
        text = BEFORE + body.replace("|", "", 1) + AFTER
        self.version += 1
        self.server.tell("textDocument/didChange", {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [{"text": text}],
        })
        before = BEFORE + body[:cursor]
        column = len(before[before.rfind("\n") + 1 :].encode("utf-16-le")) // 2
        return {"line": before.count("\n"), "character": column}

    def answer(self, kind, place):
        """What is said, as text, and the labels of what is offered."""
        if kind == "errors":
            return self._errors(), []
        result = self.server.ask(
            f"textDocument/{kind}", {"textDocument": {"uri": self.uri}, "position": place}
        )
        if not result:
            return "", []
        if kind == "hover":
            return result["contents"]["value"], []
        if kind == "definition":
            return json.dumps(result), []
        items = result["items"] if isinstance(result, dict) else result
        labels = sorted({item["label"] for item in items})
        return ", ".join(labels), labels

    def _errors(self):
        # What has not changed is not said again, so that there is nothing to wait for but time.
        time.sleep(SETTLING)
        found = self.server.diagnostics.get(self.uri, [])
        return "\n".join(error["message"] for error in found if error.get("severity") == ERROR)


def faults(case, said, labels):
    """What the answer breaks of the promise."""
    found = [f"lacks {text!r}" for text in case.get("has", []) if text not in said]
    found += [f"has {text!r}" for text in case.get("hasnt", []) if text in said]
    if "exactly" in case:
        promised, offered = set(case["exactly"]), set(labels)
        found += [f"does not offer {sorted(promised - offered)}"] if promised - offered else []
        found += [f"offers {sorted(offered - promised)}"] if offered - promised else []
    return found


def try_case(page, case):
    """Asks again while the answer may still be on its way."""
    place = page.show(case["body"])
    for attempt in range(4):
        if attempt:
            time.sleep(PAUSE)
        said, labels = page.answer(case["kind"], place)
        found = faults(case, said, labels)
        if not found:
            break
    return found, said


def rust_analyzer():
    found = subprocess.run(["rustup", "which", "rust-analyzer"], capture_output=True, text=True) \
        if shutil.which("rustup") else None
    path = found.stdout.strip() if found and found.returncode == 0 else shutil.which("rust-analyzer")
    if not path or subprocess.run([path, "--version"], capture_output=True).returncode:
        raise Unavailable
    return path


def write_project(root):
    (root / "src").mkdir()
    (root / "Cargo.toml").write_text(MANIFEST.format(path=json.dumps(str(CRATE))))
    source = root / "src" / "main.rs"
    source.write_text(BEFORE + VALID + AFTER)
    # Its own lock file may need packages that only the workspace's has been given.
    shutil.copy(CRATE / "Cargo.lock", root / "Cargo.lock")
    subprocess.run(["cargo", "check", "--quiet"], cwd=root, check=True)
    return source


def main():
    cases = json.loads(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "cases.json").read_text())
    try:
        program = rust_analyzer()
    except Unavailable:
        print("rust-analyzer is not to be had: rustup component add rust-analyzer rust-src", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="twiml-ide-") as directory:
        root = pathlib.Path(directory).resolve()
        source = write_project(root)
        server = Server([program], root)
        try:
            page = Page(server, source)
            server.loaded.wait(LOADING)
            broken = 0
            for case in cases:
                found, said = try_case(page, case)
                if found:
                    broken += 1
                    print(f"BROKEN {case['name']}: {case['body']}\n    {'; '.join(found)}\n    said: {said[:500]!r}")
        finally:
            server.stop()
    print(f"{len(cases) - broken} of {len(cases)} cursor positions as promised")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
