"""What the program remembers of a desk: as good as reading it all, private, and never relied on blindly."""

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskdiary.shells.cache.shelf import FOLDER, shelf_of
from deskdiary.shells.reading import beside
from deskdiary.shells.reading.desk import Reading, read_library, read_surveyed
from deskdiary.shells.reading.survey import survey
from note_reading import put

THE_DAY = date(2026, 11, 24)
LIBRARY = "library: Small Library\ntimezone: Europe/London\ncountry: GB\n"
NOTES = {
    "patrons/p-ada.md": "---\nname: Ada Ames\nphone: 029 2018 0146\n"
    "loans: [{title: Atlas, due: 2026-11-26}]\n---\n",
    "patrons/p-bee.md": "---\nname: Émile Bee\nsince: 2 weeks ago\nrequests:\n  - for: atlas\n"
    "    asked: 2026-11-2\n---\nTea.\n",
    "patrons/p-cox.md": "---\nname: Cy Cox\nloans: [{title: Tides, due: 2046-11-24}]\nphone: '5'\n---\n",
    "resources/atlas.md": "---\ntitle: Atlas of Sound\ntopics: [maps]\n"
    "trial: {from: 2026-11-20, to: 2026-12-04}\n---\n",
}
OTHER_TEXTS = (
    *NOTES.values(),
    "---\nname: Dee Day\ncontacts:\n- {date: tomorrow, how: phone, about: Tea}\n---\n",
    "---\ntitle: Map Vault\nstatus: held\navailable: 2026-11-01\n---\n<b>bold</b>\n",
    "---\nname: Eve Eel\nname: Eve Eel\n---\n",
    "name: Fay Fox\n",
    "",
    "---\nname: Gil Gow # who\nsnoozed: [{for: loan-due/tides/2026-11-26, until: 2026-12-01}]\n---\n",
)
PATHS = (*NOTES, "patrons/p-new.md", "patrons/deep/p-old.md", "resources/map-vault.md", "patrons/Odd Name.md")
DAYS = (THE_DAY, date(2026, 11, 25), date(2027, 1, 4), date(2025, 2, 3))


def read(root: Path, on: date = THE_DAY, *, remembering: bool = True) -> Reading:
    shelf = shelf_of(root) if remembering else None
    found = read_library(root, on, shelf)
    return read_surveyed(survey(root, shelf), found, on, shelf)


def same(one: Reading, other: Reading) -> bool:
    """Whether two readings came to the same: every value, every place, every problem, in order."""
    return (
        one.desk == other.desk
        and one.digests == other.digests
        and [each.place for each in one.desk.problems] == [each.place for each in other.desk.problems]
        and [each.name.place for each in one.desk.patrons] == [each.name.place for each in other.desk.patrons]
    )


def desk(root: Path) -> Path:
    return put(root, NOTES, LIBRARY)


# What may happen to a desk between two runs.
Happening = Callable[[Path], None]


def written(path: str, text: str) -> Happening:
    def happen(root: Path) -> None:
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return happen


def deleted(path: str) -> Happening:
    return lambda root: (root / path).unlink(missing_ok=True)


def renamed(path: str, to: str) -> Happening:
    def happen(root: Path) -> None:
        if (root / path).exists() and (root / to).parent.exists():
            (root / path).replace(root / to)

    return happen


def set_for_the_library(text: str) -> Happening:
    def happen(root: Path) -> None:
        (root / "library.yml").write_text(text)

    return happen


def damaged(at: int, what: bytes) -> Happening:
    """Bytes changed, cut off or put in, in some file of the cache."""

    def happen(root: Path) -> None:
        files = sorted(each for each in (root / FOLDER).glob("*") if each.is_file())
        if files:
            file = files[at % len(files)]
            raw = file.read_bytes()
            here = at % (len(raw) + 1)
            file.write_bytes(raw[:here] + what + raw[here + len(what) :] if what else raw[:here])

    return happen


HAPPENINGS = (
    st.builds(written, st.sampled_from(PATHS), st.sampled_from(OTHER_TEXTS))
    | st.builds(deleted, st.sampled_from(PATHS))
    | st.builds(renamed, st.sampled_from(PATHS), st.sampled_from(PATHS))
    | st.builds(
        set_for_the_library, st.sampled_from((LIBRARY, "country: DE\n", "library: [\n", "today: tomorrow\n"))
    )
    | st.builds(damaged, st.integers(0, 100_000), st.binary(max_size=3))
)


@settings(max_examples=60)
@given(st.lists(st.tuples(HAPPENINGS, st.sampled_from(DAYS)), min_size=1, max_size=6))
def test_whatever_happens_to_a_desk_remembering_comes_to_the_same_as_reading(
    happenings: list[tuple[Happening, date]],
) -> None:
    with TemporaryDirectory() as folder:
        root = desk(Path(folder))
        read(root)
        for happening, on in happenings:
            happening(root)
            assert same(read(root, on), read(root, on, remembering=False))


def test_a_second_run_reads_no_note(tmp_path: Path) -> None:
    desk(tmp_path)
    assert read(tmp_path).read_anew == 4
    assert read(tmp_path).read_anew == 0


def test_after_one_edit_one_note_is_read(tmp_path: Path) -> None:
    desk(tmp_path)
    read(tmp_path)
    (tmp_path / "patrons/p-ada.md").write_text("---\nname: Ada Ames\n---\n")
    again = read(tmp_path)
    assert again.read_anew == 1
    assert again.desk.patrons[0].loans == ()


