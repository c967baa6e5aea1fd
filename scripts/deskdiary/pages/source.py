"""A page that is yet to be made: nobody makes it where it is known to be as it was."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page stands, what it is made from in one short text, and how to make it.

    Two pages with one place and one `made_from` are the same letter for letter. An empty one says
    nothing: the page has to be made to know it.
    """

    path: str
    make: Callable[[], str] = field(repr=False, compare=False)
    made_from: str = ""
