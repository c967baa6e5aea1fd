"""Whether a project on GitLab is private: decided from what GitLab's API said."""

import re

from deskdiary.publishing.answer import Said
from deskdiary.publishing.facts import Facts, facts_in
from deskdiary.publishing.verdict import Proven, Refused, Verdict, refused

PROJECT = "The project"
PATH = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}/){1,20}[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}")
PUBLIC = f"{PROJECT} is public: anybody on earth can read it."
INTERNAL = (
    f"{PROJECT} is internal: everybody with an account on this GitLab can read it. It has to be private."
)
PRIVATE_FLAG = f"{PROJECT}: GitLab does not say that it is private."
ANOTHER = f"{PROJECT}: GitLab answered about another one than we asked for."
ARCHIVED = f"{PROJECT} is archived: nothing can be written there."

EDITORS = (
    f"{PROJECT} has members who may edit issues and not the notes, so nobody could tell whose a tick is. "
    "Make Planners and Reporters Developers, or Guests."
)


def project_named(text: str) -> str | None:
    """`group/project`, with as many groups within groups as there are, or None."""
    return text if PATH.fullmatch(text) else None


def project(named: str, said: Said) -> Verdict:
    """Exactly "private", and exactly this one."""
    facts = facts_in(said, PROJECT, "GitLab")
    if isinstance(facts, Refused):
        return facts
    reason = _against(named, facts)
    return refused(reason) if reason else Proven(f"the project {named} is private")


def _against(named: str, facts: Facts) -> str | None:
    visibility, path = facts.get("visibility"), facts.get("path_with_namespace")
    if visibility != "private":
        return {"public": PUBLIC, "internal": INTERNAL}.get(str(visibility), PRIVATE_FLAG)
    if not isinstance(path, str) or path.lower() != named.lower():
        return ANOTHER
    return ARCHIVED if facts.get("archived") is True else None
