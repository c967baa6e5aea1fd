"""`deskdiary build`: the staff site."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from deskdiary.cli.looking import Looked, folder_of, looked_at, refuse_no_desk
from deskdiary.cli.options import Asked, On, Root, asked
from deskdiary.cli.resting import STAGING, rests_on
from deskdiary.cli.sharing import nowhere, of_desk, share
from deskdiary.refusal import Refusal
from deskdiary.shells.kept_folder import keeping, refuse_links
from deskdiary.shells.one_at_a_time import holding
from deskdiary.shells.site.building import CACHE, Built, build_site
from deskdiary.shells.site.merging import merge as merge_shares
from deskdiary.shells.site.merging import tell_share
from deskdiary.shells.site.site_folder import refuse_strangers
from deskdiary.shells.site.staged import Handed, Place, Repository, Share

Which = Annotated[
    Share | None,
    typer.Option(
        "--shard",
        help="Build one share of the site: 2/4 is the second of four. See --merge.",
        parser=share,
        metavar="K/N",
    ),
]
Shares = Annotated[
    Path | None,
    typer.Option(
        "--merge",
        help="Put the shares together that lie in this folder, each in a folder of its own.",
        exists=True,
        file_okay=False,
        metavar="DIR",
    ),
]

_LONGEST_BUILD = 600.0  # seconds


def build(
    context: typer.Context, root: Root = None, on: On = None, shard: Which = None, merge: Shares = None
) -> None:
    """Build the staff site into site/, and say where to open it."""
    wanted = asked(context, root, on)
    place = replace(place_of(wanted), share=shard or Share())
    if shard and merge:
        raise typer.BadParameter("A site is built, or put together; not both at once.", param_hint="--merge")
    if merge is not None:
        with _one_build(place):
            merge_shares(place, merge)
    else:
        built(wanted, place)
    if shard:
        typer.echo(f"Share {shard.number} of {shard.of} is in {place.site}. Put it together with --merge.")
        return
    typer.echo(f"The site is built. Open {(place.site / 'index.html').as_uri()}")
    typer.echo("It is for staff only: nobody else should be able to open it.", err=True)


def place_of(wanted: Asked) -> Place:
    """Where a desk has its site."""
    folder = folder_of(wanted)
    return Place(folder, folder / "site", folder / CACHE)


def built(wanted: Asked, place: Place, look: Callable[[Asked], Looked] = looked_at) -> Built:
    """The site, as far as it has to be made, and what that took."""
    refuse_no_desk(place.root)
    with _one_build(place):
        return _built(look(Asked(place.root, wanted.on)), wanted, place)


@contextmanager
def _one_build(place: Place) -> Iterator[None]:
    """The cache and the site to ourselves: another that builds now waits, then looks what is left to do."""
    refuse_links(place.root, STAGING)
    refuse_strangers(place.site)
    place.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    with holding(place.cache, "building this site", patience=_LONGEST_BUILD):
        yield


def _built(looked: Looked, wanted: Asked, place: Place) -> Built:
    day_is_given = wanted.on is not None
    whole = place.share.of == 1
    made = build_site(
        place,
        partial(_handed, looked, day_is_given),
        partial(keeping, place.root / STAGING) if whole else nowhere,
        rests_on(looked, day_is_given=day_is_given) if whole else "",
    )
    if made.why_not and not whole:
        raise Refusal(f"MkDocs has to make every page itself, because {made.why_not}. There are no shares.")
    if made.why_not:
        _build_by_mkdocs(place, wanted, made.why_not)
    if not whole:
        tell_share(place.site, place.share, of_desk(looked))
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
