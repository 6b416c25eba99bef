"""A request that was signed somehow and came somehow, and what the libraries say to it."""

import base64
import hashlib
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

AUTH_TOKENS = ["12345", "0123456789abcdef0123456789abcdef", "ключ \U0001f511", "x" * 100]

# Signs that a form, an address or a sort could get wrong.
_PIECES = [*"aAzZ09 ", *"&=+%#?/;,'\"<>\\", "%26", "%41", "ñ", "中", "\u200d", "\n", "\r\n", "\t", "é", "\0"]
NAMES = [
    "Call", "CallSidX", "callSid", "CALLSID", "Reason", "ReasonConferenceEnded", "Digits", "DigitsX", "a", "A", "aa",
    "a b", "ñ", "x&y", "x=y", "x+y", "%41", "a[]", "10", "9", "constructor", "__proto__", "From", "To", "Body",
]
# Sorted by code points the first comes first, by UTF-16 units the second.
UTF16_PAIRS = [[("\uff21", "1"), ("\U0001f980", "2")], [("a", "\uff21"), ("a", "\U0001f980")]]


@dataclass
class Case:
    label: str
    # As it came: either `pairs` or `body`.
    token: str
    url: str
    pairs: list
    body: str | None
    # As it was signed.
    signer: str
    signed_token: str
    signed_url: str
    signed_pairs: list
    altered: str = "no"
    signature: str | None = None
    # How it was sent: for requests over HTTP.
    request: dict = field(default_factory=dict)

    @property
    def intact(self):
        """Whether nothing but the address may differ from what was signed."""
        return self.altered == "no" and self.token == self.signed_token and self._hashed() and self._same_pairs()

    def _hashed(self):
        claimed = parse_qs(urlsplit(self.url).query).get("bodySHA256", [""])
        return self.body is None or body_hash(self.body) == claimed[0]

    def _same_pairs(self):
        # A pair that came twice counts once; where a name ends is not signed.
        now, then = ("".join(map("".join, sorted(set(pairs)))) for pairs in (self.pairs, self.signed_pairs))
        return now == then

    def question(self):
        how = {"do": "validate", "pairs": self.pairs}
        if self.body is not None:
            how = {"do": "validate_body", "body": self.body}
        # A header that is missing is an empty text to the frameworks for which the libraries are made.
        return {"token": self.token, "url": self.url, "signature": self.signature or "", **how}

    def __str__(self):
        what = f"pairs {self.pairs}" if self.body is None else f"body {self.body!r}"
        signed = f"{self.signed_url!r} by {self.signer} with pairs {self.signed_pairs}"
        sent = f"signature {self.signature!r}, altered: {self.altered}, {self.request}"
        return f"{self.label}: {self.url!r} {what}, token {self.token!r}\n    signed {signed}\n    {sent}"


def body_hash(body):
    return hashlib.sha256(body.encode()).hexdigest()


def text(chance, most=8):
    pieces = [chance.choice(_PIECES) for _ in range(chance.randrange(most))]
    return chance.choice(["", "", "", " "]) + "".join(pieces) + chance.choice(["", "", "", " "])


def invent_pairs(chance, most=6):
    names = [chance.choice(NAMES) for _ in range(chance.randrange(most))]
    names += chance.sample(names, min(len(names), chance.choice([0, 0, 1, 2])))
    pairs = [(name, text(chance)) for name in names]
    pairs += chance.sample(pairs, min(len(pairs), chance.choice([0, 0, 0, 1])))
    chance.shuffle(pairs)
    return pairs


def _other_sign(signature, place):
    other = "A" if signature[place] != "A" else "B"
    return signature[:place] + other + signature[place + 1 :]


# What became of a signature on its way. The last letter before the padding has two bits that hold nothing.
ALTERATIONS = {
    "no": lambda it: it,
    "missing": lambda it: None,
    "empty": lambda it: "",
    "first letter": lambda it: _other_sign(it, 0),
    "last letter": lambda it: _other_sign(it, 26),
    "unused bits": lambda it: it[:26] + chr(ord(it[26]) + 1) + "=",
    "lower-cased": str.lower,
    "cut": lambda it: it[:-4],
    "without padding": lambda it: it.rstrip("="),
    "more padding": lambda it: it + "=",
    "twice": lambda it: it + it,
    "for addresses": lambda it: it.replace("+", "-").replace("/", "_"),
    "in hex": lambda it: base64.b64decode(it).hex(),
    "a word": lambda it: "NOT" + it,
    "not ASCII": lambda it: "é" + it[1:],
}


def sign(cases, libraries):
    """Each by its signer, and then altered."""
    for library in libraries:
        mine = [case for case in cases if case.signer == library.name]
        questions = [
            {"do": "sign", "token": case.signed_token, "url": case.signed_url, "pairs": case.signed_pairs}
            for case in mine
        ]
        for case, signature in zip(mine, library.ask(questions), strict=True):
            case.signature = ALTERATIONS[case.altered](signature)
            if case.signature == signature:
                case.altered = "no"


def verdicts(cases, libraries):
    """What each library says: a library that raises does not accept."""
    questions = [case.question() for case in cases]
    return list(zip(*([answer is True for answer in library.ask(questions)] for library in libraries), strict=True))
