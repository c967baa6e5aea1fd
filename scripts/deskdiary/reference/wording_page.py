"""The page of words: what a template may use, from the very declaration by which templates are checked."""

from collections.abc import Iterator

from deskdiary.records.kinds import KINDS
from deskdiary.reference.tables import table
from deskdiary.words.template_rules import FILTERS, LOOP
from deskdiary.words.vocabulary import (
    ANNOUNCEMENT,
    CARDS,
    CHANNELS,
    FRAME,
    ITEMS,
    Around,
    SaidOf,
    around,
    words_in,
)

_INTRODUCTION = """\
# The words of the wording

<!-- Made from the declaration of the words; `make test ARGS="--write-golden tests/words"` makes it anew. -->

A wording is a text with words in it that stand for what a note says: `{{ greet }}`. How to write one is
told in [Your own wording](../guide/wording.md); here is every word there is. One that is not here is a
mistake, which `deskdiary check` names with its line.
"""
_FILTERS = {
    "capitalize": "begins with a capital, and has none after it",
    "first": "the first of a list",
    "join": "the texts of a list in one, with what stands in brackets between them",
    "last": "the last of a list",
    "length": "how many there are: `about | length`",
    "lower": "all in small letters",
    "soft": "Welsh: a day as it stands after `ar` or `tan`, `ddydd Gwener`; other languages are left alone",
    "trim": "without spaces at its ends",
    "upper": "all in capitals",
}


def wording_page() -> str:
    """Every word of every kind of template."""
    return "\n".join(_lines()).rstrip("\n") + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    yield "## In every passage\n"
    yield from _table(around("loan-due"))
    for record, kinds in _by_record().items():
        yield f"\n## One thing of {_listed(kinds)}\n"
        yield from _table(record)
    yield "\n## In the frame around the passages\n"
    yield from _table(around(FRAME))
    yield "\n## In the general e-mail\n"
    yield from _table(around(ANNOUNCEMENT))
    yield "\n## What can be done with a word\n"
    yield "`{{ word | filter }}` puts it into another form:\n"
    yield from table(("filter", "what it makes"), ((f"`{name}`", _FILTERS[name]) for name in sorted(FILTERS)))
    yield f"\nWithin a loop there are {', '.join(f'`loop.{name}`' for name in sorted(LOOP))}.\n"
    yield "## The files\n"
    yield from table(("kind", "what it is about"), ((f"`{kind}`", label) for kind, label in KINDS.items()))


def _by_record() -> dict[type[SaidOf], list[str]]:
    found: dict[type[SaidOf], list[str]] = {}
    for kind, record in ITEMS.items():
        found.setdefault(record, []).append(kind)
    return found


def _table(record: type[SaidOf | Around]) -> Iterator[str]:
    words = {name: means for channel in CHANNELS for name, means in words_in(record, channel).items()}
    rows = ((f"`{name}`", means, _where(record, name)) for name, means in words.items())
    yield from table(("word", "what it says", "where"), rows)


def _where(record: type[SaidOf | Around], name: str) -> str:
    found = tuple(channel for channel in CHANNELS if name in words_in(record, channel))
    if found == CHANNELS:
        return "everywhere"
    return "cards alone" if found == CARDS else f"in a {' or a '.join(found)} alone"


def _listed(kinds: list[str]) -> str:
    return ", ".join(f"`{kind}`" for kind in kinds)
