"""Thousands of requests over HTTP, most of which somebody has been at on their way."""

import copy
import json
import random
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, quote_plus, urlencode

import addresses
from cases import ALTERATIONS, UTF16_PAIRS, Case, body_hash, invent_pairs, sign, text, verdicts
from scenario import CALL

FORM_TYPES = [
    "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=UTF-8",
    "Application/X-WWW-Form-URLencoded;charset=utf-8",
]
OTHER_TYPES = ["application/json", "application/json; charset=utf-8", "text/plain", "application/octet-stream", None]
REQUIRED = {name: CALL[name] for name in
            ("CallSid", "AccountSid", "From", "To", "CallStatus", "Direction")}
# What an address may hold beside the parameters.
QUERIES = [[]] * 5 + [
    ["foo=1", "bar=2"], ["Body=it's"], ["a=b+c", "d=%20e"], [""], ["a&b="], ["latin=%E9"], ["u=https://x.y:99/z?q"],
]


@dataclass
class Request:
    """A request in pieces. The parameters of a form are `pairs`, those of GET stand encoded in `query`."""

    method: str
    path: str
    # None: without a question mark.
    query: list | None
    pairs: list
    body: str | None
    content_type: str | None
    hashed: bool = False
    encode: str = "+"

    @property
    def target(self):
        return self.path + ("" if self.query is None else "?" + "&".join(self.query))

    @property
    def is_form(self):
        return self.body is None and self.method == "POST"

    def payload(self):
        if self.method == "GET":
            return None
        if self.body is not None:
            return self.body.encode()
        return urlencode(self.pairs, quote_via=quote_plus if self.encode == "+" else quote).encode()

    def complete(self):
        """Whether there is all that an incoming call has; otherwise the answer is 400."""
        query = parse_qsl("&".join(self.query or []), keep_blank_values=True)
        # An empty form whose hash stands in the address is a body that is no form.
        is_form = self.is_form and not (not self.pairs and "bodySHA256=" in self.target)
        pairs = self.pairs if is_form else query
        given = {}
        for name, value in pairs:
            given.setdefault(name, value)
        return REQUIRED.keys() <= given.keys() and given["CallStatus"] != "" and given["Direction"] != ""

    def rehash(self):
        self.query = [it for it in self.query if not it.startswith("bodySHA256=")]
        self.query.append(f"bodySHA256={body_hash(self.body)}")


def invent(chance):
    """A request as Twilio would send it, more or less."""
    required = list(REQUIRED.items())
    if chance.random() < 0.08:
        del required[chance.randrange(len(required))]
    kind = chance.choice(["form", "form", "get", "json"])
    pairs = required + invent_pairs(chance)
    chance.shuffle(pairs)
    query = list(chance.choice(QUERIES)) or None
    if kind == "form":
        return Request("POST", "/voice", query, pairs, None, chance.choice(FORM_TYPES))
    way = chance.choice([quote_plus, quote, lambda value: quote(value, "'()*!,;:@/?")])
    encoded = [f"{way(name)}={way(value)}" for name, value in pairs]
    if kind == "get":
        return Request("GET", "/voice", (query or []) + encoded, [], None, None)
    body = chance.choice([json.dumps(dict(pairs)), "{}", "[]", "a=b", "", "ñ\r\n"])
    request = Request("POST", "/voice", encoded, [], body, chance.choice(OTHER_TYPES), hashed=True)
    request.rehash()
    chance.shuffle(request.query)
    return request


def tamper_with_items(chance, items, kind):
    """Parameters, or pieces of a query, after somebody has been at them. Two of the ways alter nothing for a form."""
    ways = ["re-ordered", "re-ordered", "again", "added", "removed", "renamed", "changed", "changed", "swapped"]
    way = chance.choice(ways)
    at = chance.randrange(len(items))
    other = chance.randrange(len(items))
    if way == "re-ordered":
        chance.shuffle(items)
    elif way == "again":
        items.insert(other, items[at])
    elif way == "added":
        items.insert(at, (text(chance), text(chance)) if kind == "form" else f"more={quote_plus(text(chance))}")
    elif way == "removed":
        del items[at]
    elif kind == "get":
        items[at] += chance.choice(["x", "+", "%20", "%41"])
    elif way == "renamed":
        items[at] = (items[at][0] + "X", items[at][1])
    elif way == "changed":
        items[at] = (items[at][0], chance.choice([items[at][1] + " ", items[at][1].swapcase(), text(chance)]))
    else:
        (a, b), (c, d) = items[at], items[other]
        items[at], items[other] = (a, d), (c, b)
    return f"{kind}: {way}"


def tamper_with_body(chance, sent):
    ways = ["another body", "another body and hash", "no hash", "hash in capitals", "two hashes", "as a form"]
    way = chance.choice(ways)
    if way.startswith("another body"):
        sent.body += " "
        if way.endswith("hash"):
            sent.rehash()
    elif way == "no hash":
        sent.query = [it for it in sent.query if not it.startswith("bodySHA256=")]
    elif way == "hash in capitals":
        claimed = body_hash(sent.body)
        sent.query = [it.replace(claimed, claimed.upper()) for it in sent.query]
    elif way == "two hashes":
        sent.query.insert(chance.randrange(len(sent.query) + 1), f"bodySHA256={'0' * 64}")
    else:
        sent.pairs, sent.body, sent.content_type = [("a", "b")], None, FORM_TYPES[0]
    return f"body: {way}"


