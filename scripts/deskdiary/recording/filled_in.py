"""A form as it comes back: text with a heading above each answer, read as text and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deskdiary.recording.forms import FORMS, Form

NO_ANSWER = "_No response_"


@dataclass(frozen=True, slots=True)
class FilledIn:
    """Which form it is, and the answers that there are."""

    form: Form
    answers: Mapping[str, str] = field(repr=False)

    @property
    def missing(self) -> tuple[str, ...]:
        """The headings of what must be answered and is not."""
        return tuple(
            question.heading
            for question in self.form.questions
            if question.required and question.name not in self.answers
        )


def filled_in(text: str) -> FilledIn | None:
    """The form that this is, or None. Its first heading says which."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").strip("\ufeff\n ").split("\n")]
    form = next((each for each in FORMS if lines[0] == _heading(each, 0)), None)
    places = _places(lines, form) if form else None
    if form is None or places is None:
        return None
    ends = (*places[1:], len(lines))
    answers = {
        question.name: "\n".join(lines[start + 1 : end]).strip()
        for question, start, end in zip(form.questions, places, ends, strict=True)
    }
    return FilledIn(form, {name: text for name, text in answers.items() if text and text != NO_ANSWER})


def _places(lines: list[str], form: Form) -> tuple[int, ...] | None:
    """The line of each heading, the first after the one before it: the last answer may say what it likes."""
    places: list[int] = []
    for number in range(len(form.questions)):
        begin = places[-1] + 1 if places else 0
        if _heading(form, number) not in lines[begin:]:
            return None
        places.append(lines.index(_heading(form, number), begin))
    return tuple(places)


def _heading(form: Form, number: int) -> str:
    return f"### {form.questions[number].heading}"
