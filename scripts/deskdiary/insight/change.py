"""A line of `library.yml` as it is and as it might be, and the library that would come of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from deskdiary.records.library import PATH, Category, Library
from deskdiary.records.place import Place, Said

FIELDS = ("label", "attention", "prefers", "reads_email", "notice_days", "keep_in_touch", "newcomer_check")


class Where(StrEnum):
    """Where the new words go: in the place of others, on a line below, or between a line's braces."""

    INSTEAD = "instead"
    BELOW = "below"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a category set anew.

    `before` is what stands there, None where the category does not say. `line` is the line that is meant,
    None where the category says nothing at all yet and its line is not known.
    """

    category: str
    field: str
    value: str | int
    line: int | None
    before: str | None
    indent: int = 4
    braced: bool = False

    @property
    def after(self) -> str:
        """What is to stand there."""
        return f"{self.field}: {self.value}"

    @property
    def where(self) -> Where:
        """What is to be done with the line."""
        if self.before is not None:
            return Where.INSTEAD
        return Where.WITHIN if self.braced else Where.BELOW


def change(category: Category, field: str, value: str | int) -> Change:
    """How a category's field comes to have a value."""
    said = getattr(category, field)
    indent, braced = _layout(category)
    if isinstance(said, Said):
        return Change(
            category.key, field, value, said.place.line, f"{field}: {said.value}", indent, braced=braced
        )
    last = max((place.line for _, place in _places(category)), default=None)
    return Change(category.key, field, value, last, None, indent, braced=braced)


def changed(library: Library, *changes: Change) -> Library:
    """The library as it would be."""
    categories = dict(library.categories)
    for each in changes:
        said = Said(each.value, Place(PATH, each.line or 1))
        categories[each.category] = replace(categories[each.category], **{each.field: said})  # type: ignore[arg-type]
    return replace(library, categories=MappingProxyType(categories))


def _layout(category: Category) -> tuple[int, bool]:
    """How far the category's lines are indented, and whether they are one line within braces.

    Told from where its values stand: below each other, or on one line; a single one within braces stands
    farther to the right than the key and its colon are long.
    """
    places = _places(category)
    if not places:
        return 4, False
    field, place = places[0]
    indent = place.column - len(field) - len(": ") - 1
    one_line = len(places) > 1 and len({each.line for _, each in places}) == 1
    return indent, one_line or (len(places) == 1 and indent > len(f"{category.key}: {{"))


def _places(category: Category) -> list[tuple[str, Place]]:
    said = [(field, getattr(category, field)) for field in FIELDS]
    return sorted(((field, each.place) for field, each in said if each), key=lambda pair: pair[1])
