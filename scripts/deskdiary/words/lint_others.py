"""Whether a draft has anything of somebody else in it: worked out from the notes, not from its making."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from deskdiary.folding import fold
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource
from deskdiary.words.draft import Draft
from deskdiary.words.plain_text import plain_text

SHORTEST = 3
_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"\d[\d ()/.-]{5,}\d")


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands in the notes of each patron, and what may stand in anybody's draft. All of it is folded.

    `theirs` has what tells a person from others and what only staff should read of them; `titles` what they
    have or asked for, and their names of one word, which may be words like others. `open_to_all` is what the
    library calls itself, its staff and its resources; `prose` what it writes of those.
    """

    theirs: Mapping[str, frozenset[str]] = field(repr=False)
    titles: Mapping[str, frozenset[str]] = field(repr=False)
    phones: Mapping[str, str] = field(repr=False)
    open_to_all: frozenset[str] = field(repr=False)
    prose: frozenset[str] = field(repr=False)
    wording: str = field(repr=False)

    def personal_words_in(self, subject: str, patron: str) -> bool:
        """Whether a subject line names the person, or a thing that they have or asked for."""
        return self.any_in((*self.theirs.get(patron, ()), *self.titles.get(patron, ())), fold(subject))

    def any_in(self, words: Iterable[str], text: str) -> bool:
        """Whether any of these stands in a text, and is not merely a word that the wording is made of."""
        return any(_stands_in(each, text) and not _stands_in(each, self.wording) for each in words)


def ground_of(desk: Desk, wording: Iterable[str]) -> Ground:
    """What the lint knows of a desk."""
    library = desk.library
    resources = [name for each in desk.resources for name in each.names]
    staff = [said.value for each in library.staff.values() for said in (each.name, each.email) if said]
    lists = [said.value for each in desk.resources for said in each.announce_to]
    return Ground(
        theirs={patron.key: _folded(_personal(patron)) for patron in desk.patrons},
        titles={patron.key: _folded(_titles(patron)) for patron in desk.patrons},
        phones={each.key: _figures(each.phone.value) for each in desk.patrons if each.phone},
        open_to_all=_folded([*resources, *staff, *lists, library.name]),
        prose=_folded(text for each in desk.resources for text in _prose(each)),
        wording=fold("\n".join(wording)),
    )


def names_another(draft: Draft, ground: Ground) -> bool:
    """Whether anything of others' notes is left, once the person's own and everybody's is taken out."""
    own = (*ground.theirs.get(draft.patron, ()), *ground.titles.get(draft.patron, ()))
    text = fold(f"{draft.to_name}\n{draft.to or ''}\n{draft.subject}\n{draft.text}")
    left = _without(text, (*own, *ground.open_to_all))
    without_prose = _without(text, (*own, *ground.open_to_all, *ground.prose))
    others = [key for key in ground.theirs if key != draft.patron]
    numbers = {_figures(match[0]) for match in _NUMBER.finditer(text)} - {ground.phones.get(draft.patron)}
    return not numbers.isdisjoint(ground.phones.get(key) for key in others) or any(
        ground.any_in(ground.theirs[key], left) or ground.any_in(ground.titles[key], without_prose)
        for key in others
    )


def _figures(number: str) -> str:
    """What is the same of a telephone number however it is written: its last figures, without the country."""
    return "".join(sign for sign in number if sign.isdecimal())[-9:]


def _prose(resource: Resource) -> Iterator[str]:
    yield plain_text(resource.blurb)
    yield from (said.value for said in (resource.url, resource.access, resource.reason) if said)


def _personal(patron: Patron) -> Iterator[str]:
    yield from (name for name in _names(patron) if " " in name)
    yield from (said.value for said in (patron.email, patron.phone, patron.card) if said)
    yield from _house(patron)
    yield from (request.note.value for request in patron.requests if request.note)
    yield from (reminder.about.value for reminder in patron.reminders)
    yield from (contact.about.value for contact in patron.contacts)
    yield from (line for line in plain_text(patron.body).split(". ") if " " in line)


def _titles(patron: Patron) -> Iterator[str]:
    yield from (name for name in _names(patron) if " " not in name)
    yield from (loan.title.value for loan in patron.loans)
    yield from (loan.item.value for loan in patron.loans if loan.item)
    yield from (request.wanted.value for request in patron.requests)


def _house(patron: Patron) -> Iterator[str]:
    """Of an address the house and the street: the town below them is where others live as well."""
    lines = patron.address.value.splitlines() if patron.address else []
    yield from (line for number, line in enumerate(lines) if number == 0 or any(map(str.isdigit, line)))


def _names(patron: Patron) -> Iterator[str]:
    yield from (said.value for said in (patron.name, patron.greet) if said)


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text for text in (fold(each) for each in texts) if len(text) >= SHORTEST)


def _without(text: str, own: Iterable[str]) -> str:
    """A text without these, the longest first; what stood on either side does not come together."""
    for each in sorted(set(own), key=len, reverse=True):
        if each in text:
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
