"""A server's verifier: both schemes, several keys at once, and sockets.

The oracle is the library for Python, which is told the algorithm and the secret that the header names; the one for Node
does not know shared keys in this version.
"""

import logging
import random
from urllib.parse import parse_qsl, quote_plus, urlencode

from twilio.request_validator import RequestValidator, get_signature_algorithm

from cases import ALTERATIONS, body_hash, invent_pairs, text
from libraries import Pairs

TOKENS = ["0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210", "ключ \U0001f511"]
KEYS = {"webhooks_sharedkey_01k3example0000000000000000": "secret of the new key",
        "webhooks_sharedkey_01j9example0000000000000000": "secret of the old key"}
UNKNOWN = "webhooks_sharedkey_00000000000000000000000000"
PUBLIC_URLS = ["https://voice.example.com", "https://voice.example.com/twilio", "http://voice.example.com:8080"]
FORM = "application/x-www-form-urlencoded"


def _header(chance, key, algorithm):
    """The header as Twilio writes it, or as somebody else does."""
    usual = f"key={key},algorithm={algorithm}"
    ways = [usual] * 6 + [
        f" key = {key} , algorithm = {algorithm} ", usual.replace("HMAC", "hmac"), f"algorithm={algorithm},key={key}",
        f"x=y,,{usual},z", f"key={key}", f"algorithm={algorithm}", f"key={UNKNOWN},algorithm={algorithm}",
        f"key={key},algorithm=HMAC_SHA512", f"Key={key},Algorithm={algorithm}", "", " ", "nothing",
        f"key={key},algorithm=,algorithm={algorithm}", f"key={key},key={UNKNOWN},algorithm={algorithm}", None,
    ]
    return chance.choice(ways)


def _named(header):
    """The id that a header names: the first one that is not empty."""
    pairs = (piece.split("=", 1) for piece in header.split(",") if "=" in piece)
    return next((value.strip() for name, value in pairs if name.strip() == "key" and value.strip()), "")


def _invent(chance):
    public_url, kind = chance.choice(PUBLIC_URLS), chance.choice(["form", "get", "json", "socket"])
    # None: the auth token signs.
    key, algorithm = chance.choice([(None, "HMAC_SHA1")] + [(key, algorithm) for key in KEYS
                                                            for algorithm in ("HMAC_SHA256", "HMAC_SHA256", "HMAC_SHA1")])
    secret = chance.choice(TOKENS) if key is None else KEYS[key]
    pairs = invent_pairs(chance) if kind == "form" else []
    body = chance.choice(["{}", '{"a": "ñ"}', "x"]) if kind == "json" else ""
    query = [f"{quote_plus(name)}={quote_plus(value)}" for name, value in invent_pairs(chance, 3)]
    if kind == "json":
        query.append(f"bodySHA256={body_hash(body)}")
    target = "/voice" + ("?" + "&".join(query) if query else "")
    case = {"public_url": public_url, "kind": kind, "target": target, "pairs": pairs, "body": body}
    signed = {**case, "algorithm": algorithm, "secret": secret}
    header = None if key is None and chance.random() < 0.8 else _header(chance, key or chance.choice(list(KEYS)), algorithm)
    _tamper(chance, case, signed)
    case |= {"header": header, "auth_tokens": TOKENS[:2] if chance.random() < 0.8 else [],
             "shared_keys": list(KEYS.items()), "shared_only": chance.random() < 0.15}
    case["signature"] = ALTERATIONS[chance.choice(["no"] * 40 + list(ALTERATIONS))](_sign(chance, signed))
    return case


def _tamper(chance, case, signed):
    draw = chance.random()
    if draw < 0.10:
        signed["secret"] = chance.choice([*TOKENS, *KEYS.values(), "another"])
    elif draw < 0.20:
        signed["algorithm"] = "HMAC_SHA1" if signed["algorithm"] == "HMAC_SHA256" else "HMAC_SHA256"
    elif draw < 0.25:
        case["target"] = case["target"].replace("/voice", "/other", 1)
    elif draw < 0.30:
        case["pairs"] = case["pairs"] + [("more", text(chance))]
    elif draw < 0.35:
        case["body"] = case["body"] + " "
    elif draw < 0.40:
        case["kind"] = {"get": "socket", "socket": "get"}.get(case["kind"], case["kind"])


def _addresses(case):
    """What may be signed for a request: an address, and what is sent with it."""
    url = case["public_url"] + case["target"]
    if case["kind"] == "form":
        return [(url, Pairs(case["pairs"]))]
    if case["kind"] == "json":
        return [(url, case["body"])]
    if case["kind"] == "get":
        return [(url, {})]
    url = url.replace("http", "ws", 1)
    path, mark, query = url.partition("?")
    host = path.partition("://")[2].partition("/")[0]
    with_port = host + ":443" if url.startswith("wss") and ":" not in host else host
    found = []
    # With a slash at its end, and with the port of `wss`, which the library does not know.
    for place in (host, with_port):
        whole = url.replace(host, place, 1)
        found += [(whole, {})] + ([] if whole.endswith("/") else [(whole + "/", {})])
        if mark:
            # As Twilio's own kit for agents signs it; no page says which it is.
            pairs = Pairs(parse_qsl(query, keep_blank_values=True))
            base = whole.partition("?")[0]
            found += [(base, pairs), (base + "/", pairs)]
    return found


def _sign(chance, signed):
    url, content = chance.choice(_addresses(signed))
    content = {} if isinstance(content, str) else content
    return RequestValidator(signed["secret"]).compute_signature(url, content, signed["algorithm"])


def _expected(case):
    """Whether the library accepts it, with the secret that the header names."""
    header = case["header"]
    if header is None or not header.strip():
        secrets, algorithm = [] if case["shared_only"] else case["auth_tokens"], "HMAC_SHA1"
    else:
        secrets = [secret for key, secret in case["shared_keys"] if key == _named(header)]
        algorithm = get_signature_algorithm(header)
    signature = case["signature"] or ""
    return any(
        RequestValidator(secret).validate(url, content, signature, algorithm)
        for secret in secrets for url, content in _addresses(case)
    )


def _request(case):
    headers = [("X-Twilio-Signature", case["signature"])] if case["signature"] is not None else []
    body, kind = case["body"], case["kind"]
    if case["header"] is not None:
        headers.append(("x-twilio-webhooks-signature-settings", case["header"]))
    if kind == "form":
        headers.append(("content-type", FORM))
        body = urlencode(case["pairs"])
    if kind == "socket":
        headers += [("connection", "Upgrade"), ("upgrade", "websocket")]
    method = "POST" if kind in ("form", "json") else "GET"
    names = ("public_url", "auth_tokens", "shared_keys", "shared_only", "target")
    return {"method": method, "headers": headers, "body": body, **{name: case[name] for name in names}}


def run(crate, report, seed, count):
    # It warns of every algorithm that it does not know.
    logging.getLogger("twilio.request_validator").setLevel(logging.ERROR)
    report.begin(f"{count} requests with several keys, by both schemes")
    chance = random.Random(f"verifier {seed}")
    cases = [_invent(chance) for _ in range(count)]
    accepted = {"form": 0, "get": 0, "json": 0, "socket": 0}
    for case, answer in zip(cases, crate.ask([_request(case) for case in cases]), strict=True):
        expected = _expected(case)
        accepted[case["kind"]] += answer["status"] == 200
        report.check(answer["status"] == (200 if expected else 403), f"expected {expected}, we {answer}", str(case))
    for kind, number in accepted.items():
        report.check(number > count / 40, f"hardly any {kind} is accepted", str(number))
    report.end(f"; accepted {accepted}")
