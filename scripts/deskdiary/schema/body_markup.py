"""What to find in a text: HTML, pictures and links that are not obeyed, and letters nobody meant."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from deskdiary.records.problem import Severity
from deskdiary.records.problem_codes import Code
from deskdiary.schema.characters import CONTROLS, DIRECTION
from deskdiary.schema.markdown_effort import too_much_to_close
from deskdiary.schema.suspicions import payment_cards, ungarbled_at

DEEPEST = 20
LONGEST_MARKDOWN = 50_000
MOST_LINES = 2_500
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_TAG = re.compile(
    r"<(?=[A-Za-z/!?])(?:!--|[!?][A-Za-z\[]|/?[A-Za-z][A-Za-z0-9-]{0,40}(?:[\s/][^<>]{0,2000})?>"
    r"|/?(?:a|audio|base|body|embed|form|iframe|img|input|link|math|meta|object|script|style|svg|video)[\s/][^<>])",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?P<image>!?)\[[^\[\]\n]{0,400}\]"
    r"(?:\([ \t]{0,9}<?(?P<target>[^\s<>]{1,2000})|[ ]?\[(?P<name>[^\[\]\n]{0,200})\])"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\[\]\n]{1,200})\]:[ \t]{0,9}<?(?P<target>[^\s<>]{1,2000})", re.MULTILINE
)
_SHORT_REFERENCE = re.compile(r"!\[(?P<name>[^\[\]\n]{1,200})\](?![\[(])")
_AUTOLINK = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s<>]{1,2000})>")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028\u2029\ufeff]")
_NESTED = re.compile(
    rf"^(?:[ \t]{{0,3}}(?:>|[-*+][ \t]|[0-9]{{1,9}}[.)][ \t])){{{DEEPEST}}}"
    rf"|^(?:[ ]{{4}}|\t){{{DEEPEST}}}[ \t]*(?:>|[-*+][ \t]|[0-9]{{1,9}}[.)][ \t])",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something at a position in a text, and what to say of it. `public` quotes nothing."""

    position: int
    code: Code
    message: str = field(repr=False)
    remedy: str = field(repr=False)
    public: str = field(default="", repr=False)
    severity: Severity = Severity.WARNING


Finder: TypeAlias = Callable[[str], Iterator[Finding]]


def raw_html(text: str) -> Iterator[Finding]:
    """Tags and comments, which are shown letter for letter."""
    for tag in _TAG.finditer(text):
        message = "HTML is shown as text, letter for letter."
        yield Finding(tag.start(), "raw-html", message, "Write it in Markdown, or put it in `backticks`.")


def pictures_and_links(text: str) -> Iterator[Finding]:
    """Pictures from elsewhere, which would tell a stranger who is being read about; links that do harm."""
    if "[" not in text and "<" not in text:
        return
    defined = {_name(found["name"]): found["target"] for found in _DEFINITION.finditer(text)}
    for found in _LINK.finditer(text):
        target = found["target"] or defined.get(
            _name(found["name"] or found[0].lstrip("![").split("]")[0]), ""
        )
        yield from _target(found.start(), target, picture=bool(found["image"]))
    for found in _SHORT_REFERENCE.finditer(text):
        yield from _target(found.start(), defined.get(_name(found["name"]), ""), picture=True)
    for found in _AUTOLINK.finditer(text):
        yield from _target(found.start(), found["target"], picture=False)


def _target(position: int, written: str, *, picture: bool) -> Iterator[Finding]:
    target = _UNSEEN.sub("", html.unescape(written))
    scheme = _SCHEME.match(target)
    if scheme and scheme[1].lower() not in _SCHEMES:
        yield Finding(position, "unsafe-link", "The link is dropped: it leads to no web page.", _LINK_REMEDY)
    elif picture and (scheme or target.startswith(("//", "\\\\", "/\\"))):
        message = "This picture from elsewhere is shown as a link and not loaded."
        yield Finding(position, "remote-image", message, "Write a link to it: `[what it shows](https://…)`.")
    elif picture and target:
        message = "Pictures are not shown; this one becomes a link."
        yield Finding(position, "picture", message, "Say in words what it shows.", severity=Severity.NOTICE)


_LINK_REMEDY = "Write a link that begins with https://, http://, mailto: or tel:."


def beyond_markdown(text: str) -> int | None:
    """Where a text is nested too deeply for a page, or so crowded that Markdown would take minutes."""
    nested = _NESTED.search(text)
    if nested:
        return nested.start()
    if len(text) > LONGEST_MARKDOWN or text.count("\n") > MOST_LINES:
        return 0
    return too_much_to_close(text)


def shown_as_it_stands(text: str) -> Iterator[Finding]:
    """Quotations within quotations, lists within lists, and texts of a length that nobody writes."""
    position = beyond_markdown(text)
    if position is not None:
        message = "This text is nested too deeply or is too long for a page, so it is shown as it stands."
        yield Finding(
            position, "shown-as-it-stands", message, "Take away > signs and indents, or shorten it."
        )


def unseen_characters(text: str) -> Iterator[Finding]:
    """Controls, and signs that turn the direction of writing."""
    for found in CONTROLS.finditer(text):
        severity = Severity.ERROR if found[0] == "\0" else Severity.WARNING
        message = f"A hidden control character (U+{ord(found[0]):04X}) is on this line."
        yield Finding(
            found.start(), "hidden-character", message, "Delete it: type the word again.", severity=severity
        )
    for position, letter in enumerate(text) if not text.isascii() else ():
        if letter in DIRECTION and letter not in "\u200e\u200f\u061c":
            message = f"A hidden direction character (U+{ord(letter):04X}) is on this line."
            yield Finding(position, "hidden-character", message, "Delete it: type the word again.")


def garbled_letters(text: str) -> Iterator[Finding]:
    """Letters that were read in the wrong encoding once."""
    for position, written, meant in ungarbled_at(text):
        message, public = (
            "Letters on this line look garbled.",
            "Letters on this line look garbled. Type them again.",
        )
        yield Finding(position, "garbled", message, f"Did you mean {meant} for {written}?", public)


def card_numbers(text: str) -> Iterator[Finding]:
    """Numbers of payment cards, which have no place in a note."""
    for found in payment_cards(text):
        message = "This looks like the number of a payment card."
        yield Finding(found.start(), "payment-card", message, "Remove payment card numbers from notes.")


def _name(text: str) -> str:
    return " ".join(text.casefold().split())


FINDERS: tuple[Finder, ...] = (
    raw_html,
    pictures_and_links,
    shown_as_it_stands,
    unseen_characters,
    garbled_letters,
    card_numbers,
)
