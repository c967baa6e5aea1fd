"""`deskdiary serve`: the staff site on this machine, rebuilt as the notes change."""

from typing import Annotated

import typer

from deskdiary.cli.looking import folder_of
from deskdiary.cli.open_desk import OpenDesk
from deskdiary.cli.options import Asked, On, Root, asked
from deskdiary.shells.site.live_pages import HOST
from deskdiary.shells.site.preview import serve_site

Port = Annotated[int, typer.Option("--port", help="The port on 127.0.0.1.", min=1, max=65535)]


def serve(context: typer.Context, root: Root = None, on: On = None, port: Port = 8000) -> None:
    """Show the site on this machine; a change in a note is there a moment later."""
    wanted = asked(context, root, on)
    typer.echo(f"Building. Then open http://{HOST}:{port}/ and stop with Ctrl+C.", err=True)
    root = folder_of(wanted)
    serve_site(root, OpenDesk(Asked(root, wanted.on)), port)
