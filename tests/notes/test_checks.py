"""What notes say together: each check by a small desk that it speaks of, and one that it leaves in peace."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desk_writing import WrittenDesk
from deskdiary.checks import CHECKS, run
from deskdiary.checks.seen import Seen
from note_reading import problems, put, read

STAFF = """\
library: Small Library
timezone: Europe/London
country: GB
default_staff: ep
default_category: academic
staff:
  ep: {name: Elin Pryce}
  mh: {name: Martin Hale}
categories:
  academic: {label: Academic}
  emeritus: {prefers: phone, keep_in_touch: 6 months, attention: leave alone}
"""
MAPS = (
    "---\ntitle: MapVault Historic Maps\nalso_known_as: [Tithe Map Vault]\nannounce_to: [mapping-news]\n---\n"
)


def said(root: Path, patron: str, *, library: str = STAFF, **resources: str) -> list[str]:
    """What is said of a desk with one patron, as `line severity code`."""
    notes = {f"resources/{key.replace('_', '-')}.md": note for key, note in resources.items()}
    found = problems(root, {"patrons/p-test.md": f"---\nname: Ida Quill\n{patron}---\n", **notes}, library)
    return [f"{each.place.line} {each.severity} {each.code}" for each in found]


@pytest.mark.parametrize(
    ("patron", "expected"),
    [
        pytest.param("staff: mh\n", [], id="somebody who works here"),
        pytest.param("staff: em\n", ["3 error unknown-staff"], id="nobody who works here"),
        pytest.param("category: emeritus\nsince: 2020-01-01\n", [], id="a category there is"),
        pytest.param("category: emerita\n", ["3 error unknown-category"], id="a category there is not"),
        pytest.param(
            "contacts: [{date: 2026-01-05, how: phone, about: Maps, by: jl}]\n",
            ["3 notice former-staff"],
            id="a diary entry by somebody who left",
        ),
    ],
)
def test_staff_and_categories_have_to_exist(patron: str, expected: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, patron) == expected


NAMED = STAFF.replace("categories:\n", "categories:\n  visitor: {label: Visiting reader}\n").replace(
    "  mh: {name: Martin Hale}", "  mh: {name: Martin Hale}\n  jp: {name: Jon Pryce}"
)


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        pytest.param("category: Visiting reader", "Type visitor.", id="a category's label"),
        pytest.param("category: VISITING", "Type visitor.", id="a word of it"),
        pytest.param("category: visting reader", "Type one of: visitor, academic, emeritus.", id="no word"),
        pytest.param("staff: elin  pryce", "Type ep.", id="a colleague's name"),
        pytest.param("staff: Elin", "Type ep.", id="her first name"),
        pytest.param("staff: Pryce", "Type one of: ep, mh, jp.", id="a name that two have"),
        pytest.param(
            "contacts: [{date: 2026-11-03, how: phone, about: It, by: Martin}]", "Type mh.", id="in the diary"
        ),
    ],
)
def test_who_types_a_name_is_told_the_key(line: str, remedy: str, tmp_path: Path) -> None:
    found = problems(tmp_path, {"patrons/p-test.md": f"---\nname: Ida Quill\n{line}\n---\n"}, NAMED)
    assert [each.remedy for each in found] == [remedy]
    assert remedy not in found[0].in_public


def test_a_mistake_in_library_yml_is_not_told_again_at_every_patron(tmp_path: Path) -> None:
    broken = STAFF.replace("  ep: {name: Elin Pryce}", "  ep: {nmae: Elin Pryce}")
    found = problems(tmp_path, {"patrons/p-test.md": "---\nname: Ida Quill\nstaff: ep\n---\n"}, broken)
    assert [(each.place.path, each.code) for each in found] == [("library.yml", "unknown-field")]


def test_the_library_itself_and_resources_name_staff_who_exist(tmp_path: Path) -> None:
    library = STAFF.replace("default_staff: ep", "default_staff: pe").replace(
        "default_category: academic", "default_category: x"
    )
    library = library.replace(
        "{name: Martin Hale}", "{name: Martin Hale, away: [{from: 2026-12-01, to: 2026-12-02, cover: eq}]}"
    )
    found = problems(tmp_path, {"resources/a.md": "---\ntitle: A\nstaff: zz\n---\n"}, library)
    assert [(each.place.path, each.place.line, each.code) for each in found] == [
        ("library.yml", 4, "unknown-staff"),
        ("library.yml", 5, "unknown-category"),
        ("library.yml", 8, "unknown-staff"),
        ("resources/a.md", 3, "unknown-staff"),
    ]


@pytest.mark.parametrize(
    ("patron", "expected"),
    [
        pytest.param("lists: [mapping-news]\n", [], id="a list that is announced to"),
        pytest.param("lists: [maping-news]\n", ["3 warning list-nearly-known"], id="a slip in its name"),
        pytest.param("lists: [harbour-friends]\n", [], id="another list altogether"),
    ],
)
def test_a_list_nearly_spelt_like_another_is_asked_about(
    patron: str, expected: list[str], tmp_path: Path
) -> None:
    assert [each for each in said(tmp_path, patron, map_vault=MAPS) if each.startswith("3")] == expected


@pytest.mark.parametrize(
    ("patron", "expected"),
    [
        pytest.param(
            "loans:\n  - {title: On Sound, due: 2026-12-01}\n  - {title: 'On: sound!', due: 2026-12-01}\n",
            ["5 warning same-occasion"],
            id="two loans of one title on one day",
        ),
        pytest.param(
            "loans:\n  - {title: A, item: 1, due: 2026-12-01}\n  - {title: A, item: '2', due: 2026-12-01}\n",
            [],
            id="two volumes with numbers of their own",
        ),
        pytest.param(
            "loans:\n  - {title: Atlas, due: 2026-12-01}\n  - {title: Atlas, due: 2026-12-08}\n",
            [],
            id="one title on two days",
        ),
        pytest.param(
            "reminders:\n  - {date: 2026-12-01, about: Ring her}\n  - {date: 2026-12-01, about: Ring her!}\n",
            ["5 warning same-occasion"],
            id="two reminders that come to one",
        ),
    ],
)
def test_what_would_be_one_occasion_is_told(patron: str, expected: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, patron) == expected


def test_two_resources_of_one_name_are_told(tmp_path: Path) -> None:
    other = "---\ntitle: tithe  map vault\n---\n"
    found = problems(tmp_path, {"resources/map-vault.md": MAPS, "resources/tithes.md": other})
    assert [(each.place.path, each.code) for each in found] == [("resources/tithes.md", "same-title")]


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        pytest.param("MapVault Historic Maps", False, id="the title itself"),
        pytest.param("mapvault  historic maps", False, id="the title with other capitals and spaces"),
        pytest.param("map-vault", False, id="the key"),
        pytest.param("Map Vault Historic Maps", True, id="a space too many"),
        pytest.param("MapVault Historical Maps", True, id="another ending"),
        pytest.param("“Tithe Map-Vault”", True, id="quotation marks and a hyphen"),
        pytest.param("Tithe Map Valut", True, id="two letters swapped"),
        pytest.param("Sound Vault", False, id="another thing"),
        pytest.param("Maps", False, id="a word of it"),
    ],
)
def test_a_request_that_nearly_names_a_resource_is_asked_about(
    wanted: str, *, near: bool, tmp_path: Path
) -> None:
    found = said(tmp_path, f"requests:\n  - {{for: {wanted}, asked: 2026-11-02}}\n", map_vault=MAPS)
    assert ("4 warning request-nearly-known" in found) == near


@pytest.mark.parametrize(
    ("patron", "told"),
    [
        pytest.param("attention: leave alone\n", True, id="on no list at all"),
        pytest.param("attention: leave alone\nlists: [harbour-friends]\n", True, id="on another list"),
        pytest.param("category: emeritus\nsince: 2020-01-01\n", True, id="left alone by their category"),
        pytest.param("attention: leave alone\nlists: [Mapping-News]\n", False, id="on the list"),
        pytest.param("attention: usual\n", False, id="not left alone"),
        pytest.param(
            "attention: leave alone\n"
            "contacts: [{date: 2026-11-03, how: phone, about: It, for: trial-opens/map-vault/2026-11-02}]\n",
            False,
            id="told already",
        ),
    ],
)
def test_somebody_left_alone_who_would_hear_nothing_is_told(
    patron: str, *, told: bool, tmp_path: Path
) -> None:
    asked = "requests:\n  - {for: map-vault, asked: 2026-11-02}\n"
    assert ("4 warning left-unheard" in said(tmp_path, asked + patron, map_vault=MAPS)) == told


@pytest.mark.parametrize(
    ("patron", "expected"),
    [
        pytest.param("prefers: phone\n", ["3 warning no-means"], id="phone without a number"),
        pytest.param(
            "prefers: letter\nphone: 01223 334455\n", ["3 warning no-means"], id="letter without an address"
        ),
        pytest.param("prefers: phone\nphone: 01223 334455\n", [], id="phone with a number"),
        pytest.param("prefers: in person\n", [], id="in person"),
        pytest.param("category: emeritus\nsince: 2020-01-01\n", [], id="a category that prefers the phone"),
    ],
)
def test_who_prefers_a_way_has_to_have_the_means(patron: str, expected: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, patron) == expected


UNREAD = "reads_email: never\nemail: ida.quill@example.org\n"
BY_EMAIL = STAFF.replace("academic: {", "academic: {prefers: email, ")


@pytest.mark.parametrize(
    ("patron", "library", "expected"),
    [
        pytest.param(UNREAD + "prefers: email\n", STAFF, ["patrons/p-test.md:5"], id="the note's two lines"),
        pytest.param(UNREAD, BY_EMAIL, ["patrons/p-test.md:3"], id="a category that prefers e-mail"),
        pytest.param(
            "email: ida.quill@example.org\n",
            BY_EMAIL.replace("academic: {", "academic: {reads_email: never, "),
            ["library.yml:10"],
            id="a category of which both is said",
        ),
        pytest.param(UNREAD + "phone: 01223 334455\n", STAFF, [], id="no wish for e-mail"),
        pytest.param(UNREAD.replace("never", "rarely") + "prefers: email\n", STAFF, [], id="rarely read"),
        pytest.param(UNREAD + "prefers: email\nattention: leave alone\n", STAFF, [], id="left alone"),
    ],
)
def test_an_email_to_somebody_who_never_reads_it_is_asked_about(
    patron: str, library: str, expected: list[str], tmp_path: Path
) -> None:
    note = f"---\nname: Ida Quill\n{patron}---\n"
    found = problems(tmp_path, {"patrons/p-test.md": note, "patrons/p-tset.md": note}, library)
    warned = [f"{each.place.path}:{each.place.line}" for each in found if each.code == "email-never-read"]
    assert [place for place in warned if "tset" not in place] == expected


@pytest.mark.parametrize(
    ("settles", "remedy"),
    [
        pytest.param("loan-due/atlas/2026-12-01", None, id="an id"),
        pytest.param(
            "p-test/loan-due/atlas/2026-12-01", "Type loan-due/atlas/2026-12-01.", id="with the patron's part"
        ),
        pytest.param("loan-deu/atlas/2026-12-01", "Type loan-due/atlas/2026-12-01.", id="a kind misspelt"),
        pytest.param("Loan-Due/Atlas/2026-12-01", "Type loan-due/atlas/2026-12-01.", id="capitals"),
        pytest.param("the atlas", "Copy it from the card", id="words"),
        pytest.param("loan-due/atlas/2026-02-30", "Copy it from the card", id="a day there is not"),
        pytest.param("visit/atlas/2026-12-01", "Copy it from the card", id="a kind there is not"),
    ],
)
def test_an_id_that_no_occasion_has_settles_nothing(settles: str, remedy: str | None, tmp_path: Path) -> None:
    entry = f"{{date: 2026-11-03, how: phone, about: It, for: {settles}}}"
    note = f"---\nname: Ida Quill\ncontacts: [{entry}]\n---\n"
    found = problems(tmp_path, {"patrons/p-test.md": note})
    assert [each.code for each in found] == (["bad-occasion-id"] if remedy else [])
    assert all(each.remedy.startswith(remedy or "") for each in found)


@pytest.mark.parametrize(
    ("snooze", "expected"),
    [
        pytest.param("{for: loan-due/atlas/2026-12-01, until: 2026-11-30}", [], id="a loan that is open"),
        pytest.param(
            "{for: reminder/ring-her/2027-06-01, until: 2027-06-05}", [], id="a reminder beyond the horizon"
        ),
        pytest.param(
            "{for: loan-due/atlas/2026-12-02, until: 2026-11-30}", ["warning"], id="a day that is wrong"
        ),
        pytest.param(
            "{for: loan-due/atlas/2026-12-02, until: 2026-11-20}", ["notice"], id="the same, long over"
        ),
        pytest.param(
            "{for: loan-due/charts/2026-12-01, until: 2026-11-30}", ["warning"], id="a loan that is settled"
        ),
        pytest.param(
            "{for: loan-due/charts/2026-12-01, until: 2026-11-23}", [], id="the same, snoozed before"
        ),
    ],
)
def test_a_snooze_of_nothing_open_or_to_come_is_told(
    snooze: str, expected: list[str], tmp_path: Path
) -> None:
    lines = (
        "reads_email: rarely\nphone: 01223 334455\n"
        "loans: [{title: Atlas, due: 2026-12-01}, {title: Charts, due: 2026-12-01}]\n"
        "contacts: [{date: 2026-11-20, how: phone, about: Charts, for: loan-due/charts/2026-12-01}]\n"
        f"snoozed: [{snooze}]\n"
    )
    assert said(tmp_path, lines) == [f"7 {severity} idle-snooze" for severity in expected]


@pytest.mark.parametrize(
    ("patron", "expected"),
    [
        pytest.param("keep_in_touch: 3 months\n", ["3 warning nothing-to-count-from"], id="nothing at all"),
        pytest.param(
            "keep_in_touch: 3 months\nsince: 2020-01-01\nphone: 01223 334455\n", [], id="the day they joined"
        ),
        pytest.param(
            "keep_in_touch: 3 months\ncontacts: [{date: 2026-11-03, how: phone, about: Maps}]\n",
            [],
            id="a contact",
        ),
        pytest.param(
            "keep_in_touch: 3 months\ncontacts: [{date: 2026-12-03, how: phone, about: Maps}]\n",
            ["3 warning nothing-to-count-from"],
            id="a contact still to come",
        ),
        pytest.param(
            "keep_in_touch: 1 year\n"
            "contacts: [{date: 2026-11-03, how: phone, about: Maps, outcome: not needed}]\n",
            ["3 warning nothing-to-count-from"],
            id="a contact that was not needed",
        ),
        pytest.param("category: emeritus\n", ["2 notice nothing-to-count-from"], id="a category's custom"),
    ],
)
def test_keeping_in_touch_needs_a_day_to_count_from(patron: str, expected: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, patron) == expected


def test_what_ends_before_it_begins_is_told(tmp_path: Path) -> None:
    library = STAFF + "closed: [2026-12-24, {from: 2026-12-28, to: 2026-12-27}]\n"
    library = library.replace("{name: Martin Hale}", "{name: M, away: [{from: 2026-12-02, to: 2026-12-01}]}")
    trial = "---\ntitle: A\ntrial: {from: 2026-11-20, to: 2026-11-19}\n---\n"
    found = problems(tmp_path, {"resources/a.md": trial}, library)
    assert [(each.place.path, each.place.line, each.code) for each in found] == [
        ("library.yml", 8, "ends-before-it-begins"),
        ("library.yml", 12, "ends-before-it-begins"),
        ("resources/a.md", 3, "ends-before-it-begins"),
    ]


@pytest.mark.parametrize(
    ("key", "name", "noticed"),
    [
        pytest.param("quill-ida", "Ida Quill", True, id="the name"),
        pytest.param("p-quill", "Dr Íde Quill", True, id="the family name"),
        pytest.param("p-k7f2", "Ida Quill", False, id="a neutral key"),
        pytest.param("p-li", "Li Bo", False, id="two letters are nobody's"),
    ],
)
def test_a_name_in_a_file_name_is_noticed(key: str, name: str, *, noticed: bool, tmp_path: Path) -> None:
    found = problems(tmp_path, {f"patrons/{key}.md": f"---\nname: {name}\n---\n"})
    assert [f"{each.severity} {each.code}" for each in found] == (
        ["notice name-in-file-name"] if noticed else []
    )


def test_the_example_desk_has_nothing_to_be_told() -> None:
    assert read(Path(__file__).parents[2]).problems == ()


def test_checks_run_on_any_desk_and_in_any_order_of_it(tmp_path: Path) -> None:
    """A check is a function of the desk: asked twice, it says the same."""
    plan = read(put(tmp_path, {"patrons/p-test.md": "---\nname: Ida Quill\nstaff: zz\n---\n"}, STAFF))
    again = read(tmp_path)
    assert plan.problems == again.problems
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS)
    assert all(check.__module__ == f"deskdiary.checks.{check.__name__}" for check in CHECKS)


def test_ten_times_the_patrons_cost_about_ten_times_as_much(desk: WrittenDesk) -> None:
    """
    name: Ida Quill
    lists: [maping-news]
    requests:
      - {for: MapVault Historical Maps, asked: 2026-11-02}
      - {for: A thing nobody has, asked: 2026-11-02}

    # resources/map-vault.md
    title: MapVault Historic Maps
    announce_to: [mapping-news]
    """
    plan = desk.on("2026-11-24").plan
    one = plan.desk.patrons[0]

    def calls(count: int) -> int:
        many = replace(plan.desk, patrons=tuple(replace(one, key=f"p-{number}") for number in range(count)))
        with counted_calls() as counted:
            assert len(list(run(Seen(many, plan.on, 14)))) >= count
        return counted.total()

    assert calls(2_000) < 11 * calls(200)


@contextmanager
def counted_calls() -> Iterator[Counter[str]]:
    """How often anything was called meanwhile: the same on a busy machine and an idle one."""
    counted: Counter[str] = Counter()
    sys.setprofile(lambda _frame, event, _about: counted.update((event,)))
    try:
        yield counted
    finally:
        sys.setprofile(None)
