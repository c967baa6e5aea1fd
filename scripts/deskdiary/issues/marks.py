"""Our marks in an issue's text: comments that nobody sees, by which it is found and its boxes are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

DIGEST = "*"
"""What the one issue about all the rest is about; no key has this sign."""

_MARK = re.compile(
    r"<!-- deskdiary: (\*|[a-z0-9.-]{1,64}) (open|settled|double|box|end)(?: ([a-z0-9/-]{1,200}))? -->"
)
_TICKED = re.compile(r"\s*[-*+] \[([ xX])\]\s")
_DIGITS = re.compile(r"[0-9]{1,18}")


class Stage(StrEnum):
    """Where an issue stands by our own account: at work, over, or one too many."""

    OPEN = "open"
    SETTLED = "settled"
    DOUBLE = "double"


_STAGES, _END = frozenset(Stage), "end"


@dataclass(frozen=True, slots=True)
class Box:
    """One line with a box: the occasion's tag, and whether it is ticked."""

    tag: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """What our marks in a text say: whom it is about, how far it is, and the last comment that was heard."""

    about: str
    stage: Stage
    heard: int
    boxes: tuple[Box, ...]

    @property
    def tags(self) -> frozenset[str]:
        """The occasions it is about."""
        return frozenset(box.tag for box in self.boxes)


def tag_of(occasion_id: str) -> str:
    """Kind, date and a fingerprint: tells an occasion from every other without saying a title."""
    _, kind, _, date = occasion_id.split("/")
    return f"{kind}/{date}/{sha256(occasion_id.encode()).hexdigest()[:12]}"


def begin(about: str, stage: Stage, heard: int) -> str:
    """The mark that our part begins with."""
    return f"<!-- deskdiary: {_shown(about)} {stage} {heard} -->"


def box(about: str, tag: str) -> str:
    """The mark at the end of a line with a box."""
    return f"<!-- deskdiary: {_shown(about)} box {tag} -->"


def end(about: str) -> str:
    """The mark that our part ends with."""
    return f"<!-- deskdiary: {_shown(about)} end -->"


def is_marked(text: str) -> bool:
    """Whether any mark of ours is in a text."""
    return _MARK.search(text) is not None


def marked(text: str) -> Marked | None:
    """What the marks say. Any one of them is enough to know whom it is about."""
    part = _part_of(text)
    if part is None:
        return None
    about, first = part.first[1], part.first
    stage = Stage(first[2]) if first[2] in _STAGES else Stage.OPEN
    heard = int(first[3]) if first[2] in _STAGES and _DIGITS.fullmatch(first[3] or "") else 0
    boxes = _boxes(text[part.start : part.stop], about)
    return Marked(_read(about), stage, heard, tuple(dict.fromkeys(boxes)))


def part_of(text: str) -> tuple[int, int] | None:
    """Where our part begins and stops: from mark to mark, with the whole lines of its boxes.

    What somebody typed before it or after it, on the same line, is theirs. So is a line that they copied out
    of it, though its mark came along.
    """
    part = _part_of(text)
    return (part.start, part.stop) if part else None


@dataclass(frozen=True, slots=True)
class _Part:
    """Our part of a text, and the mark it is known by: where it begins, else the first that is left."""

    first: re.Match[str]
    start: int
    stop: int


def _part_of(text: str) -> _Part | None:
    marks = tuple(_MARK.finditer(text))
    if not marks:
        return None
    first = next((mark for mark in marks if mark[2] in _STAGES), marks[0])
    ours = [mark for mark in marks if mark[1] == first[1] and mark.start() >= first.start()]
    last = next((mark for mark in ours if mark[2] == _END), ours[-1])
    begins = first[2] in _STAGES
    line_end = text.find("\n", last.end())
    return _Part(
        first,
        start=first.start() if begins else text.rfind("\n", 0, first.start()) + 1,
        stop=last.end() if last[2] == _END or line_end < 0 else line_end,
    )


def _boxes(text: str, about: str) -> Iterator[Box]:
    for line in text.split("\n"):
        mark, ticked = _MARK.search(line), _TICKED.match(line)
        if mark and ticked and mark[1] == about and mark[2] == "box" and mark[3]:
            yield Box(mark[3], ticked[1] != " ")


def _shown(about: str) -> str:
    """Two hyphens on end would end a comment before its time."""
    return about.replace("--", "-.")


def _read(about: str) -> str:
    return about.replace(".", "-")
