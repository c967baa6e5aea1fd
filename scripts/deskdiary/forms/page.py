"""The page of forms as files of the site, and the one host besides our own that this page may ask."""

import json
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from deskdiary.forms.setup import form_setup
from deskdiary.records.desk import Desk
from deskdiary.records.forms import Forms

FOLDER = "forms"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src {asked}; manifest-src 'self' blob:; base-uri 'none'; "
    "form-action 'none'"
)


def form_page(desk: Desk, shipped: Mapping[str, str], bundle: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The files of the page by their paths; none where `library.yml` does not turn the forms on."""
    forms = desk.library.forms
    if forms is None:
        return {}
    told = json.dumps(form_setup(desk, forms), ensure_ascii=False)
    own = {
        **shipped,
        "index.html": _filled(shipped["index.html"], desk.library.name, forms),
        "desk.js": f"window.deskdiaryForms = {told};\n",
    }
    files = {**bundle, **{name: text.encode() for name, text in own.items()}}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def form_of(folder: str, key: str) -> str:
    """Where the form of a note is; its key is all that the address tells."""
    return f"{FOLDER}/index.html#/collections/{folder}/entries/{quote(key)}"


def policy(forms: Forms) -> str:
    """What the page may load: its own files, and answers of the forge that keeps the notes."""
    asked = "'self' data: blob:" + (f" {_origin(forms.api)}" if forms.api else "")
    return POLICY.format(asked=asked)


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


def _filled(page: str, library: str, forms: Forms) -> str:
    return page.replace("{{ policy }}", escape(policy(forms))).replace("{{ library }}", escape(library))
