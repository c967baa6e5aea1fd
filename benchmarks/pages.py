"""The pages of a desk as plain Markdown, for any maker of sites: `python -m benchmarks.pages DESK INTO`."""

import shutil
import sys
from pathlib import Path

from deskdiary.cli.options import Asked
from deskdiary.cli.staging import stage_for
from deskdiary.shells.site.staged import Repository

# Drafts are for mail programs, and our search has names of its own: neither is a page.
_NO_PAGES = ("drafts", "search")


def write_pages(desk: Path, into: Path) -> int:
    """Write every page of the staff site as it is before it is rendered, and say how many there are."""
    staged = stage_for(Asked(desk))(desk, Repository())
    shutil.copytree(staged.folder, into, ignore=lambda _, names: set(_NO_PAGES) & set(names))
    return sum(1 for _ in into.rglob("*.md"))


if __name__ == "__main__":
    sys.stdout.write(f"{write_pages(Path(sys.argv[1]), Path(sys.argv[2]))} pages\n")
