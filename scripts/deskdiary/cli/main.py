"""The one command, `deskdiary`, its verbs, and the boundary where a fault becomes an exit code."""

import gc
import signal
import sys
import traceback
from pathlib import Path
from types import FrameType

import typer

from deskdiary.cli.options import Asked, On, Root, Version
from deskdiary.cli.untouched import Untouched, told_in_full
from deskdiary.cli.verbs import Verbs
from deskdiary.refusal import Refusal

PROBLEMS, FAULT, INTERRUPTED = 1, 3, 130

app = typer.Typer(
    cls=Verbs,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def deskdiary(context: typer.Context, root: Root = None, on: On = None, _version: Version = False) -> None:
    """Who needs what today, why, and what to say: a library's diary for personal service."""
    context.obj = Asked(root, on)


def main() -> None:
    """Run what was asked for. Exit codes: 0 fine, 1 problems, 2 wrong usage, 3 our fault, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another encoding must not stop the day's work over a name.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    for end in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, end):
            # Ended from outside, it still takes away the folders it was working in.
            signal.signal(getattr(signal, end), _leave)
    # A desk is a million small values that stay: looking for what can be thrown away among them takes longer
    # than reading them.
    gc.set_threshold(200_000, 20, 100)
    try:
        app(prog_name="deskdiary")
    except Refusal as refusal:
        sys.stderr.write(f"Refused: {refusal}\n")
        sys.exit(PROBLEMS)
    except Untouched as untouched:
        sys.stderr.write(f"Refused: {told_in_full(untouched.unsafe)}\n")
        sys.exit(PROBLEMS)
    except Exception as fault:  # noqa: BLE001 - the error boundary
        sys.stderr.write(_told(fault))
        sys.exit(FAULT)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(INTERRUPTED)


def _told(fault: Exception) -> str:
    """Where the program failed, without the exception's own words: they may quote a note."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}\n" for frame in frames]
    return (
        f"Desk Diary itself failed ({type(fault).__name__}), in:\n{''.join(where)}"
        "Each note is as it was, or changed in full. "
        "Please report these lines; there is nothing of your notes in them.\n"
    )
