"""The page of a note that changed is there before the others, and is what the whole site then has."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import deskdiary.day.ledger
import deskdiary.day.plan
import deskdiary.shells.reading.anew
from desk_edits import EDITS, LIBRARY, NOTES, everything
from desk_writing import write_desk
from deskdiary.cli.at_once import MOST
from deskdiary.cli.open_desk import OpenDesk
from deskdiary.cli.options import Asked
from deskdiary.shells.site.at_once import Outcome
from deskdiary.shells.site.staged import Place

# Written elsewhere than in a note.
ELSEWHERE = {"a colleague's name", "the next day", "a page by hand", "a wording of one's own"}
SHOWN, AS_IT_WAS, NOT_TO_BE_HAD = Outcome.SHOWN, Outcome.AS_IT_WAS, Outcome.NOT_TO_BE_HAD


@dataclass
class Previewed:
    """A desk whose site is being looked at."""

    root: Path
    place: Place
    desk: OpenDesk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = OpenDesk(Asked(self.root))
        self.build()

    def build(self) -> None:
        assert self.desk.build(self.place, lambda: False)

    def show(self) -> Outcome:
        return self.desk.show_at_once(self.place)

    def page(self, path: str) -> str:
        return (self.place.site / path).read_text(encoding="utf-8")

    def notes_pages(self) -> dict[str, bytes]:
        return {path: page for path, page in everything(self.place.site).items() if is_note(path)}


def is_note(path: str) -> bool:
    return path.startswith(("patrons/", "resources/")) and not path.endswith("/index.html")


@pytest.fixture
def previewed(tmp_path: Path) -> Previewed:
    root = write_desk(tmp_path / "desk", NOTES + LIBRARY).root
    return Previewed(root, Place(root, tmp_path / "site", tmp_path / "cache", "http://127.0.0.1:8000/"))


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, bytes | None]:
    return {
        path: after.get(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    }


def add_a_line(note: Path, line: str = "Deaf in one ear.") -> None:
    note.write_text(f"{note.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


def test_what_is_shown_at_once_is_byte_for_byte_what_the_whole_site_then_has(previewed: Previewed) -> None:
    became: dict[str, Outcome] = {}
    for edit in (*EDITS, *(each for each in reversed(EDITS) if each.name not in ELSEWHERE)):
        before = previewed.notes_pages()
        edit.make(previewed.root)
        outcome = previewed.show()
        became.setdefault(edit.name, outcome)
        at_once = changed(before, previewed.notes_pages())
        previewed.build()
        after = previewed.notes_pages()
        assert {path: after.get(path) for path in at_once} == at_once, edit.name
        assert bool(at_once) <= (outcome is SHOWN), edit.name
    assert became == {
        "a loan is renewed": SHOWN,
        "a name of the same letters": SHOWN,
        "a newcomer": SHOWN,
        "the newcomer leaves": SHOWN,
        "somebody leaves": SHOWN,
        "somebody comes back": SHOWN,
        "a trial is over": SHOWN,
        "a note is broken": NOT_TO_BE_HAD,
        "a note is mended": NOT_TO_BE_HAD,
        "a name that Markdown has its own thoughts on": NOT_TO_BE_HAD,
        "a colleague's name": NOT_TO_BE_HAD,
        "the next day": NOT_TO_BE_HAD,
        "a page by hand": AS_IT_WAS,
        "a wording of one's own": AS_IT_WAS,
    }


def test_one_note_is_read_for_it_and_one_patron_reckoned(
    previewed: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    reckoned: list[str] = []
    read_anew, standings = deskdiary.shells.reading.anew.read_anew, deskdiary.day.ledger.standings

    def reading(unknown: Any, *others: Any) -> Any:  # noqa: ANN401 - passed on
        read.extend(each.found.key for _, each in unknown)
        return read_anew(unknown, *others)

    def reckoning(patron: Any, *others: Any) -> Any:  # noqa: ANN401 - the same
        reckoned.append(patron.key)
        return standings(patron, *others)

    monkeypatch.setattr(deskdiary.shells.reading.anew, "read_anew", reading)
    monkeypatch.setattr(deskdiary.day.plan, "standings", reckoning)
    add_a_line(previewed.root / "patrons" / "p-c3c3.md")
    assert previewed.show() is SHOWN
    assert (read, reckoned) == (["p-c3c3"], ["p-c3c3"])
    add_a_line(previewed.root / "resources" / "atlas.md")
    assert previewed.show() is SHOWN
    assert read == ["p-c3c3", "atlas"]
    assert set(reckoned[1:]) == {"p-test", "p-b2b2"}, "who follows maps, and who asked for it"


def test_what_a_preview_has_read_it_does_not_read_again(
    previewed: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_vain(*_: object) -> None:
        pytest.fail("a note was recalled from what earlier runs kept")

    monkeypatch.setattr("deskdiary.shells.reading.memory.Memory.recall", in_vain)
    add_a_line(previewed.root / "resources" / "atlas.md")
    with monkeypatch.context() as patched:
        patched.setattr("deskdiary.shells.reading.memory.Memory.recall", lambda *_: None)
        assert previewed.show() is SHOWN
    previewed.build()
    assert "Deaf in one ear." in previewed.page("resources/atlas.html")


def test_a_note_saved_as_it_was_is_no_change(previewed: Previewed) -> None:
    note = previewed.root / "patrons" / "p-c3c3.md"
    note.write_bytes(note.read_bytes())
    assert previewed.show() is AS_IT_WAS


def test_a_change_that_is_taken_back_before_anything_is_built_leaves_no_trace(previewed: Previewed) -> None:
    note = previewed.root / "patrons" / "p-c3c3.md"
    before, said = everything(previewed.place.site), note.read_bytes()
    add_a_line(note)
    assert previewed.show() is SHOWN
    assert "Deaf in one ear." in previewed.page("patrons/p-c3c3.html")
    note.write_bytes(said)
    assert previewed.show() is SHOWN
    assert everything(previewed.place.site) == before


def test_a_build_that_is_left_leaves_everything_as_it_was(previewed: Previewed) -> None:
    add_a_line(previewed.root / "resources" / "atlas.md")
    assert previewed.show() is SHOWN
    before = everything(previewed.place.site)
    assert not previewed.desk.build(previewed.place, lambda: True)
    assert everything(previewed.place.site) == before
    add_a_line(previewed.root / "patrons" / "p-c3c3.md", "Moved to Bangor.")
    assert previewed.show() is SHOWN
    shown = previewed.notes_pages()
    previewed.build()
    assert previewed.notes_pages() == shown
    assert "Moved to Bangor." in previewed.page("patrons/p-c3c3.html")


def test_a_note_that_goes_by_another_name_takes_its_page_along(previewed: Previewed) -> None:
    folder = previewed.root / "patrons"
    (folder / "p-c3c3.md").rename(folder / "p-d4d4.md")
    assert previewed.show() is SHOWN
    assert not (previewed.place.site / "patrons" / "p-c3c3.html").exists()
    assert "Cerys Lloyd" in previewed.page("patrons/p-d4d4.html")


def test_a_change_of_a_great_many_notes_is_left_to_the_whole_build(previewed: Previewed) -> None:
    for number in range(MOST + 1):
        (previewed.root / "patrons" / f"p-e{number:03}.md").write_text("---\nname: Eirlys Vaughan\n---\n")
    assert previewed.show() is NOT_TO_BE_HAD


def test_another_day_is_no_change_of_a_note(previewed: Previewed) -> None:
    add_a_line(previewed.root / "patrons" / "p-c3c3.md")
    library = previewed.root / "library.yml"
    library.write_text(library.read_text(encoding="utf-8").replace("2026-11-24", "2026-11-25"), "utf-8")
    assert previewed.show() is NOT_TO_BE_HAD