def replay(chance, sent):
    """The same request at another address, or in another way."""
    way = chance.choice(["path", "query", "no query", "slash", "encoded otherwise", "as another kind"])
    if way == "path":
        sent.path = chance.choice(["/ended", "/voicemail", "/recording"]) if sent.method == "POST" else "/sessions/CH1"
    elif way == "query":
        sent.query = (sent.query or []) + ["more=1"]
    elif way == "no query":
        sent.query = None
    elif way == "slash":
        sent.query = (sent.query or []) + ["/"]
    elif way == "encoded otherwise":
        sent.query = [it.replace("+", "%20").replace("'", "%27") for it in sent.query] if sent.query else None
    elif sent.is_form:
        sent.content_type, sent.body, sent.pairs = OTHER_TYPES[0], sent.payload().decode(), []
    else:
        sent.method, sent.body, sent.content_type = "POST", None, FORM_TYPES[0]
    return f"replayed: {way}"


def tamper(chance, sent, case):
    draw = chance.random()
    if draw < 0.20:
        case.label = "as it is"
    elif draw < 0.35:
        case.altered = case.label = chance.choice(list(ALTERATIONS))
    elif draw < 0.40:
        case.label, case.signed_token = "another token", chance.choice([case.token + "0", case.token.upper(), "12345"])
    elif draw < 0.50:
        case.label = "signed " + (relation := chance.choice(list(addresses.RELATIONS)))
        case.signed_url = addresses.relate(addresses.split(case.signed_url), relation)
    elif draw < 0.62:
        case.label = replay(chance, sent)
    elif draw < 0.70 and sent.is_form:
        case.label, sent.encode = "re-encoded", "%20"
    elif sent.hashed:
        case.label = tamper_with_body(chance, sent)
    else:
        items, kind = (sent.pairs, "form") if sent.is_form else (sent.query, "get")
        case.label = tamper_with_items(chance, items, kind)


def make(chance, server):
    signed = invent(chance)
    if chance.random() < 0.01 and signed.is_form and server.public_url == "https://voice.example.com":
        signed.query, signed.pairs = None, signed.pairs + chance.choice(UTF16_PAIRS)
        sent, label = signed, "UTF-16"
    else:
        sent, label = copy.deepcopy(signed), None
    url, token = server.public_url + signed.target, server.auth_token
    case = Case(label, token, url, signed.pairs, None, chance.choice(["python", "node"]), token, url, signed.pairs)
    if label is None:
        tamper(chance, sent, case)
    case.url, case.pairs, case.body = server.public_url + sent.target, sent.pairs, sent.body
    if sent.is_form and not sent.pairs and "bodySHA256=" in sent.target:
        # Node's own middleware holds a body against the hash wherever there is one.
        case.body = ""
    case.request = {"method": sent.method, "type": sent.content_type, "complete": sent.complete()}
    return case, sent


def deliver(client, case, sent):
    headers = {} if sent.content_type is None else {"Content-Type": sent.content_type}
    if case.signature is not None:
        # As bytes of the header; what is not ASCII goes as UTF-8.
        name = "X-Twilio-Signature" if sent.method == "POST" else "x-twilio-signature"
        headers[name] = case.signature.encode()
    return client.send(sent.method, sent.target, headers, sent.payload())


def judge(case, sent, answer, routes, libraries_say, report, tally):
    python, node = libraries_say
    # Where there is no route, a server may say so before it asks who calls.
    nowhere = (sent.method, sent.path) not in routes and answer.status in (404, 405)
    accepted = answer.status != 403 and not nowhere
    expected = tally.expected(case, python, node, accepted)
    if not expected:
        status = 403
    elif sent.path == "/voice":
        status = 200 if sent.complete() else 400
    else:
        # Nothing is accepted at another path than that for which it was signed.
        status = None
    said = f"Python {python}, Node {node}, we {answer.status}, expected {expected}: {status}"
    report.check(expected is not None and (answer.status == status or nowhere), said, f"{case}\n    {answer.body!r}")
    return accepted


def run(name, servers, routes, libraries, report, tally, seed, count):
    report.begin(f"{count} requests over HTTP to {name}")
    accepted = 0
    for number, server in enumerate(servers):
        chance = random.Random(f"requests {seed} {number}")
        made = [make(chance, server) for _ in range(count // len(servers))]
        cases = [case for case, _ in made]
        sign(cases, libraries)
        say = verdicts(cases, libraries)
        with server.client() as client:
            for (case, sent), libraries_say in zip(made, say, strict=True):
                answer = deliver(client, case, sent)
                accepted += judge(case, sent, answer, routes, libraries_say, report, tally)
    report.end(f"; {accepted} accepted")
