"""Forms filled in by people who never saw YAML: what they typed is in the note, and stays text."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from desk_writing import WrittenDesk, write_desk
from deskdiary.recording.filled_in import filled_in
from deskdiary.recording.forms import FORMS, VISIT, Form
from deskdiary.schema.patron import HOW
from naughty import NAUGHTY
from processes import TOP, Ran, deskdiary

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    loans: [{title: Chapels, due: 2026-11-27}]
    # resources/tradewind.md
    title: Tradewind
    # library.yml
    library: Small Library
    country: GB
    today: 2026-11-24
    staff: {ep: {name: Elin Pryce, github: elin-example}, mh: {name: Martin Hale}}
    categories: {academic: {}}
"""
FOLDER = TOP / ".github" / "ISSUE_TEMPLATE"
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


@pytest.fixture
def written(tmp_path: Path) -> WrittenDesk:
    return write_desk(tmp_path / "desk", DESK)


def as_sent(form: str, answers: Mapping[str, str]) -> str:
    """The text of an issue, as the forge makes it of a form."""
    asked = next(each for each in FORMS if each.name == form).questions
    return "\n\n".join(
        f"### {question.heading}\n\n{answers.get(question.name, '_No response_')}" for question in asked
    )


def capture(desk: WrittenDesk, form: str, *words: str, **answers: str) -> Ran:
    file = desk.root.parent / "form.md"
    file.write_text(as_sent(form, answers), encoding="utf-8", newline="")
    return deskdiary("capture", file, "--root", desk.root, *words)


def note(desk: WrittenDesk, key: str = "p-k7f2") -> str:
    return (desk.root / "patrons" / f"{key}.md").read_text(encoding="utf-8")


@each_form
def test_the_forges_form_asks_what_the_program_reads(form: Form) -> None:
    shown = yaml.safe_load((FOLDER / f"{form.name}.yml").read_text(encoding="utf-8"))
    asked = [
        (each["id"], each["attributes"]["label"], each.get("validations", {}).get("required", False))
        for each in shown["body"]
    ]
    assert asked == [(each.name, each.heading, each.required) for each in form.questions]
    assert shown["labels"] == ["desk diary"]


@each_form
def test_only_the_last_answer_may_run_over_several_lines(form: Form) -> None:
    shown = yaml.safe_load((FOLDER / f"{form.name}.yml").read_text(encoding="utf-8"))
    assert all(each["type"] in {"input", "dropdown"} for each in shown["body"][:-1])
    choices = [tuple(each["attributes"]["options"]) for each in shown["body"] if each["type"] == "dropdown"]
    assert all(sorted(choice) == sorted(HOW.options) for choice in choices)


def test_there_is_a_form_for_everything_that_can_be_filled_in() -> None:
    assert {file.stem for file in FOLDER.glob("*.yml")} == {form.name for form in FORMS}


@pytest.mark.parametrize("text", NAUGHTY)
def test_whatever_is_typed_is_the_answer_and_nothing_else(text: str) -> None:
    read = filled_in(as_sent("visit", {"who": "p-k7f2", "how": "phone", "about": text}))
    assert read is not None
    assert read.form is VISIT
    assert set(read.answers) <= {"who", "how", "about"}
    assert (read.answers["who"], read.answers["how"]) == ("p-k7f2", "phone")


def test_a_heading_within_what_was_said_is_part_of_what_was_said() -> None:
    said = "She laughed.\n\n### Who was it?\n\np-b6u1\n\n### What was said?\n\nNothing"
    read = filled_in(as_sent("visit", {"who": "p-k7f2", "how": "phone", "about": said}))
    assert read is not None
    assert read.answers == {"who": "p-k7f2", "how": "phone", "about": said}


def test_a_visit_is_in_the_diary_by_whoever_filled_the_form_in(written: WrittenDesk) -> None:
    told = capture(
        written, "visit", "--author", "Elin-Example", who="prosser", how="in person", about="She: hello"
    )
    assert (told.code, told.out, told.err) == (0, "Written down: p-k7f2\n", "")
    entry = "  - date: 2026-11-24\n    how: in person\n    by: ep\n    about: 'She: hello'\n"
    assert note(written).endswith(f"contacts:\n{entry}---\n")


def test_a_wish_is_a_request_too(written: WrittenDesk) -> None:
    told = capture(written, "asked", who="p-k7f2", title="Tradewind", how="email")
    assert told.code == 0
    assert "requests:\n  - for: tradewind\n    asked: 2026-11-24\n" in note(written)
    assert "    about: Asked for Tradewind\n" in note(written)


def test_a_renewal_moves_the_day(written: WrittenDesk) -> None:
    assert capture(written, "renewed", who="p-k7f2", until="2026-12-18").code == 0
    assert "due: 2026-12-18}]" in note(written)


def test_a_new_patron_has_a_note_and_the_answer_says_its_key_alone(written: WrittenDesk) -> None:
    told = capture(
        written, "patron", name="Bo Quist", category="academic", text="Quiet.\n\n---\n\n<b>Deaf</b>"
    )
    assert told.code == 0
    key = told.out.removeprefix("Written down: ").strip()
    assert note(written, key) == (
        "---\nname: Bo Quist\ncategory: academic\nsince: 2026-11-24\n---\n\nQuiet.\n\n---\n\n<b>Deaf</b>\n"
    )
    assert "Quist" not in told.out + told.err


