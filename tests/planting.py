"""Desks with one text planted in every field that a record declares: a canary's word, or a naughty string."""

from collections.abc import Iterator

from deskdiary.schema.collections import Keyed, ListOf, RecordsOf
from deskdiary.schema.library import LIBRARY
from deskdiary.schema.patron import PATRON
from deskdiary.schema.reach import EmailAddress, LanguageTag, PhoneNumber
from deskdiary.schema.record import Kind, Record
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.texts import Choice, Line, Lines

_SOUND = {
    "Day": "2026-11-30", "YesNo": "true", "Whole": "3", "SpanOfTime": "2 weeks", "Weekday": "mon",
    "ClosedDays": "2026-12-24", "TimeZone": "Europe/London", "Country": "GB", "Rules": "{loan-due: off}",
}  # fmt: skip


def quoted(text: str) -> str:
    """A text as YAML writes it in double quotation marks, whatever is in it."""
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def patron(text: str, *, everywhere: bool = False, body: str = "") -> str:
    """A patron's note with the text in every field of text; or, as a mistake, in every field there is."""
    return _note(PATRON, text, everywhere=everywhere, body=body)


def resource(text: str, *, everywhere: bool = False, body: str = "") -> str:
    """The same for a resource."""
    return _note(RESOURCE, text, everywhere=everywhere, body=body)


def library(text: str, *, everywhere: bool = False) -> str:
    """The same for `library.yml`."""
    skipped = {"today", "subdivision"} if not everywhere else set()
    return "\n".join(_lines(LIBRARY, text, skipped, everywhere=everywhere)) + "\n"


def _note(record: Record, text: str, *, everywhere: bool, body: str) -> str:
    return "---\n" + "\n".join(_lines(record, text, set(), everywhere=everywhere)) + f"\n---\n\n{body}\n"


def _lines(record: Record, text: str, skipped: set[str], *, everywhere: bool) -> Iterator[str]:
    for field in record.fields:
        if field.name not in skipped:
            yield f"{field.name}: {_value(field.kind, text, everywhere=everywhere)}"


def _value(kind: Kind, text: str, *, everywhere: bool) -> str:
    if isinstance(kind, Line | Lines):
        return quoted(text)
    if isinstance(kind, ListOf):
        return f"[{_value(kind.kind, text, everywhere=everywhere)}]"
    if isinstance(kind, RecordsOf):
        return f"[{_value(kind.record, text, everywhere=everywhere)}]"
    if isinstance(kind, Keyed):
        return f"{{ep: {_value(kind.record, text, everywhere=everywhere)}}}"
    if isinstance(kind, Record):
        values = (f"{each.name}: {_value(each.kind, text, everywhere=everywhere)}" for each in kind.fields)
        return "{" + ", ".join(values) + "}"
    return quoted(text) if everywhere else _sound(kind)


def _sound(kind: Kind) -> str:
    if isinstance(kind, Choice):
        return kind.options[0]
    reach = {EmailAddress: "ida.quill@example.org", PhoneNumber: "01632 960147", LanguageTag: "en"}
    return reach.get(type(kind)) or _SOUND[type(kind).__name__]


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"
