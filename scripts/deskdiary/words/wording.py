"""The library's wording: a template for each kind, channel and language; the desk's own come first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from deskdiary.human_dates import STAFF_LANGUAGE
from deskdiary.words.sandbox import JINJA, run
from deskdiary.words.template_rules import Fault, Template, faults
from deskdiary.words.vocabulary import ANNOUNCEMENT, CHANNELS, FRAME, ITEMS, Around

ENGLISH = ""
_SUBJECT = "Subject:"


@dataclass(frozen=True, slots=True)
class Passage:
    """What a template says: the subject it proposes, empty if none, and the text.

    `faults` are those of the desk's own wording, in the place of which the shipped one speaks.
    """

    subject: str = field(repr=False)
    text: str = field(repr=False)
    faults: tuple[Fault, ...] = ()


def file_name(kind: str, channel: str, language: str = ENGLISH) -> str:
    """`loan-due.email.txt`, `loan-due.cy.email.txt`."""
    return ".".join((kind, *([language] if language else []), channel, "txt"))


def told_by(file: str) -> tuple[str, str, str] | None:
    """The kind, language and channel that a file's name says; None if it is no name of a wording."""
    parts = file.split(".")
    if len(parts) not in {3, 4}:
        return None
    kind, *language, channel, ending = parts
    known = kind in {*ITEMS, FRAME} and channel in CHANNELS and ending == "txt"
    plain = all(part and part.replace("-", "").isalnum() for part in language)
    fits = channel == "email" or kind != ANNOUNCEMENT
    return (kind, language[0] if language else ENGLISH, channel) if known and plain and fits else None


class Wording:
    """The templates by their names. One of the desk's own takes the place of the shipped one of that name."""

    def __init__(self, shipped: Mapping[str, str], own: Mapping[str, str] | None = None) -> None:
        mine = dict(_templates(own or {}))
        self.faults = tuple(fault for each in mine.values() for fault in faults(each, JINJA))
        faulty = {fault.file for fault in self.faults}
        self._own = {name: each for name, each in mine.items() if name not in faulty}
        self._shipped = dict(_templates(shipped))

    @property
    def own(self) -> tuple[str, ...]:
        """The names of the desk's own templates that can be used."""
        return tuple(self._own)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there is any wording in, English first."""
        told = (told_by(name) for name in {**self._shipped, **self._own})
        return tuple(sorted({each[1] for each in told if each}))

    def file(self, kind: str, channel: str, language: str) -> str | None:
        """The name of the template that would speak, the desk's own or the shipped one."""
        names = tuple(_names(kind, channel, language))
        return next((name for shelf, name in self._shelves(names) if name in shelf), None)

    def sources(self) -> Iterator[str]:
        """The texts of the shipped templates."""
        return (each.source for each in self._shipped.values())

    def language(self, kinds: Iterable[str], channel: str, wanted: Iterable[str]) -> str:
        """The first language in which all of it can be said; English where there is none: never half of each.

        The answer is a language tag for dates: where it is English, the English that is wanted.
        """
        tags, said_of = tuple(wanted), tuple(kinds)
        for tag in tags:
            said = next((each for each in _forms(tag) if self._says_all(said_of, channel, each)), None)
            if said is not None:
                return tag if said == ENGLISH else said
        return next((tag for tag in tags if base_of(tag) == "en"), STAFF_LANGUAGE)

    def passage(self, kind: str, channel: str, language: str, said: Around) -> Passage:
        """What is said. Where the desk's own template fails, the shipped one speaks, and it is told."""
        names = tuple(_names(kind, channel, ENGLISH if base_of(language) == "en" else language))
        found = [shelf[name] for shelf, name in self._shelves(names) if name in shelf]
        wrong: list[Fault] = []
        for template in found:
            text = run(template, said)
            if not isinstance(text, Fault):
                return _parted(text, template, tuple(wrong))
            wrong.append(text)
        return Passage("", "", tuple(wrong))

    def _shelves(self, names: tuple[str, ...]) -> Iterator[tuple[Mapping[str, Template], str]]:
        return ((shelf, name) for name in names for shelf in (self._own, self._shipped))

    def _says_all(self, kinds: tuple[str, ...], channel: str, language: str) -> bool:
        return all(
            any(name in shelf for shelf, name in self._shelves(tuple(_names(kind, channel, language))))
            for kind in kinds
        )


def _templates(sources: Mapping[str, str]) -> Iterator[tuple[str, Template]]:
    for file, source in sources.items():
        told = told_by(file)
        if told:
            yield file, Template(file, told[0], told[2], source)


def _names(kind: str, channel: str, language: str) -> Iterator[str]:
    """The templates that would do, the best first. A letter that has no wording has the e-mail's."""
    yield file_name(kind, channel, language)
    if channel == "letter" and kind != FRAME:
        yield file_name(kind, "email", language)


def base_of(tag: str) -> str:
    """A language without its country: `cy` of `cy-GB`."""
    return tag.partition("-")[0]


def _forms(tag: str) -> Iterator[str]:
    """A language as files are named for it: `cy-GB`, then `cy`; English has no name in a file's name."""
    base = base_of(tag)
    yield from dict.fromkeys((tag, base))
    if base == "en":
        yield ENGLISH


def _parted(text: str, template: Template, faults: tuple[Fault, ...]) -> Passage:
    """The subject apart from the text, where the template itself begins with one: no title can be one."""
    first, _, rest = text.partition("\n")
    if template.source.startswith(_SUBJECT):
        return Passage(first.removeprefix(_SUBJECT).strip(), _tidy(rest), faults)
    return Passage("", _tidy(text), faults)


def _tidy(text: str) -> str:
    """Paragraphs parted by one empty line, lines without spaces at their ends."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for number, line in enumerate(lines) if line or lines[number - 1]]
    return "\n".join(kept)
