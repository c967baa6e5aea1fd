"""Ways to reach a person: an e-mail address, a telephone number, the language to write in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import phonenumbers
from babel import Locale
from email_validator import EmailNotValidError, validate_email

from deskdiary.folding import fold
from deskdiary.records.place import Place, Said
from deskdiary.records.written import Node, Scalar
from deskdiary.schema.characters import check_characters
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.suspicions import in_curly_quotes
from deskdiary.schema.texts import Line, short, written_text

LONGEST_LOCAL_PART = 64
LONGEST_NUMBER = 60
_PLAIN_LOCAL_PART = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_PLAIN_DOMAIN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_CODED = re.compile(r"%[0-9A-Fa-f]{2}")
_COMMON_TAGS = {"en": "en", "en-gb": "en-GB", "cy": "cy"}
_ASCII_SPACE = " \t\r\n"
_NUMBER = re.compile(
    r"[+＋]?[\d\s()./·\u2010-\u2015\u2212-]*\d[\d\s()./·\u2010-\u2015\u2212-]*"
    r"(?:(?:ext\.?|extension|x|#)\s*\d{1,7})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """One e-mail address, checked by its form alone: nobody is asked whether it exists."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "one e-mail address"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The address as it goes into a message: international domains in their ASCII form."""
        text = written_text(node, sheet, name)
        if text is None or not check_characters(text, sheet, name, one_line=True, code="bad-email"):
            return None
        typed = node.text.strip(_ASCII_SPACE) if isinstance(node, Scalar) else ""
        if typed != text.value:
            self._say_bad(text.place, "a hidden space is before or after it", sheet)
            return None
        return self._checked(text, sheet)

    def _checked(self, text: Said[str], sheet: Sheet) -> Said[str] | None:
        plain = _plain_address(text.value)
        if plain:
            return Said(plain, text.place)
        try:
            checked = validate_email(text.value, check_deliverability=False)
        except (EmailNotValidError, UnicodeError, ValueError):
            self._say_bad(text.place, _fault(text.value), sheet)
            return None
        if _CODED.search(checked.local_part):
            self._say_bad(text.place, "a sign in it is written as % and two figures", sheet)
            return None
        if len(checked.local_part) > LONGEST_LOCAL_PART:
            self._say_bad(text.place, f"more than {LONGEST_LOCAL_PART} letters are before the @", sheet)
            return None
        if checked.ascii_email is None:
            message = "The part before the @ has letters that many mail servers refuse."
            sheet.warning(text.place, "email-letters", message, "Ask for an address in plain letters.")
        elif not text.value.isascii() and _mixed_alphabets(checked.domain):
            message = "This address mixes letters of several alphabets that look alike."
            sheet.warning(text.place, "email-letters", message, "Type the address again by hand.")
        return Said(checked.ascii_email or checked.normalized, text.place)

    def _say_bad(self, place: Place, fault: str, sheet: Sheet) -> None:
        message = f"This is not an e-mail address that mail can be sent to: {fault}."
        remedy = "Type one address, such as name@example.org, or leave the line out if there is none."
        sheet.error(place, "bad-email", message, remedy)

    def schema(self) -> Mapping[str, object]:
        """A string in the form of an address."""
        return {"type": ["string", "null"], "format": "email"}


def _plain_address(text: str) -> str | None:
    """An address of plain letters and digits, its domain in order; None where it takes a closer look."""
    local, _, domain = text.partition("@")
    if len(text) > LONGEST_LOCAL_PART or not _PLAIN_LOCAL_PART.fullmatch(local):
        return None
    good = _good_domain(domain) if _PLAIN_DOMAIN.fullmatch(domain) else None
    return f"{local}@{good}" if good else None


