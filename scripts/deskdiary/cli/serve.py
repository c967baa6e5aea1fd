"""`deskdiary serve`: the staff site on this machine, rebuilt as the notes change."""

from functools import partial
from typing import Annotated

import typer

from deskdiary.cli.build import built
from deskdiary.cli.looking import folder_of
from deskdiary.cli.options import On, Root, asked
from deskdiary.shells.site.preview import HOST, serve_site

Port = Annotated[int, typer.Option("--port", help="The port on 127.0.0.1.", min=1, max=65535)]


def serve(context: typer.Context, root: Root = None, on: On = None, port: Port = 8000) -> None:
    """Show the site on this machine; a change in a note is there a moment later."""
    wanted = asked(context, root, on)
    typer.echo(f"Building. Then open http://{HOST}:{port}/ and stop with Ctrl+C.", err=True)
    serve_site(folder_of(wanted), partial(built, wanted), port)
