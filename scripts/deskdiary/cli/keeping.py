"""Changes made to a desk's notes: all of them tried first, then written, committed and sent if wanted."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from deskdiary.cli.untouched import Untouched
from deskdiary.edits.edit import edit
from deskdiary.edits.entry_lines import by_hand
from deskdiary.edits.meaning import differs_only_so
from deskdiary.edits.reasons import OTHERWISE
from deskdiary.edits.unsafe import Unsafe
from deskdiary.recording.noted import Noted
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.refusal import Refusal
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Record
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.git_desk import check_ready, commit, push
from deskdiary.shells.note_writer import create, replace
from deskdiary.shells.one_at_a_time import holding
from deskdiary.shells.reading.layout import lay_out
from deskdiary.shells.reading.note import note_of
from deskdiary.telling.plainly import plainly

Commit = Annotated[bool, typer.Option("--commit", help="Commit the note; the message has keys only.")]
Push = Annotated[bool, typer.Option("--push", help="Commit it and send it to your colleagues.")]
SHOWN_AS_TYPED = frozenset(
    {"markup", "comment-marker", "raw-html", "remote-image", "picture", "unsafe-link", "deep-quotes"}
)
"""Warnings that need not stop anybody: the site shows such a text letter for letter, and runs none of it."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """The desk whose notes are to change, the day, and how far the change is to go."""

    root: Path
    on: date
    country: str | None
    commit: bool = False
    push: bool = False


@dataclass(frozen=True, slots=True)
class _Ready:
    file: Path
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)


def keep(noted: tuple[Noted, ...], keeping: Keeping, verb: str) -> None:
    """Write the changes; in one commit, and sent, if that is wanted. Nothing is written unless all can be."""
    keep_what_is_missing(lambda: noted, tuple(dict.fromkeys(each.path for each in noted)), keeping, verb)


def keep_what_is_missing(
    missing: Callable[[], tuple[Noted, ...]], paths: tuple[str, ...], keeping: Keeping, verb: str
) -> None:
    """The same where a colleague's run may write the same thing: what is missing is asked anew each time."""

    def write() -> bool:
        noted = missing()
        for ready in [_ready(each, keeping) for each in noted]:
            replace(ready.file, ready.before, ready.after)
        if noted:
            keys = ", ".join(dict.fromkeys(each.key for each in noted))
            _commit(paths, keeping, f"{verb}: {keys}")
        return bool(noted)

    _hold_and(write, paths, keeping)


def keep_new(path: str, record: Record, content: bytes, keeping: Keeping) -> None:
    """Write a note that was not there."""
    key = Path(path).stem
    problems = _problems(content, path, record, keeping)
    if problems:
        raise Refusal("\n".join(f"{problem.place}: {plainly(problem.in_public)}" for problem in problems))

    def write() -> bool:
        create(keeping.root / path, content)
        _commit((path,), keeping, f"new: {key}")
        return True

    _hold_and(write, (path,), keeping)


def _hold_and(write: Callable[[], bool], paths: Iterable[str], keeping: Keeping) -> None:
    with holding(keeping.root):
        if keeping.commit or keeping.push:
            check_ready(keeping.root, paths, to_push=keeping.push)
        if write() and keeping.push:
            push(keeping.root, write)


def _commit(paths: Iterable[str], keeping: Keeping, message: str) -> None:
    if keeping.commit or keeping.push:
        commit(keeping.root, paths, message)


def _ready(noted: Noted, keeping: Keeping) -> _Ready:
    """The note's new bytes, read again and found to say what was meant and nothing else."""
    file = keeping.root / noted.path
    before = file.read_bytes()
    old = lay_out(before, noted.path)
    if isinstance(old, Unsafe):
        lines = tuple(line for change in noted.changes for line in by_hand(change))
        raise Untouched(Unsafe(old.place, old.why, lines))
    text = edit(old, noted.changes)
    if isinstance(text, Unsafe):
        raise Untouched(text)
    after = old.as_bytes(text)
    _refuse_new_problems(before, after, noted, keeping)
    new = lay_out(after, noted.path)
    if isinstance(new, Unsafe) or not differs_only_so(old, new, noted.changes):
        raise Untouched(Unsafe(Place(noted.path), OTHERWISE))
    return _Ready(file, before, after)


def _refuse_new_problems(before: bytes, after: bytes, noted: Noted, keeping: Keeping) -> None:
    """An error that was not there before, or a warning of a kind that was not."""
    were = _problems(before, noted.path, PATRON, keeping)
    counted = Counter(problem.code for problem in were)
    now = _problems(after, noted.path, PATRON, keeping)
    for problem in now:
        more = Counter(each.code for each in now)[problem.code] > counted[problem.code]
        if more and (problem.severity is Severity.ERROR or not counted[problem.code]):
            raise Untouched(Unsafe(problem.place, f"Nothing was written. {problem.in_public}"))


def _problems(raw: bytes, path: str, record: Record, keeping: Keeping) -> tuple[Problem, ...]:
    sheet = Sheet(path, keeping.on, keeping.country)
    note_of(raw, Path(path).stem, record, sheet)
    return tuple(
        problem
        for problem in sheet.problems
        if problem.severity is not Severity.NOTICE and problem.code not in SHOWN_AS_TYPED
    )
