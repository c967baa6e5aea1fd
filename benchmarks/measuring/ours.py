"""What Desk Diary itself is measured by: reading, planning, checking and building, cold and warm."""

import itertools
import json
import shutil
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring.measure import Measure, Numbers, process
from benchmarks.measuring.place import Place
from benchmarks.measuring.process import measured
from benchmarks.peers.peer import note_pages

# Minutes of deciding are as good as never: it is done every morning.
_LONGEST = 300.0
_count = itertools.count(1)


def ours(rounds: int) -> tuple[Measure, ...]:
    """In an order in which each leaves behind what the next begins with."""
    return (
        Measure("yaml", "libyaml alone composes the same front matter", rounds, _yaml),
        Measure("plan-cold", "deskdiary plan --json, cold", rounds, _plan_cold),
        Measure("plan-warm", "deskdiary plan --json, nothing changed", rounds, _plan),
        Measure("check-warm", "deskdiary check, nothing changed", rounds, _check),
        Measure("issues-steps", "deskdiary issues sync decides its steps", 1, _issues_steps),
        Measure("build-cold", "deskdiary build, cold", rounds, _build_cold),
        Measure("build-unchanged", "deskdiary build, nothing changed", rounds, _build),
        Measure("build-changed", "deskdiary build, one note changed", rounds, _build_changed),
    )


def forget(place: Place) -> None:
    """Take away all that the program made or kept of the desk."""
    for name in ("site", ".cache"):
        shutil.rmtree(place.desk / name, ignore_errors=True)


def change_one_note(place: Place) -> tuple[Path, str]:
    """Add a line to somebody's note, somebody else's every time, and say which and what."""
    number = next(_count)
    notes = note_pages(place.desk)
    note = notes[number * 7919 % len(notes)]
    # A line that is in it nowhere yet: the note is longer every time.
    line = f"Left an umbrella by desk {note.stat().st_size} on the way out."
    change(note, line)
    return note, line


def change(file: Path, line: str) -> None:
    """Add a paragraph at the end of a file."""
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\n{line}\n", encoding="utf-8")


def _yaml(place: Place) -> Numbers:
    return process(place.python("benchmarks.yaml_alone", place.desk, name="yaml"))


def _plan_cold(place: Place) -> Numbers:
    forget(place)
    return _plan(place)


def _plan(place: Place) -> Numbers:
    return process(place.deskdiary("plan", "--json", name="plan"))


def _check(place: Place) -> Numbers:
    """Asked for the second time: only then is there nothing that changed."""
    check = place.deskdiary("check", name="check")
    process(check)
    return process(check)


def _issues_steps(place: Place) -> Numbers:
    """Of the steps alone: the day's plan is measured by itself, and there is no forge here."""
    steps = place.python("benchmarks.issue_steps", place.desk, name="issue-steps")
    command = replace(steps, longest=_LONGEST)
    measured(command)
    found: dict[str, float] = json.loads(command.log.read_text(encoding="utf-8").splitlines()[-1])
    return found


def _build_cold(place: Place) -> Numbers:
    forget(place)
    return _build(place)


def _build(place: Place) -> Numbers:
    return process(place.deskdiary("build", name="build"))


def _build_changed(place: Place) -> Numbers:
    change_one_note(place)
    return _build(place)
