"""An issue as it stands on the forge: its words are other people's, and only some of them count."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class How(StrEnum):
    """How an issue was closed, as far as it tells us anything."""

    COMPLETED = "completed"
    NOT_PLANNED = "not planned"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `counts` where its author may write to the repository; ids grow with time."""

    id: int
    by: str
    counts: bool
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closed an issue, when and how. `counts` where they may write to the repository."""

    how: How
    by: str
    counts: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue. `closing` is None while it is open, and `by` opened it.

    `trusted` where nobody can have written its text or ticked its boxes but who may write to the
    repository. `comments` are there for those that somebody may still have said something on.
    """

    number: int
    title: str = field(repr=False)
    body: str = field(repr=False)
    labels: frozenset[str] = frozenset()
    assignees: tuple[str, ...] = ()
    closing: Closing | None = None
    comments: tuple[Comment, ...] = ()
    trusted: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What an issue is to say. `closed` is None where it is to be open."""

    title: str = field(repr=False)
    body: str = field(repr=False)
    labels: frozenset[str]
    closed: How | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A label. The description's end says what it is for, so that it is found again under another name."""

    name: str
    description: str
