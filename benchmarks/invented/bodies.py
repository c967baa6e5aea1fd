"""What a colleague should know, in Markdown: plain sentences, and now and then all that notes can hold."""

from collections.abc import Callable
from random import Random

from benchmarks.invented.chance import happens
from benchmarks.invented.world import somewhere

_SENTENCES = (
    "Comes in most {day}s {time} and would rather talk than read a message.",
    "Writing on {topic} in {place}; the second chapter is due at the end of term.",
    "Asked for the catalogue of {topic} twice and was told each time that it was on the *upper floor*.",
    "Answers within the hour, **except on {day}s**, when there is teaching until late.",
    "Please let the telephone ring a good dozen times and speak slowly.",
    "A friend drives them in on {day}s, so that is a good day for bringing things back.",
    "Takes up anything new on {topic} and tells the students about it.",
    "Prefers large print, and the table by the window on the {place} side.",
    "Knows more about {topic} than any of us; ask before you buy.",
    "Has promised a few lines on whether the collection on {topic} is worth keeping.",
    "The parcel for {place} goes with the van {time}, never by post.",
    "Would like to hear when the volumes on {topic} are back from the binder.",
    "Was at school in {place} and collects whatever is printed there.",
    "Travels a good deal between {place} and the coast and always lets us know.",
    "Do not mention the fine of last winter; it was our mistake.",
    "Reads everything on {topic}, in Welsh as well as in English.",
    "Keeps books rather long, but brings every one of them back in good order.",
    "The office in {place} forwards letters; allow a week.",
    "Offered to give a short talk on {topic} to the Friends of the Library.",
    "Needs a quiet room {time} on {day}s, with a socket by the desk.",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_TIMES = ("before ten", "after lunch", "about two", "towards closing time", "in the first week of the month")


def body(source: Random, topic: str) -> str:
    """The text of a patron's note: none for some, a few paragraphs for most, lists or tables for others."""
    if happens(source, 14):
        return ""
    parts = [paragraph(source, topic) for _ in range(source.randint(1, 3))]
    for percent, made in _FORMS:
        if happens(source, percent):
            # Always between paragraphs: two lists in a row would be one.
            parts += [made(source, topic), sentence(source, topic)]
    return "\n\n".join(parts) + "\n"


def blurb(source: Random, title: str, topic: str) -> str:
    """The text of a resource's note: the first paragraph is fit for a letter."""
    pages, where = source.randint(2, 90), somewhere(source)
    first = f"{title} has {pages} hundred pages and pictures on {topic} in and around {where}."
    after = [paragraph(source, topic) for _ in range(source.randint(0, 2))]
    return "\n\n".join((first, *after)) + "\n"


def paragraph(source: Random, topic: str) -> str:
    """Two or three sentences, broken into lines as somebody types them."""
    return "\n".join(sentence(source, topic) for _ in range(source.randint(2, 3)))


def sentence(source: Random, topic: str) -> str:
    """One thing to know about somebody."""
    return source.choice(_SENTENCES).format(
        topic=topic, place=somewhere(source), day=source.choice(_DAYS), time=source.choice(_TIMES)
    )


def _list(source: Random, topic: str) -> str:
    return "\n".join(f"- {sentence(source, topic)}" for _ in range(source.randint(2, 5)))


def _steps(source: Random, topic: str) -> str:
    return "\n".join(f"{number}. {sentence(source, topic)}" for number in range(1, source.randint(3, 5)))


def _tasks(source: Random, topic: str) -> str:
    return "\n".join(
        f"- [{'x' if happens(source, 50) else ' '}] {sentence(source, topic)}"
        for _ in range(source.randint(2, 4))
    )


def _table(source: Random, topic: str) -> str:
    rows = (
        f"| {source.choice(_DAYS)} | {source.choice(_TIMES)} | {topic}, {somewhere(source)} |"
        for _ in range(source.randint(2, 4))
    )
    return "\n".join(("| Day | When | What for |", "| --- | --- | --- |", *rows))


def _heading(source: Random, topic: str) -> str:
    return f"## What to know of {topic} before a call\n\n{sentence(source, topic)}"


def _admonition(source: Random, topic: str) -> str:
    kind = source.choice(("note", "tip", "warning"))
    return f'!!! {kind} "Before you ring"\n\n    {sentence(source, topic)}\n    {sentence(source, topic)}'


def _quotation(source: Random, topic: str) -> str:
    return f"> {sentence(source, topic)}\n> {sentence(source, topic)}"


def _link(source: Random, topic: str) -> str:
    number = source.randint(1, 999)
    link = f"[the reading list on {topic}](https://lists.example.org/{number})"
    return f"See {link} and ask for shelf `{number}.{number % 7}`."


def _code(source: Random, topic: str) -> str:
    return f'```text\nfind subject = "{topic}"\n  and place = "{somewhere(source)}"\n```'


_FORMS: tuple[tuple[int, Callable[[Random, str], str]], ...] = (
    (16, _list),
    (5, _steps),
    (5, _tasks),
    (6, _table),
    (8, _heading),
    (5, _admonition),
    (6, _quotation),
    (12, _link),
    (2, _code),
)
