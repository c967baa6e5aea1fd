"""Pages made from the templates that come with the program; whatever they put in is escaped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from jinja2 import DictLoader, Environment, StrictUndefined

from deskdiary.human_dates import short_date
from deskdiary.pages.escaping import anchor, escape, way, words
from deskdiary.pages.pieces import Pieces
from deskdiary.pages.view import View
from deskdiary.slug import slug
from deskdiary.telling.plurals import counted


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path from the site's root, and its Markdown."""

    path: str
    text: str = field(repr=False)


def _finalized(value: object) -> object:
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else escape(str(value))


class Templates:
    """The page templates. They are the program's own, and so need no sandbox; a desk's wording has one."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._jinja = Environment(
            loader=DictLoader(dict(sources)),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_finalized,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals |= {
            "anchor": anchor,
            "counted": counted,
            "short": short_date,
            "slug": slug,
            "words": words,
        }

    def page(self, template: str, path: str, *, view: View | None = None, **context: object) -> Page:
        """The page that a template makes, for this place in the site.

        Templates have `url`, which leads from this page to another file of the site, and where they show
        something of a plan, `view` and `m`, the pieces it is shown in.
        """
        shown = {"view": view, "m": Pieces(view, path)} if view else {}
        rendered = self._jinja.get_template(template).render(url=partial(way, path), **shown, **context)
        return Page(path, rendered.rstrip() + "\n")
