"""Details read line by line say what libyaml says they say, to the column; what is in doubt is left to it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskdiary.records.written import Entries
from deskdiary.shells.reading.note_file import Unreadable
from deskdiary.shells.reading.plain_lines import plain_lines
from deskdiary.shells.reading.yaml_tree import Source, Unparsed, tree

CORPUS = sorted((Path(__file__).parent / "corpus").rglob("*.md"))
DESKS = sorted(
    file for kind in ("patrons", "resources") for file in (Path(__file__).parents[2] / kind).rglob("*.md")
)
WORDS = st.sampled_from(
    [
        "a",
        "Ada",
        "no",
        "~",
        "null",
        "0123",
        "12:30",
        "a: b",
        "a:b",
        "a :b",
        "a:",
        ":",
        ": a",
        "- a",
        "-",
        "--- ",
        "...",
        "# a",
        "a #b",
        "a#b",
        "'a'",
        "'a''b'",
        '"a"',
        '"a\\n"',
        '""',
        "[]",
        "[a]",
        "[a, b c]",
        "[a,b]",
        "[ a , b ]",
        "[a,]",
        "[a, [b]]",
        "['a', b]",
        "{}",
        "{a: b}",
        "{a: b, c: 1-2}",
        "{a: b c, }",
        "{a}",
        "{a:b}",
        "[a: b]",
        "? a",
        "!a",
        "&a",
        "*a",
        "@a",
        "%a",
        "`a",
        ">",
        "\\",
        "",
        ">-",
        "é",
        "É. b",
        "‘a’",
        "a’s",
        "Żółte Mapy",
        "خرائط",
        "a\xa0b",
        "a\u200bb",
        "a\u2028b",
        "a\x7f",
        "a\x85b",
        "\ufeffa",
        "a\tb",
        "a  b",
        "a ",
        "<<",
        "a, b",
        "(a)",
        "+44 29",
        "/a",
        ".a",
        "_a",
        "a/b-c",
        "=",
        "$a",
        "£5",
        "a & b",
        "R&D",
        "a * b",
        "it's",
        'say "hi"',
        "a\\b",
        "2026-11-24",
        "1e3",
        "{{a}}",
        "[a-]",
        "[a -b]",
        "[-a]",
        "[a: ]",
        "[a'b]",
        "{a: it's}",
    ]
)
KEYS = st.sampled_from(["name", "a", "b", "loans", "é", "a b", '"a"', "'a'", "0", "-", "?", "_", "a-b", ""])
SPACES = st.sampled_from(["", "", "", " ", "  ", "    ", "\t"])
DASHES = st.sampled_from(["", "", "", "- ", "-  ", "- - ", "-"])
COLONS = st.sampled_from([": ", ": ", ": ", ":", ":  ", " : ", ":\t"])
LINES = (
    st.builds("{}{}{}{}{}{}".format, SPACES, DASHES, KEYS, COLONS, WORDS, SPACES)
    | st.builds("{}{}:{}".format, SPACES, KEYS, SPACES)
    | st.builds("{}{}{}".format, SPACES, DASHES, WORDS)
    | st.sampled_from(["loans:", "- title: a", "  - title: a", "    due: b", "  due: b", "name: a", ""])
)

NAMES = st.sampled_from(["name", "a", "loans"])
LIKELY = (
    st.builds("{}: {}".format, NAMES, WORDS)
    | st.builds("loans:\n  - title: {}\n    due: {}".format, WORDS, WORDS)
    | st.builds("{}:\n- {}\n- {}: {}".format, NAMES, WORDS, NAMES, WORDS)
    | st.builds("{}: [{}, {}]".format, NAMES, WORDS, WORDS)
    | st.builds("{}: {{a: {}, b: {}}}".format, NAMES, WORDS, WORDS)
)

SLIPS = [
    "",
    "\n",
    " ",
    "  ",
    "-",
    "- ",
    ":",
    ": ",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "é",
    "\t",
    "\r",
    "~",
]
LONGEST = 3000


def details_of(file: Path) -> str:
    text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    return text.split("\n---", 1)[0].partition("\n")[2]


def agrees(text: str) -> bool:
    """Whether what is read line by line is read at all, and then is what libyaml reads."""
    plain = plain_lines(text, "patrons/p.md", 2)
    if plain is None:
        return False
    assert exactly(plain) == exactly(tree(Source("patrons/p.md", 2, text, "#" in text)))
    return True


def exactly(node: object) -> object:
    """A tree as plain tuples, with what each was: a list is no record, and a text in quotes is another."""
    if isinstance(node, tuple):
        return (type(node).__name__, *(exactly(each) for each in node))
    return node


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_every_note_of_the_corpus(file: Path) -> None:
    agrees(details_of(file))


def test_most_notes_of_the_example_are_plain() -> None:
    plain = [agrees(details_of(file)) for file in DESKS]
    assert sum(plain) > len(plain) // 3


def test_what_the_plainest_details_say() -> None:
    text = (
        "name: Ada Ames\nloans:\n  - title: Atlas of Sound\n    due: 2026-11-26\n\ninterests: [maps, law]\n"
    )
    assert agrees(text)
    read = plain_lines(text, "patrons/p.md", 2)
    assert isinstance(read, Entries)
    assert [(key.text, key.place.line) for key, _ in read.pairs] == [
        ("name", 2),
        ("loans", 3),
        ("interests", 7),
    ]


@settings(max_examples=300)
@given(st.lists(LIKELY, min_size=1, max_size=4).map("\n".join))
def test_whatever_stands_in_lines_of_the_usual_shape(text: str) -> None:
    compare(text)


@settings(max_examples=200)
@given(st.lists(LINES, min_size=1, max_size=6).map("\n".join))
def test_whatever_lines_stand_there(text: str) -> None:
    compare(text)


@settings(max_examples=300)
@given(
    details=st.sampled_from(
        [details_of(file) for file in (*DESKS, *CORPUS) if file.stat().st_size < LONGEST]
    ),
    at=st.integers(0, LONGEST),
    gone=st.integers(0, 3),
    slip=st.sampled_from(SLIPS),
)
def test_a_note_with_a_slip_of_the_hand_in_it(details: str, at: int, gone: int, slip: str) -> None:
    at %= len(details) + 1
    compare(details[:at] + slip + details[at + gone :])


def compare(text: str) -> None:
    try:
        tree(Source("patrons/p.md", 2, text, "#" in text))
    except (Unparsed, Unreadable):
        assert plain_lines(text, "patrons/p.md", 2) is None, "libyaml could not read it"
        return
    agrees(text)
