"""What a note's free text may hold: nothing in it is run or fetched, and what is left out is said here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from deskdiary.records.place import Place, Said
from deskdiary.records.problem import Problem, Severity
from deskdiary.schema.body_markup import FINDERS, Finding, beyond_markdown

MOST_TOLD = 20
"""Of one kind of mistake in one text, so many are listed: a page of them says no more."""
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?!`)|~{3,}(?!~))[^\n]*\n(?:[\s\S]*?^ {0,3}(?P=fence)[`~]*[ \t]*$|[\s\S]*\Z)"
    r"|(?<!`)(?P<tick>`{1,5})(?!`)[^`\n]{1,1000}(?<!`)(?P=tick)(?!`)",
    re.MULTILINE,
)
_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_DETAIL = re.compile(r"[ ]*(?:- )?(?P<name>[a-z_]{2,20}):(?:[ \t]|$)")
# What the finders look for has one of these in it. Each is looked for by itself: of several ways to begin,
# all would be tried at every letter.
_SIGN = re.compile(r"[^\n\r\t -;=?-Z\\^-~]")
_MANY_DIGITS = re.compile(r"[0-9][0-9 -]{11}")


@dataclass(frozen=True, slots=True)
class Text:
    """A body, the fields of its kind of note, and what no reader would take for markup blanked out."""

    said: Said[str]
    names: tuple[str, ...]


def body_problems(text: Text) -> Iterator[Problem]:
    """Everything in a note's text that is shown otherwise than it is written, or is hardly meant."""
    yield from _second_details(text)
    body = text.said.value
    if not _worth_a_look(body):
        return
    plain = (
        _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body) if "`" in body or "~~~" in body else body
    )
    for find in FINDERS:
        found = (_problem(finding, text.said) for finding in islice(find(plain), MOST_TOLD))
        yield from {(problem.place.line, problem.code): problem for problem in found}.values()


def _worth_a_look(body: str) -> bool:
    """One look that rules most texts out."""
    if _SIGN.search(body) or _MANY_DIGITS.search(body):
        return True
    return beyond_markdown(body) is not None


def _problem(finding: Finding, body: Said[str]) -> Problem:
    before = body.value[: finding.position]
    line = body.place.line + before.count("\n")
    column = finding.position - (before.rfind("\n") + 1) + 1
    place = Place(body.place.path, line, column)
    return Problem(place, finding.severity, finding.code, finding.message, finding.remedy, finding.public)


def _second_details(text: Text) -> Iterator[Problem]:
    """Details pasted below the details, or cut off from them by a --- line in their midst."""
    body = text.said.value
    start = len(body) - len(body.lstrip("\r\n"))
    first, _, rest = body[start : start + 4000].partition("\n")
    place = Place(text.said.place.path, text.said.place.line + body.count("\n", 0, start))
    if first.strip() == "---" and _is_detail(rest.split("\n", 1)[0], text):
        message = "A second block of details starts here; only the first is read."
        remedy = "Put its fields between the first two --- lines, and delete this block."
    elif _is_detail(first, text) or (start == 0 and re.match(r"[ ]{2,}\S", first) and _FENCE.search(rest)):
        message = "These lines look like details, but lie below the --- line that ends them."
        remedy = "Delete the --- line above them, or move them above it."
    else:
        return
    yield Problem(place, Severity.WARNING, "details-in-text", message, remedy)


def _is_detail(line: str, text: Text) -> bool:
    match = _DETAIL.match(line)
    return match is not None and match["name"] in text.names
