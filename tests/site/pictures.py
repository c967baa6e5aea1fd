"""Takes the pictures of the guide anew: `.venv/bin/python tests/site/pictures.py`, with the site built."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

TOP = Path(__file__).parents[2]
PICTURES = {"today": "index", "fortnight": "fortnight", "patron": "patrons/p-k7f2", "insight": "insight"}


def main() -> None:
    """A window of a desk's width, in the light, with nothing on the move."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--hide-scrollbars"]
        )
        tab = chromium.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        for name, page in PICTURES.items():
            tab.goto((TOP / "site" / f"{page}.html").as_uri())
            tab.screenshot(path=TOP / "docs" / "images" / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main()
