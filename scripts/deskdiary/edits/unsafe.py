"""Why a note is left as it is: where it can't be changed safely, and what to type by hand."""

from dataclasses import dataclass, field

from deskdiary.records.place import Place


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A change that is refused, as a value: the place, the reason, and the lines to paste.

    `lines` are what somebody wanted written, so they are for their eyes alone, never for a log.
    """

    place: Place
    why: str
    lines: tuple[str, ...] = field(default=(), repr=False)
