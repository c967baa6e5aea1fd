"""Drafts to the sample reader: how a wording reads before anybody gets it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from deskdiary.day.plan import Plan
from deskdiary.records.desk import desk_of
from deskdiary.records.kinds import KINDS
from deskdiary.records.library import Library
from deskdiary.records.place import Said
from deskdiary.words.announcement import announcements
from deskdiary.words.draft import Draft, draft
from deskdiary.words.sample import PLACE, sample_follow_up, sample_occasions, sample_resource
from deskdiary.words.vocabulary import ANNOUNCEMENT, FRAME
from deskdiary.words.wording import Wording


def sample_drafts(
    wording: Wording, kind: str, channel: str, language: str, where: tuple[Library, date]
) -> Iterator[Draft]:
    """Every draft that shows how a template reads: one thing, two, and one in other circumstances."""
    if kind == ANNOUNCEMENT:
        yield from _announced(wording, language, where)
        return
    for each in KINDS if kind == FRAME else (kind,):
        yield from _of_kind(wording, each, channel, language, where)


def sample_draft_of_two(
    wording: Wording, kinds: tuple[str, str], language: str, where: tuple[Library, date]
) -> Draft | None:
    """Two kinds in one message."""
    library, on = where
    occasions = tuple(next(sample_occasions(kind, on))[0] for kind in kinds)
    return draft(sample_follow_up(occasions, "email", language, on), _plan(library, on), wording)


def _of_kind(
    wording: Wording, kind: str, channel: str, language: str, where: tuple[Library, date]
) -> Iterator[Draft]:
    library, on = where
    if channel == "call" and language:
        library = replace(library, language=Said(language, PLACE))
    for occasions in sample_occasions(kind, on):
        made = draft(sample_follow_up(occasions, channel, language, on), _plan(library, on), wording)
        if made:
            yield made


def _announced(wording: Wording, language: str, where: tuple[Library, date]) -> Iterator[Draft]:
    library, on = where
    spoken = replace(library, language=Said(language, PLACE)) if language else library
    trial, here = sample_resource(on, trial=True), sample_resource(on, trial=False)
    for resources in ((trial,), (here,), (trial, replace(here, key="sample-second"))):
        yield from announcements(Plan(on, desk_of(spoken, (), resources), (), (), ()), wording)


def _plan(library: Library, on: date) -> Plan:
    return Plan(on, desk_of(library), (), (), ())
