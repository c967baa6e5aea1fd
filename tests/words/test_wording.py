"""The library's own wording: it takes the shipped one's place, and a mistake in it costs only itself."""

from datetime import date
from itertools import product
from pathlib import Path
from time import process_time

import pytest

from conftest import Golden
from desk_writing import write_desk
from deskdiary.records.kinds import KINDS
from deskdiary.records.library import Library
from deskdiary.reference.wording_page import wording_page
from deskdiary.shells.texts import links, tree
from deskdiary.words.draft import Draft, drafts
from deskdiary.words.own_wording import OwnWording, own_wording
from deskdiary.words.sample_drafts import sample_drafts
from deskdiary.words.sandbox import JINJA
from deskdiary.words.template_rules import Template, faults
from deskdiary.words.vocabulary import CHANNELS
from deskdiary.words.wording import Wording, told_by
from shipped_words import texts, with_own, wording

ROOT = Path(__file__).parents[2]
ON = date(2026, 11, 24)
LOAN = """\
name: Ada Ames
email: ada@example.org
loan_reminders: personal
loans: [{title: Tides, due: 2026-11-25}]
"""


def the_draft(root: Path, note: str, words: Wording) -> Draft:
    (draft,) = drafts(write_desk(root, note).on("2026-11-24").plan, words)
    return draft


def told(words: OwnWording) -> list[tuple[str, int, str]]:
    return [(each.place.path, each.place.line, each.message) for each in words.problems]


@pytest.mark.parametrize("file", sorted(texts()))
def test_what_is_shipped_has_no_mistake_in_it(file: str) -> None:
    named = told_by(file)
    assert named is not None
    kind, language, channel = named
    assert faults(Template(file, kind, channel, texts()[file]), JINJA) == ()
    for draft in sample_drafts(wording(), kind, channel, language, (Library(), ON)):
        assert draft.faults == ()


@pytest.mark.parametrize(("kind", "language"), list(product(KINDS, ("en", "cy"))))
def test_every_kind_can_be_written_in_english_and_in_welsh(kind: str, language: str) -> None:
    for channel in ("email", "letter"):
        made = list(sample_drafts(wording(), kind, channel, language, (Library(), ON)))
        assert made
        assert {draft.language for draft in made} == {language}
        greeting = {"en": "Dear Dr Sample,", "cy": "Annwyl Dr Sample,"}[language]
        assert all(greeting in draft.text for draft in made)
        assert all(draft.unfinished == (kind in {"reminder", "note-review"}) for draft in made)


def test_the_librarys_own_words_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    own = with_own(
        loan__due_email="Subject: A book of ours\n{% for loan in about %}\n{{ loan.title }}!\n{% endfor %}"
    )
    assert own.problems == ()
    draft = the_draft(tmp_path, LOAN, own.wording)
    assert (draft.subject, draft.says) == ("A book of ours", "Tides!")
    assert draft.text.startswith("Dear Ada Ames,\n\nTides!\n\nWith good wishes,"), (
        "the frame is still the shipped one"
    )


def test_a_mistake_is_told_with_its_line_and_the_shipped_words_speak(tmp_path: Path) -> None:
    own = with_own(
        loan__due_email="Subject: A book\n\n{% for loan in about %}\n{{ loan.titel }}\n{% endfor %}"
    )
    assert told(own) == [("wording/loan-due.email.txt", 4, "There is no word `titel` for this wording.")]
    assert own.problems[0].remedy == "Did you mean `title`?"
    assert the_draft(tmp_path, LOAN, own.wording).subject == "Your library loan"


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        pytest.param("Hello\n{{ greet", 2, "This cannot be read", id="a word without an end"),
        pytest.param(
            "Hello\n\n{% if opening %}\nyes", 4, "This cannot be read", id="a choice without an end"
        ),
        pytest.param(
            "{% for loan in about %}{% endfr %}", 1, "This cannot be read", id="a slip in the last word"
        ),
        pytest.param("\n{{ naem }}", 2, "There is no word `naem`", id="a word that there is not"),
        pytest.param("{{ about[0].url }}", 1, "There is no word `url`", id="a word of another kind"),
        pytest.param(
            "{{ about[0].due | shout }}", 1, "There is no filter `shout`", id="a filter that there is not"
        ),
        pytest.param(
            "{{ about[1].due }}", 1, "Only the first of a list", id="the second, where there may be one"
        ),
        pytest.param("{{ about[0].due > 3 }}", 1, "This cannot be said", id="a text reckoned with"),
        pytest.param(
            "{% for each in about[0].title %}x{% endfor %}", 1, "A loop can only", id="letter by letter"
        ),
        pytest.param("{% include 'x' %}", 1, "A wording cannot do this (include)", id="another file"),
        pytest.param("{{ range(3) }}", 1, "A wording cannot do this (call)", id="a call"),
        pytest.param(
            "{{ about[0].title.upper() }}", 1, "A wording cannot do this (call)", id="a call of a text's"
        ),
        pytest.param(
            "{{ about.__class__ }}", 1, "There is no word `__class__`", id="the inside of the program"
        ),
        pytest.param(
            "{{ about[0]['__class__'] }}", 1, "Only the first of a list", id="the same by another door"
        ),
        pytest.param("{% macro m() %}{% endmacro %}", 1, "A wording cannot do this (macro)", id="a macro"),
        pytest.param("{% set about = 1 %}", 1, "`about` is a word", id="a word given another meaning"),
    ],
)
def test_what_a_wording_cannot_do_is_named(source: str, line: int, said: str) -> None:
    found = told(with_own(loan__due_email=source))
    assert found
    assert found[0][:2] == ("wording/loan-due.email.txt", line)
    assert any(message.startswith(said) for _, _, message in found), found


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{{ 'x' * 999999999999 }}", id="a text without end"),
        pytest.param("{{ 10 ** 10 ** 10 }}", id="a number without end"),
        pytest.param("{% for a in about %}" * 40 + "x" + "{% endfor %}" * 40, id="loops within loops"),
        pytest.param(
            "{% set a = 'x' ~ 'x' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}", id="doubled again and again"
        ),
        pytest.param("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", id="brackets within brackets"),
        pytest.param("{{ '%9999999999d' % 1 }}", id="a format without end"),
        pytest.param("{{ about | join('x' ~ 'x') | center(99999999999) }}", id="a filter without end"),
        pytest.param("x" * 70_000, id="a book"),
        pytest.param(
            "{% for a in about recursive %}{{ loop(about) }}{% endfor %}", id="a loop that calls itself"
        ),
    ],
)
def test_no_wording_runs_for_long(source: str) -> None:
    begun = process_time()
    assert with_own(loan__due_email=source).problems
    assert process_time() - begun < 5


