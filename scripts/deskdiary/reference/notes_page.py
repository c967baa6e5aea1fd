"""The page of fields: what a note may say, from the very declaration by which notes are read."""

from collections.abc import Iterator

from deskdiary.reference.tables import table
from deskdiary.schema.collections import Keyed, RecordsOf
from deskdiary.schema.library import LIBRARY
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Field, Record
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.rule_settings import SETTINGS

_INTRODUCTION = """\
# What a note may say

<!-- Made from the declaration of the fields; `make test ARGS="--write-golden tests/notes"` makes it anew. -->

A note is a text file in `patrons/` or `resources/` whose name ends in `.md`. It begins with its details, one
`field: value` a line, between two lines of three hyphens. Below them is room for whatever else a colleague
should know. Every field but one may be left out.

- Dates are written year-month-day: `2026-11-30`.
- Text is text: `no`, `0123` and `12:30` stay as they are typed. Put a text in quotation marks where it begins
  with a sign (`@ * & ! % [ { # > | -`) or has a colon and a space, or a space and a `#`, in it.
- A list stands in brackets, `[one, two]`, or has one line for each item, begun with a hyphen and a space.
- What stands after `#` and a space is a comment.

What is wrong with a note, and what to type instead, says `deskdiary check`; [every such problem](problems.md)
has its example.
"""
_PATRON = """\
## A patron's note

The file's name is the patron's key for good: choose a neutral one, such as `p-k7f2.md`, since file names
outlive an erasure.
"""
_RESOURCE = """\
## A resource's note

The first paragraph of the text below goes into letters and e-mails, without its marks; a heading, list or
box above it is passed over.
"""
_LIBRARY = """\
## library.yml

No note, but one file for the whole desk: `field: value` lines without the hyphens around them.
"""


def notes_page() -> str:
    """Every field of every record, with its kind and its meaning."""
    return "\n".join(_lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for heading, record in ((_PATRON, PATRON), (_RESOURCE, RESOURCE), (_LIBRARY, LIBRARY)):
        yield heading
        yield from _fields(record)
        yield ""
        for field, inner in _inner(record):
            yield f"### Under `{field}`\n"
            yield from _fields(inner)
            yield ""
    yield "### Under `rules`\n"
    yield "Each kind of occasion is `off`, or has these settings:\n"
    settings = ((kind, name, value.told) for kind, named in SETTINGS.items() for name, value in named.items())
    yield from table(
        ("kind", "setting", "value"), ((f"`{k}`", f"`{name}`", told) for k, name, told in settings)
    )


def _fields(record: Record) -> Iterator[str]:
    yield from table(("field", "value", "if left out", "meaning"), (_row(field) for field in record.fields))


def _row(field: Field) -> tuple[str, str, str, str]:
    left_out = "**required**" if field.required else field.default
    return f"`{field.name}`", field.kind.told, left_out, field.meaning


def _inner(record: Record) -> Iterator[tuple[str, Record]]:
    """The records within a record, and those within them."""
    for field in record.fields:
        kind = field.kind
        inner = kind.record if isinstance(kind, RecordsOf | Keyed) else kind
        if isinstance(inner, Record):
            yield field.name, inner
            yield from _inner(inner)
