"""Notes as they really come: each file of the corpus alone in a desk, with the outcome its index wants."""

import csv
import time
from pathlib import Path

import pytest

from note_reading import LIBRARY, problems, worst

CORPUS = Path(__file__).parent / "corpus"
LONGEST_SECONDS = 0.1
_LINES = (CORPUS / "INDEX.tsv").read_text(encoding="utf-8").splitlines()
INDEX = tuple(csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", INDEX, ids=[row["file"].removesuffix(".md") for row in INDEX])
def test_a_note_comes_out_as_its_index_says(row: dict[str, str], tmp_path: Path) -> None:
    found = problems(tmp_path, {"patrons/p-test.md": (CORPUS / row["file"]).read_bytes()})
    assert worst(found) == row["expected"]
    if row["expected"] != "ok":
        spots = {(str(each.severity), str(each.place.line), each.code) for each in found}
        assert (row["expected"], row["line"], row["code"]) in spots


def test_no_note_takes_longer_than_a_tenth_of_a_second(tmp_path: Path) -> None:
    slow: dict[str, float] = {}
    for row in INDEX:
        content = (CORPUS / row["file"]).read_bytes()
        seconds = min(_seconds(tmp_path, content) for _ in range(2))
        slow |= {row["file"]: seconds} if seconds > LONGEST_SECONDS else {}
    assert slow == {}


def _seconds(root: Path, content: bytes) -> float:
    before = time.process_time()
    problems(root, {"patrons/p-test.md": content}, LIBRARY)
    return time.process_time() - before


def test_every_note_of_the_corpus_is_in_its_index() -> None:
    assert {row["file"] for row in INDEX} == {file.name for file in CORPUS.glob("*.md")}


def test_every_problem_has_words_and_a_place_within_its_note(tmp_path: Path) -> None:
    for row in INDEX:
        content = (CORPUS / row["file"]).read_bytes()
        lines = max(1, content.count(b"\n") + content.count(b"\r"))
        for each in problems(tmp_path, {"patrons/p-test.md": content}):
            assert each.message.endswith("."), each.message
            assert each.remedy[-1:] in {".", "?", "`", "-", '"'} or each.remedy.endswith(":"), each.remedy
            assert 1 <= each.place.line <= lines + 1
            assert each.place.column >= 1
