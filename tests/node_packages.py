"""What the tests take from npm: where it is installed, or why the test that asks for it is skipped."""

import os
from pathlib import Path

import pytest

_INSTALLED = Path(__file__).parent / "node" / "node_modules"


def node_package(name: str) -> Path:
    """The folder of a package. Where it is not installed the test is skipped, but never in CI."""
    folder = _INSTALLED / name
    if folder.is_dir():
        return folder
    why = f"the npm package {name} is not installed: `npm ci --prefix tests/node`"
    if os.environ.get("CI"):
        pytest.fail(f"{why}; CI must have it")
    pytest.skip(why)
