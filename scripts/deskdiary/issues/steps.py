"""The steps from the issues that stand to those that should, as values: to be printed, tested, refused."""

from dataclasses import dataclass
from typing import TypeAlias

from deskdiary.issues.issue import Label, Written


@dataclass(frozen=True, slots=True)
class Make:
    """A label that is missing."""

    label: Label


@dataclass(frozen=True, slots=True)
class Open:
    """A new issue about `about`: a patron's key, or the digest. `staff` is whom to give it to, if anybody."""

    about: str
    written: Written
    staff: str | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """An issue whose text, title or labels are to change, and which of them."""

    number: int
    about: str
    written: Written
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Close:
    """An issue whose follow-up is over, and why."""

    number: int
    about: str
    written: Written
    why: str


@dataclass(frozen=True, slots=True)
class Reopen:
    """A closed issue whose follow-up is open still, or again."""

    number: int
    about: str
    written: Written


@dataclass(frozen=True, slots=True)
class Assign:
    """An issue that nobody has, given to who is on duty. A refusal is reported and breaks nothing."""

    number: int
    about: str
    login: str


Step: TypeAlias = Make | Open | Update | Close | Reopen | Assign


@dataclass(frozen=True, slots=True)
class Held:
    """A step that is not taken, and why; the next run looks again."""

    number: int
    about: str
    why: str
