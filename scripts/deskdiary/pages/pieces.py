"""Pieces that many pages share: reasons, people, tables of occasions, fields with their values."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from deskdiary.human_dates import short_date
from deskdiary.pages.escaping import escape, way, words
from deskdiary.pages.facts import Entry, Fact
from deskdiary.pages.view import Line, View
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Reason
from deskdiary.slug import slug


class _Way(NamedTuple):
    """A link to a line of a note, in pieces: what stands before the number, after it, and the note's name."""

    begins: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the templates call `m`, on one page: put together here, as it makes up nearly all of a site.

    Whatever is put in is escaped as it is put in.
    """

    view: View
    here: str
    _ways: dict[str, "_Way"] = field(default_factory=dict, repr=False, compare=False)

    def reason(self, why: Reason, own: str = "") -> Markup:
        """A reason with the way to the line that says so; another note is named."""
        return Markup(self._reason(why.text, why.place, own))  # noqa: S704 - escaped piece by piece

    def says(self, text: str, place: Place, own: str = "") -> Markup:
        """The same for words that are the page's own."""
        return Markup(self._reason(text, place, own))  # noqa: S704 - escaped piece by piece

    def reasons(self, list_: Iterable[Reason], own: str = "") -> Markup:
        """Reasons as a list."""
        return Markup(self._reasons(list_, own))  # noqa: S704 - escaped piece by piece

    def person(self, patron: Patron) -> Markup:
        """A name that leads to the note."""
        return Markup(self._person(patron))  # noqa: S704 - escaped piece by piece

    def standings(self, list_: Iterable[Line], *, with_person: bool = True) -> Markup:
        """Occasions as a table."""
        who = "<th>Who</th>" if with_person else ""
        rows = "".join(self._standing(each, with_person=with_person) for each in list_)
        return Markup(  # noqa: S704 - escaped piece by piece
            f'<div class="dd-standings dd-stacked"><table>\n<thead><tr>{who}<th>What</th><th>Date</th>'
            f"<th>State</th><th>Why</th></tr></thead>\n<tbody>\n{rows}</tbody></table></div>"
        )

    def entries(self, list_: Iterable[Entry]) -> Markup:
        """Fields, each with its values or with a row for each record."""
        return Markup(f'<div class="dd-facts">\n{"".join(map(_entry, list_))}</div>')  # noqa: S704 - the same

    def _standing(self, each: Line, *, with_person: bool) -> str:
        standing = each.standing
        who = f"<td>{self._person(each.patron)}</td>\n" if with_person else ""
        said = escape(standing.occasion.short_id)
        its_id = (
            ""
            if standing.state == "done"
            else f'<details class="dd-id"><summary>Its id</summary><code>{said}</code></details>\n'
        )
        return (
            f"<tr>\n{who}<td>{escape(each.kind)}</td>\n"
            f'<td class="dd-date">{_day(standing.occasion.date)}</td>\n'
            f"<td>{_state(standing.state)}</td>\n"
            f"<td>{self._reasons(standing.why, each.patron.path)}{its_id}</td>\n</tr>\n"
        )

    def _reasons(self, list_: Iterable[Reason], own: str) -> str:
        rows = "".join(f"<li>{self._reason(why.text, why.place, own)}</li>\n" for why in list_)
        return f'<ul class="dd-why">\n{rows}</ul>'

    def _reason(self, text: str, place: Place, own: str) -> str:
        there = self._ways.get(place.path) or self._way_to(place.path)
        if not there.begins:
            return f"{escape(text)} "
        note = "" if place.path == own else there.note
        return f"{escape(text)} {there.begins}{place.line}{there.title}{note}line {place.line}</a>"

    def _way_to(self, path: str) -> "_Way":
        """The way from here to the lines of a note: made once, as a page has many reasons of one note."""
        on_forge, on_site = self.view.lines_on_forge(path), self.view.lines_on_site(path)
        target = escape(on_forge) if on_forge else way(self.here, on_site) if on_site else ""
        made = _Way(
            f'<a class="dd-line" href="{target}' if target else "",
            f'" title="{escape(path)}">',
            f"{escape(_stem(path))} ",
        )
        self._ways[path] = made
        return made

    def _person(self, patron: Patron) -> str:
        there = way(self.here, f"patrons/{patron.key}.html")
        return f'<a href="{there}">{escape(patron.name.value)}</a>'


def _entry(entry: Entry) -> str:
    label = _label(entry.label, entry.meaning)
    if not entry.rows:
        return f"{label} <span>{_facts(entry.values)}</span></div>\n"
    rows = "".join(f"<li>{''.join(_cell(name, cell) for name, cell in row)}</li>\n" for row in entry.rows)
    return f'{label}\n<ul class="dd-records">\n{rows}</ul></div>\n'


@lru_cache(maxsize=256)
def _label(name: str, meaning: str) -> str:
    return f'<div><span class="dd-label" title="{escape(meaning)}">{escape(words(name))}</span>'


def _cell(name: str, cell: Iterable[Fact]) -> str:
    return f"{_cell_label(name)}{_facts(cell)}</span> "


@lru_cache(maxsize=256)
def _cell_label(name: str) -> str:
    return f'<span class="dd-pair"><span class="dd-label">{escape(words(name))}</span> '


def _facts(list_: Iterable[Fact]) -> str:
    return ", ".join(map(_fact, list_))


def _fact(fact: Fact) -> str:
    text = escape(fact.text)
    return f'<span id="{fact.anchor}"></span>{text}' if fact.anchor else text


@lru_cache(maxsize=4096)
def _day(day: date) -> str:
    return escape(short_date(day))


@lru_cache(maxsize=64)
def _state(state: str) -> str:
    return f'<span class="dd-state dd-state-{slug(state)}">{escape(state)}</span>'


def _stem(path: str) -> str:
    return path.rsplit("/", maxsplit=1)[-1].removesuffix(".md")
