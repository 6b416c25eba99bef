"""The signature as a function, over addresses that HTTP cannot carry."""

import random

import addresses
from cases import ALTERATIONS, AUTH_TOKENS, UTF16_PAIRS, Case, body_hash, invent_pairs, sign, text, verdicts

BODIES = ["{}", '{"property": "value", "boolean": true}', "", "ñ \U0001f980\r\n", "a=b&c=d"]


def _with_hash(chance, url, body):
    """The hash in the query, in the ways in which it can come and be forged."""
    given = body_hash(body)
    other = body_hash(body + " ")
    items = chance.choice([[given]] * 5 + [[other], [given.upper()], [""], [given, other], [other, given], []])
    names = ["bodySHA256"] * 6 + ["bodysha256", "body%53HA256"]
    query = "&".join(f"{chance.choice(names)}={item}" for item in items)
    address = addresses.split(url.partition("#")[0])
    joint = "" if not query else "&" if address.query not in ("", "?") else ""
    return f"{url.partition('#')[0]}{'' if address.query or not query else '?'}{joint}{query}"


def _tampered(chance, pairs):
    """The parameters after somebody has been at them; two of the ways change nothing that is signed."""
    pairs = list(pairs)
    way = chance.choice(["order", "again", "more", "less", "value", "boundary"])
    at = chance.randrange(len(pairs))
    name, value = pairs[at]
    if way == "order":
        chance.shuffle(pairs)
    elif way == "again":
        pairs.append(pairs[at])
    elif way == "more":
        pairs.append((name + "X", value))
    elif way == "less":
        del pairs[at]
    elif way == "value":
        pairs[at] = (name, value + chance.choice([" ", "x", "="]))
    else:
        pairs[at] = (name + value[:1], value[1:])
    return f"parameters: {way}", pairs


def _invent(chance):
    token = chance.choice([*AUTH_TOKENS * 3, ""])
    if chance.random() < 0.01:
        # At a plain address, so that there is one reason to disagree at a time.
        url, pairs = "https://mycompany.com/voice", chance.choice(UTF16_PAIRS) + invent_pairs(chance)
        return Case("UTF-16", token, url, pairs, None, chance.choice(["python", "node"]), token, url, pairs)
    url = addresses.invent(chance)
    body = chance.choice(BODIES) if chance.random() < 0.25 else None
    if body is not None:
        url = _with_hash(chance, url, body)
    pairs = invent_pairs(chance) if body is None else []
    case = Case("as it is", token, url, pairs, body, chance.choice(["python", "node"]), token, url, pairs)
    draw = chance.random()
    if draw < 0.15:
        case.altered = case.label = chance.choice(list(ALTERATIONS))
    elif draw < 0.30 and pairs:
        case.label, case.pairs = _tampered(chance, pairs)
    elif draw < 0.35:
        case.label, case.signed_token = "another token", token + "6"
    elif draw < 0.40 and body is not None:
        case.label, case.body = "another body", body + text(chance)
    else:
        case.label = chance.choice([*addresses.RELATIONS, *addresses.BY_NODE])
        if case.label in addresses.RELATIONS:
            case.signed_url = addresses.relate(addresses.split(url), case.label)
    return case


def _let_node_relate(cases, node):
    theirs = [case for case in cases if case.label in addresses.BY_NODE]
    for case, url in zip(theirs, node.ask([{"do": case.label, "url": case.url} for case in theirs]), strict=True):
        # Where it takes the address for none, that stays as it is.
        case.signed_url = url if isinstance(url, str) else case.url


def _request(case):
    sent = {"params": case.pairs} if case.body is None else {"body": case.body}
    return {"auth_token": case.token, "url": case.url, "signature": case.signature or "", **sent}


def _compare_signatures(cases, answers, libraries, report):
    """What we sign is what they sign, and is accepted by both."""
    signed = [(case, answer) for case, answer in zip(cases, answers, strict=True)]
    questions = [{"do": "sign", "token": case.token, "url": it["url"], "pairs": case.pairs} for case, it in signed]
    for (case, it), *theirs in zip(signed, *(library.ask(questions) for library in libraries), strict=True):
        report.check(it["signature"] in theirs, "our signature is theirs", f"{it} {theirs} {case}")


def run(crate, libraries, report, tally, seed, count):
    report.begin(f"{count} signatures over any address")
    chance = random.Random(f"addresses {seed}")
    cases = [_invent(chance) for _ in range(count)]
    _let_node_relate(cases, libraries[1])
    sign(cases, libraries)
    answers = crate.ask([_request(case) for case in cases])
    accepted = 0
    for case, answer, (python, node) in zip(cases, answers, verdicts(cases, libraries), strict=True):
        expected = tally.expected(case, python, node, answer["valid"])
        accepted += answer["valid"]
        said = f"Python {python}, Node {node}, we {answer['valid']}, expected {expected}"
        report.check(answer["valid"] == expected, said, str(case))
    _compare_signatures(cases, answers, libraries, report)
    report.end(f"; {accepted} accepted")
