"""`deskdiary build`: the staff site."""

import typer

from deskdiary.cli.looking import folder_of
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.staging import STAGING, stage_for
from deskdiary.shells.kept_folder import refuse_links
from deskdiary.shells.site.rendering import build_site


def build(context: typer.Context, root: Root = None, on: On = None) -> None:
    """Build the staff site into site/, and say where to open it."""
    wanted = asked(context, root, on)
    refuse_links(folder_of(wanted), STAGING)
    site = build_site(folder_of(wanted), stage_for(wanted))
    typer.echo(f"The site is built. Open {(site / 'index.html').as_uri()}")
    typer.echo("It is for staff only: nobody else should be able to open it.", err=True)
