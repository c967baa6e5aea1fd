"""How the form program is set up for a desk: which notes, which fields, and the forge that keeps them."""

from deskdiary.forms.fields import AS_WRITTEN, IS_NOTE, Told, form_fields, shapes
from deskdiary.forms.pickers import Pickers, pickers
from deskdiary.records.desk import Desk
from deskdiary.records.forms import GITEA, GITHUB, NONE, Forms
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Record
from deskdiary.schema.resource import RESOURCE

_MESSAGES = {
    "create": "Note {{slug}} by a form",
    "update": "Change {{slug}} by a form",
}


def form_setup(desk: Desk, forms: Forms) -> Told:
    """The form program's configuration, and the shapes of both kinds of note."""
    pick = pickers(desk)
    return {
        "config": _config(desk.library.name, forms, pick),
        "shapes": {"patron": shapes(PATRON, pick), "resource": shapes(RESOURCE, pick)},
    }


def _config(library: str, forms: Forms, pick: Pickers) -> Told:
    return {
        "load_config_file": False,
        "app_title": f"{library}: forms",
        "backend": _backend(forms),
        "media_folder": "docs/files",
        "media_libraries": {"default": {"config": {"max_file_size": 0}}},
        "editor": {"preview": False},
        "show_preview_links": False,
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 64},
        "collections": [_patrons(pick), _resources(pick)],
    }


def _patrons(pick: Pickers) -> Told:
    """Patrons get a key that says nothing of them; nobody is erased from here."""
    return {**_collection("patron", PATRON, pick), "identifier_field": "name", "slug": "p-{{uuid_shorter}}"}


def _resources(pick: Pickers) -> Told:
    return {**_collection("resource", RESOURCE, pick), "identifier_field": "title", "slug": "{{title}}"}


def _collection(noun: str, record: Record, pick: Pickers) -> Told:
    body = {"name": "body", "label": "What a colleague should know", "widget": "text", "required": False}
    return {
        "name": f"{noun}s",
        "label": f"{noun.capitalize()}s",
        "label_singular": noun.capitalize(),
        "folder": f"{noun}s",
        "format": noun,
        "filter": {"field": "is_note", "value": "yes"},
        "create": True,
        "delete": False,
        "duplicate": False,
        "thumbnail": False,
        "fields": [*form_fields(record, pick), body, AS_WRITTEN, IS_NOTE],
    }


def _backend(forms: Forms) -> Told:
    """Who signs in does so with a token of her own: none stands here.

    With no forge a name has to stand here all the same; nobody is ever asked at it.
    """
    if forms.forge.value == NONE:
        return {"name": GITHUB, "repo": "the/desk", "auth_methods": ["token"]}
    return {
        "name": forms.forge.value,
        "repo": forms.repository.value if forms.repository else "",
        **({"branch": forms.branch.value} if forms.branch else {}),
        **({"api_root": forms.api} if forms.host else {}),
        **({"graphql_api_root": f"{forms.server}/api/graphql"} if forms.host and _has_graph(forms) else {}),
        "auth_methods": ["token"],
        "commit_messages": _MESSAGES,
    }


def _has_graph(forms: Forms) -> bool:
    return forms.forge.value != GITEA
