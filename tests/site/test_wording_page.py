"""Pages for paper and for the wording: what is on them, sheet by sheet, and a change shown at once."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from desk_writing import DayAtDesk, write_desk
from deskdiary.pages.markdown import Templates
from deskdiary.pages.site import site_pages
from deskdiary.shells.texts import shipped
from deskdiary.words.day_of_drafts import day_of_drafts
from deskdiary.words.own_wording import OwnWording
from shipped_words import with_own

DESK = """
name: Professor Mair Prosser
phone: 029 2018 0146
hours: before noon
reads_email: rarely
staff: ep
loans: [{title: Chapels, due: 2026-11-27}]

# patrons/p-b2b2.md
name: Miss Dilys Hopkin
address: 7 Chapel Row
prefers: letter
reads_email: never
loans: [{title: Schools, due: 2026-11-27}]

# patrons/p-c3c3.md
name: Ada Ames
email: ada@example.org
reminders: [{date: 2026-11-24, about: Ask her}]

# patrons/p-d4d4.md
name: Ida Quill
email: ida.quill@example.org
loan_reminders: personal
loans: [{title: "{{ title }}", due: 2026-11-27}]

# patrons/p-e5e5.md
name: Lin Yuqing
email: lin.yuqing@example.org
requests: [{for: atlas, asked: 2026-06-02}]

# resources/atlas.md
---
title: The Atlas
trial: {from: 2026-11-24, to: 2026-12-18}
announce_to: [all-readers]
---
LONG

# library.yml
library: Small Library
country: GB
rules: {note-review: off}
staff: {ep: {name: Elin Pryce}}
""".replace("LONG", "The atlas shows every parish of the county. " * 40)


def pages(day: DayAtDesk, words: OwnWording) -> dict[str, str]:
    made = day_of_drafts(day.plan, words.wording)
    templates = Templates(shipped("pages/templates"))
    return {page.path: page.text for page in site_pages(day.plan, made.drafts, templates, words.wording)}


@pytest.fixture
def small(tmp_path: Path) -> dict[str, str]:
    return pages(write_desk(tmp_path, DESK).on("2026-11-24"), with_own())


def card(page: str, key: str) -> str:
    return page.split(f"{{: #{key} }}")[1].split("</article>", maxsplit=1)[0]


def test_the_call_sheet_has_whoever_is_rung_and_nobody_else(small: dict[str, str]) -> None:
    sheet = small["call-sheet.md"]
    assert "Calls on Tuesday 24 November 2026" in sheet
    assert "Professor Mair Prosser" in sheet
    assert "before noon" in sheet
    assert "Chapels" in sheet
    assert not any(name in sheet for name in ("Hopkin", "Ames", "Quill", "Yuqing"))


def test_cards_and_letters_are_a_sheet_each(small: dict[str, str]) -> None:
    sheet = r'dd-sheet-(?!email)[a-z-]+" id="sheet-([a-z0-9-]+)"'
    assert re.findall(sheet, small["sheets.md"]) == ["p-b2b2", "p-test"]
    assert "Dear Miss Dilys Hopkin," in small["sheets.md"].replace("&#44;", ",")


def test_a_draft_that_is_held_back_is_not_on_its_card_and_the_card_says_so(small: dict[str, str]) -> None:
    held = card(small["index.md"], "p-d4d4")
    assert "It was held back" in held
    assert "Download" not in held
    assert "held back" not in card(small["index.md"], "p-test")


def test_a_draft_that_is_yours_to_write_says_so(small: dict[str, str]) -> None:
    assert "Yours to write" in card(small["index.md"], "p-c3c3")
    assert "Yours to write" not in card(small["index.md"], "p-test")


def test_a_message_too_long_for_a_link_says_so(small: dict[str, str]) -> None:
    long = card(small["index.md"], "p-e5e5")
    assert "Too long for a link" in long
    assert "mailto" not in long
    assert "mailto" in card(small["index.md"], "p-c3c3")


def test_the_general_email_stands_below_the_cards(small: dict[str, str]) -> None:
    page = small["index.md"]
    assert page.index("To mailing lists") > page.index("p-test")
    assert "drafts/list-all-readers.eml" in page


def test_the_page_of_wordings_has_every_kind_in_both_languages(small: dict[str, str]) -> None:
    page = small["wording.md"].replace("&#46;", ".")
    for kind in ("loan-due", "trial-opens", "arrived", "declined", "newcomer", "request-waiting"):
        for name in (f"{kind}.email.txt", f"{kind}.cy.email.txt", f"{kind}.call.txt"):
            assert name in page, name
    assert "your own" not in page
    assert not any(name in page for name in ("Prosser", "Hopkin", "Ames", "Quill", "Yuqing"))


def test_a_wording_of_ones_own_is_shown_as_such(tmp_path: Path) -> None:
    words = with_own(newcomer_email="Croeso, {{ about[0].since }}!")
    page = pages(write_desk(tmp_path, DESK).on("2026-11-24"), words)["wording.md"]
    assert page.count("your own") == 2, "the letter says what the e-mail says"
    assert "Croeso, 26 August!" in page.replace("&#33;", "!")


@pytest.mark.browser
def test_on_paper_each_card_and_letter_is_one_sheet_without_the_site_around_it(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}sheets.html")
    sheets = page.locator(".dd-sheet:visible").count()
    assert 4 <= sheets < page.locator(".dd-sheet").count(), "the e-mails are there, for whoever asks"
    page.emulate_media(media="print")
    for not_printed in (".md-header", "h1"):
        expect(page.locator(not_printed)).to_have_count(1)
        expect(page.locator(not_printed)).to_be_hidden()
    printed = tmp_path / "sheets.pdf"
    page.pdf(path=printed, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) == sheets
    page.close()


@pytest.mark.browser
def test_each_card_of_today_leads_to_its_own_sheet_and_prints_no_other(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}index.html")
    wanted = [
        link.get_attribute("href") or "" for link in page.get_by_role("link", name="Print", exact=True).all()
    ]
    assert len(wanted) == page.locator("[data-copy^='words-p-']").count() > 5
    for each in wanted:
        page.goto("about:blank")
        page.goto(f"{site_url}{each}")
        page.emulate_media(media="print")
        expect(page.locator(".dd-sheet:visible")).to_have_count(1)
        expect(page.locator(".dd-sheet:visible")).to_have_id(each.partition("#")[2])
    page.close()
