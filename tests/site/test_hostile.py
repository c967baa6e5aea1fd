"""A desk full of hostile text, built and opened: it is all there to read, and none of it does anything."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hostile_desks import hostile_desk
from processes import deskdiary


class Scripts(HTMLParser):
    """What a page runs, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self._within = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._within = tag == "script" and given.get("type") != "application/json"
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.runs.append(data)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = hostile_desk(tmp_path_factory.mktemp("hostile")).root
    built = deskdiary("build", "--root", root, "--on", "2026-11-24")
    assert built.code == 0, built.err
    return root / "site"


def test_no_text_of_a_note_becomes_a_script_a_handler_or_a_way_to_run_one(hostile_site: Path) -> None:
    for file in hostile_site.rglob("*.html"):
        found = Scripts(file.read_text(encoding="utf-8"))
        assert not [script for script in found.runs if "alert" in script], file.name
        assert not [link for link in found.links if link.lower().startswith("javascript")], file.name
        assert found.handlers == [], file.name


@pytest.mark.browser
@pytest.mark.parametrize(
    "page", ["index", "patrons/p-test", "resources/atlas", "problems", "library", "left-alone"]
)
def test_a_browser_shows_it_letter_for_letter(browser: Browser, hostile_site: Path, page: str) -> None:
    tab = browser.new_page()
    opened: list[str] = []
    tab.on("dialog", lambda dialog: opened.append(dialog.message))
    tab.goto((hostile_site / f"{page}.html").as_uri())
    if page != "problems":
        expect(tab.locator("body")).to_contain_text(
            "<script>alert(1)</script> [x](javascript:alert(1)) `a` **b**"
        )
    assert opened == []
    tab.close()
