"""The pages as Markdown: they say what the plan says, and no note can make them do anything."""

import re
from html import unescape
from pathlib import Path

import pytest

from desk_writing import DayAtDesk, WrittenDesk, write_desk
from deskdiary.pages.markdown import Templates
from deskdiary.pages.site import site_pages
from deskdiary.shells.texts import shipped
from deskdiary.words.draft import drafts
from deskdiary.words.wording import Wording
from hostile_desks import hostile_desk


def pages_of(day: DayAtDesk) -> dict[str, str]:
    made = drafts(day.plan, Wording(shipped("wording")))
    return {
        page.path: page.text
        for page in site_pages(day.plan, tuple(made), Templates(shipped("pages/templates")))
    }


def test_nothing_in_a_note_is_taken_for_markdown_or_html(tmp_path: Path) -> None:
    pages = pages_of(hostile_desk(tmp_path).on("2026-11-24"))
    assert {"index.md", "patrons/p-test.md", "resources/atlas.md"} <= pages.keys()
    for path, text in pages.items():
        assert "<script" not in text, path
        assert "javascript:" not in text, path
        assert "**b**" not in text, path
        assert "{{" not in text, path


def test_what_a_note_says_is_still_there_to_be_read(tmp_path: Path) -> None:
    pages = pages_of(hostile_desk(tmp_path).on("2026-11-24"))
    assert "&#60;script&#62;alert&#40;1&#41;" in pages["index.md"]


def test_blocks_of_html_have_no_empty_line_so_that_any_renderer_takes_them_whole(tmp_path: Path) -> None:
    for day in (hostile_desk(tmp_path).on("2026-11-24"), WrittenDesk(Path(__file__).parents[2]).today()):
        for path, text in pages_of(day).items():
            depth = 0
            for line in text.split("\n"):
                assert line.strip() or depth == 0, f"{path}: an empty line within a block of HTML"
                depth += len(re.findall(r"<(?:article|div|table|details|ul)\b", line))
                depth -= len(re.findall(r"</(?:article|div|table|details|ul)>", line))
            assert depth == 0, path


def test_a_patron_left_alone_has_a_place_but_no_words(tmp_path: Path) -> None:
    day = write_desk(
        tmp_path,
        """
        name: Ann Hughes
        phone: 029 2018 0190
        attention: leave alone
        reads_email: never
        loans: [{title: Sea Roads, due: 2026-11-24}]
        reminders: [{date: 2026-11-24, about: Put her book aside}]
        """,
    ).on("2026-11-24")
    pages = pages_of(day)
    assert "Sea Roads" in pages["left-alone.md"]
    assert "Sea Roads" not in pages["index.md"]
    assert "Put her book aside" in pages["index.md"]
    assert "What to say" not in pages["index.md"]


def test_the_fortnight_shows_what_is_due_what_opens_and_what_comes_back() -> None:
    pages = pages_of(WrittenDesk(Path(__file__).parents[2]).today())
    sections = re.split(r"<h2>(\w+ \d+ \w+)", pages["fortnight.md"])[1:]
    days = dict(zip(sections[::2], sections[1::2], strict=True))
    assert len(days) == 15
    assert "overdue" in days["Tue 24 Nov"]
    assert "closed" in days["Wed 25 Nov"]
    assert "comes back" in days["Fri 27 Nov"]
    assert "opens" in days["Mon 30 Nov"]


@pytest.mark.parametrize(
    ("page", "state", "whom"),
    [
        pytest.param("usual-notices", "usual", "Tomos Beynon", id="the usual notice is enough"),
        pytest.param("suggestions", "suggested", "Harriet Coombes", id="news he did not ask for"),
        pytest.param("missed", "missed", "Yaw Boateng", id="a fortnight that nobody looked"),
        pytest.param("left-alone", "left-alone", "Kenneth Ashdown", id="his own wish"),
    ],
)
def test_whom_we_do_not_contact_is_as_much_a_result_as_whom_we_call(page: str, state: str, whom: str) -> None:
    text = pages_of(WrittenDesk(Path(__file__).parents[2]).today())[f"{page}.md"]
    assert f"dd-state-{state}" in text
    assert whom in text
    assert not re.search(rf"dd-state-(?!{state}\b)", text)


