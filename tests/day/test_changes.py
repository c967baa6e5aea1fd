"""What changed between two days: each change has its cause, in Git's history too."""

import json
import subprocess
from pathlib import Path

from jsonschema import Draft202012Validator

from desk_writing import WrittenDesk, write_desk
from deskdiary.day.changes import changes
from processes import TOP, deskdiary

LOAN = "p-test/loan-due/atlas-of-sound/2026-03-10"


def turns(desk: WrittenDesk, since: str, on: str) -> dict[str, tuple[str | None, str | None, str]]:
    found = changes(desk.on(since).plan, desk.on(on).plan)
    return {each.id: (each.before, each.after, each.why.text) for each in found}


def test_days_that_pass_open_what_they_should(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    """
    assert turns(desk, "2026-03-04", "2026-03-05") == {
        LOAN: ("upcoming", "open", "It is open: it is wanted by 10 March 2026.")
    }
    assert turns(desk, "2026-03-05", "2026-03-06") == {}


def test_a_visit_moves_the_cadence_on_and_says_where_to(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    keep_in_touch: 1 month
    contacts:
      - {date: 2026-01-31, how: phone, about: A word}
      - {date: 2026-03-03, how: in person, about: Came in by himself}
    """
    assert turns(desk, "2026-03-02", "2026-03-03") == {
        "p-test/keep-in-touch/cadence/2026-02-28": ("open", None, "Its date is now 3 April 2026."),
        "p-test/keep-in-touch/cadence/2026-04-03": (
            None,
            "upcoming",
            "The last contact was on 3 March 2026.",
        ),
    }


def test_a_recurrence_goes_off_the_books_a_year_after_it_closed(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reminders: [{date: 2024-03-04, about: Ask after the index, every: 1 year}]
    """
    gone = turns(desk, "2026-03-03", "2026-03-05")["p-test/reminder/ask-after-the-index/2024-03-04"]
    assert gone == ("missed", None, "It closed more than a year ago.")


def git(root: Path, *arguments: str, day: str = "2026-03-01") -> None:
    who = {
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_AUTHOR_DATE": f"{day}T09:00:00Z",
    }
    as_committed = {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    subprocess.run(
        ["git", "-C", str(root), *arguments], env={**who, **as_committed, "HOME": str(root)}, check=True
    )


def history(root: Path) -> Path:
    """A loan renewed on the 6th and a note taken away on the 9th, each with its commit."""
    write_desk(
        root,
        """
        name: Dr Pryce
        reads_email: rarely
        loans: [{title: Atlas of Sound, due: 2026-03-10}]
        # patrons/p-gone.md
        name: Mr Rees
        reads_email: never
        loans: [{title: Sea Roads, due: 2026-03-10}]
        """,
    )
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "The desk", day="2026-03-01")
    note = root / "patrons" / "p-test.md"
    note.write_text(note.read_text(encoding="utf-8").replace("03-10", "04-10"), encoding="utf-8")
    git(root, "commit", "-qam", "p-test: a loan renewed", day="2026-03-06")
    (root / "patrons" / "p-gone.md").unlink()
    git(root, "commit", "-qam", "p-gone: taken away", day="2026-03-09")
    return root


def test_what_people_wrote_since_then_is_known_from_git(tmp_path: Path) -> None:
    told = deskdiary("plan", "--since", "2026-03-05", "--on", "2026-03-09", "--root", history(tmp_path))
    assert told.code == 0
    assert f"{LOAN}: open -> gone: Its date is now 10 April 2026. (patrons/p-test.md:4)" in told.out
    gone = (
        "p-gone/loan-due/sea-roads/2026-03-10: open -> gone: The note is no longer there, or cannot be read."
    )
    assert gone in told.out
    assert told.out.endswith("3 changes from 2026-03-05 to 2026-03-09.\n")


def test_the_history_is_read_and_the_checkout_left_as_it_is(tmp_path: Path) -> None:
    root = history(tmp_path)
    (root / "patrons" / "p-new.md").write_text("---\nname: Ms Adeyemi\n---\n", encoding="utf-8")
    before = checkout(root)
    deskdiary("plan", "--since", "2026-03-05", "--on", "2026-03-09", "--root", root)
    assert checkout(root) == before


def checkout(root: Path) -> dict[Path, bytes]:
    """Every file, those of Git's own included; what the program remembers lies apart, and Git ignores it."""
    files = [file for file in root.rglob("*") if file.is_file()]
    return {file: file.read_bytes() for file in files if root / ".cache" not in file.parents}


def test_another_program_gets_the_changes_as_a_document(tmp_path: Path) -> None:
    told = deskdiary(
        "plan", "--json", "--since", "2026-03-05", "--on", "2026-03-09", "--root", history(tmp_path)
    )
    schema = json.loads((TOP / "scripts/deskdiary/schemas/changes.schema.json").read_text(encoding="utf-8"))
    document = json.loads(told.out)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)
    assert [each["id"] for each in document["changes"]] == sorted(each["id"] for each in document["changes"])


def test_without_git_the_notes_as_they_are_tell_what_the_days_changed(tmp_path: Path) -> None:
    desk = write_desk(
        tmp_path, "name: Dr Pryce\nreads_email: never\nloans: [{title: Atlas, due: 2026-03-10}]\n"
    )
    told = deskdiary("plan", "--since", "2026-03-04", "--on", "2026-03-05", "--root", desk.root)
    assert told.out.endswith("1 change from 2026-03-04 to 2026-03-05.\n")


def test_links_giants_and_attributes_in_the_history_do_no_harm(tmp_path: Path) -> None:
    root = history(tmp_path)
    (root / "patrons" / "p-link.md").symlink_to("/etc/passwd")
    (root / "patrons" / "p-big.md").write_bytes(b"x" * 3_000_000)
    (root / ".gitattributes").write_text("patrons/* export-ignore\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Oddities", day="2026-03-10")
    told = deskdiary("plan", "--since", "2026-03-10", "--on", "2026-03-10", "--root", root)
    assert (told.code, told.out) == (0, "0 changes from 2026-03-10 to 2026-03-10.\n")
