"""Twilio's own libraries for Python and Node, and our crate: the same questions to each of them."""

import json
import subprocess

from twilio.request_validator import RequestValidator

import documents


class Refused(Exception):
    """A library could not answer at all."""


class Pairs:
    """Parameters as the frameworks of Python hold them, with every value of a name."""

    def __init__(self, pairs):
        self.values = {}
        for name, value in pairs:
            self.values.setdefault(name, []).append(value)

    def __iter__(self):
        return iter(self.values)

    def __len__(self):
        return len(self.values)

    def getlist(self, name):
        return self.values[name]


class Python:
    """The library from PyPI, in this process."""

    name = "python"

    def ask(self, questions):
        return [self._answer(question) for question in questions]

    def _answer(self, question):
        try:
            return getattr(self, "_" + question["do"])(question)
        except Exception as error:  # Whatever it raises, it does not accept.
            return {"raised": repr(error)}

    def _sign(self, it):
        return RequestValidator(it["token"]).compute_signature(it["url"], Pairs(it["pairs"]))

    def _validate(self, it):
        return RequestValidator(it["token"]).validate(it["url"], Pairs(it["pairs"]), it["signature"])

    def _validate_body(self, it):
        return RequestValidator(it["token"]).validate(it["url"], it["body"], it["signature"])

    def _document(self, it):
        return documents.BUILDERS[it["name"]](**it["values"])


class Node:
    """The library from npm, in a process of its own."""

    name = "node"

    def __init__(self, script, prefix):
        self.process = subprocess.Popen(
            ["node", script, prefix], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, questions):
        self.process.stdin.write(json.dumps(questions) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Refused("the process of Node has ended")
        return json.loads(line)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Crate:
    """The program of `src/main.rs`, started once for many requests."""

    def __init__(self, program):
        self.program = program

    def ask(self, requests):
        lines = "".join(json.dumps(request) + "\n" for request in requests)
        done = subprocess.run([self.program], input=lines, capture_output=True, text=True, encoding="utf-8", check=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if len(answers) != len(requests):
            raise Refused(f"{len(answers)} answers to {len(requests)} requests")
        return answers


def one(library, **question):
    """One answer, which must be one."""
    (answer,) = library.ask([question])
    if isinstance(answer, dict):
        raise Refused(f"{library.name}: {answer['raised']}")
    return answer
