"""`deskdiary publish-check`: whether a place is proven private, before the site goes there."""

import os
from enum import StrEnum
from typing import Annotated

import typer

from deskdiary.cli.looking import folder_of
from deskdiary.cli.options import Root, asked
from deskdiary.publishing import on_the_forge, to_a_stranger
from deskdiary.publishing.asked_for import https_address, repository_named, token_of
from deskdiary.publishing.verdict import Refused, Verdict
from deskdiary.refusal import Refusal
from deskdiary.shells.visibility.forge import Forge
from deskdiary.shells.visibility.stranger import tried_by_a_stranger

GITHUB = "https://api.github.com"


class Target(StrEnum):
    """Where the site is to go: a run's artefact, GitHub Pages, a server of the library's own."""

    ARTIFACT = "artifact"
    PAGES = "pages"
    SERVER = "server"


Where = Annotated[Target, typer.Option("--target", help="Where the site is to go.", show_default=False)]
Repository = Annotated[
    str,
    typer.Option(
        "--repository", envvar="GITHUB_REPOSITORY", metavar="OWNER/NAME", help="The repository on GitHub."
    ),
]
Url = Annotated[str, typer.Option("--url", metavar="HTTPS", help="With server: the site's address.")]
Login = Annotated[
    str,
    typer.Option(
        "--login", metavar="HTTPS", help="With server: where people sign in; else oauth2-proxy's page there."
    ),
]


def publish_check(
    context: typer.Context,
    target: Where,
    root: Root = None,
    repository: Repository = "",
    url: Url = "",
    login: Login = "",
) -> None:
    """Refuse, with the reason, unless the place is proven private. The token comes from GITHUB_TOKEN."""
    if target is Target.SERVER:
        if not url:
            raise typer.BadParameter("Type the site's address as well: --url https://...")
        site = to_a_stranger.site_at(_https(url, "--url"), _https(login, "--login") if login else None)
        built = folder_of(asked(context, root, None)) / "site"
        verdict = to_a_stranger.server(site, tried_by_a_stranger(site, built))
    else:
        verdict = _on_the_forge(target, repository)
    _tell(verdict)


def _on_the_forge(target: Target, text: str) -> Verdict:
    repository, forge = _repository(text), _forge()
    of_repository = forge.says_of_repository(repository)
    if target is Target.ARTIFACT:
        return on_the_forge.artifact(repository, of_repository)
    return on_the_forge.pages(repository, of_repository, forge.says_of_pages(repository))


def _tell(verdict: Verdict) -> None:
    if isinstance(verdict, Refused):
        raise Refusal("\n  ".join(("this place is not proven private.", *verdict.reasons)))
    typer.echo(f"Proven private: {verdict.how}.")


def _repository(text: str) -> str:
    named = repository_named(text)
    if named is None:
        raise Refusal("no repository is named. Type --repository owner/name, or set GITHUB_REPOSITORY.")
    return named


def _forge() -> Forge:
    token = token_of(os.environ.get("GITHUB_TOKEN", ""))
    if token is None:
        raise Refusal("GITHUB_TOKEN holds no token, and only with one does GitHub tell of private things.")
    return Forge(_https(os.environ.get("GITHUB_API_URL") or GITHUB, "GITHUB_API_URL"), token)


def _https(text: str, said_where: str) -> str:
    address = https_address(text)
    if address is None:
        raise Refusal(f"{said_where} has to be a plain https address, such as https://diary.example.org.")
    return address
