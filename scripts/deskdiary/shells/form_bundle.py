"""The form program as `make forms` installs it, taken into the site only if it is the very one we know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from deskdiary.refusal import Refusal

MODULES = Path("forms", "node_modules")
PROGRAM = "sveltia-cms.js"
VERSION = "0.221.1"
_ADVICE = "Type: make forms"
_LICENCES = ("LICENSE", "LICENSE.txt")


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a package: what the site calls it, where it is, and its digest."""

    name: str
    package: str
    path: str
    digest: str


# Where a version in forms/package.json changes, its digest changes too: `sha256sum` tells it.
PARTS = (
    Part(
        PROGRAM,
        "@sveltia/cms",
        "dist/sveltia-cms.js",
        "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a",
    ),
    Part(
        f"cms@{VERSION}/locales/en-GB.json",
        "@sveltia/cms",
        "locales/en-GB.json",
        "a7959d8901b3873a9315d010560044b30eeb819306a0bd320f127e13c0082993",
    ),
    Part(
        "js-yaml.js",
        "js-yaml",
        "dist/browser/js-yaml.umd.min.js",
        "02970a652376ad653ff069c606ee7440b0514f52ed94a98426cb52426c8e5a02",
    ),
    Part(
        "icons.woff2",
        "@fontsource-variable/material-symbols-outlined",
        "files/material-symbols-outlined-latin-wght-normal.woff2",
        "783fb9fa37c74da6da69f9c38354bbfa3aa7552b14369f8cc967cde0862298f8",
    ),
)
# The program would ask others for these; the page's policy forbids it, and so it asks our own site or nobody.
_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
REPLACED: Mapping[str, str] = {
    f"{_FONTS}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "icons.woff2",
    f"url({_FONTS}source-sans-3:vf@5.3.0/latin-wght-normal.woff2)": "local(sans-serif)",
    f"url({_FONTS}noto-mono@5.3.0/latin-400-normal.woff2)": "local(monospace)",
    "https://unpkg.com/@sveltia/cms": "cms",
    "https://www.githubstatus.com/api/v2/status.json": "data:application/json,{}",
    "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": "data:application/json,{}",
}


def form_bundle(root: Path) -> Mapping[str, bytes]:
    """Its files by their names in the site, licences included. Raises Refusal where one is not as known."""
    return {
        **{part.name: _known(root, part) for part in PARTS},
        **dict(_licences(root)),
        # It asks now and then whether there is a newer one. There is not: ours is the one that is pinned.
        "cms/package.json": f'{{"version": "{VERSION}"}}\n'.encode(),
    }


def _known(root: Path, part: Part) -> bytes:
    try:
        content = (root / MODULES / part.package / part.path).read_bytes()
    except OSError:
        raise Refusal(
            f"library.yml turns the forms on, and {part.package} is not installed. {_ADVICE}"
        ) from None
    if sha256(content).hexdigest() != part.digest:
        other = f"{MODULES / part.package} is not the version that we know, so it stays out."
        raise Refusal(f"{other} {_ADVICE}")
    return _asking_nobody(content) if part.name == PROGRAM else content


def _asking_nobody(program: bytes) -> bytes:
    """The program with its own files in the place of those of other hosts."""
    for theirs, ours in REPLACED.items():
        program = program.replace(theirs.encode(), ours.encode())
    return program


def _licences(root: Path) -> Iterator[tuple[str, bytes]]:
    """The licences of what is taken over: they ask to go along."""
    for package in dict.fromkeys(part.package for part in PARTS):
        for file in (root / MODULES / package / name for name in _LICENCES):
            if file.is_file():
                yield f"licences/{package.split('/')[-1]}.txt", file.read_bytes()
