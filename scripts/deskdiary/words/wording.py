"""The library's wording: one template for each kind and channel, rendered in a sandbox."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

_SUBJECT = "Subject: "


@dataclass(frozen=True, slots=True)
class Passage:
    """What a template says: the subject it proposes, empty if none, and the text."""

    subject: str
    text: str


class Wording:
    """The templates by their names, `loan-due.email.txt`, and the sandbox that they run in."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._jinja = ImmutableSandboxedEnvironment(
            loader=DictLoader(dict(templates)),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def passage(self, kind: str, channel: str, vocabulary: Mapping[str, object]) -> Passage:
        """What is said of the occasions of one kind. A letter that has no wording has the e-mail's."""
        names = [f"{kind}.{channel}.txt", *([f"{kind}.email.txt"] if channel == "letter" else [])]
        rendered = self._jinja.select_template(names).render(vocabulary)
        first, _, rest = rendered.partition("\n")
        if first.startswith(_SUBJECT):
            return Passage(first.removeprefix(_SUBJECT).strip(), _tidy(rest))
        return Passage("", _tidy(rendered))


def _tidy(text: str) -> str:
    """Paragraphs parted by one empty line, lines without spaces at their ends."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    kept = [line for number, line in enumerate(lines) if line or lines[number - 1]]
    return "\n".join(kept)
