"""The wording as it reads: every kind and way of telling, said to a sample reader before anybody real."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from deskdiary.human_dates import STAFF_LANGUAGE, language_name
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import View
from deskdiary.records.kinds import KINDS
from deskdiary.words.draft import Draft
from deskdiary.words.sample_drafts import sample_draft_of_two, sample_drafts
from deskdiary.words.vocabulary import ANNOUNCEMENT, CHANNELS
from deskdiary.words.wording import Wording

TOGETHER = ("arrived", "loan-due")
_WAYS = {"email": "E-mail", "call": "Card for a call", "letter": "Letter"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One template with what it says; `own` where it is the desk's and not the shipped one."""

    file: str
    way: str
    language: str
    own: bool
    drafts: tuple[Draft, ...] = field(repr=False)


def wording(view: View, templates: Templates) -> Iterator[Page]:
    """Every template, said once for one thing and once for two."""
    words = view.wording
    if words is None:
        return
    kinds = [
        (label, kind, [shown for channel in CHANNELS for shown in _shown(words, kind, channel, view)])
        for kind, label in {**KINDS, ANNOUNCEMENT: "The general e-mail to a list"}.items()
    ]
    where = (view.plan.desk.library, view.plan.on)
    together = [
        (language_name(language or STAFF_LANGUAGE), draft)
        for language in words.languages
        if (draft := sample_draft_of_two(words, TOGETHER, language, where))
    ]
    faults = [each for each in view.plan.problems if each.code in {"bad-wording", "wording-not-read"}]
    yield templates.page(
        "wording.md", "wording.md", view=view, kinds=kinds, together=together, faults=faults, folder="wording"
    )


def _shown(words: Wording, kind: str, channel: str, view: View) -> Iterator[Shown]:
    where = (view.plan.desk.library, view.plan.on)
    for language in words.languages:
        file = words.file(kind, channel, language)
        if file is None:
            continue
        made = tuple(sample_drafts(words, kind, channel, language, where))[:2]
        if any(draft.says for draft in made):
            name = language_name(language or STAFF_LANGUAGE)
            yield Shown(file, _WAYS[channel], name, file in words.own, made)