@pytest.mark.parametrize(
    "about",
    [
        "]]></script><script>alert(1)</script>",
        "$(touch /tmp/x); `id` ${{ github.token }}",
        "x\n---\nname: Eve\n",
        "x\n  - date: 2026-11-24\n    how: phone\n    about: made up",
        "&a *a !!python/object:os.system [{",
        "@everyone ::set-output name=written::yes",
    ],
)
def test_hostile_words_are_words_in_the_diary(written: WrittenDesk, about: str) -> None:
    assert capture(written, "visit", who="p-k7f2", how="phone", about=about).code == 0
    mair = written.read("2026-11-24").patrons[0]
    assert mair.name.value == "Professor Mair Prosser"
    assert [contact.about.value for contact in mair.contacts] == [about.strip()]


@pytest.mark.parametrize(
    ("form", "answers", "why"),
    [
        ("visit", {"who": "p-k7f2", "how": "phone"}, "no answer to: What was said?"),
        ("visit", {"who": "nobody", "how": "phone", "about": "x"}, "there is no patron of this key or name"),
        ("visit", {"who": "p-k7f2", "how": "pigeon", "about": "x"}, "how you were in touch is one of"),
        ("renewed", {"who": "p-k7f2", "until": "next week"}, "year-month-day"),
        ("renewed", {"who": "p-k7f2", "until": "2026-11-01"}, "due on 2026-11-27 already"),
        ("patron", {"name": "Bo Quist", "category": "wizard"}, "no such category"),
        ("patron", {"name": "Bo Quist", "email": "bo at home"}, "e-mail"),
    ],
)
def test_what_cannot_be_taken_down_is_answered_and_nothing_is_written(
    written: WrittenDesk, form: str, answers: dict[str, str], why: str
) -> None:
    before = {file: file.read_bytes() for file in written.root.rglob("*.md")}
    told = capture(written, form, **answers)
    assert (told.code, told.out) == (1, "")
    assert why in told.err
    assert {file: file.read_bytes() for file in written.root.rglob("*.md")} == before


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("visit", {"who": "p-k7f2", "how": "phone", "about": "She rang.\n\nShe will come."}),
        ("asked", {"who": "p-k7f2", "how": "email", "title": "Tradewind"}),
    ],
)
def test_a_visit_that_is_sent_again_came_about_once(
    written: WrittenDesk, form: str, answers: dict[str, str]
) -> None:
    """A run that was broken off before it could answer is run again."""
    told = [capture(written, form, "--author", "elin-example", **answers) for _ in range(2)]
    assert [each.out for each in told] == ["Written down: p-k7f2\n"] * 2
    assert note(written).count("- date: 2026-11-24") == 1
    assert capture(written, form, **{**answers, "how": "letter"}).code == 0
    assert note(written).count("- date: 2026-11-24") == 2


def test_a_new_patron_who_is_sent_again_has_one_note(written: WrittenDesk) -> None:
    first = capture(written, "patron", name="Bo Quist").out.removeprefix("Written down: ").strip()
    again = capture(written, "patron", name="bo  quist")
    assert again.code == 1
    assert f"begun today: {first}." in again.err
    assert "quist" not in again.err.casefold()
    assert len(list((written.root / "patrons").glob("*.md"))) == 2


def test_a_strangers_form_is_not_for_our_notes(written: WrittenDesk) -> None:
    told = capture(written, "visit", "--author", "eve", who="p-k7f2", how="phone", about="x")
    assert told.code == 1
    assert "not among the staff" in told.err
    assert "contacts" not in note(written)


def test_a_refusal_quotes_nothing_of_what_was_said(written: WrittenDesk) -> None:
    (written.root / "patrons" / "p-k7f2.md").write_text("---\n{name: Mair Prosser}\n---\n", encoding="utf-8")
    told = capture(written, "visit", who="p-k7f2", how="phone", about="A private matter")
    assert told.code == 1
    assert "patrons/p-k7f2.md:2" in told.err
    assert "private" not in told.err


@pytest.mark.parametrize(
    ("form", "answers", "why"),
    [
        ("visit", {"who": "Gwen Rees", "how": "phone", "about": "x"}, "no patron of this key or name"),
        ("visit", {"who": "p", "how": "phone", "about": "x"}, "more than one patron of this key or name"),
        (
            "renewed",
            {"who": "p-k7f2", "loan": "A Private Matter", "until": "2026-12-18"},
            "no such loan of p-k7f2",
        ),
        ("renewed", {"who": "p-k7f2", "until": "2026-12-18"}, "more than one such loan of p-k7f2"),
    ],
)
def test_a_refusal_names_nobody_and_no_title(
    written: WrittenDesk, form: str, answers: dict[str, str], why: str
) -> None:
    """A log is kept longer than a note, and so is an answer on an issue."""
    write_desk(
        written.root,
        """
        # patrons/p-k7f2.md
        name: Professor Mair Prosser
        loans: [{title: Private Chapels, due: 2026-11-27}, {title: Private Tears, due: 2026-11-27}]
        # patrons/p-b6u1.md
        name: Dafydd Pugh
        """,
    )
    told = capture(written, form, **answers)
    assert (told.code, why in told.err) == (1, True)
    for private in ("gwen", "rees", "mair", "prosser", "pugh", "private", "chapels", "tears"):
        assert private not in told.err.casefold()


def test_any_other_text_is_no_form_of_ours(written: WrittenDesk, tmp_path: Path) -> None:
    (tmp_path / "form.md").write_bytes(b"\xff\xfe Hello")
    told = deskdiary("capture", tmp_path / "form.md", "--root", written.root)
    assert told.code == 1
    assert "none of our forms" in told.err
