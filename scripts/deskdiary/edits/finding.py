"""The one record of a list that is meant, by what it says."""

from deskdiary.edits.change import Entry
from deskdiary.edits.layout import Fields, Items, Laid, Piece, Text
from deskdiary.edits.reasons import NOT_FOUND, TWICE


def find(note: Laid, field: str, where: Entry) -> tuple[Items, int] | str:
    """The list and the record's number in it; the reason where none or more than one fits."""
    value = note.root.value_of(field)
    if not isinstance(value, Items):
        return NOT_FOUND
    fitting = [number for number, item in enumerate(value.items) if fits(item, where)]
    if len(fitting) != 1:
        return TWICE if fitting else NOT_FOUND
    return value, fitting[0]


def fits(item: Piece, where: Entry) -> bool:
    """Whether a record says all of this."""
    if not isinstance(item, Fields):
        return False
    return all(_says(item.value_of(name), text) for name, text in where)


def _says(value: Piece | None, text: str) -> bool:
    return isinstance(value, Text) and value.value.strip() == text
