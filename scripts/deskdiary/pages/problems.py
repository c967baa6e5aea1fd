"""The mistakes in the notes, with their lines and what to type instead."""

from collections.abc import Iterator
from itertools import groupby

from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import View
from deskdiary.records.problem import Problem


def problems(view: View, templates: Templates) -> Iterator[Page]:
    """Every problem, note by note."""
    notes = [(path, tuple(found)) for path, found in groupby(view.plan.problems, key=_path)]
    yield templates.page("problems.md", "problems.md", view=view, notes=notes)


def _path(problem: Problem) -> str:
    return problem.place.path
