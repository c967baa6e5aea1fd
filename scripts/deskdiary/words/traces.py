"""By which numbers a note's phrases are looked for in drafts, so that few have to be looked for by letter."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias
from zlib import crc32

from deskdiary.folding import fold
from deskdiary.records.patron import Patron
from deskdiary.words.lint_grounds import personal, titles

SHORTEST = 3
_LONGEST_RUN = 12
_WORD = re.compile(r"\w+")
_BETWEEN = "\0"

Run: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Traces:
    """A number for each phrase of a note, made of its first words: those that tell a person, and the titles.

    A text that has none of the numbers has none of the phrases. They are the same on every machine.
    """

    personal: tuple[int, ...] = field(repr=False)
    titles: tuple[int, ...] = field(repr=False)


TracesOf: TypeAlias = Callable[[Patron], Traces]


def traces(patron: Patron) -> Traces:
    """The numbers of a note: they depend on it alone."""
    return Traces(_numbers(personal(patron)), _numbers(titles(patron)))


def traces_in(texts: Iterable[str]) -> frozenset[int]:
    """The number of every run of words in some folded texts; what stands on two lines makes no run."""
    lines = {line for text in texts for line in text.split("\n")}
    return frozenset(map(trace, {run for line in lines for run in _runs(line)}))


def trace(run: Run) -> int:
    """The number of a run of words."""
    return crc32(" ".join(run).encode("utf-8", "surrogatepass"))


def folded(texts: Iterable[str]) -> frozenset[str]:
    """Each text folded: all of them at once, which no sign of any text can bring together."""
    together = fold(_BETWEEN.join(texts)).split(_BETWEEN)
    return frozenset(text for text in map(str.strip, together) if len(text) >= SHORTEST)


def first_words(text: str) -> Run:
    """The words by which a phrase is looked up; none where it has none."""
    return tuple(_WORD.findall(text)[:_LONGEST_RUN])


def _numbers(texts: Iterable[str]) -> tuple[int, ...]:
    return tuple({trace(run) for run in map(first_words, folded(texts)) if run})


def _runs(text: str) -> Iterator[Run]:
    """Every run of words in a text, up to a length."""
    words = _WORD.findall(text)
    for first in range(len(words)):
        for length in range(1, min(_LONGEST_RUN, len(words) - first) + 1):
            yield tuple(words[first : first + length])
