"""Desks of invented people: always the same ones, and nothing wrong with any of them."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks.desks import desk_files, main
from benchmarks.invented.person import key
from deskdiary.cli.main import app

PATRONS = 300
OFCOM = re.compile(r"phone: (029 2018 0|0161 496 0|020 7946 0|01(13|17|51) 496 0)\d{3}")


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return {file.path: file.text for file in desk_files(PATRONS, seed=7)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("invented") / "desk"
    assert main([str(PATRONS), str(folder), "--seed", "7"]) == 0
    return folder


def asked(desk: Path, *words: str) -> str:
    result = CliRunner().invoke(app, ["--root", str(desk), *words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_there_is_nothing_wrong_with_an_invented_desk(desk: Path) -> None:
    told = json.loads(asked(desk, "check", "--format", "json"))
    assert told == {"problems": [], "notes": {"patrons": 300, "resources": 30}}


def test_an_invented_desk_has_work_for_the_day_and_most_of_it_done(desk: Path) -> None:
    counts = json.loads(asked(desk, "plan", "--json"))["counts"]
    assert 0 < counts["open"] < PATRONS / 10
    assert counts["done"] > counts["open"]


def test_the_same_seed_makes_the_same_desk_and_another_seed_another(files: Mapping[str, str]) -> None:
    again = {file.path: file.text for file in desk_files(PATRONS, seed=7)}
    other = {file.path: file.text for file in desk_files(PATRONS, seed=8)}
    assert again == files
    assert other.keys().isdisjoint(files.keys() - other.keys())
    assert other != files


def test_what_is_written_is_what_was_invented(desk: Path, files: Mapping[str, str]) -> None:
    kept = desk / ".cache"
    written = {
        path.relative_to(desk).as_posix(): path
        for path in desk.rglob("*")
        if path.is_file() and kept not in path.parents
    }
    assert {name: path.read_bytes() for name, path in written.items()} == {
        name: text.encode() for name, text in files.items()
    }


def test_everybody_lives_at_an_example_and_answers_a_number_for_drama(files: Mapping[str, str]) -> None:
    text = "\n".join(files.values())
    hosts = set(re.findall(r"[\w.-]+@([\w.-]+)", text))
    assert hosts == {"example.org", "example.com", "students.example.org", "desk.example.org"}
    assert set(re.findall(r"https://([^/\s)]+)", text)) <= {
        "lists.example.org",
        *(f"r{number}.example.org" for number in range(30)),
    }
    phones = re.findall(r"^phone: .*$", text, re.MULTILINE)
    assert phones
    assert all(OFCOM.fullmatch(phone) for phone in phones)


@pytest.mark.parametrize("field", [
    "greet", "department", "card", "email", "phone", "address", "language", "prefers", "hours",
    "reads_email", "attention", "loan_reminders", "notice_days", "interests", "lists", "loans", "requests",
    "reminders", "keep_in_touch", "since", "reviewed", "contacts",
    "also_known_as", "available", "decided", "reason", "url", "access", "topics", "announce_to",
])  # fmt: skip
def test_an_invented_desk_uses_what_a_note_can_say(files: Mapping[str, str], field: str) -> None:
    assert any(f"\n{field}:" in text for text in files.values())


@pytest.mark.parametrize(
    "markup", ["- [x] ", "| --- |", "!!! ", "```text", "> ", "## ", "1. ", "](https://", "**"]
)
def test_an_invented_desk_uses_what_a_text_can_have(files: Mapping[str, str], markup: str) -> None:
    assert any(markup in text for text in files.values())


def test_names_are_those_of_several_languages(files: Mapping[str, str]) -> None:
    letters = set("".join(re.findall(r"^name: (.*)$", "\n".join(files.values()), re.MULTILINE)))
    assert letters >= set("ôâłöé")


def test_no_two_of_a_hundred_thousand_patrons_have_the_same_key() -> None:
    assert len({key(7, number) for number in range(100_000)}) == 100_000


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert main(["10", str(tmp_path)]) == 1
    assert "has something in it already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
