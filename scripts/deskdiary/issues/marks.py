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
    first = _MARK.search(text)
    if first is None:
        return None
    about, stage, heard = first[1], Stage.OPEN, 0
    for found in _MARK.finditer(text):
        if found[1] == about and found[2] in set(Stage):
            stage, heard = Stage(found[2]), int(found[3]) if _DIGITS.fullmatch(found[3] or "") else 0
            break
    return Marked(_read(about), stage, heard, tuple(dict.fromkeys(_boxes(text, about))))


def part_of(text: str) -> tuple[int, int] | None:
    """Where our part begins and stops: from its first mark to its last, with the whole lines of its boxes.

    What somebody typed before the first mark or after the last one, on the same line, is theirs.
    """
    first = _MARK.search(text)
    if first is None:
        return None
    *_, last = (found for found in _MARK.finditer(text) if found[1] == first[1])
    start = first.start() if first[2] in set(Stage) else text.rfind("\n", 0, first.start()) + 1
    line_end = text.find("\n", last.end())
    stop = last.end() if last[2] == "end" or line_end < 0 else line_end
    return start, stop


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
