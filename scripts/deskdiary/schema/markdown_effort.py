"""How far Markdown would have to look for the ends of what a text opens, at each sign anew."""

import re
from collections.abc import Iterator

MOST_EFFORT = 1_000_000
"""In characters looked at: a tenth of a second. Nobody's text comes near it but one made to."""
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_BRACKET = re.compile(r"[\[\]]")
_TARGET = re.compile(r"\]\(")
_BACKTICKS = re.compile(r"`+")
# How often Markdown's patterns pass over the same characters, measured against each other.
_PASSES_FOR_BRACKETS, _PASSES_FOR_TARGETS, _PASSES_FOR_CODE = 4, 1, 2


def too_much_to_close(text: str) -> int | None:
    """Where the paragraph begins with which the effort grows too large; None if it never does."""
    if _at_the_most(text) <= MOST_EFFORT:
        return None
    effort = 0
    for paragraph in _PARAGRAPH.finditer(text):
        effort += _effort(paragraph[0])
        if effort > MOST_EFFORT:
            return paragraph.start()
    return None


def _at_the_most(text: str) -> int:
    """The effort if every sign had its partner at the far end of the text."""
    signs = (
        _PASSES_FOR_BRACKETS * text.count("[")
        + _PASSES_FOR_TARGETS * text.count("](")
        + _PASSES_FOR_CODE * text.count("`")
    )
    return signs * len(text)


def _effort(paragraph: str) -> int:
    return (
        _PASSES_FOR_BRACKETS * sum(_to_their_ends(paragraph))
        + _PASSES_FOR_TARGETS * sum(len(paragraph) - each.start() for each in _TARGET.finditer(paragraph))
        + _PASSES_FOR_CODE * sum(_to_their_partners(paragraph))
    )


def _to_their_ends(paragraph: str) -> Iterator[int]:
    """From each opening bracket to the one that closes it; to the end, where none does."""
    still_open: list[int] = []
    for bracket in _BRACKET.finditer(paragraph):
        if bracket[0] == "[":
            still_open.append(bracket.start())
        elif still_open:
            yield bracket.start() - still_open.pop()
    yield from (len(paragraph) - start for start in still_open)


def _to_their_partners(paragraph: str) -> Iterator[int]:
    """From each run of backticks to the next of its length; to the end, where there is none."""
    next_of_length: dict[int, int] = {}
    for run in reversed(tuple(_BACKTICKS.finditer(paragraph))):
        yield next_of_length.get(len(run[0]), len(paragraph)) - run.start()
        next_of_length[len(run[0])] = run.start()
