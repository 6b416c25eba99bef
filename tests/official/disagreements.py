"""Where the libraries do not agree with each other, or we accept more than both, and why.

Nothing else may differ: a case without a reason fails, and so does a reason without a case.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlparse

from addresses import encoded, split, with_and_without_port
from cases import Case


def _as_received(case):
    return case.signed_url in with_and_without_port(split(case.url))


def _sorted_otherwise(case):
    def units(pair):
        return pair[0].encode("utf-16-be"), pair[1].encode("utf-16-be")

    return any(sorted(pairs) != sorted(pairs, key=units) for pairs in (case.pairs, case.signed_pairs))


def _port_after_a_colon(case):
    address = split(case.url)
    return bool(address.port) and ":" in address.user + address.host and _as_received(case)


def _rewritten_by_python(case):
    # An empty port is as good as none to it, and gets a second colon.
    return urlparse(case.url).geturl() != case.url or split(case.url).port == ":"


def _forms(address):
    """With the scheme in either case."""
    return with_and_without_port(address) | with_and_without_port(replace(address, scheme=address.scheme.lower()))


def _in_either_case(case):
    return case.signed_url in _forms(split(case.url))


def _encoded(case):
    return case.signed_url in _forms(encoded(split(case.url)))


def _without_user(case):
    address = split(case.url)
    bare = replace(address, user="")
    return address.user != "" and case.signed_url in _forms(bare) | _forms(encoded(bare))


def _socket(case):
    address = split(case.url)
    forms = _forms(replace(address, port=address.port or (":443" if address.secure else ":80")))
    return address.socket and case.signed_url in forms | {form + "/" for form in forms}


def _without_fragment(case):
    """Whether what is in front of the fragment was signed, in one of the forms that are accepted."""
    plain = replace_url(case, case.url.partition("#")[0])
    return _in_either_case(plain) or _encoded(plain) or _without_user(plain) or _socket(plain)


def replace_url(case, url):
    return replace(case, url=url)


@dataclass
class Reason:
    name: str
    why: str
    applies: Callable[[Case, bool, bool], bool]
    # What we are held to.
    verdict: Callable[[Case, bool, bool], bool]


REASONS = [
    Reason(
        "empty auth token",
        "everybody can sign with it: we refuse, though both libraries accept",
        lambda case, python, node: not case.token,
        lambda case, python, node: False,
    ),
    Reason(
        "fragment",
        "how Twilio shall connect stands behind a `#` of a configured address, and is neither sent nor signed: we cut it off",
        lambda case, python, node: "#" in case.url,
        lambda case, python, node: case.intact and _without_fragment(case),
    ),
    Reason(
        "empty body without its hash",
        "Python takes an empty text for no parameters, and asks for no hash: as Node, which wants one of every body",
        lambda case, python, node: case.body == "" and not parse_qs(urlparse(case.url).query).get("bodySHA256"),
        lambda case, python, node: False,
    ),
    Reason(
        "sorted by UTF-16",
        "Node sorts names and values by UTF-16 units, Python by code points, which is byte by byte: as Python does",
        lambda case, python, node: _sorted_otherwise(case),
        lambda case, python, node: python,
    ),
    Reason(
        "port after a colon",
        "Python takes the port off at the first colon, which may be that of a password or of IPv6: as Node does",
        lambda case, python, node: node and not python and _port_after_a_colon(case),
        lambda case, python, node: node,
    ),
    Reason(
        "normalised",
        "Node also tries what `new URL()` makes of the address, and its query taken apart and put together again: as "
        "Node where that only encodes path and query, as Python where it lowers the host or alters anything else",
        lambda case, python, node: node and not python and not _as_received(case),
        lambda case, python, node: case.intact and (_encoded(case) or _without_user(case) or _socket(case)),
    ),
    Reason(
        "rewritten",
        "Python lowers the scheme, drops an empty query and doubles the colon of an empty port: what came counts, and "
        "the scheme in either case",
        lambda case, python, node: _rewritten_by_python(case) and (python != node or _in_either_case(case)),
        lambda case, python, node: case.intact and _in_either_case(case),
    ),
    Reason(
        "normalised with its host",
        "Node's `new URL()` lowers the host and resolves dots where it encodes; we encode and leave these as they are",
        lambda case, python, node: not python and not node and _encoded(case),
        lambda case, python, node: case.intact,
    ),
    Reason(
        "without the user",
        "Twilio's page says that user and password are dropped before signing, which neither library tries",
        lambda case, python, node: not python and not node and _without_user(case),
        lambda case, python, node: case.intact,
    ),
    Reason(
        "web socket",
        "the port of `wss` is 443, which neither library knows, and a handshake may be signed with a slash at its end",
        lambda case, python, node: not python and not node and _socket(case),
        lambda case, python, node: case.intact,
    ),
]


class Tally:
    """Counts what has been put down to each reason."""

    def __init__(self):
        self.counts = Counter()

    def expected(self, case, python, node, ours):
        """The verdict that we are held to; None where the libraries disagree without a known reason."""
        if python == node == ours:
            return ours
        for reason in REASONS:
            if reason.applies(case, python, node):
                self.counts[reason.name] += 1
                return reason.verdict(case, python, node)
        return python if python == node else None

    def close(self, report):
        report.begin("known disagreements")
        for reason in REASONS:
            count = self.counts[reason.name]
            report.check(count, f"{reason.name}: no case needs this reason")
            print(f"  {count:5} {reason.name}: {reason.why}")
        report.end()
