"""`deskdiary build`: the staff site."""

from functools import partial

import typer

from deskdiary.cli.looking import Looked, folder_of, looked_at
from deskdiary.cli.options import Asked, On, Root, asked
from deskdiary.cli.resting import STAGING, rests_on
from deskdiary.shells.kept_folder import keeping, refuse_links
from deskdiary.shells.site.building import CACHE, Built, build_site
from deskdiary.shells.site.staged import Handed, Place, Repository


def build(context: typer.Context, root: Root = None, on: On = None) -> None:
    """Build the staff site into site/, and say where to open it."""
    wanted = asked(context, root, on)
    place = place_of(wanted)
    built(wanted, place)
    typer.echo(f"The site is built. Open {(place.site / 'index.html').as_uri()}")
    typer.echo("It is for staff only: nobody else should be able to open it.", err=True)


def place_of(wanted: Asked) -> Place:
    """Where a desk has its site."""
    folder = folder_of(wanted)
    return Place(folder, folder / "site", folder / CACHE)


def built(wanted: Asked, place: Place) -> Built:
    """The site, as far as it has to be made, and what that took."""
    refuse_links(place.root, STAGING)
    looked, day_is_given = looked_at(Asked(place.root, wanted.on)), wanted.on is not None
    made = build_site(
        place,
        partial(_handed, looked, day_is_given),
        partial(keeping, place.root / STAGING),
        rests_on(looked, day_is_given=day_is_given),
    )
    if made.why_not:
        _build_by_mkdocs(place, wanted, made.why_not)
    return made


def _handed(looked: Looked, day_is_given: bool, repository: Repository) -> Handed:
    # Nothing that makes a page need be loaded where none is to be made.
    from deskdiary.cli.handing import handed  # noqa: PLC0415

    return handed(looked, day_is_given, repository)


def _build_by_mkdocs(place: Place, wanted: Asked, why_not: str) -> None:
    # MkDocs takes its time to be imported, and is seldom asked for this.
    from deskdiary.cli.staging import stage_for  # noqa: PLC0415
    from deskdiary.shells.site.rendering import build_by_mkdocs  # noqa: PLC0415

    typer.echo(f"MkDocs makes every page itself, which takes longer, because {why_not}.", err=True)
    build_by_mkdocs(place, stage_for(wanted))
