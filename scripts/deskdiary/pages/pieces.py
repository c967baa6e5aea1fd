"""Pieces that many pages share: reasons, people, tables of occasions, fields with their values."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from deskdiary.human_dates import short_date
from deskdiary.pages.escaping import escape, way, words
from deskdiary.pages.facts import Entry, Fact
from deskdiary.pages.view import Line, View
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Reason
from deskdiary.slug import slug


@dataclass(frozen=True, slots=True)
class Pieces:
    """What the templates call `m`, on one page: put together here, as it makes up nearly all of a site.

    Whatever is put in is escaped as it is put in.
    """

    view: View
    here: str

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
            f'<td class="dd-date">{escape(short_date(standing.occasion.date))}</td>\n'
            f"<td>{_state(standing.state)}</td>\n"
            f"<td>{self._reasons(standing.why, each.patron.path)}{its_id}</td>\n</tr>\n"
        )

    def _reasons(self, list_: Iterable[Reason], own: str) -> str:
        rows = "".join(f"<li>{self._reason(why.text, why.place, own)}</li>\n" for why in list_)
        return f'<ul class="dd-why">\n{rows}</ul>'

    def _reason(self, text: str, place: Place, own: str) -> str:
        link = self.view.line_on_forge(place)
        target = escape(link) if link else self._here_to(place)
        if not target:
            return f"{escape(text)} "
        file = "" if place.path == own else f"{escape(_stem(place.path))} "
        return (
            f'{escape(text)} <a class="dd-line" href="{target}" title="{escape(place.path)}">'
            f"{file}line {place.line}</a>"
        )

    def _here_to(self, place: Place) -> str:
        target = self.view.target(place)
        return way(self.here, target) if target else ""

    def _person(self, patron: Patron) -> str:
        there = way(self.here, f"patrons/{patron.key}.html")
        return f'<a href="{there}">{escape(patron.name.value)}</a>'


def _entry(entry: Entry) -> str:
    label = f'<div><span class="dd-label" title="{escape(entry.meaning)}">{escape(words(entry.label))}</span>'
    if not entry.rows:
        return f"{label} <span>{_facts(entry.values)}</span></div>\n"
    rows = "".join(f"<li>{''.join(_cell(name, cell) for name, cell in row)}</li>\n" for row in entry.rows)
    return f'{label}\n<ul class="dd-records">\n{rows}</ul></div>\n'


def _cell(name: str, cell: Iterable[Fact]) -> str:
    label = escape(words(name))
    return f'<span class="dd-pair"><span class="dd-label">{label}</span> {_facts(cell)}</span> '


def _facts(list_: Iterable[Fact]) -> str:
    return ", ".join(
        f'<span id="{fact.anchor}"></span>{escape(fact.text)}' if fact.anchor else escape(fact.text)
        for fact in list_
    )


@lru_cache(maxsize=64)
def _state(state: str) -> str:
    return f'<span class="dd-state dd-state-{slug(state)}">{escape(state)}</span>'


def _stem(path: str) -> str:
    return path.rsplit("/", maxsplit=1)[-1].removesuffix(".md")
