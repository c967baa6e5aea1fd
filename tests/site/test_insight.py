"""The page Insight in a real browser: by day and by night, at a desk's width and a phone's."""

import pytest
from playwright.sync_api import Browser, expect

from browsing import come_to_rest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_can_be_read_in_any_light_and_on_any_screen(
    browser: Browser, site_url: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda made: asked.append(made.url))
    page.goto(f"{site_url}insight.html")
    charts = page.get_by_role("img", name="Occasions by month")
    expect(charts).to_have_count(1)
    for five in ("svg.dd-svg", "figure.dd-figure"):
        expect(page.locator(five)).to_have_count(5)
    come_to_rest(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for chart in page.locator("svg.dd-svg").all():
        text = chart.locator("text").first
        seen = text.evaluate("e => getComputedStyle(e).fill")
        assert seen == text.evaluate("e => getComputedStyle(e.closest('article')).color"), (
            "the page's own ink"
        )
        assert chart.locator(".series rect").first.evaluate("e => getComputedStyle(e).fill") != seen
        assert text.evaluate("e => e.getBoundingClientRect().height") >= 8
    assert [url for url in asked if not url.startswith((site_url, "data:"))] == []
    context.close()


def test_a_question_leads_from_the_key_to_the_persons_note(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}insight.html")
    expect(page.get_by_role("img", name="Occasions by month")).to_be_visible()
    expect(page.locator("article")).not_to_contain_text("الخطيب")
    page.get_by_role("link", name="p-e8h5").click()
    expect(page).to_have_url(f"{site_url}patrons/p-e8h5.html")
    page.close()
