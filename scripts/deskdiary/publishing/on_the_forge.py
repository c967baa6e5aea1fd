"""Whether a repository on GitHub, and its Pages, are private: decided from what GitHub's API said."""

from deskdiary.publishing.answer import Said
from deskdiary.publishing.facts import Facts, facts_in
from deskdiary.publishing.verdict import Proven, Refused, Verdict, refused

REPOSITORY, PAGES = "The repository", "The Pages site"
PRIVATE_FLAG = f"{REPOSITORY}: GitHub does not say that it is private."
PUBLIC = f"{REPOSITORY} is public: anybody on earth can read it."
INTERNAL = f"{REPOSITORY} is internal: everybody in the enterprise can read it. It has to be private."
ANOTHER = f"{REPOSITORY}: GitHub answered about another one than we asked for."
PUBLIC_PAGES = (
    f"{PAGES} is public: anybody on earth could read it, though the repository is private. Private Pages "
    "need GitHub Enterprise Cloud; otherwise put the site on a server of the library's own."
)
PAGES_FLAG = f"{PAGES}: GitHub does not say that it is closed to the public."


def artifact(repository: str, said: Said) -> Verdict:
    """A run's artefact can be fetched by whoever can read the repository: it must be private, no more."""
    facts = facts_in(said, REPOSITORY)
    if isinstance(facts, Refused):
        return facts
    reason = _against(repository, facts)
    if reason is not None:
        return refused(reason)
    return Proven(f"the repository {repository} is private")


def pages(repository: str, of_repository: Said, of_pages: Said) -> Verdict:
    """Pages are private only where the repository is, and Pages themselves are closed to the public.

    A private repository alone proves nothing: on most plans its Pages are there for the world.
    """
    behind = artifact(repository, of_repository)
    if isinstance(behind, Refused):
        return behind
    facts = facts_in(of_pages, PAGES)
    if isinstance(facts, Refused):
        return facts
    if facts.get("public") is not False:
        return refused(PUBLIC_PAGES if facts.get("public") is True else PAGES_FLAG)
    return Proven(f"{behind.how}, and its Pages are closed to the public")


def _against(repository: str, facts: Facts) -> str | None:
    """What stands against a repository, or None: exactly true, exactly "private", exactly this one."""
    visibility, name = facts.get("visibility"), facts.get("full_name")
    if visibility == "public":
        return PUBLIC
    if visibility == "internal":
        return INTERNAL
    if facts.get("private") is not True or visibility != "private":
        return PRIVATE_FLAG
    if not isinstance(name, str) or name.lower() != repository.lower():
        return ANOTHER
    return None
