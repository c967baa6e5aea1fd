"""`deskdiary build`: the staff site."""

from functools import partial

import typer

from deskdiary.cli.handing import STAGING, hand_for
from deskdiary.cli.looking import folder_of
from deskdiary.cli.options import Asked, On, Root, asked
from deskdiary.shells.kept_folder import keeping, refuse_links
from deskdiary.shells.site.building import CACHE, Place, build_site


def build(context: typer.Context, root: Root = None, on: On = None) -> None:
    """Build the staff site into site/, and say where to open it."""
    wanted = asked(context, root, on)
    folder = folder_of(wanted)
    refuse_links(folder, STAGING)
    place = Place(folder, folder / "site", folder / CACHE)
    _, why_not = build_site(place, hand_for(wanted), partial(keeping, folder / STAGING))
    if why_not:
        _build_by_mkdocs(place, wanted, why_not)
    typer.echo(f"The site is built. Open {(place.site / 'index.html').as_uri()}")
    typer.echo("It is for staff only: nobody else should be able to open it.", err=True)


def _build_by_mkdocs(place: Place, wanted: Asked, why_not: str) -> None:
    # MkDocs takes its time to be imported, and is seldom asked for this.
    from deskdiary.cli.staging import stage_for  # noqa: PLC0415
    from deskdiary.shells.site.rendering import build_by_mkdocs  # noqa: PLC0415

    typer.echo(f"MkDocs makes every page itself, which takes longer, because {why_not}.", err=True)
    build_by_mkdocs(place.root, stage_for(wanted), place.site, place.cache)
