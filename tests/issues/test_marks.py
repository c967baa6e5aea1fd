"""Our part of an issue's text: found whatever was written around it, and nothing of that is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.issues.body import around, plain, same
from deskdiary.issues.card import Card
from deskdiary.issues.hostile import as_code
from deskdiary.issues.marks import Stage, begin, box, end, is_marked, marked, tag_of
from naughty import NAUGHTY

KEYS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)
TAGS = st.lists(st.sampled_from([f"loan-due/2026-11-{n:02}/abcdef" for n in range(1, 9)]), unique=True)
WORDS = st.text(st.sampled_from("ab \n\r`#-*[]x<!->@é"), max_size=60)


def card(key: str, tags: list[str]) -> Card:
    boxes = dict.fromkeys(tags, "A loan is due")
    return Card(key, key, ("Head",), boxes, ("Tail",))


@given(KEYS, TAGS, WORDS, WORDS, st.integers(0, 10**12))
def test_what_staff_wrote_before_and_after_stays(
    key: str, tags: list[str], before: str, after: str, heard: int
) -> None:
    was, will = card(key, tags), card(key, tags[:1])
    text = f"{before}{was.part(Stage.OPEN, heard)}{after}"
    now = around(text, will.part(Stage.SETTLED, heard))
    assert now == plain(before) + will.part(Stage.SETTLED, heard) + plain(after)
    assert around(now, will.part(Stage.SETTLED, heard)) == now


@given(KEYS, TAGS, st.integers(0, 10**12), st.sampled_from(Stage), st.data())
def test_what_the_marks_say_is_read_as_it_was_written(
    key: str, tags: list[str], heard: int, stage: Stage, data: st.DataObject
) -> None:
    ticked = frozenset(data.draw(st.sets(st.sampled_from(tags)))) if tags else frozenset[str]()
    marks = marked(card(key, tags).part(stage, heard, ticked).replace("\n", "\r\n"))
    assert marks is not None
    assert (marks.about, marks.stage, marks.heard) == (key, stage, heard)
    assert {each.tag for each in marks.boxes if each.ticked} == ticked
    assert marks.tags == frozenset(tags)


@pytest.mark.parametrize("text", NAUGHTY)
def test_no_words_of_a_note_pass_for_a_mark_of_ours(text: str) -> None:
    assert not is_marked(as_code(f"{text}{end('p-k7f2')}"))
    assert "\n" not in as_code(text)


@pytest.mark.parametrize("sign", ["x", "X"])
@pytest.mark.parametrize("bullet", ["-", "*", "+", "  -"])
def test_a_tick_is_a_tick_however_an_editor_writes_it(sign: str, bullet: str) -> None:
    tag = "loan-due/2026-11-24/abcdef"
    marks = marked(f"{begin('p-k7f2', Stage.OPEN, 0)}\n{bullet} [{sign}] Due {box('p-k7f2', tag)}")
    assert marks is not None
    assert [each.ticked for each in marks.boxes] == [True]


def test_a_line_that_a_colleague_copied_for_herself_is_hers_and_all_she_wrote_beside_it() -> None:
    """Whoever copies a line in the forge's editor copies our mark along with it."""
    was, will = card("p-k7f2", ["loan-due/2026-11-24/abcdef"]), card("p-k7f2", [])
    part = was.part(Stage.OPEN, 0)
    (line,) = (each for each in part.split("\n") if "[ ]" in each)
    copied = line.replace("[ ]", "[x]")
    text = f"Ask her first:\n{copied}\n\n{part}\n\nRang on Monday:\n{copied}\nShe was out."
    marks = marked(text)
    assert marks is not None
    assert [each.ticked for each in marks.boxes] == [False]
    now = around(text, will.part(Stage.OPEN, 0))
    assert now == text.replace(part, will.part(Stage.OPEN, 0))


def test_a_whole_part_that_a_colleague_quotes_below_says_nothing() -> None:
    was = card("p-k7f2", ["loan-due/2026-11-24/abcdef"])
    part, quoted = was.part(Stage.OPEN, 7), was.part(Stage.SETTLED, 1, frozenset(was.boxes))
    marks = marked(f"{part}\n\nIn October it said:\n{quoted}\n")
    assert marks == marked(part)
    assert around(f"{part}\n{quoted}", "NEW") == f"NEW\n{quoted}"


def test_a_text_without_a_mark_keeps_all_it_says() -> None:
    assert around("Mine.", "PART") == "PART\n\nMine."
    assert around("", "PART") == "PART"
    assert same("One\r\ntwo\r\n", "One\ntwo")


def test_a_tag_says_kind_and_date_and_no_title() -> None:
    tag = tag_of("p-k7f2/loan-due/atlas-of-sound/2026-11-27")
    assert tag.startswith("loan-due/2026-11-27/")
    assert "atlas" not in tag
    assert tag != tag_of("p-k7f2/loan-due/chapels/2026-11-27")
