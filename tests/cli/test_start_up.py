"""Nobody waits for what they did not ask for: each verb loads what it needs, and nothing else."""

import sys
from pathlib import Path

import pytest

from desk_writing import write_desk
from processes import run

ONE_LOAN = """
    name: Ida Quill
    loans: [{title: Atlas of Sound, due: 2026-11-26}]
"""
FOR_PAGES = ("mkdocs", "markdown", "pygal", "livereload")
FOR_THE_NET = ("httpx", "imaplib", "ssl")
FOR_LETTERS = ("jinja2", "icalendar", "nh3")
FOR_READING = ("yaml", "phonenumbers", "email_validator", "langcodes", "holidays", "babel")


def loaded_by(*words: str) -> set[str]:
    """Every module that the program has loaded by the time it ends."""
    program = (
        "import sys\n"
        "from deskdiary.cli import main\n"
        f"sys.argv = ['deskdiary', *{words!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "sys.stderr.write('\\n'.join(sys.modules))\n"
    )
    ran = run(sys.executable, "-c", program)
    assert ran.code == 0, ran.err
    return set(ran.err.split("\n"))


@pytest.mark.parametrize("words", [("plan", "--json"), ("plan",), ("today",)], ids=" ".join)
def test_a_plan_loads_neither_the_site_nor_the_net(tmp_path: Path, words: tuple[str, ...]) -> None:
    write_desk(tmp_path, ONE_LOAN)
    loaded = loaded_by(*words, "--root", str(tmp_path), "--on", "2026-11-24")
    assert {"yaml", "phonenumbers"} <= loaded, "it read the notes"
    assert loaded & {*FOR_PAGES, *FOR_THE_NET, *FOR_LETTERS} == set()


LOAN = "p-test/loan-due/atlas-of-sound/2026-11-26"
TELLING = [("plan", "--json"), ("today",), ("check",), ("insight",), ("explain", LOAN)]


@pytest.mark.parametrize("words", TELLING, ids=" ".join)
def test_what_was_told_already_is_told_again_without_reading(tmp_path: Path, words: tuple[str, ...]) -> None:
    write_desk(tmp_path, ONE_LOAN)
    asked = (*words, "--root", str(tmp_path), "--on", "2026-11-24")
    loaded_by(*asked)
    again = loaded_by(*asked)
    assert again & {*FOR_READING, *FOR_PAGES, *FOR_THE_NET, *FOR_LETTERS} == set()
    assert not any(name.startswith(("deskdiary.day", "deskdiary.schema.patron")) for name in again)
