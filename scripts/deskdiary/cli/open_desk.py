"""A desk that stays open for a preview: what its site shows, and what was read for it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from deskdiary.cli.at_once import changed_pages, desk_as_looked, said_everywhere, sources_of
from deskdiary.cli.build import built
from deskdiary.cli.looking import Looked, looked_at
from deskdiary.cli.options import Asked
from deskdiary.shells.reading.held import Held
from deskdiary.shells.site.at_once import Changed, Outcome, put_at_once
from deskdiary.shells.site.staged import Place, Repository


class _MoreUrgentError(Exception):
    """Why a build was left."""


@dataclass(slots=True)
class OpenDesk:
    """The desk as its site shows it: as it was when the site was built, or a note's page last."""

    wanted: Asked
    _held: Held = field(default_factory=Held, repr=False)
    _shown: Looked | None = field(default=None, repr=False)
    _everywhere: str = ""

    def build(self, place: Place, is_urgent: Callable[[], bool]) -> bool:
        """Build the whole site, as far as it differs; False where it was left for something more urgent.

        It is left before anything is put into the site, or not at all.
        """
        before = self._shown
        try:
            built(self.wanted, place, partial(self._look, is_urgent))
        except _MoreUrgentError:
            self._shown = before
            return False
        if self._shown:
            self._everywhere = said_everywhere(desk_as_looked(self._shown), self._shown)
        return True

    def show_at_once(self, place: Place) -> Outcome:
        """Put the pages of the notes that changed into the site, where that can be done at once."""
        before, now = self._shown, looked_at(self.wanted, self._held)
        changed = changed_pages(before, now) if before else None
        if not changed:
            return Outcome.NOT_TO_BE_HAD if changed is None else Outcome.AS_IT_WAS
        desk = desk_as_looked(now)
        if said_everywhere(desk, now) != self._everywhere:
            return Outcome.NOT_TO_BE_HAD

        def hand(repository: Repository) -> Changed:
            return Changed(changed, tuple(sources_of(changed, desk, now, repository)))

        if not put_at_once(place, hand):
            return Outcome.NOT_TO_BE_HAD
        self._shown = now
        return Outcome.SHOWN

    def _look(self, is_urgent: Callable[[], bool], asked: Asked) -> Looked:
        """What a build sees is what is shown once it is done, and what a change is seen against."""

        def pause() -> None:
            if is_urgent():
                raise _MoreUrgentError

        self._shown = replace(looked_at(asked, self._held), pause=pause)
        return self._shown
