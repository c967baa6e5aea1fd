"""The search in the header, as somebody uses it: a few letters, the keyboard, a phone, a site in a folder."""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from browsing import come_to_rest, staying
from deskdiary.plain_letters import plain_letters

pytestmark = pytest.mark.browser
WIDTHS = {"desktop": 1280, "phone": 390}


at_both_widths = pytest.mark.parametrize("page", WIDTHS, indirect=True)


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest, site_url: str) -> Iterator[Page]:
    """A tab on a patron's page; a word to another host, or a fault of a script, fails the test."""
    width = WIDTHS[getattr(request, "param", "desktop")]
    context = browser.new_context(viewport={"width": width, "height": 844})
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda made: asked.append(made.url))
    faults: list[str] = []
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    tab.goto(f"{site_url}patrons/p-k7f2.html")
    yield tab
    tab.wait_for_load_state()
    assert [url for url in asked if not url.startswith(site_url)] == []
    assert faults == []
    context.close()


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search")


def found(page: Page) -> Locator:
    return page.get_by_role("option")


def look_for(page: Page, words: str) -> None:
    """Open the search from the keyboard, and type."""
    page.keyboard.press("Control+k")
    box(page).fill(words)


FINDS = {
    "niewska": "patrons/p-w9e5",
    "wisniewska": "patrons/p-w9e5",
    "Wiśniewska": "patrons/p-w9e5",
    "MALGORZATA": "patrons/p-w9e5",
    "wisn gorz": "patrons/p-w9e5",
    "10701": "patrons/p-w9e5",
    "w9e5": "patrons/p-w9e5",
    "celtic studies": "patrons/p-f1j3",
    "celtic catrin": "patrons/p-f1j3",
    "الخطيب": "patrons/p-e8h5",
    "maps online": "resources/map-vault",
    "mapvault": "resources/map-vault",
    "sual noti": "usual-notices",
    "day is reckoned": "guide/the-day",
}


def test_it_finds_by_any_part_of_a_name_a_card_a_department_or_a_title(page: Page, site_url: str) -> None:
    for words, where in FINDS.items():
        look_for(page, words)
        leading_there = page.locator(f"[role=option][href='{site_url}{where}.html']")
        expect(leading_there, words).to_have_count(1)
        expect(found(page), words).to_have_count(1)
        page.keyboard.press("Escape")


@at_both_widths
def test_enter_opens_the_first_that_was_found_and_what_was_typed_is_kept_nowhere(page: Page) -> None:
    look_for(page, "wisniewska")
    expect(found(page)).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/patrons/p-w9e5.html")
    assert "isniewska" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


@at_both_widths
def test_nothing_is_found_by_what_is_not_there(page: Page) -> None:
    look_for(page, "wisniewska geography")
    expect(page.get_by_role("status")).to_have_text("Nothing found")
    expect(found(page)).to_have_count(0)
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    with staying(page):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("key", ["/", "s", "f", "n", "p", ".", ","])
def test_a_letter_by_itself_does_nothing(page: Page, site_url: str, key: str) -> None:
    page.goto(f"{site_url}suggestions.html")
    with staying(page):
        page.keyboard.press(key)
    expect(box(page)).not_to_be_focused()


def test_it_says_how_many_more_there_are(page: Page, built_desk: Path) -> None:
    notes = [note.read_text(encoding="utf-8") for note in (built_desk / "patrons").glob("p-*.md")]
    page.keyboard.press("Control+k")
    box(page).fill("pv")
    # And MapVault, which has the letters within.
    cards = sum("\ncard: PV" in note for note in notes)
    expect(page.get_by_role("status")).to_have_text(f"12 shown, {cards + 1 - 12} more: type more of it")
    expect(found(page)).to_have_count(12)
    box(page).fill("history")
    # And SoundShelf Oral History.
    historians = sum("\ndepartment: History" in note for note in notes)
    expect(found(page)).to_have_count(historians + 1)


def test_what_begins_so_stands_before_what_only_has_it_within(page: Page) -> None:
    page.keyboard.press("Control+k")
    box(page).fill("ma")
    expect(found(page).first).to_contain_text("MapVault Historic Maps")
    expect(found(page).nth(1)).to_contain_text("Dr Małgorzata Wiśniewska")


def test_the_found_part_is_marked_letter_for_letter(page: Page) -> None:
    look_for(page, "lgor hist")
    expect(found(page).locator("mark")).to_have_text(["łgor", "Hist"])
    expect(found(page).locator(".dd-search-name")).to_have_text("Dr Małgorzata Wiśniewska")


def test_arrows_go_round_the_list_and_a_screen_reader_is_told_where(page: Page) -> None:
    look_for(page, "professor")
    expect(found(page)).to_have_count(2)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    chosen = page.locator("[role=option][aria-selected=true]")
    for name in ("Professor Mair Prosser", "Professor Meera Raghunathan", "Professor Mair Prosser"):
        page.keyboard.press("ArrowDown")
        expect(chosen.locator(".dd-search-name")).to_have_text(name)
        expect(box(page)).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/patrons/p-s1v6.html")


