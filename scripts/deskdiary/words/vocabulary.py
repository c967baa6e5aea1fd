"""The words that templates may use: for each kind of occasion a small set, and one for what stands around."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from types import MappingProxyType
from typing import Any, TypeAlias, cast

CARDS = ("call",)
CHANNELS = ("email", "call", "letter")
ANNOUNCEMENT, FRAME = "announcement", "frame"


def _word(means: str, *, only: tuple[str, ...] = CHANNELS) -> Any:  # noqa: ANN401 - as dataclasses' own `field`
    """A word with what it means; `only` names the channels whose templates may use it."""
    return field(metadata={"means": means, "only": only})


@dataclass(frozen=True, slots=True, repr=False)
class LoanWords:
    """A loan."""

    title: str = _word("what was lent")
    due: str = _word("the day it is due back: `Friday 27 November`")
    overdue: bool = _word("true where that day is past")
    renewable: str = _word("`yes`, `no`, or `unknown` where the note does not say")


@dataclass(frozen=True, slots=True, repr=False)
class NewsWords:
    """A resource that is news: on trial, here, not coming, or of interest."""

    title: str = _word("its title")
    about: str = _word("the first paragraph of its note, without marks; may be empty")
    url: str = _word("where it is; may be empty")
    access: str = _word("how to get in; may be empty")
    on_trial: bool = _word("true where it is on trial, false where it is here to stay")
    starts: str = _word("the day it is news from; of a trial that is ending, its last day")
    starts_today: bool = _word("true where that is today")
    over: bool = _word("true where that day is past")
    until: str = _word("the last day of the trial; empty where it is here to stay")
    reason: str = _word("why it was turned down; may be empty")
    asked_as: str = _word("by what name the person asked for it; empty where they did not")
    asked: str = _word("when they asked: `June`, or `June 2025`; empty where they did not")
    told: str = _word("the day we were last in touch about this very thing: `3 November`; may be empty")
    topics: str = _word("their interests that it meets: `chapels and hymn writers`; may be empty")
    note: str = _word("what the note says of their request; for you alone; may be empty", only=CARDS)


@dataclass(frozen=True, slots=True, repr=False)
class WaitingWords:
    """A request that nothing has come of yet."""

    title: str = _word("by what name they asked for it")
    asked: str = _word("when they asked: `June`, or `June 2025`")
    told: str = _word("the day we were last in touch about it: `26 August`; may be empty")
    note: str = _word("what the note says of their request; for you alone; may be empty", only=CARDS)


@dataclass(frozen=True, slots=True, repr=False)
class CountedWords:
    """A time that has passed since a day."""

    since: str = _word("the day: of the last contact, of joining, of the last look at the note")
    span: str = _word("the time, in English: `3 months`", only=CARDS)
    how: str = _word("how that contact was: `phone`, `email`, `in person`, `letter`, `other`; may be empty")


@dataclass(frozen=True, slots=True, repr=False)
class ReminderWords:
    """A reminder that you set yourself."""

    date: str = _word("the day it is for")
    about: str = _word("what you wrote; for you alone", only=CARDS)


SaidOf: TypeAlias = LoanWords | NewsWords | WaitingWords | CountedWords | ReminderWords


@dataclass(frozen=True, slots=True, repr=False)
class PassageWords:
    """What every passage may use."""

    about: tuple[SaidOf, ...] = _word("the things of this kind, each with the words below")
    opening: bool = _word("true where this is the first thing that the message says")
    closing: bool = _word("true where it is the last, which may thank and ask for an answer")


@dataclass(frozen=True, slots=True, repr=False)
class FrameWords:
    """What the frame around the passages may use."""

    greet: str = _word("what follows Dear")
    name: str = _word("the person's name")
    passages: tuple[str, ...] = _word("what there is to say, the most pressing first")
    subject: str = _word("the subject that the most pressing passage proposes; may be empty")
    further: int = _word("how many further subjects there are")
    lists: str = _word("the person's mailing lists that get a general e-mail of the same news; may be empty")
    staff: str = _word("who signs; may be empty")
    library: str = _word("the library's name")
    today: str = _word("the date: `24 November 2026`")
    address: str = _word("the address, line by line", only=("letter",))
    in_person: bool = _word("true where they are to be met, not rung", only=CARDS)
    number: str = _word("the telephone number; may be empty", only=CARDS)
    hours: str = _word("when to ring; may be empty", only=CARDS)
    language: str = _word("the person's language, in English; may be empty", only=CARDS)
    by: str = _word("the day it is wanted by", only=CARDS)
    overdue: bool = _word("true where that day is past", only=CARDS)
    last_contact: str = _word("the last entry of the diary; may be empty", only=CARDS)
    record: tuple[str, ...] = _word("the lines that record it as done", only=CARDS)


@dataclass(frozen=True, slots=True, repr=False)
class AnnouncementWords:
    """What the general e-mail to a mailing list may use."""

    about: tuple[NewsWords, ...] = _word("the news for this list, each with the words of `arrived`")
    list: str = _word("the list's name")
    staff: str = _word("who signs; may be empty")
    library: str = _word("the library's name")


Around: TypeAlias = PassageWords | FrameWords | AnnouncementWords

ITEMS: Mapping[str, type[SaidOf]] = MappingProxyType(
    {
        "loan-due": LoanWords,
        "trial-opens": NewsWords,
        "trial-closing": NewsWords,
        "arrived": NewsWords,
        "declined": NewsWords,
        "may-interest": NewsWords,
        "reminder": ReminderWords,
        "keep-in-touch": CountedWords,
        "request-waiting": WaitingWords,
        "newcomer": CountedWords,
        "note-review": CountedWords,
        ANNOUNCEMENT: NewsWords,
    }
)
"""The words for one thing of each kind."""


def around(kind: str) -> type[Around]:
    """The words that a template of this kind has beside those for the single things."""
    return {FRAME: FrameWords, ANNOUNCEMENT: AnnouncementWords}.get(kind, PassageWords)


def words_in(record: type[SaidOf | Around], channel: str) -> Mapping[str, str]:
    """The words of a record that templates of a channel may use, each with what it means."""
    return {each.name: _told(each, "means") for each in fields(record) if channel in each.metadata["only"]}


def _told(each: "Field[Any]", what: str) -> str:
    return cast("str", each.metadata[what])


def vocabulary(said: Around) -> Mapping[str, object]:
    """The words as a template gets them."""
    return {each.name: getattr(said, each.name) for each in fields(said)}
