"""The desk's own wording as files: which of them can be used, and what is wrong with the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from deskdiary.records.kinds import KINDS
from deskdiary.records.library import Library
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity, in_order
from deskdiary.words.sample_drafts import sample_drafts
from deskdiary.words.template_rules import LARGEST, Fault
from deskdiary.words.vocabulary import ANNOUNCEMENT, CHANNELS, FRAME
from deskdiary.words.wording import Wording, told_by

FOLDER = "wording"
_TRIED_ON = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class OwnWording:
    """The wording to use, and the problems with the desk's own."""

    wording: Wording = field(repr=False)
    problems: tuple[Problem, ...]


def own_wording(
    shipped: Mapping[str, str], files: Mapping[str, bytes], links: Iterable[str] = ()
) -> OwnWording:
    """The shipped wording with the desk's own in front. A file with a mistake costs itself alone."""
    problems = [_link(file) for file in links]
    texts: dict[str, str] = {}
    for file, content in files.items():
        text = _text(file, content)
        if isinstance(text, Problem):
            problems.append(text)
        elif text is not None:
            texts[file] = text
    wording = Wording(shipped, texts)
    found = (*wording.faults, *_tried(wording))
    return OwnWording(wording, in_order((*problems, *(problem_of(fault) for fault in found))))


def problem_of(fault: Fault) -> Problem:
    """A mistake in a wording as a problem of the desk."""
    place = Place(f"{FOLDER}/{fault.file}", fault.line)
    return Problem(place, Severity.ERROR, "bad-wording", fault.message, fault.remedy)


def _tried(wording: Wording) -> Iterator[Fault]:
    """What goes wrong when the desk's own templates are tried on a sample reader."""
    for file in wording.own:
        told = told_by(file)
        if told:
            kind, language, channel = told
            for made in sample_drafts(wording, kind, channel, language, (Library(), _TRIED_ON)):
                yield from (fault for fault in made.faults if fault.file == file)


def _text(file: str, content: bytes) -> str | Problem | None:
    """The text of a wording's file; None for one that is none and need not be."""
    if file == "README.md":
        return None
    if told_by(file) is None:
        return _unknown(file)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        return problem_of(Fault(file, line, "This file is not saved as UTF-8.", "Save it as UTF-8."))
    if len(content) > LARGEST:
        return problem_of(Fault(file, 1, "This wording is too long: 64 KB is the most.", "Shorten it."))
    return text


def _link(file: str) -> Problem:
    place = Place(f"{FOLDER}/{file}" if file else FOLDER)
    message, remedy = "This is a link, and links are not read.", "Put the file itself here."
    return Problem(place, Severity.ERROR, "wording-not-read", message, remedy)


def _unknown(file: str) -> Problem:
    kinds = (*KINDS, FRAME, ANNOUNCEMENT)
    near = get_close_matches(file, [f"{kind}.{channel}.txt" for kind in kinds for channel in CHANNELS], 1)
    remedy = f"Did you mean {near[0]}?" if near else "A name is a kind and a way, such as arrived.email.txt."
    message = "No wording goes by this name, so nobody reads it."
    return Problem(Place(f"{FOLDER}/{file}"), Severity.ERROR, "wording-not-read", message, remedy)
