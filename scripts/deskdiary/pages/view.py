"""What the pages show of a plan: people beside their occasions, drafts beside their follow-ups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.forms.page import form_of
from deskdiary.pages.forge import Forge
from deskdiary.records.kinds import KINDS
from deskdiary.records.library import PATH
from deskdiary.records.patron import Patron
from deskdiary.words.draft import Draft
from deskdiary.words.wording import Wording


@dataclass(frozen=True, slots=True)
class Line:
    """An occasion as a line of a table: whom it is about, its kind in words, its state and reasons."""

    patron: Patron = field(repr=False)
    kind: str
    standing: Standing


@dataclass(frozen=True)
class View:
    """A plan with its drafts, those to patrons by the patron's key, and the look-ups that pages need."""

    plan: Plan
    drafts: Mapping[str, Draft] = field(repr=False)
    to_lists: tuple[Draft, ...] = field(default=(), repr=False)
    wording: Wording | None = field(default=None, repr=False)
    forge: Forge | None = None

    @cached_property
    def patrons(self) -> Mapping[str, Patron]:
        """The patrons by their keys."""
        return {patron.key: patron for patron in self.plan.desk.patrons}

    @cached_property
    def cards(self) -> frozenset[str]:
        """Who has a card on today's page."""
        return frozenset(each.patron.key for each in self.plan.follow_ups)

    @cached_property
    def most_pressing(self) -> tuple[Line, ...]:
        """Every occasion: what is open first, then what is to come, what is done and what is over."""
        return self.lines(chain.from_iterable(self.plan.by_state[state] for state in State))

    @cached_property
    def lines_of(self) -> Mapping[str, tuple[Line, ...]]:
        """Each patron's occasions, by the patron's key."""
        found: dict[str, list[Line]] = {}
        for line in self.most_pressing:
            found.setdefault(line.patron.key, []).append(line)
        return {key: tuple(lines) for key, lines in found.items()}

    @cached_property
    def page_of(self) -> Mapping[str, str]:
        """The page that shows each note, by the note's path; a note that cannot be read has none."""
        desk = self.plan.desk
        return {
            PATH: "library.html",
            **{patron.path: f"patrons/{patron.key}.html" for patron in desk.patrons},
            **{resource.path: f"resources/{resource.key}.html" for resource in desk.resources},
        }

    def lines(self, standings: Iterable[Standing]) -> tuple[Line, ...]:
        """Occasions as lines of a table, in the order given."""
        return tuple(
            Line(
                self.patrons[standing.occasion.patron],
                KINDS.get(standing.occasion.kind, standing.occasion.kind),
                standing,
            )
            for standing in standings
        )

    def lines_on_forge(self, path: str) -> str | None:
        """Where the forge shows the lines of a note, but for their numbers, if mkdocs.yml names one."""
        return self.forge.lines(path) if self.forge else None

    def editor(self, path: str) -> str | None:
        """Where a note can be edited on the forge."""
        return self.forge.editor(path) if self.forge else None

    def form(self, path: str) -> str | None:
        """Where a note right in its folder can be edited with a form, if `library.yml` turns the forms on."""
        folder, _, file = path.partition("/")
        on = self.plan.desk.library.forms is not None and "/" not in file
        return form_of(folder, file.removesuffix(".md")) if on else None

    def lines_on_site(self, path: str) -> str | None:
        """Where the site shows the lines of a note, but for their numbers."""
        page = self.page_of.get(path)
        return f"{page}#line-" if page else None
