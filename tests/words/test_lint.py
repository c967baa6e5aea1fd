"""The last look: every fault that is planted in a good draft is found, and good drafts pass."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk_writing import write_desk
from deskdiary.day.plan import Plan, reckon
from deskdiary.records.desk import Desk, desk_of
from deskdiary.records.library import Library, Staff
from deskdiary.records.place import Place, Said
from deskdiary.words.announcement import announcements
from deskdiary.words.day_of_drafts import day_of_drafts, held_to
from deskdiary.words.draft import Draft, drafts
from deskdiary.words.lint import CHECKS
from deskdiary.words.lint_dates import wrong_weekday
from deskdiary.words.sample_drafts import sample_drafts
from random_desks import DAYS, desks
from shipped_words import texts, with_own, wording

DESK = """
name: Lin Yuqing
greet: Yuqing
email: lin.yuqing@example.org
card: PV20291
loan_reminders: personal
loans: [{title: Tides of the Estuary, due: 2026-11-27}]
requests: [{for: atlas, asked: 2026-06-02}]

# patrons/p-k7f2.md
---
name: Professor Mair Prosser
greet: Mair
email: mair.prosser@example.org
phone: 029 2018 0146
card: PV10382
address: |
  Bryn Awel
  7 Chapel Row
  Porth Gwynt
