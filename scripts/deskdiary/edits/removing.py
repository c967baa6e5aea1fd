"""One record taken out of a list, with its own lines and nobody else's."""

from deskdiary.edits.change import Removed
from deskdiary.edits.finding import find
from deskdiary.edits.layout import Items, Laid
from deskdiary.edits.reasons import COMMENT_IN_THE_WAY, ODD_LINE, unsafe
from deskdiary.edits.splice import Splice, end_of_line
from deskdiary.edits.unsafe import Unsafe


def removing(note: Laid, change: Removed) -> tuple[Splice, ...] | Unsafe:
    """The splice that takes a record out."""
    found = find(note, change.field, change.where)
    if isinstance(found, str):
        return unsafe(note, note.start, found, change)
    items, number = found
    start, end = _out_of_brackets(items, number) if items.flow else _off_its_lines(note, items, number)
    if start < 0:
        return unsafe(note, items.items[number].start, ODD_LINE, change)
    outside = _outside(note, items, number, start, end)
    if items.flow and "#" in outside:
        return unsafe(note, items.items[number].start, COMMENT_IN_THE_WAY, change)
    return (Splice(start, end, ""),)


def _off_its_lines(note: Laid, items: Items, number: int) -> tuple[int, int]:
    """From the line with its hyphen to the end of its last line; -1 where it shares a line."""
    item = items.items[number]
    hyphen = items.start if number == 0 else note.text.rfind("-", items.items[number - 1].end, item.start)
    line = note.text.rfind("\n", 0, hyphen) + 1
    alone = hyphen >= 0 and not note.text[line:hyphen].strip(" ")
    return (line, end_of_line(note.text, item.end)) if alone else (-1, -1)


def _out_of_brackets(items: Items, number: int) -> tuple[int, int]:
    """With the comma after it, else the one before it; one that is alone, with all within the brackets."""
    item = items.items[number]
    if len(items.items) == 1:
        return items.start + 1, items.end - 1
    if number + 1 < len(items.items):
        return item.start, items.items[number + 1].start
    return items.items[number - 1].end, item.end


def _outside(note: Laid, items: Items, number: int, start: int, end: int) -> str:
    """What would be taken out beside the record itself."""
    item = items.items[number]
    return note.text[start : item.start] + note.text[item.end : end]
