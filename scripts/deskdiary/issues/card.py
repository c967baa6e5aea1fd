"""What our part of an issue says: whom it is about, what is open with them, and where to read more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from deskdiary.day.follow_up import FollowUp
from deskdiary.day.state import Standing
from deskdiary.human_dates import long_date
from deskdiary.issues.hostile import as_code, as_title
from deskdiary.issues.marks import DIGEST, Marked, Stage, begin, box, end, tag_of
from deskdiary.issues.settings import Manner
from deskdiary.records.kinds import KINDS, WAYS

HOW_TO = (
    "Tick what is done; or close this when all of it is. Closed as not planned, it was not needed. "
    "A comment `/snooze 2026-12-01`, on a line of its own, puts it off until that day. "
    "What you write above or below this part stays; within it, it is written anew."
)
OVER = "This follow-up is over."
_BEGUN = "Follow up "
DIGEST_TITLE = "Follow-ups without an issue of their own"
MOST_LISTED, MOST_BOXES = 500, 100


@dataclass(frozen=True, slots=True)
class Card:
    """Our part of one issue: its title and lines, and the occasions that have a box in it."""

    about: str
    title: str = field(repr=False)
    head: tuple[str, ...] = field(repr=False)
    boxes: Mapping[str, str] = field(repr=False)
    tail: tuple[str, ...] = field(repr=False)

    def part(self, stage: Stage, heard: int, ticked: frozenset[str] = frozenset()) -> str:
        """The text, from mark to mark."""
        boxes = (
            f"- [{'x' if tag in ticked else ' '}] {line} {box(self.about, tag)}"
            for tag, line in self.boxes.items()
        )
        listed = "\n".join(boxes)
        parts = (begin(self.about, stage, heard), *self.head, listed, *self.tail, end(self.about))
        return "\n\n".join(part for part in parts if part)


def card_of(each: FollowUp, manner: Manner) -> Card:
    """A follow-up's card: key, kinds, channel and dates; names and reasons where the library wants them."""
    key, name = each.patron.key, each.patron.name.value
    who = f"**{key}** {as_code(name)}" if manner.full else f"**{key}**"
    when = f"wanted by {long_date(each.due)}" + (", which is past" if each.overdue else "")
    return Card(
        about=key,
        title=f"{_BEGUN}{as_title(name)} ({key})" if manner.full else title_of(key),
        head=(f"{who} · {WAYS[each.way.channel]} · {when}",),
        boxes={tag_of(found.occasion.id): _line(found, manner) for found in each.standings[:MOST_BOXES]},
        tail=(*_more(each), _links(each, manner), HOW_TO),
    )


def title_of(key: str) -> str:
    """The title that names nobody."""
    return DIGEST_TITLE if key == DIGEST else f"{_BEGUN}{key}"


def our_title(title: str, about: str) -> bool:
    """Whether a title is one that we gave, with a name in it or without: another is the staff's own."""
    return title == title_of(about) or (title.startswith(_BEGUN) and title.endswith(f" ({about})"))


def over(was: Marked) -> Card:
    """What stays of a card when all is over: kinds and dates, which the tags themselves tell."""
    about = was.about
    boxes = {each.tag: _from_tag(each.tag) for each in was.boxes}
    return Card(about, title_of(about), (OVER,), boxes, ())


def digest(rest: Iterable[FollowUp]) -> Card:
    """The one card for all who have no issue yet: keys, channels and dates, whatever the detail."""
    found = tuple(rest)
    listed = [f"- {each.patron.key} · {WAYS[each.way.channel]} · {long_date(each.due)}" for each in found]
    more = [f"- and {len(found) - MOST_LISTED} more"] if len(found) > MOST_LISTED else []
    why = "So many came at once that these wait here. Each run opens issues for the most urgent."
    lines = "\n".join([*listed[:MOST_LISTED], *more])
    return Card(DIGEST, DIGEST_TITLE, (why, lines), {}, ())


def _more(each: FollowUp) -> Iterator[str]:
    """A forge takes no endless text: what is left out here is on the card, and here once there is room."""
    if len(each.standings) > MOST_BOXES:
        yield f"And {len(each.standings) - MOST_BOXES} more."


def _line(found: Standing, manner: Manner) -> str:
    occasion = found.occasion
    due = f", by {long_date(occasion.due)}" if occasion.due and occasion.due != occasion.date else ""
    why = f": {as_code(occasion.why[0].text)}" if manner.full else ""
    return f"{KINDS[occasion.kind]} ({long_date(occasion.date)}{due}){why}"


def _from_tag(tag: str) -> str:
    kind, day = (*tag.split("/"), "", "")[:2]
    try:
        return f"{KINDS.get(kind, kind)} ({long_date(date.fromisoformat(day))})"
    except ValueError:
        return KINDS.get(kind, kind)


def _links(each: FollowUp, manner: Manner) -> str:
    return " · ".join(_link(manner, each.patron.key, each.patron.path))


def _link(manner: Manner, key: str, path: str) -> Iterator[str]:
    card = manner.card(key)
    if card:
        yield f"[The card on the site]({card})"
    yield f"[The note]({manner.address_of(path)})"
