"""What editors are told of the fields: snippets for VS Code, and kinds of property for Obsidian."""

import json
from collections.abc import Iterator, Mapping

from deskdiary.schema.collections import ListOf, RecordsOf
from deskdiary.schema.dates import Day
from deskdiary.schema.numbers import Whole, YesNo
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Field, Kind, Record
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.texts import Choice

_THIS_DAY = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"


def snippets() -> str:
    """For every field of a note: its name offered while typing, its words to choose from, its meaning."""
    fields = {field.name: field for record in (PATRON, RESOURCE) for field in record.fields}
    return _json({f"Desk Diary: {name}": _snippet(field) for name, field in sorted(fields.items())})


def obsidian_types() -> str:
    """`.obsidian/types.json`: which properties are days, numbers, lists or ticks; the others are text."""
    fields = {field.name: field for record in (PATRON, RESOURCE) for field in record.fields}
    kinds = {name: _obsidian(field.kind) for name, field in sorted(fields.items())}
    return _json({"types": {name: kind for name, kind in kinds.items() if kind}})


def _snippet(field: Field) -> Mapping[str, object]:
    return {
        "scope": "markdown",
        "prefix": field.name,
        "body": list(_body(field)),
        "description": field.meaning,
    }


def _body(field: Field) -> Iterator[str]:
    if not isinstance(field.kind, RecordsOf):
        yield f"{field.name}: {_blank(field.kind, 1)}"
        return
    yield f"{field.name}:"
    needed = [each for each in field.kind.record.fields if each.required]
    for number, each in enumerate(needed, 1):
        yield f"  {'-' if number == 1 else ' '} {each.name}: {_blank(each.kind, number)}"


def _blank(kind: Kind, number: int) -> str:
    """A place to type in, or words to choose from."""
    if isinstance(kind, Choice):
        return f"${{{number}|{','.join(kind.options)}|}}"
    if isinstance(kind, YesNo):
        return f"${{{number}|true,false|}}"
    if isinstance(kind, Day):
        return f"${{{number}:{_THIS_DAY}}}"
    if isinstance(kind, ListOf):
        return f"[${{{number}}}]"
    if isinstance(kind, Record):
        return "{" + ", ".join(f"{each.name}: ${n}" for n, each in enumerate(kind.fields, number)) + "}"
    return f"${{{number}}}"


def _obsidian(kind: Kind) -> str | None:
    kinds = {Day: "date", Whole: "number", YesNo: "checkbox", ListOf: "multitext"}
    return next((name for of, name in kinds.items() if isinstance(kind, of)), None)


def _json(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
