"""What a note says, without where: to see that a change changed that and nothing else."""

from collections.abc import Iterable
from typing import TypeAlias

from deskdiary.edits.change import Added, Altered, Change, Entry, Put, Removed
from deskdiary.edits.finding import fits
from deskdiary.edits.layout import Fields, Items, Laid, Piece, Text

Meaning: TypeAlias = str | tuple["Meaning", ...] | dict[str, "Meaning"]


def meaning(piece: Piece) -> Meaning:
    """Texts, tuples and fields; nothing at all and an empty list are the same."""
    if isinstance(piece, Text):
        tilde = piece.value == "~" and piece.end - piece.start == 1  # not one in quotation marks
        return "" if tilde else piece.value
    if isinstance(piece, Items):
        return tuple(meaning(item) for item in piece.items) or ""
    return {key.value: meaning(value) for key, value in piece.pairs}


def changed(root: Fields, changes: Iterable[Change]) -> Meaning:
    """What the note is to say once the changes are made."""
    said = {key.value: meaning(value) for key, value in root.pairs}
    for change in changes:
        said[change.field] = _changed(root.value_of(change.field), said.get(change.field, ""), change)
    return said


def _changed(written: Piece | None, now: Meaning, change: Change) -> Meaning:
    if isinstance(change, Put):
        return change.text
    records = now if isinstance(now, tuple) else ()
    if isinstance(change, Added):
        return (*records, *(_said(entry) for entry in change.entries))
    fitting = [fits(item, change.where) for item in written.items] if isinstance(written, Items) else []
    if isinstance(change, Removed):
        kept = tuple(each for each, out in zip(records, fitting, strict=False) if not out)
        return kept or ""
    return tuple(_altered(each, change) if hit else each for each, hit in zip(records, fitting, strict=False))


def _said(entry: Entry) -> Meaning:
    return dict(entry)


def _altered(record: Meaning, change: Altered) -> Meaning:
    return {**record, change.name: change.text} if isinstance(record, dict) else record


def differs_only_so(before: Laid, after: Laid, changes: Iterable[Change]) -> bool:
    """Whether the note says what it said, the changes made, and its text below is the same to the letter."""
    same_text = before.text[before.end :] == after.text[after.end :]
    return same_text and meaning(after.root) == changed(before.root, changes)
