"""Text of notes made fit for a page: nothing in it can be taken for Markdown or HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import quote

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from deskdiary.human_dates import short_date
from deskdiary.slug import slug
from deskdiary.telling.plurals import counted

_SIGN = re.compile(r"[^\w\s,;?]|_", re.ASCII)
_SPACE = re.compile(r"[\t\n\r\x0b\x0c]")
_WITHIN_WORD = frozenset("-.@")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path from the site's root, and its Markdown."""

    path: str
    text: str = field(repr=False)


def escape(text: str) -> Markup:
    """Text for a page. Every sign that Markdown or HTML might obey stands as a numeric reference.

    One form serves in Markdown, in HTML and in quoted attributes alike, line breaks included.
    """
    spaced = _SIGN.sub(lambda sign: _referred(sign, text), text)
    return Markup(_SPACE.sub(lambda space: f"&#{ord(space[0])};", spaced))  # noqa: S704 - escaped above


def _referred(sign: re.Match[str], text: str) -> str:
    around = text[max(sign.start() - 1, 0) : sign.start()] + text[sign.end() : sign.end() + 1]
    if not sign[0].isascii() or (sign[0] in _WITHIN_WORD and len(around) == 2 and around.isalnum()):  # noqa: PLR2004
        return sign[0]
    return f"&#{ord(sign[0])};"


def _finalized(value: object) -> object:
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else escape(str(value))


class Templates:
    """The page templates, in a sandbox that escapes whatever they put in."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._jinja = ImmutableSandboxedEnvironment(
            loader=DictLoader(dict(sources)),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_finalized,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals |= {
            "anchor": _anchor,
            "counted": counted,
            "short": short_date,
            "slug": slug,
            "words": _words,
        }

    def page(self, template: str, path: str, **context: object) -> Page:
        """The page that a template makes, for this place in the site.

        Templates have `url`, which leads from this page to another file of the site.
        """
        rendered = self._jinja.get_template(template).render(url=partial(_url, path), **context)
        return Page(path, rendered.rstrip() + "\n")


def _url(here: str, there: str) -> Markup:
    """The way from a page to a file of the site; both are made of keys, and so need no escaping."""
    return Markup("../" * here.count("/") + quote(there, safe="/#"))  # noqa: S704 - quoted here


def _anchor(key: str) -> Markup:
    """A key as the name of a place on a page."""
    return Markup(re.sub(r"[^A-Za-z0-9_-]", "-", key))  # noqa: S704 - letters, digits and hyphens


def _words(name: str) -> str:
    """A field's name as words: `also_known_as`, `Also known as`."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
