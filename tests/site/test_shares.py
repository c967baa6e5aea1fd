"""A consortium's site, built by several machines: put together it is the site that one machine makes."""

import shutil
from pathlib import Path

import pytest

from desk_writing import write_desk
from processes import deskdiary

NOTES = """
name: Ann Hughes
loans: [{title: Sea Roads, due: 2026-11-26}]
# patrons/p-b2b2.md
name: Bob Rees
requests: [{for: atlas, asked: 2026-06-02}]
# patrons/p-c3c3.md
name: Cerys Lloyd
# resources/atlas.md
title: The Atlas
trial: {from: 2026-11-20, to: 2026-12-18}
"""


def everything(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
    }


@pytest.fixture(scope="module")
def shares(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three machines' shares of a desk, each in a folder of its own, and the desk beside them."""
    top = tmp_path_factory.mktemp("consortium")
    desk = write_desk(top / "desk", NOTES).root
    for number in "123":
        built = deskdiary("build", "--root", desk, "--on", "2026-11-24", "--shard", f"{number}/3")
        assert built.code == 0, built.err
        (desk / "site").rename(top / f"share-{number}")
    return top


def merged(shares: Path, *names: str, into: Path) -> tuple[int, str]:
    for name in names:
        shutil.copytree(shares / name, into / "shares" / name)
    shutil.copytree(shares / "desk", into / "desk", ignore=shutil.ignore_patterns("site", ".cache"))
    done = deskdiary("build", "--root", into / "desk", "--merge", into / "shares")
    return done.code, done.err


def test_the_shares_put_together_are_the_site_byte_for_byte(shares: Path, tmp_path: Path) -> None:
    assert merged(shares, "share-1", "share-2", "share-3", into=tmp_path)[0] == 0
    assert deskdiary("build", "--root", shares / "desk", "--on", "2026-11-24").code == 0
    assert everything(tmp_path / "desk" / "site") == everything(shares / "desk" / "site")


def test_no_page_is_made_twice(shares: Path) -> None:
    made = [
        set(everything(shares / f"share-{number}")) - {".deskdiary", ".deskdiary-share"} for number in "123"
    ]
    assert sum(map(len, made)) == len(set.union(*made))
    assert all(each & {f"patrons/p-{key}.html" for key in ("test", "b2b2", "c3c3")} for each in made)


def test_a_site_with_a_share_missing_is_not_put_up(shares: Path, tmp_path: Path) -> None:
    code, told = merged(shares, "share-1", "share-3", into=tmp_path)
    assert code == 1
    assert "1/3, 3/3" in told
    assert not (tmp_path / "desk" / "site").exists()


def test_shares_of_other_notes_are_not_put_together(shares: Path, tmp_path: Path) -> None:
    shutil.copytree(shares, tmp_path / "other")
    mark = tmp_path / "other" / "share-2" / ".deskdiary-share"
    mark.write_text(f"2/3 {'0' * 64}\n", encoding="utf-8")
    code, told = merged(tmp_path / "other", "share-1", "share-2", "share-3", into=tmp_path)
    assert code == 1
    assert "the same notes" in told


@pytest.mark.parametrize("text", ["0/3", "4/3", "3", "1/0", "a/b"])
def test_a_share_there_is_none_of_is_a_slip_of_the_keys(tmp_path: Path, text: str) -> None:
    write_desk(tmp_path, NOTES)
    assert deskdiary("build", "--root", tmp_path, "--shard", text).code == 2


def test_a_share_is_not_built_and_put_together_at_once(tmp_path: Path) -> None:
    write_desk(tmp_path, NOTES)
    (tmp_path / "shares").mkdir()
    told = deskdiary("build", "--root", tmp_path, "--shard", "1/2", "--merge", tmp_path / "shares")
    assert (told.code, "not both at once" in told.err) == (2, True)


@pytest.mark.parametrize("told", ["", "two of three", "2/0 x", "2/3"])
def test_a_share_that_does_not_say_which_it_is_is_refused(shares: Path, tmp_path: Path, told: str) -> None:
    shutil.copytree(shares, tmp_path / "other")
    (tmp_path / "other" / "share-2" / ".deskdiary-share").write_text(told, encoding="utf-8")
    code, said = merged(tmp_path / "other", "share-1", "share-2", "share-3", into=tmp_path)
    assert (code, "share-2" in said) == (1, True)
    assert not (tmp_path / "desk" / "site").exists()
