"""How the first line of a note goes wrong, and how the line that ends its details does."""

import re
from dataclasses import dataclass

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity

_ALONE = "Type --- as the first line, with nothing before it."
_OPENINGS = (
    (r"\s*[—–―−‒]+\s*$", "An editor turned --- into a long dash.", "Type three hyphens: ---"),
    (r"[ \t\u00a0]+---", "There are spaces before the --- of the first line.", "Take the spaces away."),
    (r"---\s", "Something that cannot be seen stands after the --- of the first line.", "Type --- again."),
    (r"-+\s*$", "The first line has hyphens, but not three of them.", "Type three hyphens: ---"),
    (
        r"\+\+\+",
        "These details are in TOML, between lines of +++.",
        "Write them as `field: value`, between ---.",
    ),
    (r"[`~]{3}", "The note stands in a block of code.", "Take away the lines of ``` before and after it."),
    (r"\{", "These details are in JSON.", "Write them as lines of `field: value`, between --- lines."),
    (r"<", "The first line is not ---, but HTML.", _ALONE),
    (r"\s*$", "The first line is empty.", _ALONE),
    (r"[a-z_]+:(\s|$)", "The details start without their --- line.", "Add a line with only --- above them."),
)
_NEARLY_AN_END = re.compile(
    r"[ \t]+-{3,}[ \t]*|\.\.\.[ \t]*|[ \t]*[—–―−‒]+[ \t]*|--[ \t]*|-{4,}[ \t]*|- - -[ \t]*|---[^\s].*"
    r"|(?:\+\+\+|___|\*\*\*|={3,}|```|~~~)[ \t]*|---[ \t]*\S.*|---\s+"
)
_OURS = re.compile(r"^<{7}(?: .*)?\r?$", re.MULTILINE)
_MIDDLE = re.compile(r"^={7}\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7} ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a line, and what to type."""

    message: str
    remedy: str


def wrong_opening(first_line: str) -> Wrong:
    """Why the first line does not begin the details."""
    for pattern, message, remedy in _OPENINGS:
        if re.match(pattern, first_line):
            return Wrong(message, remedy)
    return Wrong("The first line is not ---.", _ALONE)


def nearly_an_end(line: str) -> bool:
    """Whether a line was most likely meant to end the details."""
    return _NEARLY_AN_END.fullmatch(line) is not None and not line.startswith("- -  ")


def conflict(text: str, path: str, first_line: int = 1) -> Problem | None:
    """Where Git left two versions of a note in one file."""
    at = _collision(text)
    if at is None:
        return None
    place = Place(path, first_line + text.count("\n", 0, at))
    message = "Two versions of this note collided here, and both are in the file."
    remedy = "Keep the lines that are right; delete the others and the lines of <<<<<<<, ======= and >>>>>>>."
    return Problem(place, Severity.ERROR, "merge-conflict", message, remedy)


def _collision(text: str) -> int | None:
    """Where the first half begins; where somebody deleted its sign, where the second half does."""
    if "<<<<<<<" not in text and "=======" not in text:
        return None
    ours = _OURS.search(text)
    if ours:
        return ours.start()
    middle = _MIDDLE.search(text)
    return middle.start() if middle and _THEIRS.search(text, middle.end()) else None
