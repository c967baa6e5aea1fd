"""What a draft quotes of a note: its words without Markdown's marks, however odd they are."""

import time

import pytest

from deskdiary.words.plain_text import plain_text

A_BLINK = 1.0  # seconds of a slow machine; a cost that grows with the square of the length takes minutes


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        (
            "*Maps* of every `parish`, at [the desk](https://example.org/).",
            "Maps of every parish, at the desk.",
        ),
        ("Fish & chips &lt; 5", "Fish & chips < 5"),
        ("<b>Bold</b> words", "<b>Bold</b> words"),
    ],
)
def test_the_words_are_there_without_their_marks(written: str, quoted: str) -> None:
    assert plain_text(written) == quoted


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "](", "`a", "*a ", "<", "<a", "&#91;", "> ", "x"])
def test_a_paragraph_full_of_one_sign_costs_no_time_and_loses_nothing(sign: str) -> None:
    crowded = f"Maps {sign * (900_000 // len(sign))} end"
    before = time.process_time()
    quoted = plain_text(crowded)
    assert time.process_time() - before < A_BLINK
    assert quoted == " ".join(crowded.split())


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "`a", "*a "])
def test_what_markdown_still_reads_it_reads_at_once(sign: str) -> None:
    for length in (500, 1000, 2000, 4000):
        before = time.process_time()
        plain_text(f"Maps {sign * length}")
        assert time.process_time() - before < A_BLINK
