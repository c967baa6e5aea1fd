"""The pages of a desk as plain Markdown, for any maker of sites: `python -m benchmarks.pages DESK INTO`."""

import sys
from pathlib import Path

from deskdiary.cli.gathering import drafted
from deskdiary.cli.options import Asked
from deskdiary.pages.markdown import Templates
from deskdiary.pages.site import site_pages
from deskdiary.shells.texts import shipped, shipped_bytes


def write_pages(desk: Path, into: Path) -> int:
    """Write every page of the staff site before it is rendered, and say how many there are."""
    day = drafted(Asked(desk))
    written = 0
    for page in site_pages(day.plan, day.drafts, Templates(shipped("pages/templates")), day.wording):
        (into / page.path).parent.mkdir(parents=True, exist_ok=True)
        (into / page.path).write_text(page.text, encoding="utf-8")
        written += 1
    for name, content in shipped_bytes("site/assets").items():
        (into / "assets").mkdir(exist_ok=True)
        (into / "assets" / name).write_bytes(content)
    return written


if __name__ == "__main__":
    sys.stdout.write(f"{write_pages(Path(sys.argv[1]), Path(sys.argv[2]))} pages\n")