@pytest.fixture
def written_long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes as they mostly are: nobody wrote in them within the last seconds."""
    monkeypatch.setattr("deskdiary.shells.reading.survey._UNSURE_NS", -3_600_000_000_000)


@pytest.mark.usefixtures("written_long_ago")
def test_a_note_that_is_as_it_was_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(desk(tmp_path))
    with monkeypatch.context() as patched:
        patched.setattr("deskdiary.shells.reading.survey.file_bytes", lambda *_: pytest.fail("opened"))
        assert same(read(tmp_path), first)
    (tmp_path / "patrons/p-ada.md").write_text("---\nname: Ada Ames, now Ives\n---\n", encoding="utf-8")
    assert read(tmp_path).desk.patrons[0].name.value == "Ada Ames, now Ives"


@pytest.mark.usefixtures("written_long_ago")
def test_a_note_put_in_place_of_another_is_opened(tmp_path: Path) -> None:
    """A checkout may set whatever time it likes, and the text may be as long as it was."""
    note = desk(tmp_path) / "patrons/p-ada.md"
    read(tmp_path)
    before = note.stat()
    beside = note.with_name("p-new.md")
    beside.write_text(note.read_text(encoding="utf-8").replace("Ames", "Ives"), encoding="utf-8")
    os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
    beside.replace(note)
    assert read(tmp_path).desk.patrons[0].name.value == "Ada Ives"


def test_an_edit_of_the_same_length_in_the_same_moment_is_seen(tmp_path: Path) -> None:
    note = desk(tmp_path) / "patrons/p-ada.md"
    read(tmp_path)
    before = note.stat()
    note.write_text(note.read_text(encoding="utf-8").replace("Ames", "Ives"), encoding="utf-8")
    os.utime(note, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read(tmp_path).desk.patrons[0].name.value == "Ada Ives"


def test_another_morning_is_no_reason_to_read_again_but_for_what_asked_the_day(tmp_path: Path) -> None:
    desk(tmp_path)
    read(tmp_path, THE_DAY)
    assert read(tmp_path, date(2026, 11, 25)).read_anew == 2, "`2 weeks ago`, and a day twenty years off"


def test_another_country_reads_the_numbers_anew(tmp_path: Path) -> None:
    desk(tmp_path)
    read(tmp_path)
    (tmp_path / "library.yml").write_text(LIBRARY.replace("GB", "DE"))
    assert read(tmp_path).read_anew == 4


def test_another_version_of_the_program_reads_all_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk(tmp_path)
    read(tmp_path)
    monkeypatch.setattr("deskdiary.shells.cache.shelf.program", lambda: b"another")
    assert read(tmp_path).read_anew == 4


def test_it_is_private_and_kept_out_of_git(tmp_path: Path) -> None:
    read(desk(tmp_path))
    folder = tmp_path / FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    kept = [each for each in folder.iterdir() if each.name != ".gitignore"]
    assert kept
    assert {stat.S_IMODE(each.stat().st_mode) for each in kept} == {0o600}
    assert "*" in (folder / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_a_folder_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (desk(tmp_path) / FOLDER).mkdir(parents=True, mode=0o755)
    read(tmp_path)
    assert stat.S_IMODE((tmp_path / FOLDER).stat().st_mode) == 0o700


@pytest.mark.parametrize("link", [".cache", ".cache/deskdiary", ".cache/deskdiary/kept"])
def test_a_link_in_its_place_is_not_followed(tmp_path: Path, link: str) -> None:
    root = desk(tmp_path / "desk")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(elsewhere, target_is_directory=True)
    assert read(root).read_anew == 4
    assert list(elsewhere.iterdir()) == []


def test_a_file_in_its_place_is_gone_without(tmp_path: Path) -> None:
    desk(tmp_path)
    (tmp_path / ".cache").write_text("not a folder")
    assert read(tmp_path).read_anew == 4
    assert (tmp_path / ".cache").read_text(encoding="utf-8") == "not a folder"


def test_nothing_is_kept_of_a_note_that_is_gone(tmp_path: Path) -> None:
    desk(tmp_path)
    read(tmp_path)
    (tmp_path / "patrons/p-ada.md").unlink()
    read(tmp_path)
    for file in (tmp_path / FOLDER).iterdir():
        assert b"p-ada" not in file.read_bytes()
        assert b"Ames" not in file.read_bytes()


def test_two_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"patrons/p-{number}.md": text for number, text in enumerate(OTHER_TEXTS * 3)}
    root = put(tmp_path, {**NOTES, **many}, LIBRARY)
    alone = read(root, remembering=False)
    monkeypatch.setattr("deskdiary.shells.reading.anew.pays", lambda notes: notes > 1)
    assert same(read(root, remembering=False), alone)


def test_a_second_process_that_fails_costs_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = desk(tmp_path)
    alone = read(root, remembering=False)
    monkeypatch.setattr("deskdiary.shells.reading.anew.pays", lambda notes: notes > 1)
    monkeypatch.setattr("deskdiary.shells.reading.anew.beside", lambda _task: lambda: None)
    assert same(read(root, remembering=False), alone)
    assert beside.beside(lambda: b"" if os.getpid() < 0 else bytes(-1))() is None
