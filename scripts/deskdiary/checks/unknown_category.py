"""Categories that are named in a note and not known in `library.yml`."""

from collections.abc import Iterator, Mapping

from deskdiary.checks.by_name import key_by_name
from deskdiary.checks.seen import Seen, error
from deskdiary.records.library import Category
from deskdiary.records.problem import Problem
from deskdiary.schema.nearness import nearest
from deskdiary.schema.texts import short


def unknown_category(seen: Seen) -> Iterator[Problem]:
    """What holds for a category is lost on somebody whose category does not exist."""
    if not seen.library_is_sound:
        return
    known = seen.desk.library.categories
    named = (seen.desk.library.default_category, *(patron.category for patron in seen.desk.patrons))
    for said in named:
        if said is None or said.value in known:
            continue
        public = "This category is not in library.yml. Type a key that stands under `categories:` there."
        message = f"The category `{short(said.value)}` is not in library.yml."
        yield error(said.place, "unknown-category", message, _remedy(said.value, known), public)


def _remedy(typed: str, known: Mapping[str, Category]) -> str:
    """The key to type: of the category that goes by this label, else the nearest, else all of them."""
    meant = key_by_name(typed, {key: each.label.value for key, each in known.items() if each.label})
    if meant:
        return f"Type {meant}."
    one_of = f"Type one of: {', '.join(known)}." if known else "Add it to `categories:` in library.yml."
    near = nearest(typed, known)
    return f"Did you mean {near}? {one_of}" if near else one_of
