"""Texts: on one line or on several, one of a few words, an address, a number to ring, a language."""

from collections.abc import Mapping
from dataclasses import dataclass

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from langcodes import tag_is_valid

from deskdiary.folding import fold
from deskdiary.records.place import Place, Said
from deskdiary.records.written import Node, Scalar
from deskdiary.schema.characters import check_characters
from deskdiary.schema.record import nearest
from deskdiary.schema.sheet import Sheet

LONGEST_LINE = 300
LONGEST_TEXT = 4000


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one line, of so many characters at the most."""

    longest: int = LONGEST_LINE
    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The text with its outer spaces taken off."""
        text = written_text(node, sheet, name)
        if text is None or not check_characters(text, sheet, name, one_line=True):
            return None
        return _not_too_long(text, sheet, name, self.longest)

    def schema(self) -> Mapping[str, object]:
        """A string; numbers too, since an editor takes `0123` for one."""
        return {"type": ["string", "number", "boolean", "null"], "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Lines:
    """Text that may run over several lines: a postal address, a way in."""

    longest: int = LONGEST_TEXT
    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The text with its outer spaces taken off, its line breaks kept."""
        text = written_text(node, sheet, name)
        if text is None or not check_characters(text, sheet, name, one_line=False):
            return None
        return _not_too_long(text, sheet, name, self.longest)

    def schema(self) -> Mapping[str, object]:
        """A string."""
        return {"type": ["string", "number", "boolean", "null"], "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]
    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The word itself; other capitals or hyphens are taken for it, with a warning."""
        said = Line().read(node, sheet, name)
        if said is None or said.value in self.options:
            return said
        meant = next((option for option in self.options if _plain(option) == _plain(said.value)), None)
        if meant:
            message = f"`{said.value}` is read as `{meant}`."
            sheet.warning(said.place, "choice-spelling", message, f"Type {meant}.")
            return Said(meant, said.place)
        near = nearest(said.value, self.options)
        one_of = "Type one of: " + ", ".join(self.options) + "."
        remedy = f"Did you mean {near}? {one_of}" if near else one_of
        sheet.error(said.place, "not-a-choice", f"`{_short(said.value)}` is not a value of {name}.", remedy)
        return None

    def schema(self) -> Mapping[str, object]:
        """The words."""
        return {"enum": [*self.options, None]}


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """One e-mail address, checked by its form alone: nobody is asked whether it exists."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The address as it goes into a message: international domains in their ASCII form."""
        text = written_text(node, sheet, name)
        if text is None or not check_characters(text, sheet, name, one_line=True, code="bad-email"):
            return None
        try:
            checked = validate_email(text.value, check_deliverability=False)
        except (EmailNotValidError, UnicodeError, ValueError):
            message = f"This is not an e-mail address that mail can be sent to: {_fault(text.value)}."
            sheet.error(text.place, "bad-email", message, "Type one address, such as name@example.org.")
            return None
        if checked.ascii_email is None:
            message = "The part before the @ has letters that many mail servers refuse."
            sheet.warning(text.place, "email-letters", message, "Ask for an address in plain letters.")
        return Said(checked.ascii_email or checked.normalized, text.place)

    def schema(self) -> Mapping[str, object]:
        """A string in the form of an address."""
        return {"type": ["string", "null"], "format": "email"}


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number, as it is dialled in the library's country or with `+` from abroad."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The number in its international form."""
        text = Line(60).read(node, sheet, name)
        if text is None:
            return None
        try:
            number = phonenumbers.parse(text.value, sheet.country)
        except phonenumbers.NumberParseException:
            self._say_bad(text.place, sheet)
            return None
        if not phonenumbers.is_possible_number(number):
            self._say_bad(text.place, sheet)
            return None
        if not phonenumbers.is_valid_number(number):
            message = "This number is not one in use where it belongs."
            sheet.notice(text.place, "phone-unusual", message, "Check the number; leave it if it is right.")
        form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return Said(phonenumbers.format_number(number, form), text.place)

    def _say_bad(self, place: Place, sheet: Sheet) -> None:
        where = f"in {sheet.country}" if sheet.country else "without a country code"
        remedy = "Type the whole number, such as +44 20 7946 0018, and notes about it into `hours`."
        sheet.error(place, "bad-phone", f"This is not a telephone number {where}.", remedy)

    def schema(self) -> Mapping[str, object]:
        """A string; a number too, since an editor takes digits for one."""
        return {"type": ["string", "number", "null"], "maxLength": 60}


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """A language as BCP 47 writes it: `cy`, `en-GB`, `zh-Hans`."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The tag, where the language exists."""
        said = Line(40).read(node, sheet, name)
        if said is None or tag_is_valid(said.value):
            return said
        message = f"`{_short(said.value)}` is not a language tag."
        sheet.error(said.place, "bad-language", message, "Type a tag such as en, cy or pl.")
        return None

    def schema(self) -> Mapping[str, object]:
        """A string in the form of a tag."""
        return {"type": ["string", "null"], "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}


def written_text(node: Node, sheet: Sheet, name: str) -> Said[str] | None:
    """The text as typed, without outer spaces; a list or entries in its place is a problem."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        if text:
            return Said(text, node.place)
        sheet.error(
            node.place, "empty-field", f"{name} is empty.", f"Type the {name}, or leave the line out."
        )
        return None
    message = f"{name} is a text, and what stands here is not."
    sheet.error(node.place, "not-a-text", message, "Put the text in quotation marks, on one line.")
    return None


def _not_too_long(text: Said[str], sheet: Sheet, name: str, longest: int) -> Said[str] | None:
    if len(text.value) <= longest:
        return text
    message = f"{name} has {len(text.value):,} characters; {longest:,} is the most."
    sheet.error(text.place, "too-long", message, "Shorten it, and write the rest into the text below.")
    return None


def _plain(text: str) -> str:
    return fold(text).replace("-", "").replace("_", "").replace(" ", "")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _fault(text: str) -> str:
    if "@" not in text:
        return "it has no @" if "." in text else "it has no @. If there is none, leave the line out"
    if text.lower().startswith("mailto:") or "<" in text:
        return "write only the address"
    if text.count("@") > 1:
        return "one address only"
    return "a letter or a sign in it does not belong there"
