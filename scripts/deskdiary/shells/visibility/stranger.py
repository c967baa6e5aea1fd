"""A stranger at the site's door: tries the paths of a built site without a password."""

from pathlib import Path

from deskdiary.publishing.answer import Said
from deskdiary.publishing.to_a_stranger import Site, address_of, worth_asking
from deskdiary.refusal import Refusal
from deskdiary.shells.visibility.asking import knock


def tried_by_a_stranger(site: Site, built: Path) -> dict[str, Said]:
    """What the server answers, by path. The built site tells which paths there are."""
    if not (built / "index.html").is_file():
        raise Refusal(
            f"There is no site in {built}: build it first, so that we know what to ask the server for."
        )
    files = (file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file())
    return {path: knock(address_of(site, path)) for path in worth_asking(files)}
