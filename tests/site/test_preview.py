"""What a preview does when, told by what it asks of a desk; and which writing it hears of."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from deskdiary.shells.site.at_once import Outcome
from deskdiary.shells.site.live_pages import LivePages
from deskdiary.shells.site.preview import Preview
from deskdiary.shells.site.staged import Place
from deskdiary.shells.site.written import Written
from serving import PATIENCE

NOTES, CALM = frozenset({"patrons"}), frozenset[str]()
BUILT, LEFT, RELOADED, ALL_RELOADED = "built", "left", "reloaded", "all reloaded"


class StoppedError(Exception):
    """Somebody stopped the preview."""


@dataclass
class Morning:
    """What is written one after the other, and what the preview does about it."""

    writes: list[frozenset[str]]
    becomes: Outcome = Outcome.SHOWN
    fails: list[Exception] = field(default_factory=list)
    meanwhile: list[frozenset[str]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def since(self, _patience: float) -> frozenset[str]:
        if not self.writes:
            raise StoppedError
        return self.writes.pop(0)

    def show_at_once(self, _place: Place) -> Outcome:
        self.done.append(str(self.becomes.name).lower())
        return self.becomes

    def build(self, _place: Place, is_urgent: Callable[[], bool]) -> bool:
        if self.meanwhile and is_urgent():
            self.done.append(LEFT)
            self.writes.insert(0, self.meanwhile.pop(0))
            return False
        self.done.append(BUILT)
        if self.fails:
            raise self.fails.pop()
        return True

    def waits(self) -> bool:
        return bool(self.meanwhile)

    def tell(self, *, everybody: bool = False) -> None:
        self.done.append(ALL_RELOADED if everybody else RELOADED)


def told(morning: Morning, tmp_path: Path) -> list[str]:
    place = Place(tmp_path, tmp_path / "site", tmp_path / "cache")
    with pytest.raises(StoppedError):
        Preview(place, morning, morning, morning).go_on()  # type: ignore[arg-type] # a stand-in for three
    return morning.done


def test_the_note_comes_first_and_the_rest_once_it_is_calm(tmp_path: Path) -> None:
    assert told(Morning([CALM, NOTES, CALM, CALM]), tmp_path) == ["shown", RELOADED, BUILT, RELOADED]


def test_several_saves_are_shown_each_and_built_once(tmp_path: Path) -> None:
    assert told(Morning([NOTES, NOTES, CALM]), tmp_path) == [*["shown", RELOADED] * 2, BUILT, RELOADED]


def test_what_is_written_during_a_build_is_shown_and_built_after_it(tmp_path: Path) -> None:
    morning = Morning([NOTES, CALM, NOTES, CALM])
    assert told(morning, tmp_path) == ["shown", RELOADED, BUILT, RELOADED] * 2


def test_a_build_is_left_for_a_note_that_is_written_meanwhile_and_comes_after_it(tmp_path: Path) -> None:
    morning = Morning([NOTES, CALM, CALM], meanwhile=[NOTES])
    shown = ["shown", RELOADED]
    assert told(morning, tmp_path) == [*shown, LEFT, *shown, BUILT, RELOADED]


def test_a_build_is_not_left_for_ever(tmp_path: Path) -> None:
    morning = Morning([NOTES, *[CALM] * 9], meanwhile=[NOTES] * 9)
    done = told(morning, tmp_path)
    assert done.index(BUILT) == 3 * len(["shown", RELOADED, LEFT]) + len(["shown", RELOADED])


def test_a_build_that_everything_waits_for_is_not_left(tmp_path: Path) -> None:
    assert told(Morning([frozenset({"docs"})], meanwhile=[NOTES]), tmp_path) == [BUILT, ALL_RELOADED]


def test_somebody_who_writes_on_and_on_gets_today_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskdiary.shells.site.preview._LATEST", -1.0)
    assert told(Morning([NOTES, NOTES]), tmp_path) == ["shown", RELOADED, BUILT, RELOADED] * 2


def test_a_save_without_a_change_does_nothing(tmp_path: Path) -> None:
    assert told(Morning([NOTES, CALM], Outcome.AS_IT_WAS), tmp_path) == ["as_it_was"]


def test_what_cannot_be_had_alone_is_built_at_once(tmp_path: Path) -> None:
    morning = Morning([NOTES, CALM], Outcome.NOT_TO_BE_HAD)
    assert told(morning, tmp_path) == ["not_to_be_had", BUILT, RELOADED]


@pytest.mark.parametrize("name", ["library.yml", "mkdocs.yml", "docs", "wording"])
def test_whatever_is_no_note_is_built_and_every_page_loads_anew(tmp_path: Path, name: str) -> None:
    morning = Morning([NOTES | {name}, NOTES, CALM])
    assert told(morning, tmp_path) == [BUILT, ALL_RELOADED, "shown", RELOADED, BUILT, RELOADED]


def test_after_a_failure_no_note_is_shown_alone_until_everything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    morning = Morning([frozenset({"docs"}), NOTES, CALM], fails=[ValueError("Ann Hughes is unwell")])
    assert told(morning, tmp_path) == [BUILT, ALL_RELOADED, BUILT, ALL_RELOADED]
    assert capsys.readouterr().err == "The site could not be built anew: ValueError\n"


@contextmanager
def watched(desk: Path) -> Iterator[Callable[[str], None]]:
    """A desk whose writing is told: what is given waits until what was just written is heard of."""
    for name in ("patrons", "resources"):
        (desk / name).mkdir()
    (desk / "patrons" / "p-a1a1.md").write_text("Ann", encoding="utf-8")
    (desk / "library.yml").write_text("library: Small Library", encoding="utf-8")
    so_far: set[str] = set()
    with Written(desk) as written:

        def hears(name: str) -> None:
            so_far.add(name)
            heard: set[str] = set()
            while name not in heard:
                came = written.since(PATIENCE)
                assert came, f"{name} was written and not heard of"
                heard |= came
            # On a busy machine the last steps of one writing may come together with the next.
            assert heard <= so_far

        yield hears


def write_by_rename(file: Path, text: str) -> None:
    """As many an editor does: the new file takes the old one's place."""
    beside = file.with_name(f"{file.name}~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def test_writing_is_heard_of_and_reading_is_not(tmp_path: Path) -> None:
    note = tmp_path / "patrons" / "p-a1a1.md"
    with watched(tmp_path) as hears:
        assert note.read_text(encoding="utf-8") == "Ann"
        (tmp_path / "resources" / "atlas.md").write_text("Atlas", encoding="utf-8")
        hears("resources")
        note.unlink()
        hears("patrons")


def test_a_file_that_takes_the_place_of_another_is_heard_of_every_time(tmp_path: Path) -> None:
    with watched(tmp_path) as hears:
        for name in ("Small Library", "Smaller Library", "Smallest Library"):
            write_by_rename(tmp_path / "library.yml", f"library: {name}")
            hears("library.yml")
            write_by_rename(tmp_path / "patrons" / "p-a1a1.md", f"Ann of the {name}")
            hears("patrons")


def test_a_folder_that_comes_later_or_anew_is_watched_as_well(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    with watched(tmp_path) as hears:
        for _ in range(2):
            docs.mkdir()
            hears("docs")
            (docs / "rota.md").write_text("# Rota", encoding="utf-8")
            hears("docs")
            (docs / "rota.md").unlink()
            docs.rmdir()
            hears("docs")


def test_what_the_program_makes_itself_is_not_heard_of(tmp_path: Path) -> None:
    with watched(tmp_path) as hears:
        for name in (".cache", "site"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "index.html").write_text("Today", encoding="utf-8")
        (tmp_path / "patrons" / "p-a1a1.md").write_text("Bob", encoding="utf-8")
        hears("patrons")


def test_a_page_is_another_when_it_says_something_else_or_everything_is_loaded_anew(tmp_path: Path) -> None:
    with LivePages(tmp_path, 0) as pages:
        shown = pages.shown(b"Ann")
        assert pages.is_another(shown, lambda: b"Bob")
        pages.tell(everybody=True)
        assert pages.is_another(shown, lambda: b"Ann")
        assert re.fullmatch("[0-9a-f]{32}", shown)
