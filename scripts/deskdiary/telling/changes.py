"""What changed since a day, told to a person and to another program."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from deskdiary.day.changes import Change
from deskdiary.telling.plainly import plainly
from deskdiary.telling.plurals import counted


def changes_text(since: date, on: date, changed: Iterable[Change]) -> str:
    """A line for each change, and how many there are."""
    return "\n".join(plainly(line) for line in _lines(since, on, tuple(changed))) + "\n"


def _lines(since: date, on: date, changed: tuple[Change, ...]) -> Iterator[str]:
    for each in changed:
        turn = f"{each.before or 'not there'} -> {each.after or 'gone'}"
        yield f"{each.id}: {turn}: {each.why.text} ({each.why.place})"
    yield f"{counted(len(changed), 'change')} from {since} to {on}."


def changes_document(since: date, on: date, changed: Iterable[Change]) -> Mapping[str, object]:
    """The changes as one document; its schema is `schemas/changes.schema.json`."""
    return {"since": str(since), "on": str(on), "changes": [_change(each) for each in changed]}


def _change(each: Change) -> Mapping[str, object]:
    place = each.why.place
    return {
        "id": each.id,
        "before": each.before and str(each.before),
        "after": each.after and str(each.after),
        "why": {"text": each.why.text, "path": place.path, "line": place.line},
    }
