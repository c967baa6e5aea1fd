"""What the tests of pages wait for before they say that something did not happen, or how something looks."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# What fades or slides has come to where it stays; what moves for ever is not waited for.
_AT_REST = """() => !document.getAnimations().some(each =>
  each.playState === "running" && each.effect.getComputedTiming().endTime !== Infinity)"""
# The browser tells a page at once, within the very key or click, that it is about to be left for another.
_LEAVING = "() => { navigation.onnavigate = event => { window.leaving = event.destination.url } }"


def be_drawn(page: Page) -> None:
    """Wait until all that was typed so far has come, and the page was drawn with it."""
    page.evaluate(_DRAWN)


def come_to_rest(page: Page) -> None:
    """Wait until nothing on the page is on the move any more."""
    page.wait_for_function(_AT_REST)


def has_focus(page: Page, selector: str) -> None:
    """What has the focus is such an element, or will be in a moment."""
    expect(page.locator(f":is({selector}):focus")).to_have_count(1)


@contextmanager
def staying(page: Page) -> Iterator[None]:
    """Nothing that is done meanwhile leads to another page."""
    before = page.url
    page.evaluate(_LEAVING)
    yield
    assert page.evaluate("window.leaving") is None
    assert page.url == before
