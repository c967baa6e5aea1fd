"""Requests for something whose name is almost, but not quite, that of a resource."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from deskdiary.checks.seen import Seen, warning
from deskdiary.folding import fold
from deskdiary.records.problem import Problem
from deskdiary.records.resource import Resource

NEAR = 0.84
_COMPARED = 5  # resources a name is compared with letter by letter: those it shares most words with
_WIDELY_SHARED = 50  # a word that so many resources have tells none of them from another
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Names:
    """Every name of every resource, and which of them have a word, or the beginning of one, in common."""

    names: tuple[tuple[str, Resource], ...] = field(repr=False)
    by_word: Mapping[str, tuple[int, ...]] = field(repr=False)


def near_requests(seen: Seen) -> Iterator[Problem]:
    """Somebody who asked for “Mapvault Historical Maps” would wait for MapVault Historic Maps for ever."""
    names = _names_of(seen.desk.resources)
    known: dict[str, Resource | None] = {}
    for request in (request for patron in seen.desk.patrons for request in patron.requests):
        if seen.desk.resource_called(request.wanted.value):
            continue
        wanted = fold(request.wanted.value)[:_LONGEST]
        if wanted not in known:
            known[wanted] = _nearest(wanted, names)
        near = known[wanted]
        if near:
            message = f"No resource goes by this name, but “{near.title.value}” comes near."
            public = "No resource goes by this name, but one comes near."
            remedy = f"If it is meant, type {near.key}, or add this name to its `also_known_as`."
            yield warning(request.wanted.place, "request-nearly-known", message, remedy, f"{public} {remedy}")


def _names_of(resources: tuple[Resource, ...]) -> _Names:
    names = tuple((fold(name)[:_LONGEST], resource) for resource in resources for name in resource.names)
    by_word: dict[str, list[int]] = {}
    for number, (name, _) in enumerate(names):
        for word in _words(name):
            by_word.setdefault(word, []).append(number)
    return _Names(names, {word: tuple(ones) for word, ones in by_word.items() if len(ones) <= _WIDELY_SHARED})


def _nearest(wanted: str, names: _Names) -> Resource | None:
    shared = Counter(number for word in _words(wanted) for number in names.by_word.get(word, ()))
    for number, _ in shared.most_common(_COMPARED):
        name, resource = names.names[number]
        if _plain(name) == _plain(wanted) or SequenceMatcher(None, name, wanted).ratio() >= NEAR:
            return resource
    return None


def _words(name: str) -> set[str]:
    """Its words, each cut short, and the whole written together: endings and spaces are what people vary."""
    return {word[:4] for word in re.findall(r"\w{3,}", name)} | {_plain(name)[:6]}


def _plain(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum()).removeprefix("the")
