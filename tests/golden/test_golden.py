"""Whole desks and the plans they are expected to give: one folder, one case.

`desk/` is a desk as a library has it, with its day in `library.yml`; `plan.json` is what `plan --json` says.
After a change that was meant: `pytest tests/golden --write-golden`, then read the difference line by line.
"""

from pathlib import Path

import pytest

from conftest import Golden
from desk_writing import WrittenDesk
from deskdiary.telling.plan_json import as_json, plan_document

HERE = Path(__file__).parent
CASES = sorted(folder.parent for folder in HERE.glob("*/desk"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_desk_gives_the_plan_that_is_expected(case: Path, golden: Golden) -> None:
    plan = WrittenDesk(case / "desk").today().plan
    golden(case / "plan.json", as_json(plan_document(plan)))


def test_there_are_cases_and_none_without_its_plan() -> None:
    assert CASES
    assert [case.name for case in CASES if not (case / "plan.json").exists()] == []
