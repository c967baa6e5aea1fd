"""What staff said on issues, written into the notes, each by itself: one that cannot be holds up no other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.keeping import Keeping, keep_what_is_missing
from deskdiary.cli.options import Asked
from deskdiary.cli.untouched import Untouched
from deskdiary.day.plan import Plan
from deskdiary.issues.back import Ears, Heard, Saying, listen, noted_of
from deskdiary.issues.issue import Issue
from deskdiary.issues.labels import OURS, Names
from deskdiary.issues.standing import grouped
from deskdiary.recording.noted import Noted
from deskdiary.refusal import Refusal
from deskdiary.schema.library import FULL
from deskdiary.shells.clock import day_at


def hear(plan: Plan, standing: tuple[Issue, ...], names: Names) -> Heard:
    """What was said on our issues that the notes do not say yet."""
    library = plan.desk.library
    zone = library.timezone.value if library.timezone else None
    full = bool(library.issues and library.issues.detail and library.issues.detail.value == FULL)

    def day_of(moment: datetime) -> date:
        return day_at(moment, zone)

    return listen(grouped(standing, *names.of([OURS])), Ears(plan, full, day_of))


def write_down(heard: Heard, asked: Asked) -> Mapping[int, str]:
    """All of it, by the same code as `done --commit --push`; the issues where that failed, and why."""
    failed: dict[int, str] = {}
    for saying in heard.sayings:
        why = _written(saying, asked)
        if why:
            failed[saying.number] = why
        else:
            typer.echo(f"Written down from #{saying.number}: {saying.verb}: {saying.about}")
    return failed


def _written(saying: Saying, asked: Asked) -> str:
    """Why it could not be written down; empty where it could."""
    try:
        _keep(saying, asked)
    except Untouched as untouched:
        # Words may hold what a note must not; the fact is worth more than they are.
        if saying.told and saying.told.about:
            return _written(replace(saying, told=replace(saying.told, about=None)), asked)
        return f"not written into the note: {untouched.unsafe.place}"
    except Refusal as refusal:
        return f"not written into the note: {refusal}"
    return ""


def _keep(saying: Saying, asked: Asked) -> None:
    plan = plan_of(asked)
    country = plan.desk.library.country
    keeping = Keeping(asked.folder, plan.on, country.value if country else None, commit=True, push=True)
    paths = tuple(each.path for each in plan.desk.patrons if each.key == saying.about)

    def missing() -> tuple[Noted, ...]:
        return noted_of(plan_of(asked), saying)

    keep_what_is_missing(missing, paths, keeping, saying.verb)
