"""Several occasions as one thought: the most pressing first, one line of thanks, one way to answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deskdiary.day.occasion import Asked, Interest, Occasion
from deskdiary.records.contact import Contact
from deskdiary.records.kinds import OUR_OWN
from deskdiary.records.mailing_lists import ANNOUNCED, lists_that_hear
from deskdiary.records.patron import Patron
from deskdiary.words.saying import Speech, words_of
from deskdiary.words.template_rules import Fault
from deskdiary.words.vocabulary import PassageWords
from deskdiary.words.wording import Passage, Wording


@dataclass(frozen=True, slots=True)
class Thought:
    """What there is to say. `subject` is the most pressing one's, `further` how many others there are."""

    passages: tuple[str, ...] = field(repr=False)
    subject: str = field(repr=False)
    further: int
    faults: tuple[Fault, ...]


def thought(occasions: Iterable[Occasion], speech: Speech, wording: Wording) -> Thought:
    """One passage for all occasions of a kind: three books are one sentence, not three.

    Each passage knows whether it opens the message or has the last word, so that a second one can take
    up where the first leaves off, and thanks are said once.
    """
    every = tuple(occasions)
    kinds = kinds_said(every, speech.channel)
    passages = [
        _passage(
            [each for each in every if each.kind == kind],
            (kind == kinds[0], kind == kinds[-1]),
            speech,
            wording,
        )
        for kind in kinds
    ]
    subjects = tuple(dict.fromkeys(passage.subject for passage in passages if passage.subject))
    return Thought(
        passages=tuple(passage.text for passage in passages if passage.text),
        subject=subjects[0] if subjects else "",
        further=max(len(subjects) - 1, 0),
        faults=tuple(fault for passage in passages for fault in passage.faults),
    )


def kinds_said(occasions: Iterable[Occasion], channel: str) -> tuple[str, ...]:
    """The kinds that are spoken of, in the order in which each first presses.

    One that was settled long ago is kept on the books, and not spoken of again.
    """
    kinds = dict.fromkeys(each.kind for each in occasions if not isinstance(each.about, Contact))
    return tuple(kind for kind in kinds if channel == "call" or kind not in OUR_OWN)


def _passage(
    occasions: Iterable[Occasion], where: tuple[bool, bool], speech: Speech, wording: Wording
) -> Passage:
    of_a_kind = tuple(occasions)
    about = tuple(said for said in (words_of(each, speech) for each in of_a_kind) if said)
    return wording.passage(of_a_kind[0].kind, speech.channel, speech.language, PassageWords(about, *where))


def lists_told(occasions: Iterable[Occasion], patron: Patron) -> tuple[str, ...]:
    """The patron's mailing lists that get the general e-mail of what they are told in person."""
    told = [
        said.value
        for occasion in occasions
        if occasion.kind in ANNOUNCED and isinstance(occasion.about, Asked | Interest)
        for said in lists_that_hear(patron, occasion.about.resource)
    ]
    return tuple(dict.fromkeys(told))