@lru_cache(maxsize=4096)
def _good_domain(domain: str) -> str | None:
    """The domain as it goes into an address; a library's people have few of them."""
    try:
        return validate_email(f"a@{domain}", check_deliverability=False).ascii_domain
    except (EmailNotValidError, UnicodeError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number, as it is dialled in the library's country or with `+` from abroad."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "one telephone number"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The number in its international form, or as typed where no country tells which that is."""
        text = Line(LONGEST_NUMBER).read(node, sheet, name)
        if text is None:
            return None
        typed = text.value[1:-1].strip() if in_curly_quotes(text.value) else text.value
        if sheet.country is None and not typed.startswith(("+", "＋")) and _NUMBER.fullmatch(typed):
            message = "Without a country, nobody can tell which number this is."
            remedy = "Type it with + and the country's code, or `country:` into library.yml."
            sheet.warning(text.place, "phone-without-country", message, remedy)
            return text
        return self._parsed(Said(typed, text.place), sheet)

    def _parsed(self, text: Said[str], sheet: Sheet) -> Said[str] | None:
        number = _dialled(text.value, sheet.country)
        if number is None:
            self._say_bad(text, sheet)
            return None
        if not phonenumbers.is_valid_number(number):
            message = "This number is not one in use where it belongs."
            sheet.notice(text.place, "phone-unusual", message, "Check the number; leave it if it is right.")
        form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return Said(phonenumbers.format_number(number, form), text.place)

    def _say_bad(self, text: Said[str], sheet: Sheet) -> None:
        where = f"in {sheet.country}" if sheet.country else "without a country code"
        remedy = "Type one whole number, such as +44 20 7946 0018, and notes about it into `hours`."
        if text.value.isdigit() and len(text.value) > LONGEST_NUMBER // 3:
            remedy = "It is too long for a telephone number. " + remedy
        sheet.error(text.place, "bad-phone", f"This is not a telephone number {where}.", remedy)

    def schema(self) -> Mapping[str, object]:
        """A string; a number too, since an editor takes digits for one."""
        return {"type": ["string", "number", "null"], "maxLength": LONGEST_NUMBER}


def _dialled(text: str, country: str | None) -> phonenumbers.PhoneNumber | None:
    """The number that dialling this in a country reaches; None where it can reach nobody."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """A language as BCP 47 writes it: `cy`, `en-GB`, `zh-Hans`."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "a language tag: `cy`, `en-GB`"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The tag in its usual form, where the language exists."""
        said = Line(LONGEST_NUMBER).read(node, sheet, name)
        if said is None:
            return None
        usual = _usual_tag(said.value)
        if usual is None:
            named = _languages().get(fold(said.value))
            remedy = f"Type {named}." if named else "Type a tag such as en, cy or pl."
            message, public = (
                f"`{short(said.value)}` is not a language tag.",
                "This is no language tag. Type a tag such as en, cy or pl.",
            )
            sheet.error(said.place, "bad-language", message, remedy, public)
            return None
        if usual.lower() != said.value.lower():
            remedy = f"Type {usual}."
            message = f"This language tag is read as {usual}."
            public = "This language tag is read as one that is spelt otherwise."
            sheet.warning(said.place, "language-spelling", message, remedy, public)
        return Said(usual, said.place)

    def schema(self) -> Mapping[str, object]:
        """A string in the form of a tag."""
        return {"type": ["string", "null"], "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}


def _usual_tag(text: str) -> str | None:
    """The tag in its usual form; None where there is no such language."""
    if not text.isascii():
        return None
    known = _COMMON_TAGS.get(text.lower())
    return known or _looked_up(text)


@lru_cache(maxsize=1024)
def _looked_up(text: str) -> str | None:
    # Only now, since it brings all the languages of the world, and most desks write in two.
    from langcodes import standardize_tag, tag_is_valid  # noqa: PLC0415

    return standardize_tag(text) if tag_is_valid(text) else None


@cache
def _languages() -> Mapping[str, str]:
    """English names of languages and what they call themselves, each with its tag."""
    named: dict[str, str] = {}
    for tag, name in Locale("en").languages.items():
        named.setdefault(fold(name), tag)
    for tag in ("cy", "de", "es", "fr", "ga", "gd", "it", "nl", "pl", "pt"):
        named.setdefault(fold(Locale(tag).get_display_name() or tag), tag)
    return {name: tag.replace("_", "-") for name, tag in named.items()}


def _mixed_alphabets(domain: str) -> bool:
    """Whether one label of a domain has letters that look like a to z among those that are."""
    labels = [[letter for letter in label if letter.isalpha()] for label in domain.split(".")]
    return any(
        any(letter.isascii() for letter in label) and any("\u0370" <= letter <= "\u058f" for letter in label)
        for label in labels
    )


def _fault(text: str) -> str:
    if "@" not in text:
        return "it has no @"
    if text.lower().startswith("mailto:") or "<" in text or ">" in text:
        return "write only the address"
    if text.count("@") > 1 or re.search(r"[,;]\s|[,;/]$", text):
        return "one address only"
    if any(letter.isspace() for letter in text):
        return "there is a space in it"
    return "a letter or a sign in it does not belong there, or something is missing"
