"""The page of problems: every code, what it means, and an example with what is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskdiary.records.problem import Problem
from deskdiary.records.problem_codes import CODES
from deskdiary.reference.tables import code, table

_INTRODUCTION = """\
# What may be wrong with a note

<!-- Made by reading the examples; `make test ARGS="--write-golden tests/notes"` makes it anew. -->

`deskdiary check` names every mistake with its file, line and column, says what is wrong and what to type
instead, and ends with a code in brackets. The codes stay the same from one version to the next.

An **error** loses something that is written, unless it is mended. A **warning** may; a **notice** only tells.
A mistake costs itself alone: one bad loan leaves the other loans standing, and no note costs the others.
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """An example as it is typed, and the problem that was found in it."""

    typed: str
    problem: Problem


def problems_page(examples: Sequence[Shown]) -> str:
    """The table of all codes, in the order of the alphabet."""
    return "\n".join(_lines(examples)) + "\n"


def _lines(examples: Sequence[Shown]) -> Iterator[str]:
    yield _INTRODUCTION
    rows = (_row(shown) for shown in sorted(examples, key=lambda shown: shown.problem.code))
    yield from table(("code", "what it means", "for example", "what you are told"), rows)


def _row(shown: Shown) -> tuple[str, str, str, str]:
    problem = shown.problem
    told = f"*{problem.severity}:* {_plain(problem.message)} {_plain(problem.remedy)}"
    return f"`{problem.code}`", CODES[problem.code], code(shown.typed) if shown.typed else "", told


def _plain(text: str) -> str:
    """Signs that Markdown would obey, made harmless outside `code`."""
    parts = text.split("`")
    return "`".join(
        part
        if number % 2
        else part.replace("<", "&lt;").replace("*", "\\*").replace("[", "\\[").replace("{", "&#123;")
        for number, part in enumerate(parts)
    )
