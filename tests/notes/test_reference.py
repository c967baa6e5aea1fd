"""The reference pages and the editors' schemas are what the code says, and complete."""

import json
import os
import re
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml

from conftest import Golden
from deskdiary.records.problem import Problem
from deskdiary.records.problem_codes import CODES, Code
from deskdiary.reference.editors import obsidian_types, snippets
from deskdiary.reference.json_schemas import RECORDS, schema_document
from deskdiary.reference.notes_page import notes_page
from deskdiary.reference.problems_page import Shown, problems_page
from deskdiary.schema.patron import PATRON
from deskdiary.schema.resource import RESOURCE
from deskdiary.shells.texts import shipped, tree
from deskdiary.words.day_of_drafts import day_of_drafts
from deskdiary.words.own_wording import own_wording
from note_reading import put, read
from problem_examples import EXAMPLES, Example

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "scripts/deskdiary/schemas"


def found_in(example: Example, root: Path) -> tuple[Problem, ...]:
    """What is wrong with an example."""
    put(
        root,
        {"patrons/README.md": "", **(example.files if example.shape == "file" else {})},
        example.library or "",
    )
    for path, target in example.files.items() if example.shape != "file" else ():
        _make(root / path, example.shape, str(target))
    if example.library is None and (root / "library.yml").is_file():
        (root / "library.yml").unlink()
    plan, words = read(root), own_wording(shipped("wording"), tree(root / "wording"))
    return (*plan.problems, *words.problems, *day_of_drafts(plan, words.wording).problems)


def _make(file: Path, shape: str, target: str) -> None:
    file.unlink(missing_ok=True)
    if shape == "link":
        file.symlink_to(target)
    elif shape == "pipe":
        os.mkfifo(file)
    else:
        file.mkdir()


def shown(code: Code, example: Example, root: Path) -> Shown:
    """The example as the page has it: its problem, and the line in question."""
    problem = next(each for each in found_in(example, root) if each.code == code)
    if example.typed:
        return Shown(example.typed, problem)
    content = example.library if problem.place.path == "library.yml" else example.files[problem.place.path]
    lines = str(content).split("\n")
    line = lines[problem.place.line - 1].strip()
    return Shown(line or lines[problem.place.line], problem)


def test_every_code_has_a_meaning_and_an_example() -> None:
    assert set(get_args(Code)) == set(CODES) == set(EXAMPLES)
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_shows_its_problem_and_next_to_nothing_else(code: Code, tmp_path: Path) -> None:
    codes = {each.code for each in found_in(EXAMPLES[code], tmp_path)}
    assert code in codes
    assert len(codes) <= 2, codes


def test_the_page_of_problems_is_up_to_date(tmp_path: Path, golden: Golden) -> None:
    examples = []
    for code, example in EXAMPLES.items():
        (tmp_path / code).mkdir()
        examples.append(shown(code, example, tmp_path / code))
    golden(ROOT / "docs/reference/problems.md", problems_page(examples))


def test_the_page_of_fields_is_up_to_date(golden: Golden) -> None:
    golden(ROOT / "docs/reference/notes.md", notes_page())


@pytest.mark.parametrize("name", RECORDS)
def test_the_schemas_are_up_to_date_and_are_schemas(name: str, golden: Golden) -> None:
    document = schema_document(name)
    jsonschema.Draft202012Validator.check_schema(json.loads(document))
    golden(SCHEMAS / f"{name}.schema.json", document)


@pytest.mark.parametrize(("name", "folder"), [("patron", "patrons"), ("resource", "resources")])
def test_every_note_of_the_example_desk_is_as_its_schema_says(name: str, folder: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_document(name)))
    files = [file for file in (ROOT / folder).glob("*.md") if file.name != "README.md"]
    assert files
    for file in files:
        details = yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)  # noqa: S506
        assert list(validator.iter_errors(_typed(details))) == []


def test_the_library_of_the_example_desk_is_as_its_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schema_document("library")))
    details = yaml.load((ROOT / "library.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    assert list(validator.iter_errors(_typed(details))) == []


def test_editors_are_told_of_every_field(golden: Golden) -> None:
    golden(ROOT / ".vscode/deskdiary.code-snippets", snippets())
    assert set(json.loads(snippets())) == {f"Desk Diary: {name}" for name in (*PATRON.names, *RESOURCE.names)}


def test_the_hint_for_obsidian_is_up_to_date() -> None:
    page = (ROOT / "docs/reference/editors.md").read_text(encoding="utf-8")
    assert f"```json\n{obsidian_types()}```\n" in page


def test_vs_code_finds_the_schema_and_lists_what_check_finds() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])
    task = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    said = "30/11/2026 is not a date. Type 2026-11-30."
    match = pattern.fullmatch(f"patrons/p-k7f2.md:9:10: error: {said} [bad-date]")
    assert match
    assert match.groups() == (
        "patrons/p-k7f2.md",
        "9",
        "10",
        "error",
        "30/11/2026 is not a date. Type 2026-11-30.",
        "bad-date",
    )


def _typed(value: object) -> object:
    """What an editor takes the texts for: YAML 1.2 knows numbers and truths, and no dates."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    text = str(value)
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if text.isascii() and text.isdigit() else text
