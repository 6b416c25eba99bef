"""Addresses of all shapes, and what else may have been signed in their place."""

import re
from dataclasses import dataclass, replace
from urllib.parse import quote

SCHEMES = ["https://"] * 6 + ["http://"] * 2 + ["wss://", "ws://", "HTTPS://"]
USERS = [""] * 6 + ["user@", "user:pass@", "User:p%40ss@", "user:@", "a@b:c@", "a:b:c@"]
HOSTS = [
    "mycompany.com", "mycompany.com", "MyCompany.com", "voice.example.com", "127.0.0.1", "[::1]", "[2001:DB8::7]",
    "bücher.example", "xn--bcher-kva.example", "localhost", "a_b.example", "example.com.",
]
PORTS = [""] * 6 + [":443", ":80", ":8443", ":1234", ":"]
PATHS = [
    "", "/", "/voice", "/myapp.php", "//voice", "/a//b/", "/España", "/it's", "/%7Ea/%C3%B1", "/a/../b/./c", "/a;b=c",
    "/user@host:80/x", "/{id}", "/a^b`c", "/a|b", "/\"x\"", "/!$&'()*+,=:@", "/中文/\U0001f980",
]
QUERIES = [""] * 4 + [
    "?", "?foo=1&bar=2", "?Body=It's+amazing", "?año=2023", "?a=%20b+c", "?x=user@host:1/y", "?u=https://x.y:99/z?q",
    "?q=\"<x>\"", "?a&b=&=c", "?a=1;b=2", "?a=%zz", "?a=%27", "?a[]=1&a[]=2", "?a=1&a=1", "?x={y}|^`", "?b=2&a=1",
    "?a='b'", "?q=\U0001f980", "?plus=1%2B1", "?latin=%E9", "#part", "?a=1#part",
]

# What a URL parser leaves alone, of ASCII, in a path and in a query.
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))
_IN_PATH = "".join(sign for sign in _PRINTABLE if sign not in "\"<>^`{}")
_IN_QUERY = "".join(sign for sign in _PRINTABLE if sign not in "\"<>'")


@dataclass(frozen=True)
class Address:
    """An address in pieces, of which it can be put together again."""

    scheme: str
    user: str
    host: str
    port: str
    path: str
    query: str

    def __str__(self):
        return self.scheme + self.user + self.host + self.port + self.path + self.query

    @property
    def secure(self):
        return self.scheme.lower() in ("https://", "wss://")

    @property
    def socket(self):
        return self.scheme.lower() in ("ws://", "wss://")


def split(url):
    pattern = r"([^:/]+://)((?:[^/?#]*@)?)(\[[^\]]*\]|[^:/?#]*)((?::[^/?#]*)?)([^?]*)(.*)"
    return Address(*re.fullmatch(pattern, url, re.DOTALL).groups())


def invent(chance):
    pieces = (chance.choice(choices) for choices in (SCHEMES, USERS, HOSTS, PORTS, PATHS, QUERIES))
    return str(Address(*pieces))


def encoded(address):
    """With path and query as a URL parser writes them."""
    return replace(address, path=quote(address.path, _IN_PATH), query=quote(address.query, _IN_QUERY))


def with_and_without_port(address):
    """Both forms that each library tries; neither knows the port of `wss`."""
    port = address.port or (":443" if address.scheme.lower() == "https://" else ":80")
    return {str(replace(address, port=form)) for form in ("", port)}


def _swapped(address):
    first, _, rest = address.query[1:].partition("&")
    return replace(address, query=f"?{rest}&{first}") if rest else None


def _scheme(address):
    other = {"https://": "http://", "http://": "https://", "wss://": "https://", "ws://": "http://"}
    return replace(address, scheme=other[address.scheme.lower()])


# What was signed in the place of an address, by name; None where that is not another address.
RELATIONS = {
    "as it is": lambda it: it,
    "without the port": lambda it: replace(it, port=""),
    "with port 443": lambda it: replace(it, port=":443"),
    "with port 80": lambda it: replace(it, port=":80"),
    "with another port": lambda it: replace(it, port=":9"),
    "without the user": lambda it: replace(it, user=""),
    "without the password": lambda it: replace(it, user=it.user.partition(":")[0] + "@") if ":" in it.user else None,
    "without user and port": lambda it: replace(it, user="", port=""),
    "with the host lowered": lambda it: replace(it, host=it.host.lower()),
    "with the scheme lowered": lambda it: replace(it, scheme=it.scheme.lower()),
    "with the other scheme": _scheme,
    "encoded": encoded,
    "encoded, without the port": lambda it: replace(encoded(it), port=""),
    "with a slash at its end": lambda it: split(f"{it}/"),
    "without the slash at its end": lambda it: replace(it, path=it.path[:-1]) if it.path.endswith("/") else None,
    "without the query": lambda it: replace(it, query=""),
    "with the query in another order": _swapped,
    "with more in the query": lambda it: replace(it, query=(it.query or "?") + "&more=1"),
    "at another path": lambda it: replace(it, path="/other"),
    "at another host": lambda it: replace(it, host="example.org"),
    "with another user": lambda it: replace(it, user="other:pass@"),
}

# Two more, which the library for Node makes itself.
BY_NODE = ["normalised", "requeried"]


def relate(address, relation):
    """What was signed in the place of the address."""
    other = RELATIONS[relation](address)
    return str(address if other is None else other)
