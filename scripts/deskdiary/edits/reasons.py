"""The reasons for leaving a note alone, in words for whoever wanted it changed."""

from deskdiary.edits.change import Change
from deskdiary.edits.entry_lines import by_hand
from deskdiary.edits.layout import Laid
from deskdiary.edits.unsafe import Unsafe
from deskdiary.records.place import Place

IN_BRACES = "The details stand in curly brackets here, and a line can't be added safely."
NOT_A_LIST = "What stands here is no list."
NOT_FOUND = "The record that was to be changed isn't in this note any more."
TWICE = "More than one record fits, so nobody can tell which is meant."
COMMENT_IN_THE_WAY = "A comment stands in between, and would be lost."
SEVERAL_LINES = "This value stands on several lines or is none."
ODD_LINE = "This line is laid out in a way that can't be continued safely."
OTHERWISE = "The note would not read as it was meant to afterwards."


def unsafe(note: Laid, at: int, why: str, change: Change) -> Unsafe:
    """The refusal of one change, at one place."""
    return Unsafe(Place(note.path, note.line(at), note.column(at) + 1), why, by_hand(change))
