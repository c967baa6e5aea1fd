"""Several processes make one site: the same as one alone would make, whatever becomes of the others."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_writing import write_desk
from deskdiary.cli.build import built, place_of
from deskdiary.cli.options import Asked
from deskdiary.refusal import Refusal
from deskdiary.shells.one_at_a_time import holding
from deskdiary.shells.site import hands
from deskdiary.shells.site.building import Work
from deskdiary.shells.site.placing import Placing

LIBRARY = "library: Small Library\ntoday: 2026-11-24\nstaff: {ep: {name: Elin Pryce}}\ndefault_staff: ep\n"
PEOPLE = 9


def desk_of_many(root: Path) -> Path:
    """Some of them have names that only MkDocs can make a page's title of."""
    notes = [
        f"# patrons/p-{number}.md\nname: Ann{' ' if number % 3 else chr(0x3000)}Hughes & {number} Sons\n"
        f"loans: [{{title: Sea Roads, due: 2026-11-2{number}}}]\n\n"
        for number in range(PEOPLE)
    ]
    atlas = "# resources/atlas.md\ntitle: The Atlas\n\n"
    return write_desk(root, f"{''.join(notes)}{atlas}# library.yml\n{LIBRARY}").root


def build(root: Path) -> Work:
    return built(Asked(root), place_of(Asked(root))).work


def everything(root: Path) -> dict[str, bytes]:
    folders = (root / "site", root / ".cache" / "deskdiary" / "pages")
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def alone(tmp_path: Path) -> tuple[Path, Work]:
    """A desk that was built by one process, and what that did."""
    root = desk_of_many(tmp_path / "alone")
    return root, build(root)


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """However small the desk, three processes share the work. Those that were begun beside this one."""
    begun: list[int] = []
    fork = os.fork

    def noted() -> int:
        process = fork()
        begun.extend([process] if process else [])
        return process

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr("deskdiary.shells.site.placing.hands_for", lambda pages: 3 if pages > 3 else 1)
    return begun


def in_the_others(act: Callable[[], object]) -> Callable[[Placing, object], object]:
    """What pages are put in place with, but for another process than this, which acts otherwise."""
    here, put = os.getpid(), Placing.put

    def putting(placing: Placing, page: object) -> object:
        return put(placing, page) if os.getpid() == here else act()  # type: ignore[arg-type]

    return putting


def they_were_there_and_are_gone(begun: list[int]) -> bool:
    for process in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    return begun != []


def dies() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fails() -> None:
    raise ValueError("Ann Hughes")


def test_three_make_what_one_makes_and_count_the_same_work(
    alone: tuple[Path, Work], tmp_path: Path, three: list[int]
) -> None:
    root = desk_of_many(tmp_path / "three")
    assert build(root) == alone[1]
    assert everything(root) == everything(alone[0])
    assert build(root) == Work()
    assert they_were_there_and_are_gone(three)


@pytest.mark.usefixtures("three")
def test_three_change_a_site_in_place_as_one_does(alone: tuple[Path, Work], tmp_path: Path) -> None:
    root = desk_of_many(tmp_path / "three")
    build(root)
    for note in (root / "patrons").iterdir():
        note.write_text(note.read_text(encoding="utf-8") + "\nMoved to Bangor.\n", encoding="utf-8")
    assert build(root).written >= PEOPLE
    shutil.copytree(root, tmp_path / "cold", ignore=shutil.ignore_patterns("site", ".cache"))
    build(tmp_path / "cold")
    assert everything(root) == everything(tmp_path / "cold") != everything(alone[0])


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("act", [dies, fails])
def test_where_another_process_fails_its_share_is_done_all_the_same(
    alone: tuple[Path, Work],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    act: Callable[[], object],
) -> None:
    monkeypatch.setattr(Placing, "put", in_the_others(act))
    root = desk_of_many(tmp_path / "three")
    assert build(root) == alone[1]
    assert everything(root) == everything(alone[0])
    assert capfd.readouterr() == ("", "")


def test_where_the_work_is_broken_off_no_process_goes_on_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, three: list[int]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Placing, "_take_over", interrupted)
    root = desk_of_many(tmp_path / "three")
    with pytest.raises(KeyboardInterrupt):
        build(root)
    assert they_were_there_and_are_gone(three)
    assert not (root / "site").exists()
    assert not list((root / ".cache" / "deskdiary").glob("site-*"))


def test_where_the_system_allows_no_process_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    with hands.helpers([lambda: b"done"]) as at_work:
        assert at_work == []


@pytest.mark.parametrize(
    ("pages", "cores", "hands_at_work"),
    [(hands.MUCH - 1, 2, 1), (hands.MUCH, 1, 1), (hands.MUCH, 2, 2), (hands.MUCH, 64, hands.MOST)],
)
def test_there_are_as_many_as_pay(
    monkeypatch: pytest.MonkeyPatch, pages: int, cores: int, hands_at_work: int
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(cores)), raising=False)
    assert hands.hands_for(pages) == hands_at_work


def test_a_process_with_threads_is_not_doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert hands.hands_for(hands.MUCH) == 1


def test_what_mkdocs_made_whole_before_stays_when_it_is_asked_for_more(tmp_path: Path) -> None:
    root = write_desk(tmp_path / "desk", f'name: "Ann\u3000Hughes"\n# library.yml\n{LIBRARY}').root
    build(root)
    other = root / "patrons" / "p-other.md"
    other.write_text('---\nname: "Bob\u3000Rees"\n---\n', encoding="utf-8")
    build(root)
    shutil.copytree(root, tmp_path / "cold", ignore=shutil.ignore_patterns("site", ".cache"))
    build(tmp_path / "cold")
    assert everything(root) == everything(tmp_path / "cold")
    assert (root / "site" / "patrons" / "p-test.html").is_file()


def test_two_builds_at_the_same_moment_come_one_after_the_other(
    alone: tuple[Path, Work], tmp_path: Path
) -> None:
    root = desk_of_many(tmp_path / "desk")
    command = (sys.executable, "-m", "deskdiary", "build", "--root", str(root))
    told = subprocess.PIPE
    both = [subprocess.Popen(command, stdout=told, stderr=told, text=True) for _ in range(2)]
    said = [each.communicate(timeout=120) for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert everything(root) == everything(alone[0])


def test_a_build_waits_until_nobody_else_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = desk_of_many(tmp_path / "desk")
    place = place_of(Asked(root))
    place.cache.mkdir(parents=True)
    monkeypatch.setattr("deskdiary.cli.build._LONGEST_BUILD", 0.0)
    told = pytest.raises(Refusal, match="another run of deskdiary has been building this site")
    with holding(place.cache), told:
        build(root)
    assert build(root).pages > PEOPLE


def test_where_there_is_no_desk_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no desk"):
        build(tmp_path)
    assert list(tmp_path.iterdir()) == []
