"""The site by the keyboard alone: all is reached, in its order, is seen to be, and does what it should."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import be_drawn, has_focus
from kinds_of_page import KINDS_OF_PAGE

pytestmark = pytest.mark.browser
Opened: TypeAlias = Callable[[str, int], Page]

# What can be worked with, in the order of the page; then all that gets the focus, and how it looks then.
# A radio button of the theme's shows by its label that it has the focus; of a group, one is reached.
LISTEN = """() => {
  const text = element => (element.textContent || element.name).trim().slice(0, 30)
  const name = element => `${element.tagName.toLowerCase()} ${text(element)}`
  const one = radio =>
    document.querySelector(`[name=${radio.name}]:checked`) || document.querySelector(`[name=${radio.name}]`)
  const worked = "a[href], button, input:enabled, select, textarea, summary, [tabindex='0']"
  window.wanted = [...document.querySelectorAll(worked)].filter(element =>
    element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0
    && (element.type !== "radio" || element === one(element))).map(name)
  window.walked = []
  document.addEventListener("focusin", ({ target }) => {
    const shown = target.type === "radio" ? target.nextElementSibling : target
    const style = getComputedStyle(shown), box = shown.getClientRects()[0]
    const left = Math.max(box.left, 0), top = Math.max(box.top, 0)
    const width = Math.min(box.right, innerWidth) - left, height = Math.min(box.bottom, innerHeight) - top
    const seen = [0.25, 0.5, 0.75].some(part =>
      shown.contains(document.elementFromPoint(left + width / 2, top + height * part)))
    const marked = style.outlineStyle !== "none" || style.boxShadow !== "none"
    walked.push({ name: name(target), seen, marked })
  })
}"""


@pytest.fixture
def opened(browser: Browser, site_url: str) -> Iterator[Opened]:
    """Opens a page of the site in a window of some width."""
    contexts = []

    def page(name: str, width: int) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce")
        contexts.append(context)
        tab = context.new_page()
        tab.goto(f"{site_url}{name}.html")
        return tab

    yield page
    for context in contexts:
        context.close()


def walk(page: Page) -> tuple[list[str], list[dict[str, Any]]]:
    """What there is to be reached, and what the Tab key reaches, one after another."""
    page.evaluate(LISTEN)
    wanted = page.evaluate("wanted")
    for _ in wanted:
        page.keyboard.press("Tab")
    be_drawn(page)
    return wanted, page.evaluate("walked")


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *((name, 1280) for name in KINDS_OF_PAGE),
        *((name, 390) for name in ("index", "patrons/index", "patrons/p-k7f2", "insight", "404")),
    ],
)
def test_the_tab_key_reaches_everything_in_its_order_and_one_sees_where_one_is(
    opened: Opened, name: str, width: int
) -> None:
    page = opened(name, width)
    wanted, walked = walk(page)
    assert [each["name"] for each in walked] == wanted
    assert [each["name"] for each in walked if not (each["seen"] and each["marked"])] == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.matches('body, .md-skip, [data-md-component=logo]')")


@pytest.mark.parametrize(
    "name", ["index", "patrons/index", "patrons/p-k7f2", "problems", "insight", "guide/writing-notes", "404"]
)
def test_the_first_key_offers_to_skip_to_the_content(opened: Opened, name: str) -> None:
    page = opened(name, 1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash && document.querySelector(location.hash).closest('article')")
    if page.locator("article :is(a, button, input, select, summary):visible").count() == 0:
        return
    page.keyboard.press("Tab")
    has_focus(page, "article *")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_folder_of_the_menu_opens_and_shuts_by_either_key(opened: Opened, key: str) -> None:
    page = opened("index", 1280)
    page.locator("label.md-nav__link", has_text="Guide").focus()
    shown = page.get_by_role("link", name="Writing notes")
    before = shown.is_visible()
    page.keyboard.press(key)
    expect(shown).to_be_visible(visible=not before)
    page.keyboard.press(key)
    expect(shown).to_be_visible(visible=before)


@pytest.mark.parametrize("key", ["Enter", " "])
def test_on_a_narrow_screen_the_menu_is_entered_its_folders_too_and_left_again(
    opened: Opened, key: str
) -> None:
    page = opened("missed", 390)
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    # One is where one was: among what is not for today.
    expect(page.get_by_role("link", name="Suggestions")).to_be_visible()
    has_focus(page, ".md-nav__title")
    page.keyboard.press(key)
    expect(page.get_by_role("link", name="Resources", exact=True)).to_be_visible()
    expect(page.locator(":focus")).to_have_text("Not today")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Call sheet")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_dark_and_light_change_by_the_keyboard(opened: Opened) -> None:
    page = opened("index", 1280)
    page.locator(".md-option").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_words_unfold_and_lists_are_sorted_by_either_key(opened: Opened, key: str) -> None:
    page = opened("wording", 1280)
    page.locator("summary").nth(1).focus()
    page.keyboard.press(key)
    expect(page.locator("details").nth(1)).to_have_attribute("open", "")
    page = opened("patrons/index", 390)
    page.get_by_role("button", name="Department").focus()
    page.keyboard.press(key)
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Department")


def test_whose_calls_are_shown_is_chosen_by_the_keyboard(opened: Opened) -> None:
    page = opened("index", 1280)
    page.get_by_label("Who").focus()
    page.keyboard.press("E")
    expect(page.locator("h2:visible").first).to_have_text("Elin Pryce")
    page.get_by_label("How").focus()
    page.keyboard.press("p")
    expect(page.locator(".dd-card:visible")).to_have_count(2)
