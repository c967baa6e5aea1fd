"""What every test may ask for: the desk in its docstring, files of expected text, and how hard to search."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, settings

from desk_writing import WrittenDesk, write_desk

Golden: TypeAlias = Callable[[Path, str], None]

# The quick search is the same on every run, so that nobody's commit fails by bad luck. The thorough one is
# not: HYPOTHESIS_PROFILE=thorough pytest tests/day
settings.register_profile(
    "quick",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden",
        action="store_true",
        help="write the expected files anew instead of comparing with them; then read the difference",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--write-golden"):
        terminalreporter.section("expected files were written anew: nothing was compared")


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> WrittenDesk:
    """The desk that the test's docstring describes."""
    text = request.function.__doc__
    assert text, f"{request.node.name} asks for a desk, and its docstring describes none"
    return write_desk(tmp_path, text)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the file that says what is expected.

    With `--write-golden` the file is written instead, and the summary says so: such a run shows nothing.
    """
    writing = bool(request.config.getoption("--write-golden"))

    def compare(file: Path, text: str) -> None:
        if writing:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        elif not file.exists():
            pytest.fail(f"{file} is not there: pytest --write-golden writes it")
        else:
            assert text == file.read_text(encoding="utf-8")

    return compare
