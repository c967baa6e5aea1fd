"""Text of notes made fit for a page, so that nothing in it is obeyed; and the ways between pages."""

import re
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

# Signs that Markdown or HTML might obey, line breaks included; `-`, `.` and `@` only where not within a word.
_SIGN = re.compile(r"[\x00-\x1f!-+/:<->\[-`{-\x7f]|(?<![^\W_])[-.@]|[-.@](?![^\W_])")
_REFERENCES = {chr(number): f"&#{number};" for number in range(128)}

# What an address needs no signs in the place of: nearly every key is of these.
_PLAIN_WAY = re.compile(r"[A-Za-z0-9/#_.~-]*")


@lru_cache(maxsize=16384)
def escape(text: str) -> Markup:
    """Text for a page. Every sign that Markdown or HTML might obey stands as a numeric reference.

    One form serves in Markdown, in HTML and in quoted attributes alike, line breaks included.
    """
    return Markup(_SIGN.sub(_referred, text))  # noqa: S704 - escaped here


def _referred(sign: re.Match[str]) -> str:
    return _REFERENCES[sign[0]]


def way(here: str, there: str) -> Markup:
    """The way from a page to a file of the site; both are made of keys, and so need no escaping."""
    quoted = there if _PLAIN_WAY.fullmatch(there) else quote(there, safe="/#")
    return Markup("../" * here.count("/") + quoted)  # noqa: S704 - quoted here


def anchor(key: str) -> Markup:
    """A key as the name of a place on a page."""
    return Markup(re.sub(r"[^A-Za-z0-9_-]", "-", key))  # noqa: S704 - letters, digits and hyphens


@lru_cache(maxsize=256)
def words(name: str) -> str:
    """A field's name as words: `also_known_as`, `Also known as`."""
    spaced = name.replace("_", " ")
    return spaced[:1].upper() + spaced[1:]