def test_a_letter_cannot_use_what_is_for_cards_alone() -> None:
    own = with_own(reminder_email="{{ about[0].about }}", reminder_letter="{{ about[0].about }}")
    assert [message for _, _, message in told(own)] == ["There is no word `about` for this wording."] * 2
    assert with_own(reminder_call="{{ about[0].about }}").problems == ()


def test_a_file_that_nobody_would_read_is_told_of() -> None:
    (problem,) = with_own(loan__due_mail="Hello").problems
    assert (problem.place.path, problem.code) == ("wording/loan-due.mail.txt", "wording-not-read")
    assert problem.remedy == "Did you mean loan-due.email.txt?"


def test_a_file_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    found = own_wording(
        texts(), {"arrived.email.txt": "Voil\u00e0\nZo\u00eb".encode("cp1252"), "README.md": b"\xff"}
    )
    assert [(each.place.line, each.message) for each in found.problems] == [
        (1, "This file is not saved as UTF-8.")
    ]
    assert the_draft(tmp_path, LOAN, found.wording).subject == "Your library loan"


def test_a_link_is_not_followed_and_told_of(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("Hello", encoding="utf-8")
    folder = tmp_path / "wording"
    folder.mkdir()
    (folder / "arrived.email.txt").symlink_to(tmp_path / "elsewhere.txt")
    (problem,) = own_wording(texts(), tree(folder), links(folder)).problems
    assert (problem.place.path, problem.code) == ("wording/arrived.email.txt", "wording-not-read")


def test_a_message_is_in_one_language_or_in_another_never_half_in_each(tmp_path: Path) -> None:
    french = {
        "frame_fr_email": "Bonjour {{ greet }}\n{% for passage in passages %}\n{{ passage }}\n{% endfor %}"
    }
    note = LOAN + "language: fr\n"
    only_the_frame = the_draft(tmp_path / "a", note, with_own(**french).wording)
    assert only_the_frame.text.startswith("Dear Ada Ames,")
    whole = with_own(**french, loan__due_fr_email="{{ about[0].title }}, {{ about[0].due }}")
    assert whole.problems == ()
    assert (
        the_draft(tmp_path / "b", note, whole.wording).text == "Bonjour Ada Ames\nTides, mercredi 25 novembre"
    )


@pytest.mark.parametrize(
    ("spoken", "greeting"),
    [("cy", "Annwyl"), ("cy-GB", "Annwyl"), ("en", "Dear"), ("en-GB", "Dear"), ("pl", "Dear")],
)
def test_the_persons_language_comes_first(tmp_path: Path, spoken: str, greeting: str) -> None:
    assert the_draft(tmp_path, f"{LOAN}language: {spoken}\n", wording()).text.startswith(
        f"{greeting} Ada Ames,"
    )


def test_a_welsh_library_writes_welsh_to_whoever_names_no_language(tmp_path: Path) -> None:
    library = "# library.yml\nlibrary: Llyfrgell\nlanguage: cy\n"
    draft = the_draft(tmp_path / "a", LOAN + library, wording())
    assert "i fod yn ôl erbyn dydd Mercher 25 Tachwedd." in draft.text
    assert the_draft(tmp_path / "b", f"{LOAN}language: en\n{library}", wording()).text.startswith("Dear Ada")


def test_a_welsh_day_is_mutated_where_welsh_wants_it(tmp_path: Path) -> None:
    note = """
    name: Ada Ames
    email: ada@example.org
    language: cy
    requests: [{for: atlas, asked: 2026-06-02}]

    # resources/atlas.md
    title: The Atlas
    trial: {from: 2026-11-24, to: 2026-12-18}
    """
    assert (
        "ar gael gennym ar brawf o heddiw tan ddydd Gwener 18 Rhagfyr."
        in the_draft(tmp_path, note, wording()).text
    )


def test_the_page_of_words_is_up_to_date(golden: Golden) -> None:
    golden(ROOT / "docs/reference/wording.md", wording_page())


def test_a_file_names_what_it_is_for() -> None:
    assert told_by("loan-due.email.txt") == ("loan-due", "", "email")
    assert told_by("loan-due.cy.letter.txt") == ("loan-due", "cy", "letter")
    assert told_by("announcement.email.txt") == ("announcement", "", "email")
    for name in (
        "announcement.call.txt",
        "loan.email.txt",
        "loan-due.txt",
        "loan-due.email.md",
        "loan-due.a/b.email.txt",
    ):
        assert told_by(name) is None, name
    assert CHANNELS == ("email", "call", "letter")