@at_both_widths
def test_escape_leads_back_to_where_one_was(page: Page) -> None:
    link = page.get_by_role("link", name="line 14")
    link.focus()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Escape")
    if page.viewport_size and page.viewport_size["width"] < 960:
        expect(page.get_by_role("button", name="Search")).to_be_focused()
        expect(box(page)).not_to_be_visible()
    else:
        expect(link).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


@at_both_widths
def test_it_is_opened_by_a_finger_or_the_keyboard_and_cleared(page: Page) -> None:
    opener = page.get_by_role("button", name="Search")
    if opener.is_visible():
        opener.focus()
        page.keyboard.press("Enter")
    else:
        box(page).click()
    expect(box(page)).to_be_focused()
    page.keyboard.type("mair")
    expect(found(page)).to_have_count(1)
    page.get_by_role("button", name="Clear").click()
    expect(box(page)).to_have_value("")
    expect(found(page)).to_have_count(0)
    expect(box(page)).to_be_focused()


@at_both_widths
def test_a_click_beside_it_shuts_it(page: Page) -> None:
    if page.viewport_size and page.viewport_size["width"] < 960:
        page.get_by_role("button", name="Search").click()
        expect(page.locator("#__search")).to_be_checked()
        page.get_by_role("button", name="Close the search").click()
    else:
        box(page).click()
        expect(page.locator("#__search")).to_be_checked()
        come_to_rest(page)
        page.mouse.click(300, 700)
    expect(page.locator("#__search")).not_to_be_checked()


def test_letters_typed_elsewhere_are_no_shortcuts(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}patrons/index.html")
    page.get_by_label("Find").press_sequentially("sf/")
    expect(page.get_by_label("Find")).to_have_value("sf/")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+s")
    expect(page.locator("#__search")).not_to_be_checked()


def test_names_are_asked_for_only_when_somebody_looks(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda made: asked.append(made.url))
    page.reload(wait_until="networkidle")
    assert not [url for url in asked if "search/" in url and not url.endswith(".js")]
    look_for(page, "mair")
    expect(found(page)).to_contain_text(["Mair"])
    box(page).fill("meera")
    expect(found(page)).to_contain_text(["Meera"])
    assert len([url for url in asked if url.endswith("search/names.html")]) == 1


def test_names_that_cannot_be_had_are_said_so(page: Page) -> None:
    page.route("**/search/names.html", lambda route: route.fulfill(status=200, body="Sign in, please."))
    look_for(page, "mair")
    expect(page.get_by_role("status")).to_contain_text("could not be read")


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_it_works_in_a_site_that_is_opened_from_a_folder(
    browser: Browser, built_desk: Path, width: int
) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 844})
    tab.goto((built_desk / "site" / "patrons" / "p-k7f2.html").as_uri())
    look_for(tab, "niewska")
    expect(found(tab)).to_have_count(1)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/patrons/p-w9e5.html")
    tab.close()


def test_a_server_gives_the_names_to_no_page_that_frames_them(
    browser: Browser, site_url: str, tmp_path: Path
) -> None:
    stranger = tmp_path / "stranger.html"
    stranger.write_text(
        "<script>told = []; addEventListener('message', event => told.push(event.data))</script>"
        f"<iframe src='{site_url}search/names.html' onload='done = 1'></iframe>"
        f"<script src='{site_url}search/names.html'></script>",
        encoding="utf-8",
    )
    tab = browser.new_page()
    tab.goto(stranger.as_uri())
    tab.wait_for_function("window.done === 1")
    framed = tab.frames[1]
    assert framed.evaluate("document.getElementById('dd-names').textContent.length") > 100
    framed.evaluate("parent.postMessage('all that it says', '*')")
    tab.wait_for_function("told.includes('all that it says')")
    assert tab.evaluate("told") == ["all that it says"]
    tab.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_without_scripts_there_is_no_search_to_be_seen(browser: Browser, site_url: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844})
    tab = context.new_page()
    tab.goto(f"{site_url}index.html")
    for hidden in (".dd-search-open", ".dd-search input"):
        expect(tab.locator(hidden)).to_have_count(1)
        expect(tab.locator(hidden)).to_be_hidden()
    context.close()


@at_both_widths
def test_nobody_is_shut_out_of_the_open_search(page: Page) -> None:
    look_for(page, "a")
    expect(found(page)).to_have_count(12)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    come_to_rest(page)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found_wrong = Axe().run(page, ".dd-search", {"runOnly": {"type": "tag", "values": tags}})
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found_wrong.response["violations"]] == []


def test_letters_are_taken_for_the_same_here_and_in_the_browser(browser: Browser, site_url: str) -> None:
    """Every letter that this Python knows of, one by one and all in a row."""
    letters = [
        letter
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) not in {"Cn", "Co", "Cs"}
    ]
    tab = browser.new_page()
    tab.goto(f"{site_url}index.html")
    assert tab.evaluate("letters => letters.map(plain)", letters) == [plain_letters(each) for each in letters]
    row = "".join(letters)
    assert tab.evaluate("plain", row) == plain_letters(row)
    tab.close()
