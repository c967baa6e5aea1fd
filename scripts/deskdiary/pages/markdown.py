"""Text of notes made fit for a page: nothing in it can be taken for Markdown or HTML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

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


def link(text: str, target: str) -> Markup:
    """A link to another page or file of the site, by its path from the page it stands on."""
    return Markup(f"[{escape(text)}]({target})")  # noqa: S704 - the text is escaped, the target is ours


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
        self._jinja.globals["link"] = link

    def page(self, template: str, path: str, **context: object) -> Page:
        """The page that a template makes, for this place in the site."""
        return Page(path, self._jinja.get_template(template).render(here=path, **context))
