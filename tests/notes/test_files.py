"""Files that are no notes, notes that are no files, and names that no machine agrees on."""

import os
import socket
import tempfile
import unicodedata
from pathlib import Path

import pytest

from note_reading import LIBRARY, NOTE, problems, put, read, told


def codes(root: Path, path: str, **extra: str | bytes) -> list[str]:
    """What is said of one file of a desk that is there already."""
    return [
        f"{each.severity} {each.code}"
        for each in read(put(root, dict(extra))).problems
        if each.place.path == path
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("con.md", "error bad-file-name", id="a name Windows keeps for itself"),
        pytest.param("lpt9.md", "error bad-file-name", id="another"),
        pytest.param("index.md", "error bad-file-name", id="the site's own page"),
        pytest.param("-rf.md", "error bad-file-name", id="an option for a command"),
        pytest.param("a:b.md", "error bad-file-name", id="a colon"),
        pytest.param("new\nline.md", "error bad-file-name", id="a line break"),
        pytest.param("::error::x.md", "error bad-file-name", id="a workflow command"),
        pytest.param("..md", "warning not-read", id="a dot and nothing else"),
        pytest.param(".md", "warning not-read", id="no name at all"),
        pytest.param("a.b.md", "error bad-file-name", id="a dot in the middle"),
        pytest.param("trailing .md", "error bad-file-name", id="a space at the end"),
        pytest.param("ann smith.md", "warning bad-file-name", id="a space"),
        pytest.param("ann_smith.md", "warning bad-file-name", id="an underscore"),
        pytest.param("Ida.md", "error bad-file-name", id="a capital letter"),
        pytest.param("zoë.md", "error bad-file-name", id="an accent"),
        pytest.param("\u202edm.md", "error bad-file-name", id="an override"),
        pytest.param("x" * 65 + ".md", "error bad-file-name", id="sixty-five letters"),
        pytest.param("x" * 200 + ".md", "error bad-file-name", id="two hundred letters"),
        pytest.param("note.MD", "error bad-file-name", id="an ending in capitals"),
        pytest.param("note.markdown", "warning not-read", id="another ending"),
        pytest.param("note.md.txt", "warning not-read", id="Notepad's ending"),
        pytest.param(".hidden.md", "warning not-read", id="a hidden file"),
    ],
)
def test_a_name_that_will_not_do_is_told_on_its_first_line(name: str, said: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {f"patrons/{name}": NOTE})
    assert [f"{each.severity} {each.code}" for each in found] == [said]
    assert found[0].place.line == 1


@pytest.mark.parametrize(
    "name", ["README.md", "note.md~", "#note.md#", "note.md.swp", "Thumbs.db", "picture.png"]
)
def test_files_that_nobody_takes_for_notes_are_left_in_peace(name: str, tmp_path: Path) -> None:
    assert problems(tmp_path, {f"patrons/{name}": b"\xff\x00", "patrons/p-k7f2.md": NOTE}) == ()


def test_a_name_that_is_no_utf8_is_spelled_out(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": NOTE})
    (tmp_path / "patrons" / os.fsdecode(b"zo\xeb.md")).write_text(NOTE, encoding="utf-8")
    plan = read(tmp_path)
    assert told(plan.problems) == [("patrons/zo\\xeb.md", 1, 1, "error", "bad-file-name")]
    assert plan.problems[0].place.path.encode()


@pytest.mark.parametrize("folder", ["new\n::error::x", "red\x1b[31m", "turned\u202e", os.fsdecode(b"zo\xeb")])
def test_nothing_is_read_in_a_folder_whose_name_would_do_something_to_a_log(
    folder: str, tmp_path: Path
) -> None:
    put(tmp_path, {"patrons/p-b6u1.md": NOTE, f"patrons/{folder}/p-k7f2.md": NOTE})
    plan = read(tmp_path)
    assert [each.code for each in plan.problems] == ["bad-file-name"]
    assert [patron.key for patron in plan.desk.patrons] == ["p-b6u1"]


def test_notes_may_be_sorted_into_folders_of_any_name_that_can_be_read(tmp_path: Path) -> None:
    assert problems(tmp_path, {"patrons/Ymchwil & Co (2026)/zoë/p-k7f2.md": NOTE}) == ()


def test_two_notes_that_differ_in_capitals_alone_are_both_told(tmp_path: Path) -> None:
    found = problems(tmp_path, {"patrons/ann-lee.md": NOTE, "patrons/Ann-Lee.md": NOTE})
    assert [(path, code) for path, _, _, _, code in told(found)] == [
        ("patrons/Ann-Lee.md", "bad-file-name"),
        ("patrons/Ann-Lee.md", "same-key"),
        ("patrons/ann-lee.md", "same-key"),
    ]


def test_two_notes_that_look_alike_are_both_told(tmp_path: Path) -> None:
    names = [unicodedata.normalize(form, "zoë") for form in ("NFC", "NFD")]
    found = problems(tmp_path, {f"patrons/{name}.md": NOTE for name in names})
    assert sorted(each.code for each in found) == ["bad-file-name"] * 2 + ["same-key"] * 2


def test_one_key_in_two_folders_is_one_person_too_many(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "patrons/p-k7f2.md": NOTE,
            "patrons/2025/p-k7f2.md": NOTE,
            "resources/p-k7f2.md": "---\ntitle: A\n---\n",
        },
    )
    plan = read(tmp_path)
    assert [each.code for each in plan.problems] == ["same-key", "same-key"]
    assert plan.desk.patrons == ()
    assert [each.key for each in plan.desk.resources] == ["p-k7f2"]


