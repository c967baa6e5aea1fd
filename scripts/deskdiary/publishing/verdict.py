"""The verdict on a place: proven private, or refused with the reasons. There is no third."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Proven:
    """The place is private, and this is what shows it."""

    how: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The place is not proven private, and this is what stands against it: at least one reason."""

    reasons: tuple[str, ...]


Verdict: TypeAlias = Proven | Refused


def refused(reason: str) -> Refused:
    """A refusal for one reason."""
    return Refused((reason,))
