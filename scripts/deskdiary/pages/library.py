"""The library as `library.yml` sets it up."""

from collections.abc import Iterator

from deskdiary.pages.facts import Anchors, entries
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import View
from deskdiary.schema.library import LIBRARY


def library(view: View, templates: Templates) -> Iterator[Page]:
    """Days, staff, categories and rules, each with its line."""
    facts = tuple(entries(LIBRARY, view.plan.desk.library, Anchors()))
    yield templates.page("library.md", "library.md", view=view, facts=facts)
