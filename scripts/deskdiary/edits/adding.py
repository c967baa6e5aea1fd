"""Records put at the end of a list, in the way the list is written; a list begun where there is none."""

from collections.abc import Iterable

from deskdiary.edits.change import Added
from deskdiary.edits.entry_lines import INDENT, entry_in_braces, entry_lines, field_lines
from deskdiary.edits.layout import Fields, Items, Laid, Text
from deskdiary.edits.reasons import IN_BRACES, NOT_A_LIST, ODD_LINE, unsafe
from deskdiary.edits.splice import Splice, as_lines, end_of_line, start_of_line
from deskdiary.edits.unsafe import Unsafe

NOTHING = "~"


def adding(note: Laid, change: Added) -> tuple[Splice, ...] | Unsafe:
    """The splices that add records to a list."""
    if note.root.flow:
        return unsafe(note, note.root.start, IN_BRACES, change)
    value = note.root.value_of(change.field)
    if value is None:
        indent = " " * note.column(note.root.start)
        lines = field_lines(change.field, change.entries, indent)
        return (Splice(note.end, note.end, as_lines(note.text, note.end, lines), own_field=True),)
    if isinstance(value, Items) and value.items:
        return _in_brackets(value, change) if value.flow else _below_the_last(note, value, change)
    if isinstance(value, Fields):
        return unsafe(note, value.start, NOT_A_LIST, change)
    if isinstance(value, Text) and value.value and note.text[value.start : value.end] != NOTHING:
        return unsafe(note, value.start, NOT_A_LIST, change)
    return _in_the_empty_field(note, value, change)


def _below_the_last(note: Laid, value: Items, change: Added) -> tuple[Splice, ...] | Unsafe:
    """On the lines after the last record, each begun below the hyphens that are there."""
    line = start_of_line(note.text, value.start)
    indent = note.text[line : value.start]
    if indent.strip(" "):
        return unsafe(note, value.start, ODD_LINE, change)
    lines = (line for entry in change.entries for line in entry_lines(entry, indent))
    return (_at(note, end_of_line(note.text, value.end), lines),)


def _in_brackets(value: Items, change: Added) -> tuple[Splice, ...]:
    """After the last record and a comma, before whatever follows it."""
    last = value.items[-1].end
    return (Splice(last, last, "".join(f", {entry_in_braces(entry)}" for entry in change.entries)),)


def _in_the_empty_field(note: Laid, value: Items | Text, change: Added) -> tuple[Splice, ...] | Unsafe:
    """Below the field's name; `[]` or `~` after it, which say that there is nothing, are taken away."""
    key = note.root.key_of(change.field)
    if key is None or "\n" in note.text[key.end : value.end] or "#" in note.text[value.start : value.end]:
        return unsafe(note, value.start, ODD_LINE, change)
    before = note.text[: value.start].rstrip(" \t")
    emptied = () if value.start == value.end else (Splice(len(before), value.end, ""),)
    indent = " " * note.column(key.start) + INDENT
    lines = (line for entry in change.entries for line in entry_lines(entry, indent))
    return (*emptied, _at(note, end_of_line(note.text, value.end), lines))


def _at(note: Laid, at: int, lines: Iterable[str]) -> Splice:
    return Splice(at, at, as_lines(note.text, at, lines))
