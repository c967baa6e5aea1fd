"""The site in a real browser, at a desk's width and a phone's."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from browsing import come_to_rest
from kinds_of_page import KINDS_OF_PAGE

pytestmark = pytest.mark.browser
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest, site_url: str) -> Iterator[Page]:
    """A tab on Today; closing it fails the test if the page asked another host for anything."""
    width, height = WIDTHS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda made: asked.append(made.url))
    faults: list[str] = []
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.on("console", lambda said: faults.append(said.text) if "Security-Policy" in said.text else None)
    tab.goto(f"{site_url}index.html")
    yield tab
    tab.wait_for_load_state()
    assert [url for url in asked if not url.startswith((site_url, "data:", "blob:"))] == []
    assert faults == []
    context.close()


def card(page: Page, name: str) -> str:
    """The whole text of somebody's card, as it is seen."""
    heading = page.get_by_role("heading", name=name, exact=True)
    return heading.locator("xpath=following-sibling::article[1]").inner_text()


def time_stands_still(page: Page) -> None:
    """What is to go after a few seconds stays until the test says that they are over."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def test_the_professor_is_rung_up_and_offered_a_renewal(page: Page) -> None:
    text = card(page, "Professor Mair Prosser")
    for words in ("By Friday 27 November", "Call", "+44 29 2018 0146", "before noon", "Offer to renew it."):
        assert words in text
    link = page.get_by_role("link", name="+44 29 2018 0146")
    assert link.get_attribute("href") == "tel:+44-29-2018-0146"


def test_the_undergraduate_with_a_loan_due_the_same_day_is_left_to_the_usual_notice(page: Page) -> None:
    expect(page.get_by_role("heading", name="Professor Mair Prosser")).to_be_visible()
    expect(page.get_by_role("heading", name="Tomos Beynon")).to_have_count(0)
    page.goto(page.url.replace("index.html", "usual-notices.html"))
    row = page.get_by_role("row").filter(has_text="Tomos Beynon")
    expect(row).to_contain_text("Reads e-mail often")


def test_both_postgraduates_get_a_letter_of_their_own_in_the_words_they_asked_in(page: Page) -> None:
    for words in page.locator("details").filter(has=page.locator("summary", has_text="What to write")).all():
        if words.get_attribute("open") is None:
            words.locator("summary").click()
        expect(words).to_have_attribute("open", "")
    first, second = card(page, "Adaeze Nwachukwu"), card(page, "Lin Yuqing")
    assert "In May you asked us about “Historic Maps Online”" in first
    assert (
        "The general e-mail with this news will come to you as well, through research-postgraduates." in first
    )
    assert "In June you asked us about “Tithe Map Vault”" in second
    assert "general e-mail" not in second
    assert "Joy Lawal is away until 27 November 2026: Martin Hale covers." in second


def test_whoever_is_left_alone_is_on_no_card_but_not_forgotten(page: Page) -> None:
    expect(page.get_by_role("heading", name="Professor Mair Prosser")).to_be_visible()
    expect(page.get_by_text("Kenneth Ashdown")).to_have_count(0)
    page.goto(page.url.replace("index.html", "left-alone.html"))
    expect(page.get_by_role("heading", name="Kenneth Ashdown")).to_have_count(1)


def test_a_reminder_for_a_closed_day_comes_the_day_before_and_says_so(page: Page) -> None:
    assert "The library is closed on that day, so it falls on 24 November 2026." in card(
        page, "Dr Nasreen Chaudhry"
    )


def test_a_reason_leads_to_its_line_in_the_note(page: Page) -> None:
    heading = page.get_by_role("heading", name="Professor Mair Prosser", exact=True)
    heading.locator("xpath=following-sibling::article[1]").get_by_role("link", name="line 14").click()
    expect(page).to_have_url(re.compile(r"patrons/p-k7f2\.html#line-14$"))
    expect(page.locator("#line-14")).to_have_count(1)


def test_the_words_are_on_the_clipboard_with_one_click(page: Page) -> None:
    heading = page.get_by_role("heading", name="Adaeze Nwachukwu", exact=True)
    button = heading.locator("xpath=following-sibling::article[1]").get_by_role(
        "button", name="Copy the words"
    )
    time_stands_still(page)
    button.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Dear Adaeze,")
    assert "Historic Maps Online" in copied
    page.clock.run_for(3000)
    expect(page.get_by_role("button", name="Copied")).to_have_count(0)
    expect(button).to_be_visible()


def test_the_draft_opens_in_a_mail_program_by_link_or_by_file(page: Page) -> None:
    article = page.get_by_role("heading", name="Lin Yuqing", exact=True).locator(
        "xpath=following-sibling::article[1]"
    )
    link = article.get_by_role("link", name="Open in your mail program").get_attribute("href") or ""
    assert link.startswith("mailto:lin.yuqing@students.example.org?subject=")
    assert len(link) <= 1600
    with page.expect_download() as download:
        article.get_by_role("link", name="Download the draft").click()
    message = message_from_bytes(download.value.path().read_bytes(), policy=policy.default)
    assert str(message["From"]) == "Martin Hale <martin.hale@example.org>"


@pytest.mark.parametrize("name", KINDS_OF_PAGE)
def test_every_page_fits_its_screen_and_has_one_title(page: Page, name: str) -> None:
    page.goto(page.url.replace("index.html", f"{name}.html"))
    width = page.viewport_size["width"] if page.viewport_size else 0
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    "name", ["patrons/index", "resources/index", "patrons/p-k7f2", "resources/map-vault", "call-sheet"]
)
def test_no_list_has_to_be_pushed_sideways(page: Page, name: str) -> None:
    page.goto(page.url.replace("index.html", f"{name}.html"))
    pushed = "each => each.parentElement.scrollWidth > each.parentElement.clientWidth"
    lists = page.locator(".dd-stacked table")
    assert lists.count() > 0
    assert not any(table.evaluate(pushed) for table in lists.all())


def test_the_counts_on_today_lead_to_what_they_count(page: Page) -> None:
    for count, heading in (("1 left to the usual notices", "The usual notices"), ("1 missed", "Missed")):
        page.get_by_role("link", name=count).click()
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        page.go_back()


def test_whoever_goes_astray_is_shown_the_way(page: Page) -> None:
    page.goto(page.url.replace("index.html", "404.html"))
    page.get_by_role("link", name="Patrons").last.click()
    expect(page.get_by_role("heading", name="Patrons", level=1)).to_be_visible()


def test_paper_is_white_for_those_too_who_like_it_dark(browser: Browser, site_url: str) -> None:
    colours = """() => [".dd-card", ".dd-when", ".dd-know", ".dd-text", ".dd-label"].map(look => {
      const style = getComputedStyle(document.querySelector(look))
      return [style.color, style.backgroundColor]
    })"""
    printed, shown = [], []
    for scheme in SCHEMES:
        tab = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
        tab.goto(f"{site_url}index.html")
        come_to_rest(tab)
        shown.append(tab.evaluate(colours))
        tab.emulate_media(media="print")
        come_to_rest(tab)
        printed.append(tab.evaluate(colours))
        tab.close()
    assert shown[0] != shown[1]
    assert printed[0] == printed[1]


def test_one_colleague_filters_her_own_calls_and_finds_them_so_the_next_time(page: Page) -> None:
    cards = page.locator(".dd-card:visible")
    expect(page.get_by_label("Who")).to_be_visible()
    everybody = cards.count()
    assert everybody > 2
    page.get_by_label("Who").select_option(label="Elin Pryce")
    page.get_by_label("How").select_option("phone")
    expect(cards).to_have_count(2)
    expect(page.locator("h3:visible")).to_have_text(["Ronald Pickering", "Professor Mair Prosser"])
    expect(page.locator("h2:visible")).to_have_text("Elin Pryce")
    page.reload()
    expect(cards).to_have_count(2)
    page.get_by_label("Who").select_option("")
    page.get_by_label("How").select_option("")
    expect(cards).to_have_count(everybody)


def test_patrons_are_sorted_and_found_by_any_part_of_what_is_shown(page: Page) -> None:
    page.goto(page.url.replace("index.html", "patrons/index.html"))
    for direction in ("ascending", "descending"):
        page.get_by_role("button", name="Department").click()
        expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", direction)
    expect(page.locator("tbody tr").first).to_contain_text("Welsh and Celtic Studies")
    page.get_by_label("Find").fill("wisniew hist")
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    expect(page.locator("tbody tr:visible")).to_contain_text("Wiśniewska")


def test_a_card_is_worked_with_the_keyboard_alone(page: Page) -> None:
    button = page.get_by_role("button", name="Copy the words").first
    button.focus()
    time_stands_still(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(re.compile("^Download"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", KINDS_OF_PAGE)
def test_nobody_is_shut_out(
    browser: Browser, site_url: str, name: str, scheme: Literal["light", "dark"]
) -> None:
    """axe finds nothing against WCAG 2.2, levels A and AA."""
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(f"{site_url}{name}.html")
    come_to_rest(tab)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = Axe().run(tab, options={"runOnly": {"type": "tag", "values": tags}})
    told = [
        f"{fault['id']}: {node['html'][:120]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert told == []
    context.close()


def test_it_opens_from_a_folder_too(browser: Browser, built_desk: Path) -> None:
    tab = browser.new_page()
    tab.goto((built_desk / "site" / "index.html").as_uri())
    tab.get_by_role("link", name="The fortnight").first.click()
    expect(tab.get_by_role("heading", name="The coming fortnight")).to_be_visible()
    tab.close()


def test_all_is_there_without_scripts(browser: Browser, built_desk: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((built_desk / "site" / "index.html").as_uri())
    assert "Offer to renew it." in card(tab, "Professor Mair Prosser")
    expect(tab.get_by_role("button", name="Copy the words")).to_have_count(0)
    context.close()
