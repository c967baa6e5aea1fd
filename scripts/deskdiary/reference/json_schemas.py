"""JSON Schemas of a patron, a resource and the library, so that editors help while people type."""

import json
from collections.abc import Mapping

from deskdiary.schema.library import LIBRARY
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Record
from deskdiary.schema.resource import RESOURCE

DRAFT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: Mapping[str, Record] = {"patron": PATRON, "resource": RESOURCE, "library": LIBRARY}


def schema_document(name: str) -> str:
    """The schema of one kind of record, made from the declaration that the reader uses too."""
    record = RECORDS[name]
    document = {
        "$schema": DRAFT,
        "title": f"Desk Diary: {name}",
        "description": f"The details of a {name}'s note" if name != "library" else "library.yml",
        **record.schema(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
