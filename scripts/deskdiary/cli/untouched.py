"""A change to a note that can't be made safely, and how that is told."""

from deskdiary.edits.unsafe import Unsafe
from deskdiary.telling.plainly import plainly


class Untouched(Exception):  # noqa: N818 - it is an answer, told by whoever asked
    """A change that can't be made safely."""

    def __init__(self, unsafe: Unsafe) -> None:
        super().__init__()
        self.unsafe = unsafe


def told_in_full(unsafe: Unsafe) -> str:
    """A refusal for whoever typed the command: with the lines to paste."""
    where = [f"{unsafe.place}: {plainly(unsafe.why)}"]
    paste = ["Nothing was written. These are the lines to paste by hand:"] if unsafe.lines else []
    return "\n".join([*where, *paste, *(f"  {plainly(line)}" for line in unsafe.lines)])
