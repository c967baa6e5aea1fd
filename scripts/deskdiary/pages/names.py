"""What the search of the site knows: names, cards, departments and titles, and nothing else of any note."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from markupsafe import Markup

from deskdiary.pages.markdown import Page, Templates
from deskdiary.plain_letters import plain_letters
from deskdiary.records.desk import Desk
from deskdiary.records.place import Said

NAMES = "search/names.html"
_TITLE = re.compile(r"^title: *[\"']?(.+?)[\"']? *$|^# +(.+?)(?: *\{:.*\})? *#* *$", re.MULTILINE)
_NOTE = re.compile(r"(?:patrons|resources)/(?!index\.md)")


def names_page(desk: Desk, pages: Iterable[Page], templates: Templates) -> Page:
    """The file that the search reads. As a page of HTML no page of another site can read it, nor run it."""
    held = json.dumps(_held(desk, pages), ensure_ascii=False, separators=(",", ":"))
    # Nothing within an element of JSON ends the element.
    return templates.page("names.html", NAMES, names=Markup(held.replace("<", r"\u003c")))  # noqa: S704 - no sign of HTML is left


def _held(desk: Desk, pages: Iterable[Page]) -> Mapping[str, object]:
    """Each sort of thing in the order of its names; a department stands once, and is counted from."""
    departments = ("", *sorted({patron.department.value for patron in desk.patrons if patron.department}))
    number = {name: place for place, name in enumerate(departments)}
    return {
        "departments": departments,
        "patrons": _by_name(
            (each.key, each.name.value, _text(each.card), number[_text(each.department)])
            for each in desk.patrons
        ),
        "resources": _by_name(
            (each.key, each.title.value, *(name.value for name in each.also_known_as))
            for each in desk.resources
        ),
        "pages": _by_name(_titles(pages)),
    }


def _titles(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The pages that are no notes, with what they are called; of two at one place the last is the one."""
    for path, page in {page.path: page for page in pages}.items():
        found = _TITLE.search(page.text)
        if found and path.endswith(".md") and not _NOTE.match(path):
            yield path.removesuffix(".md"), unescape(found[1] or found[2])


def _by_name(rows: Iterable[tuple[str | int, ...]]) -> list[tuple[str | int, ...]]:
    return sorted(rows, key=lambda row: (plain_letters(str(row[1])), str(row[0])))


def _text(said: Said[str] | None) -> str:
    return said.value if said else ""
