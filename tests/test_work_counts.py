"""How much work one change makes: counted, as time tells nothing on a machine that others use as well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import deskdiary.cli.build
import deskdiary.shells.reading.anew
from benchmarks.desks import write_desk
from deskdiary.cli.main import app
from deskdiary.shells.site.building import Built, Work, build_site

PATRONS, NOTES = 300, 330
# A note may be spoken of on pages of the day; what one line more changes is on few of them, if any.
FEW = 5
read_anew = deskdiary.shells.reading.anew.read_anew


@dataclass(slots=True)
class Counted:
    """What the commands did since somebody last looked."""

    parsed: int = 0
    builds: list[Work] = field(default_factory=list)

    def read_anew(self, unknown: Sequence[Any], *others: Any) -> Iterator[Any]:  # noqa: ANN401 - passed on
        self.parsed += len(unknown)
        return read_anew(unknown, *others)

    def build_site(self, *asked: Any) -> Built:  # noqa: ANN401 - the same
        made = build_site(*asked)
        self.builds.append(made.work)
        return made

    def notes_parsed(self) -> int:
        parsed, self.parsed = self.parsed, 0
        return parsed

    def work(self) -> Work:
        """That of the one build."""
        (built,) = self.builds
        self.builds.clear()
        return built


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counts = Counted()
    monkeypatch.setattr(deskdiary.shells.reading.anew, "read_anew", counts.read_anew)
    monkeypatch.setattr(deskdiary.cli.build, "build_site", counts.build_site)
    return counts


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    write_desk(PATRONS, tmp_path / "desk", seed=7)
    return tmp_path / "desk"


def run(desk: Path, *words: str) -> None:
    result = CliRunner().invoke(app, ["--root", str(desk), *words])
    assert result.exit_code == 0, result.output


def add_a_line(desk: Path) -> str:
    """To the note of somebody in the midst, whose key it gives."""
    note = sorted((desk / "patrons").iterdir())[PATRONS // 2]
    note.write_text(f"{note.read_text(encoding='utf-8')}\nLeft an umbrella here.\n", encoding="utf-8")
    return note.stem


def test_a_morning_parses_what_changed_since_the_morning_before(desk: Path, counted: Counted) -> None:
    run(desk, "plan", "--json")
    assert counted.notes_parsed() == NOTES
    run(desk, "plan", "--json")
    assert counted.notes_parsed() == 0
    add_a_line(desk)
    run(desk, "check")
    assert counted.notes_parsed() == 1
    run(desk, "today")
    assert counted.notes_parsed() == 0


def test_a_build_after_one_change_makes_that_page_and_few_others(desk: Path, counted: Counted) -> None:
    run(desk, "build")
    first = counted.work()
    assert counted.notes_parsed() == first.read == NOTES
    assert first.written > first.pages > NOTES
    key = add_a_line(desk)
    run(desk, "build")
    after = counted.work()
    assert counted.notes_parsed() == after.read == 1
    assert after.rendered == after.removed == 0
    assert 0 < after.pages <= after.written <= FEW
    assert "Left an umbrella here." in (desk / "site" / "patrons" / f"{key}.html").read_text(encoding="utf-8")
    run(desk, "build")
    assert counted.work() == Work()
    assert counted.notes_parsed() == 0
