"""A note's new text: every change made in its place, or the first reason why not."""

from collections.abc import Iterable

from deskdiary.edits.change import Change
from deskdiary.edits.layout import Laid
from deskdiary.edits.places import splices_for
from deskdiary.edits.splice import Splice, spliced
from deskdiary.edits.unsafe import Unsafe


def edit(note: Laid, changes: Iterable[Change]) -> str | Unsafe:
    """The text with all of the changes, or a refusal: never some of them."""
    splices: list[Splice] = []
    for change in changes:
        found = splices_for(note, change)
        if isinstance(found, Unsafe):
            return found
        splices.extend(found)
    return spliced(note.text, splices)
