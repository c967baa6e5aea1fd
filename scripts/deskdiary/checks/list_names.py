"""Mailing lists whose name is nearly that of another: one of the two is most likely misspelt."""

from collections.abc import Iterable, Iterator, Mapping

from deskdiary.checks.seen import Seen, warning
from deskdiary.folding import fold
from deskdiary.records.place import Said
from deskdiary.records.problem import Problem
from deskdiary.schema.nearness import nearest

NEAR = 0.9  # `business-postgraduates` is not `research-postgraduates`


def list_names(seen: Seen) -> Iterator[Problem]:
    """Nobody keeps a register of lists: of two names that are nearly one, the rarer is taken for a slip."""
    announced = _named(said for resource in seen.desk.resources for said in resource.announce_to)
    joined = _named(said for patron in seen.desk.patrons for said in patron.lists)
    for name, those in joined.items():
        near = None if name in announced else nearest(name, announced, NEAR)
        if near is None:
            continue
        slips, meant = (
            (those, announced[near]) if len(those) <= len(announced[near]) else (announced[near], those)
        )
        yield from (_slip(said, meant[0].value) for said in slips)


def _named(lists: Iterable[Said[str]]) -> Mapping[str, list[Said[str]]]:
    named: dict[str, list[Said[str]]] = {}
    for said in lists:
        named.setdefault(fold(said.value), []).append(said)
    return named


def _slip(said: Said[str], meant: str) -> Problem:
    message = f"The name “{said.value}” is nearly that of another list."
    public = "The name of this list is nearly that of another. Type the one that is meant."
    return warning(said.place, "list-nearly-known", message, f"Did you mean {meant}?", public)
