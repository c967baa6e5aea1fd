"""The form program that `make forms` installs; without it a test is skipped, but never in CI."""

import os
from pathlib import Path

import pytest

from processes import TOP


def form_modules() -> Path:
    """Where npm put its packages."""
    folder = TOP / "forms" / "node_modules"
    if (folder / ".package-lock.json").is_file():
        return folder
    if os.environ.get("CI"):
        pytest.fail("the form program is not installed, and CI must have it: make forms")
    pytest.skip("needs the form program: make forms")