def test_what_is_long_past_is_told_by_number_and_stays_on_the_patrons_page(tmp_path: Path) -> None:
    notes = """
    name: Ann Hughes
    requests: [{for: atlas, asked: 2026-01-05}, {for: tides, asked: 2026-01-05}]
    # patrons/p-bob.md
    name: Bob Rees
    interests: [maps]
    # resources/atlas.md
    title: The Atlas
    topics: [maps]
    trial: {from: 2026-08-03, to: 2026-08-25}
    # resources/tides.md
    title: Tides
    topics: [maps]
    trial: {from: 2026-08-03, to: 2026-08-26}
    # resources/reefs.md
    title: Reefs
    topics: [maps]
    trial: {from: 2026-10-05, to: 2026-10-27}
    """
    pages = pages_of(write_desk(tmp_path, notes).on("2026-11-24"))
    assert [*re.findall(r"<code>([\w-]+/[\w-]+)/", unescape(pages["missed.md"]))] == [
        "trial-opens/tides",
        "may-interest/reefs",
    ], "ours of ninety days ago, and what lapsed four weeks ago"
    assert "3 occasions longer past are not listed here" in pages["missed.md"]
    assert "trial-opens/atlas" in unescape(pages["patrons/p-test.md"])
    assert "may-interest/tides" in unescape(pages["patrons/p-bob.md"])


def test_where_all_is_long_past_the_page_says_so(tmp_path: Path) -> None:
    notes = """
    name: Ann Hughes
    requests: [{for: atlas, asked: 2025-01-06}]
    # resources/atlas.md
    title: The Atlas
    trial: {from: 2025-08-04, to: 2025-08-25}
    """
    text = pages_of(write_desk(tmp_path, notes).on("2026-11-24"))["missed.md"]
    assert "Nothing of late." in text
    assert "1 occasion longer past is not listed here" in text


def test_insight_names_the_hundred_whom_we_see_most_and_counts_the_others(tmp_path: Path) -> None:
    days = [f"2026-11-{day:02}" for day in (2, 3, 4, 5)]
    contacts = [f"{{date: {day}, how: phone, about: Maps}}" for day in days]
    seen, often = ", ".join(contacts[:3]), ", ".join(contacts)
    notes = [
        f"# patrons/p-{number:03}.md\nname: Patron {number}\ncontacts: [{seen}]" for number in range(100)
    ]
    most = f"# patrons/p-often.md\nname: Ann Hughes\ncontacts: [{often}]\n"
    text = pages_of(write_desk(tmp_path, "\n".join((*notes, most))).on("2026-11-24"))["insight.md"]
    asked = text.partition("What to ask the next time")[2]
    assert "p-often" in asked
    assert "p-098" in asked
    assert "p-099" not in asked
    assert "1 more person" in asked


def test_the_library_page_shows_covers_and_rules(tmp_path: Path) -> None:
    text = pages_of(
        write_desk(
            tmp_path,
            """
            name: Ann Hughes
            # library.yml
            staff:
              ep: {name: Elin Pryce, away: [{from: 2026-11-23, to: 2026-11-27, cover: mh}]}
              mh: {name: Martin Hale}
            rules: {loan-due: {notice_days: 4}, newcomer: off, request-waiting: {every: 2 months}}
            """,
        ).on("2026-11-24")
    )["library.md"]
    for words in (
        "Away from",
        "23 November 2026",
        "Away cover",
        "Notice days",
        "loan-due",
        "2 months",
        "Off",
    ):
        assert words in text


def test_people_and_resources_stand_where_one_looks_for_them_accents_aside(tmp_path: Path) -> None:
    pages = pages_of(
        write_desk(
            tmp_path,
            """
            name: Łucja Nowak
            # patrons/p-b.md
            name: Mair Prosser
            # patrons/p-c.md
            name: Lowri Jenkins
            # resources/r-z.md
            title: Zoological Record
            # resources/r-e.md
            title: Éditions du Nord
            """,
        ).on("2026-11-24")
    )
    people = re.findall(r'href="(p-\w+)\.html"', pages["patrons/index.md"].replace("../patrons/", ""))
    assert people == ["p-c", "p-test", "p-b"]
    shelf = re.findall(r'href="(r-\w+)\.html"', pages["resources/index.md"].replace("../resources/", ""))
    assert shelf == ["r-e", "r-z"]
