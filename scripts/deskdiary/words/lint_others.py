"""Whether a draft has anything of somebody else in it: worked out from the notes, not from its making."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from deskdiary.folding import fold
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.words.draft import Draft
from deskdiary.words.lint_grounds import figures, open_to_all, personal, prose, titles
from deskdiary.words.traces import Run, Traces, TracesOf, first_words, folded, trace, traces, traces_in

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d ()/.-]{5,}\d")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something of one patron's note, folded. A `common` one may stand in what a resource's note says."""

    patron: str
    text: str = field(repr=False)
    common: bool


@dataclass(frozen=True, slots=True)
class Remains:
    """A folded draft, and what is left of it without what is its reader's own or everybody's.

    The `bare` rest is without what the library writes of its resources as well.
    """

    whole: str = field(repr=False)
    left: str = field(repr=False)
    bare: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """What of the notes may stand in some drafts, by its first two words, and what remains of each draft.

    Phrases that the wording itself is made of are left out: a book called Loan is no secret.
    """

    phrases: Mapping[Run, tuple[Phrase, ...]] = field(repr=False)
    remains: Mapping[str, Remains] = field(repr=False)
    phones: Mapping[str, frozenset[str]] = field(repr=False)

    def found_in(self, text: str) -> Iterator[Phrase]:
        """The phrases that stand in a folded text."""
        for opening in _openings(text):
            for phrase in self.phrases.get(opening, ()):
                if _stands_in(phrase.text, text):
                    yield phrase


def ground_of(
    desk: Desk, wording: Iterable[str], drafts: Iterable[Draft], traces_of: TracesOf = traces
) -> Ground:
    """What the lint has to know of a desk for these drafts.

    They are few, and of phrases there are a hundred thousand: so only notes that have left a trace in
    what remains of them are looked into.
    """
    made, said = tuple(drafts), fold("\n".join(wording))
    remains = _remains(made, desk)
    texts = (*(fold(each.subject) for each in made), *(each.left for each in remains.values()))
    sought = traces_in((*texts, *(each.bare for each in remains.values())))
    usual = _traces_in_wording(said)
    phrases: dict[Run, list[Phrase]] = defaultdict(list)
    for patron in desk.patrons:
        for phrase in _phrases(patron, traces_of(patron), sought):
            run = first_words(phrase.text)
            if not (trace(run) in usual and _stands_in(phrase.text, said)):
                phrases[run[:2]].append(phrase)
    return Ground({opening: tuple(found) for opening, found in phrases.items()}, remains, _phones(desk))


def names_another(draft: Draft, ground: Ground) -> bool:
    """Whether anything of others' notes is left, once the person's own and everybody's is taken out."""
    remains = ground.remains[draft.file]
    others = (
        *(each for each in ground.found_in(remains.left) if not each.common),
        *(each for each in ground.found_in(remains.bare) if each.common),
    )
    if any(each.patron != draft.patron for each in others):
        return True
    return _has_number_of_another(remains.whole, draft, ground)


def personal_subject(draft: Draft, ground: Ground) -> bool:
    """Whether a subject line names the person, or a thing that they have or asked for."""
    return any(each.patron == draft.patron for each in ground.found_in(fold(draft.subject)))


def _remains(drafts: tuple[Draft, ...], desk: Desk) -> Mapping[str, Remains]:
    """What remains of each draft, by its file."""
    wholes = {draft: _whole(draft) for draft in drafts}
    openings = frozenset(opening for text in wholes.values() for opening in _openings(text))
    everybodys = _by_opening(folded(open_to_all(desk)), openings)
    written = _by_opening(folded(prose(desk)), openings)
    own = _own(desk, {draft.patron for draft in drafts})
    found: dict[str, Remains] = {}
    for draft, whole in wholes.items():
        allowed = {*own.get(draft.patron, ()), *_standing_in(whole, everybodys)}
        bare = _without(whole, allowed | {*_standing_in(whole, written)})
        found[draft.file] = Remains(whole, _without(whole, allowed), bare)
    return found


def _whole(draft: Draft) -> str:
    return fold(f"{draft.to_name}\n{draft.to or ''}\n{draft.subject}\n{draft.text}")


def _has_number_of_another(text: str, draft: Draft, ground: Ground) -> bool:
    whose = (ground.phones.get(figures(match[0])) for match in _NUMBER.finditer(text))
    return any(holders and draft.patron not in holders for holders in whose)


def _phones(desk: Desk) -> Mapping[str, frozenset[str]]:
    """Whose each number is: two of one house may share it."""
    found: dict[str, set[str]] = defaultdict(set)
    for patron in desk.patrons:
        if patron.phone:
            found[figures(patron.phone.value)].add(patron.key)
    return {number: frozenset(holders) for number, holders in found.items()}


def _phrases(patron: Patron, left: Traces, sought: frozenset[int]) -> Iterator[Phrase]:
    """What of a note may stand in the drafts."""
    for texts, numbers, common in ((personal, left.personal, False), (titles, left.titles, True)):
        if not sought.isdisjoint(numbers):
            for text in folded(texts(patron)):
                if trace(first_words(text)) in sought:
                    yield Phrase(patron.key, text, common)


def _own(desk: Desk, written_to: Collection[str]) -> Mapping[str, frozenset[str]]:
    """All phrases of those whom the drafts are for."""
    return {
        patron.key: folded(personal(patron)) | folded(titles(patron))
        for patron in desk.patrons
        if patron.key in written_to
    }


def _by_opening(texts: Iterable[str], openings: Collection[Run]) -> Mapping[Run, tuple[str, ...]]:
    """What may stand in the drafts, by its first two words."""
    found: dict[Run, list[str]] = defaultdict(list)
    for text in texts:
        opening = first_words(text)[:2]
        if opening in openings:
            found[opening].append(text)
    return {opening: tuple(those) for opening, those in found.items()}


def _standing_in(text: str, by_opening: Mapping[Run, tuple[str, ...]]) -> Iterator[str]:
    for opening in _openings(text):
        yield from (each for each in by_opening.get(opening, ()) if each in text)


def _openings(text: str) -> frozenset[Run]:
    """Every word of a text, and every two that follow each other."""
    words = _WORD.findall(text)
    return frozenset((word,) for word in words) | frozenset(pairwise(words))


@lru_cache(maxsize=4)
def _traces_in_wording(said: str) -> frozenset[int]:
    return traces_in([said])


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