def test_a_note_in_a_subfolder_is_read_and_its_stem_is_its_key(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/2025/a/p-k7f2.md": NOTE})
    assert [each.key for each in read(tmp_path).desk.patrons] == ["p-k7f2"]


def test_folders_nested_without_end_are_not_followed_down(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/" + "a/" * 60 + "p-k7f2.md": NOTE})
    assert [each.code for each in read(tmp_path).problems] == ["too-deep-folder"]


@pytest.mark.parametrize(
    "target", ["/etc/hostname", "p-k7f2.md", "nowhere.md", "link.md", "/dev/zero", "../library.yml"]
)
def test_a_link_is_never_followed_wherever_it_leads(target: str, tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": NOTE})
    (tmp_path / "patrons/link.md").symlink_to(target)
    assert codes(tmp_path, "patrons/link.md") == ["error link"]
    assert [each.key for each in read(tmp_path).desk.patrons] == ["p-k7f2"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", {"p-m3q8.md": NOTE})
    put(tmp_path, {"patrons/p-k7f2.md": NOTE})
    (tmp_path / "patrons/linked").symlink_to(tmp_path / "elsewhere")
    assert codes(tmp_path, "patrons/linked") == ["error link"]
    assert [each.key for each in read(tmp_path).desk.patrons] == ["p-k7f2"]


def test_the_folder_of_patrons_itself_may_be_no_link(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", {"patrons/p-m3q8.md": NOTE})
    put(tmp_path, {})
    (tmp_path / "patrons").symlink_to(tmp_path / "elsewhere/patrons")
    assert told(read(tmp_path).problems) == [("patrons", 1, 1, "error", "unreadable")]


def test_the_folder_of_patrons_may_be_no_file(tmp_path: Path) -> None:
    put(tmp_path, {"patrons": "not a folder"})
    assert told(read(tmp_path).problems) == [("patrons", 1, 1, "error", "unreadable")]


def test_library_yml_may_be_no_link_and_no_folder(tmp_path: Path) -> None:
    put(tmp_path / "a", {"patrons/p-k7f2.md": NOTE})
    (tmp_path / "a/library.yml").unlink()
    (tmp_path / "a/library.yml").symlink_to("/etc/passwd")
    put(tmp_path / "b", {"patrons/p-k7f2.md": NOTE})
    (tmp_path / "b/library.yml").unlink()
    (tmp_path / "b/library.yml").mkdir()
    for root in (tmp_path / "a", tmp_path / "b"):
        plan = read(root)
        assert told(plan.problems) == [("library.yml", 1, 1, "error", "unreadable")]
        assert [each.key for each in plan.desk.patrons] == ["p-k7f2"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": NOTE})
    os.mkfifo(tmp_path / "patrons/pipe.md")
    assert codes(tmp_path, "patrons/pipe.md") == ["error not-a-file"]


def test_a_socket_is_no_note() -> None:
    with tempfile.TemporaryDirectory(prefix="d") as short, socket.socket(socket.AF_UNIX) as door:
        put(Path(short), {"patrons/p-k7f2.md": NOTE})
        door.bind(f"{short}/patrons/s.md")
        assert codes(Path(short), "patrons/s.md") == ["error not-a-file"]


def test_a_folder_named_like_a_note_is_told_and_not_entered(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md/p-m3q8.md": NOTE})
    plan = read(tmp_path)
    assert told(plan.problems) == [("patrons/p-k7f2.md", 1, 1, "error", "folder-as-note")]
    assert plan.desk.patrons == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_a_file_and_a_folder_that_may_not_be_read_cost_themselves_alone(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": NOTE, "patrons/p-m3q8.md": NOTE, "patrons/locked/p-a9m2.md": NOTE})
    (tmp_path / "patrons/p-m3q8.md").chmod(0)
    (tmp_path / "patrons/locked").chmod(0)
    try:
        plan = read(tmp_path)
    finally:
        (tmp_path / "patrons/locked").chmod(0o700)
    assert [each.code for each in plan.problems] == ["unreadable", "unreadable"]
    assert [each.key for each in plan.desk.patrons] == ["p-k7f2"]


def test_a_file_that_vanishes_between_the_listing_and_the_reading_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": NOTE})
    really_open = os.open

    def gone(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("p-k7f2.md"):
            raise FileNotFoundError
        return really_open(path, flags, mode)

    monkeypatch.setattr(os, "open", gone)
    assert told(read(tmp_path).problems) == [("patrons/p-k7f2.md", 1, 1, "error", "unreadable")]


def test_a_note_too_long_to_be_one_is_not_read_to_its_end(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-m3q8.md": NOTE})
    with (tmp_path / "patrons/p-k7f2.md").open("wb") as file:
        file.truncate(5 * 1024**3)
    assert codes(tmp_path, "patrons/p-k7f2.md") == ["error too-long-note"]


def test_an_empty_desk_is_a_desk(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == ()


def test_a_desk_without_library_yml_is_told_so_and_read(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": NOTE})
    (tmp_path / "library.yml").unlink()
    plan = read(tmp_path)
    assert told(plan.problems) == [("library.yml", 1, 1, "notice", "no-library-file")]
    assert [each.key for each in plan.desk.patrons] == ["p-k7f2"]


@pytest.mark.parametrize(
    ("library", "line", "code"),
    [
        pytest.param("", 0, "", id="an empty file is a library with everything as it comes"),
        pytest.param("# nothing yet\n", 0, "", id="and so is one of comments"),
        pytest.param("---\n" + LIBRARY, 0, "", id="it may begin with ---"),
        pytest.param("- a\n", 1, "not-a-record", id="a list"),
        pytest.param("library: A\nlibrary: B\n", 2, "duplicate-field", id="a field twice"),
        pytest.param("libary: A\n", 1, "unknown-field", id="a misspelt field"),
        pytest.param("timezone: Europe/Londn\n", 1, "bad-timezone", id="a misspelt time zone"),
        pytest.param("country: UK\n", 1, "bad-country", id="a country by another name"),
        pytest.param("country: GB\nsubdivision: Wales\n", 2, "bad-subdivision", id="a part by its name"),
        pytest.param("open: [mon, funday]\n", 1, "bad-weekday", id="no day of the week"),
        pytest.param("rules: {loan-dew: off}\n", 1, "unknown-kind", id="no kind of occasion"),
        pytest.param("rules: {loan-due: often}\n", 1, "bad-rule", id="no way to set a rule"),
        pytest.param("staff:\n  'e p': {name: A}\n", 2, "bad-key", id="a key with a space"),
        pytest.param(
            "staff:\n  ep:\n    email: a@example.org\n", 2, "missing-field", id="staff without a name"
        ),
        pytest.param("staff: Ida\n", 1, "not-a-record", id="staff as a text"),
        pytest.param("library: A\n<<<<<<< HEAD\n", 2, "merge-conflict", id="a collision"),
        pytest.param("library: @A\n", 1, "unreadable-line", id="a sign that means something else"),
        pytest.param("x" * 70_000, 1, "too-long-details", id="too much of it"),
    ],
)
def test_library_yml_is_read_as_strictly(library: str, line: int, code: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {"patrons/p-k7f2.md": NOTE}, library)
    assert [(each.place.line, each.code) for each in found if each.place.path == "library.yml"] == (
        [(line, code)] if code else []
    )