loans: [{title: A Harbour Master's Daybook, item: 30117742, due: 2027-11-27}]
requests: [{for: The Lost Hymnal, asked: 2026-11-02, note: For her sister's funeral}]
reminders: [{date: 2027-01-02, about: Send the large print list}]
contacts: [{date: 2026-10-02, how: phone, about: She has moved in with her nephew}]
---
## On lighthouses

Hard of hearing since the winter. Let it ring a dozen times.

# resources/atlas.md
---
title: The Vale Atlas
access: Ask at the desk.
trial: {from: 2026-11-24, to: 2026-12-18}
announce_to: [all-readers]
---
Maps of Porth Gwynt and of every parish.

# library.yml
library: Small Library
staff: {ep: {name: Elin Pryce, email: elin.pryce@example.org}}
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return write_desk(tmp_path_factory.mktemp("desk"), DESK).on("2026-11-24").plan


def good(plan: Plan) -> Draft:
    return next(draft for draft in drafts(plan, wording()) if draft.patron == "p-test")


def found(draft: Draft, plan: Plan) -> set[str]:
    """Which checks a draft does not pass."""
    told = [problem.message for problem in held_to((draft,), plan, texts().values()).problems]
    return {name for name, check in CHECKS.items() for message in told if message.endswith(f": {name}.")}


def named(check: str) -> str:
    (name,) = (name for name, each in CHECKS.items() if each.__name__ == check)
    return name


def says(text: str) -> Callable[[Draft], Draft]:
    return lambda draft: replace(draft, text=f"{draft.text}\n\n{text}")


def signed(name: str = "Elin Pryce", email: str = "elin.pryce@example.org") -> Staff:
    place = Place("library.yml", 4)
    return Staff("ep", Said(name, place), Said(email, place))


FAULTS: dict[str, tuple[str, Callable[[Draft], Draft]]] = {
    "a word that was not filled in": ("unresolved_field", says("Dear {{ greet }}, it is here.")),
    "a word in single brackets": ("unresolved_field", says("It is due on { due }.")),
    "a choice that was not made": ("unresolved_field", says("{% if closing %}")),
    "a word in the subject": ("unresolved_field", lambda draft: replace(draft, subject="About {{ title }}")),
    "a thing of the program": ("unresolved_field", says("<deskdiary.Loan object at 0x7f>")),
    "nobody greeted": ("greets_nobody", lambda draft: replace(draft, text=draft.text.replace("Yuqing", ""))),
    "a greeting without a name": (
        "greets_nobody",
        lambda draft: replace(draft, text=draft.text.replace("Dear Yuqing,", "Dear ,")),
    ),
    "somebody else greeted": (
        "greets_nobody",
        lambda draft: replace(draft, text="Dear reader,\n\nIt is here."),
    ),
    "another's name": ("another_person", says("Professor Mair Prosser has it now.")),
    "another's name in capitals": ("another_person", says("PROFESSOR  MAIR\nPROSSER has it now.")),
    "another's first name": ("another_person", says("Ask Mair about it.")),
    "another's address": ("another_person", says("Write to mair.prosser@example.org")),
    "another's house": ("another_person", says("It was sent to Bryn Awel.")),
    "another's street": ("another_person", says("It was sent to 7 Chapel Row.")),
    "another's telephone": ("another_person", says("Ring +44 29 2018 0146.")),
    "another's telephone as one dials it here": ("another_person", says("Ring (029) 2018-0146.")),
    "another's card": ("another_person", says("Card PV10382")),
    "another's book": ("another_person", says("“A Harbour Master's Daybook” is due as well.")),
    "another's item": ("another_person", says("Item 30117742")),
    "what another asked for": ("another_person", says("We have The Lost Hymnal.")),
    "why another asked": ("another_person", says("It was for her sister's funeral.")),
    "what we note of another": ("another_person", says("She has moved in with her nephew.")),
    "our reminder of another": ("another_person", says("Send the large print list")),
    "the text of another's note": ("another_person", says("Hard of hearing since the winter.")),
    "another addressed": ("another_person", lambda draft: replace(draft, to="mair.prosser@example.org")),
    "another named on the envelope": (
        "another_person",
        lambda draft: replace(draft, to_name="Professor Mair Prosser"),
    ),
    "a weekday amiss": ("weekday_amiss", says("It is due on Thursday 27 November.")),
    "a weekday amiss with a year": ("weekday_amiss", says("It was due on Friday 27 November 2025.")),
    "no address": ("bad_address", lambda draft: replace(draft, to=None)),
    "two addresses": ("bad_address", lambda draft: replace(draft, to="a@example.org, b@example.org")),
    "two addresses without a comma": (
        "bad_address",
        lambda draft: replace(draft, to="a@example.org b@example.org"),
    ),
    "a sign that is nothing in an address": (
        "bad_address",
        lambda draft: replace(draft, to="a\0@example.org"),
    ),
    "an address with a name": ("bad_address", lambda draft: replace(draft, to="Lin <lin@example.org>")),
    "letters that servers refuse": ("bad_address", lambda draft: replace(draft, to="lín@example.org")),
    "a bad address of ours": (
        "bad_address",
        lambda draft: replace(draft, staff=signed(email="elin at home")),
    ),
    "a line break in the subject": (
        "broken_header",
        lambda draft: replace(draft, subject="Loan\nBcc: x@example.org"),
    ),
    "a line break in the name": (
        "broken_header",
        lambda draft: replace(draft, to_name="Lin\r\nBcc: x@example.org"),
    ),
    "a line break of another sort": (
        "broken_header",
        lambda draft: replace(draft, to_name="Lin\u2028Yuqing"),
    ),
    "a line break in our name": ("broken_header", lambda draft: replace(draft, staff=signed("Elin\nPryce"))),
    "their name in the subject": (
        "subject_too_personal",
        lambda draft: replace(draft, subject="For Lin Yuqing"),
    ),
    "their book in the subject": (
        "subject_too_personal",
        lambda draft: replace(draft, subject="“Tides of the Estuary” is due"),
    ),
    "a word without end": ("endless_line", says("x" * 1200)),
}


def test_a_good_draft_passes(plan: Plan) -> None:
    assert found(good(plan), plan) == set()
    assert day_of_drafts(plan, wording()).problems == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_is_planted_is_found(fault: str, plan: Plan) -> None:
    check, plant = FAULTS[fault]
    assert named(check) in found(plant(good(plan)), plan)


def test_every_check_has_a_fault_that_it_alone_finds(plan: Plan) -> None:
    """Without the check such a fault would pass: so each of them is needed."""
    alone = {
        next(iter(names)) for _, plant in FAULTS.values() if len(names := found(plant(good(plan)), plan)) == 1
    }
    assert alone == set(CHECKS)


def test_what_was_held_back_is_told_by_its_key_and_nothing_else(plan: Plan) -> None:
    for _, plant in FAULTS.values():
        made = held_to((plant(good(plan)),), plan, texts().values())
        assert made.drafts == ()
        for problem in made.problems:
            assert (problem.place.path, problem.code) == ("patrons/p-test.md", "draft-held-back")
            words = f"{problem.message} {problem.remedy}".casefold()
            assert not any(word in words for word in ("yuqing", "mair", "prosser", "tides", "hymnal"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Maps of Porth Gwynt and of every parish.", id="the town of another's address in a blurb"
        ),
        pytest.param("Ask at the desk for a word about the trial.", id="common words"),
        pytest.param("The Vale Atlas", id="a resource, whoever asked for it"),
        pytest.param("There is a new book on lighthouses.", id="a heading of another's note"),
        pytest.param("Elin Pryce", id="one of the staff"),
        pytest.param("Tides of the Estuary", id="what they have themselves"),
        pytest.param("Repair it in a fair way", id="a name within other words"),
        pytest.param("None of it is lost; {} is an empty set", id="signs that are no templates"),
        pytest.param("It is due on Friday 27 November.", id="a weekday that is right"),
        pytest.param("See you on Friday 1 January.", id="a weekday of next year"),
    ],
)
def test_what_is_no_fault_is_not_taken_for_one(text: str, plan: Plan) -> None:
    assert found(says(text)(good(plan)), plan) == set()


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Friday 27 November", "en-GB", False),
        ("Friday, 27 November 2026", "en-GB", False),
        ("Friday November 27", "en-US", False),
        ("Monday 27 November", "en-GB", True),
        ("MONDAY 27 NOVEMBER", "en-GB", True),
        ("Friday 31 November", "en-GB", True),
        ("ddydd Gwener 27 Tachwedd", "cy", False),
        ("erbyn dydd Iau 27 Tachwedd", "cy", True),
        ("freitag, 27. November", "de", False),
        ("Montag 27. November", "de", True),
        ("Friday is not a date", "en-GB", False),
    ],
)
def test_weekdays_beside_dates(text: str, language: str, wrong: bool) -> None:  # noqa: FBT001 - it is what is expected
    assert wrong_weekday(text, date(2026, 11, 24), language) is wrong


def test_the_general_email_needs_no_address_and_names_nobody(plan: Plan) -> None:
    (general,) = announcements(plan, wording())
    assert found(general, plan) == set()
    assert named("another_person") in found(says("Lin Yuqing asked for it.")(general), plan)


def test_a_wording_that_leaves_a_field_open_holds_the_draft_back(plan: Plan) -> None:
    own = with_own(loan__due_email="{{ '{{ title }}' }} is due.")
    made = day_of_drafts(plan, own.wording)
    assert [draft.patron for draft in made.drafts] == [""], "only the general e-mail is left"
    assert [problem.message for problem in made.problems] == [
        "The draft to p-test was held back: a field in it was not filled in."
    ]


@pytest.mark.parametrize("channel", ["email", "letter"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_subject_and_no_weekday_of_the_shipped_wording_is_amiss(channel: str, language: str) -> None:
    plan = reckon(desk_of(Library()), date(2026, 11, 24))
    for kind in ("loan-due", "trial-opens", "trial-closing", "arrived", "request-waiting", "newcomer"):
        for draft in sample_drafts(wording(), kind, channel, language, (Library(), date(2026, 11, 24))):
            assert found(replace(draft, patron=""), plan) <= {named("greets_nobody")}


def _marked(desk: Desk) -> Desk:
    """The desk with a word of each patron's own wherever a note may say something."""
    marked = []
    for patron in desk.patrons:
        word = f"canary-{patron.key}"
        place = Place(patron.path, 7)
        marked.append(
            replace(
                patron,
                name=Said(f"{word} name", place),
                greet=Said(f"{word} greet", place),
                email=Said(f"{word}@example.org", place) if patron.email else None,
                address=Said(f"{word} house", place) if patron.address else None,
                card=Said(f"{word} card", place),
                body=f"{word} body.",
                loans=tuple(replace(loan, title=Said(f"{word} loan", place)) for loan in patron.loans),
                requests=tuple(
                    replace(request, note=Said(f"{word} note", place)) for request in patron.requests
                ),
                reminders=tuple(
                    replace(reminder, about=Said(f"{word} reminder", place)) for reminder in patron.reminders
                ),
                contacts=tuple(
                    replace(contact, about=Said(f"{word} contact", place)) for contact in patron.contacts
                ),
            )
        )
    return desk_of(desk.library, marked, desk.resources)


@given(desk=desks(), on=DAYS)
def test_no_draft_to_one_person_has_anything_of_anothers_note(desk: Desk, on: date) -> None:
    assume(len(desk.patrons) > 1)
    marked = _marked(desk)
    plan = reckon(marked, on)
    for draft in (*drafts(plan, wording()), *announcements(plan, wording())):
        whole = f"{draft.to_name} {draft.to} {draft.subject} {draft.text} {draft.record}"
        others = [patron.key for patron in marked.patrons if patron.key != draft.patron]
        assert not any(f"canary-{key}" in whole for key in others)
    assert day_of_drafts(plan, wording()).problems == ()


@given(desk=desks(), on=DAYS, data=st.data())
def test_whatever_of_another_gets_into_a_draft_holds_it_back(
    desk: Desk, on: date, data: st.DataObject
) -> None:
    plan = reckon(_marked(desk), on)
    made = list(drafts(plan, wording()))
    others = [(draft, patron) for draft in made for patron in plan.desk.patrons if patron.key != draft.patron]
    assume(others)
    draft, patron = data.draw(st.sampled_from(others))
    leaks = [patron.name.value, *(loan.title.value for loan in patron.loans)]
    leaked = says(data.draw(st.sampled_from(leaks)))(draft)
    assert named("another_person") in found(leaked, plan)


def test_a_frame_may_greet_by_the_whole_name(plan: Plan) -> None:
    own = with_own(
        frame_email="Good morning {{ name }}\n{% for each in passages %}\n{{ each }}\n{% endfor %}"
    )
    assert day_of_drafts(plan, own.wording).problems == ()


def test_a_day_of_drafts_leaves_out_only_what_is_amiss(tmp_path: Path) -> None:
    two = write_desk(
        tmp_path,
        """
        name: Ida Quill
        email: ida.quill@example.org
        loan_reminders: personal
        loans: [{title: "{{ title }}", due: 2026-11-27}]

        # patrons/p-b2b2.md
        name: Ada Ames
        email: ada@example.org
        loan_reminders: personal
        loans: [{title: Tides, due: 2026-11-27}]
        """,
    )
    made = day_of_drafts(two.on("2026-11-24").plan, wording())
    assert [draft.patron for draft in made.drafts] == ["p-b2b2"]
    assert [problem.place.path for problem in made.problems] == ["patrons/p-test.md"]
