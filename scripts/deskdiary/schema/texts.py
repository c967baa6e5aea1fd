"""Texts: on one line or on several, or one of a few words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.folding import fold
from deskdiary.records.place import Said
from deskdiary.records.written import Node, Scalar
from deskdiary.schema.characters import check_characters
from deskdiary.schema.nearness import nearest
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.suspicions import check_suspicions

LONGEST_LINE = 300
LONGEST_TEXT = 4000
LONGEST_QUOTE = 40
# Most texts: plain words, or a few signs with digits among them. No other check has anything to say of these.
_HARMLESS = re.compile(r"(?! )(?:[A-Za-z ,.'()/+&;!?-]+|[A-Za-z0-9 ,.'()/+&;!?-]{1,12})(?<! )")
_TEXT_TYPES = ["string", "number", "boolean", "null"]


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line, of so many characters at the most."""

    longest: int = LONGEST_LINE
    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "text"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The text with its outer spaces taken off."""
        return checked_text(node, sheet, name, self.longest, one_line=True)

    def schema(self) -> Mapping[str, object]:
        """A string; numbers too, since an editor takes `0123` for one."""
        return {"type": _TEXT_TYPES, "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Lines:
    """Text that may run over several lines: a postal address, a way in."""

    longest: int = LONGEST_TEXT
    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "text, on several lines if need be"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The text with its outer spaces taken off, its line breaks kept."""
        return checked_text(node, sheet, name, self.longest, one_line=False)

    def schema(self) -> Mapping[str, object]:
        """A string."""
        return {"type": _TEXT_TYPES, "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words.

    `careful` is what holds, until the mistake is mended, of whoever wrote something else with one of the
    words of `signs` in it: a wish for peace is kept even where it is misspelt.
    """

    options: tuple[str, ...]
    absent: None = None
    careful: str | None = None
    signs: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return " · ".join(f"`{option}`" for option in self.options)

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The word itself; other capitals or hyphens are taken for it, with a warning."""
        if isinstance(node, Scalar) and node.text in self.options:
            return Said(node.text, node.place)
        said = Line().read(node, sheet, name)
        if said is None or said.value in self.options:
            return said
        meant = next((option for option in self.options if _plain(option) == _plain(said.value)), None)
        if meant:
            message = f"`{short(said.value)}` is read as `{meant}`."
            sheet.warning(said.place, "choice-spelling", message, f"Type {meant}.", f"Type {meant}.")
            return Said(meant, said.place)
        near = nearest(said.value, self.options)
        one_of = "Type one of: " + ", ".join(self.options) + "."
        remedy = f"Did you mean {near}? {one_of}" if near else one_of
        public = f"This is not a value of {name}. {remedy}"
        message = f"`{short(said.value)}` is not a value of {name}."
        sheet.error(said.place, "not-a-choice", message, remedy, public)
        return self._meanwhile(said)

    def _meanwhile(self, said: Said[str]) -> Said[str] | None:
        words = fold(said.value)
        if self.careful and any(sign in words for sign in self.signs):
            return Said(self.careful, said.place)
        return None

    def schema(self) -> Mapping[str, object]:
        """The words."""
        return {"enum": [*self.options, None]}


def checked_text(node: Node, sheet: Sheet, name: str, longest: int, *, one_line: bool) -> Said[str] | None:
    """The text that stands there, if it is one and nothing hidden is in it."""
    if isinstance(node, Scalar) and len(node.text) <= longest and _HARMLESS.fullmatch(node.text):
        return Said(node.text, node.place)
    text = written_text(node, sheet, name)
    if text is None:
        return None
    if len(text.value) > longest:
        message = f"The {name} has {len(text.value):,} characters; {longest:,} is the most."
        sheet.error(text.place, "too-long", message, "Shorten it, and write the rest into the text below.")
        return None
    if not check_characters(text, sheet, name, one_line=one_line):
        return None
    check_suspicions(text, sheet, name)
    return text


def written_text(node: Node, sheet: Sheet, name: str) -> Said[str] | None:
    """The text as typed, without outer spaces; a list or entries in its place is a problem."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        if text:
            return Said(text, node.place)
        sheet.error(
            node.place, "empty-field", "This text is empty.", "Write something here, or leave the line out."
        )
        return None
    message = f"The {name} is a text, and what stands here is a list or has fields of its own."
    sheet.error(node.place, "not-a-text", message, "Put the text in quotation marks, on one line.")
    return None


def short(text: str) -> str:
    """A text short enough to be quoted within a sentence."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _plain(text: str) -> str:
    return fold(text).replace("-", "").replace("_", "").replace(" ", "")
