"""Where a change goes: the splices that make it, or the reason why it can't be made safely."""

from deskdiary.edits.adding import adding
from deskdiary.edits.altering import altering, putting
from deskdiary.edits.change import Added, Altered, Change, Removed
from deskdiary.edits.layout import Laid
from deskdiary.edits.removing import removing
from deskdiary.edits.splice import Splice
from deskdiary.edits.unsafe import Unsafe


def splices_for(note: Laid, change: Change) -> tuple[Splice, ...] | Unsafe:
    """The splices that make one change."""
    if isinstance(change, Added):
        return adding(note, change)
    if isinstance(change, Altered):
        return altering(note, change)
    if isinstance(change, Removed):
        return removing(note, change)
    return putting(note, change)
