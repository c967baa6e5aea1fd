"""One value written anew in its place, in the quotation marks it had."""

from deskdiary.edits.change import Altered, Put
from deskdiary.edits.finding import find
from deskdiary.edits.layout import Fields, Laid, Text
from deskdiary.edits.reasons import IN_BRACES, NOT_FOUND, SEVERAL_LINES, unsafe
from deskdiary.edits.splice import Splice, as_lines
from deskdiary.edits.unsafe import Unsafe
from deskdiary.edits.yaml_text import written


def altering(note: Laid, change: Altered) -> tuple[Splice, ...] | Unsafe:
    """The splice that gives a record of a list another value."""
    found = find(note, change.field, change.where)
    if isinstance(found, str):
        return unsafe(note, note.start, found, change)
    items, number = found
    record = items.items[number]
    value = record.value_of(change.name) if isinstance(record, Fields) else None
    if value is None:
        return unsafe(note, record.start, NOT_FOUND, change)
    return _anew(note, value, change) if isinstance(value, Text) else _no_text(note, value.start, change)


def putting(note: Laid, change: Put) -> tuple[Splice, ...] | Unsafe:
    """The splice that gives the note itself a value: where the field is, else on a line of its own."""
    if note.root.flow:
        return unsafe(note, note.root.start, IN_BRACES, change)
    value = note.root.value_of(change.field)
    if value is None:
        line = f"{' ' * note.column(note.root.start)}{change.field}: {written(change.text)}"
        return (Splice(note.end, note.end, as_lines(note.text, note.end, (line,)), own_field=True),)
    return _anew(note, value, change) if isinstance(value, Text) else _no_text(note, value.start, change)


def _anew(note: Laid, value: Text, change: Altered | Put) -> tuple[Splice, ...] | Unsafe:
    old = note.text[value.start : value.end]
    if "\n" in old or value.empty or old[0] in "|>":
        return _no_text(note, value.start, change)
    mark = old[0] if old[0] in "'\"" and written(change.text) == change.text else ""
    return (Splice(value.start, value.end, f"{mark}{change.text}{mark}" if mark else written(change.text)),)


def _no_text(note: Laid, at: int, change: Altered | Put) -> Unsafe:
    return unsafe(note, at, SEVERAL_LINES, change)
