"""Whether a draft has anything of somebody else in it: worked out from the notes, not from its making."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from deskdiary.folding import fold
from deskdiary.records.desk import Desk
from deskdiary.words.draft import Draft
from deskdiary.words.lint_grounds import figures, open_to_all, personal, prose, titles

SHORTEST = 3
_LONGEST_RUN = 12
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d ()/.-]{5,}\d")
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something of one patron's note, folded. A `common` one may stand in what a resource's note says."""

    patron: str
    text: str = field(repr=False)
    common: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands in patrons' notes, by its first words, and what may stand in anybody's draft.

    Phrases that the wording itself is made of are left out: a book called Loan is no secret.
    """

    phrases: Mapping[Run, tuple[Phrase, ...]] = field(repr=False)
    own: Mapping[str, frozenset[str]] = field(repr=False)
    phones: Mapping[str, str] = field(repr=False)
    open_to_all: frozenset[str] = field(repr=False)
    prose: frozenset[str] = field(repr=False)

    def found_in(self, text: str) -> Iterator[Phrase]:
        """The phrases that stand in a folded text."""
        for run in _runs(text):
            for phrase in self.phrases.get(run, ()):
                if _stands_in(phrase.text, text):
                    yield phrase


def ground_of(desk: Desk, wording: Iterable[str]) -> Ground:
    """What the lint knows of a desk."""
    said = fold("\n".join(wording))
    common_runs = _runs_of_wording(said)
    found: dict[Run, list[Phrase]] = {}
    own: dict[str, list[str]] = {}
    for phrase in _phrases(desk):
        own.setdefault(phrase.patron, []).append(phrase.text)
        run = _run(phrase.text)
        if run and not (run in common_runs and _stands_in(phrase.text, said)):
            found.setdefault(run, []).append(phrase)
    return Ground(
        phrases={run: tuple(each) for run, each in found.items()},
        own={key: frozenset(texts) for key, texts in own.items()},
        phones={patron.key: figures(patron.phone.value) for patron in desk.patrons if patron.phone},
        open_to_all=_folded(open_to_all(desk)),
        prose=_folded(prose(desk)),
    )


def names_another(draft: Draft, ground: Ground) -> bool:
    """Whether anything of others' notes is left, once the person's own and everybody's is taken out."""
    text = fold(f"{draft.to_name}\n{draft.to or ''}\n{draft.subject}\n{draft.text}")
    everybodys = (*ground.own.get(draft.patron, ()), *ground.open_to_all)
    left, bare = _without(text, everybodys), _without(text, (*everybodys, *ground.prose))
    others = (
        *(each for each in ground.found_in(left) if not each.common),
        *(each for each in ground.found_in(bare) if each.common),
    )
    return any(each.patron != draft.patron for each in others) or _has_number_of_another(text, draft, ground)


def personal_subject(draft: Draft, ground: Ground) -> bool:
    """Whether a subject line names the person, or a thing that they have or asked for."""
    return any(each.patron == draft.patron for each in ground.found_in(fold(draft.subject)))


def _has_number_of_another(text: str, draft: Draft, ground: Ground) -> bool:
    numbers = {figures(match[0]) for match in _NUMBER.finditer(text)} - {ground.phones.get(draft.patron)}
    return bool(numbers) and any(
        number in numbers for key, number in ground.phones.items() if key != draft.patron
    )


def _phrases(desk: Desk) -> Iterator[Phrase]:
    for patron in desk.patrons:
        yield from (Phrase(patron.key, text, common=False) for text in _folded(personal(patron)))
        yield from (Phrase(patron.key, text, common=True) for text in _folded(titles(patron)))


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text for text in (fold(each) for each in texts) if len(text) >= SHORTEST)


def _run(text: str) -> Run:
    return tuple(_WORD.findall(text)[:_LONGEST_RUN])


def _runs(text: str) -> Iterator[Run]:
    """Every run of words in a text, up to a length: what a phrase is looked up by."""
    words = _WORD.findall(text)
    found = {
        tuple(words[first : first + length])
        for first in range(len(words))
        for length in range(1, min(_LONGEST_RUN, len(words) - first) + 1)
    }
    yield from found


@lru_cache(maxsize=4)
def _runs_of_wording(said: str) -> frozenset[Run]:
    return frozenset(_runs(said))


def _without(text: str, own: Iterable[str]) -> str:
    """A text without these, the longest first; what stood on either side does not come together."""
    for each in sorted({one for one in own if one in text}, key=len, reverse=True):
        text = text.replace(each, "\n")
    return text


def _stands_in(words: str, text: str) -> bool:
    """Whether the words stand in a text as words: `Ann` does not stand in `announce`."""
    return words in text and bool(_as_words(words).search(text))


@lru_cache(maxsize=4096)
def _as_words(words: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if _WORD.match(words) else ""
    after = r"(?!\w)" if _WORD.match(words[-1]) else ""
    return re.compile(before + re.escape(words) + after)
