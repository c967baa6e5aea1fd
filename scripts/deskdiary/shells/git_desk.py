"""Changed notes put into Git's history and sent to colleagues. No message has anything of a note in it."""

import os
import random
import re
import shlex
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from deskdiary.refusal import Refusal

MOST_ATTEMPTS = 40
_LONGEST_PAUSE = 2.0  # seconds
_PATIENCE = 120  # seconds, for one command of Git's
_REJECTED = re.compile(r"\[(?:remote )?rejected\]")
_FOR_GOOD = re.compile(
    r"\[remote rejected\].*(?:declined|denied|protected|prohibited|not allowed|checked out)"
)
_BUSY = re.compile(r"index\.lock|cannot lock ref|Unable to create")
_TOLD = re.compile(r"^(?:fatal|error|remote: error): (.{1,200})", re.MULTILINE)
_KEPT = "the change is committed here, but not sent"
_BY_HAND = "other changes here don't go with your colleagues'. See git status, then git pull --rebase"
_IN_ADDRESS = re.compile(r"//[^/@\s]*@")


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command of Git's ended. What it printed may hold addresses with a token in them: no repr."""

    code: int
    out: str
    err: str

    def __repr__(self) -> str:
        return f"Answer(code={self.code})"

    @property
    def reason(self) -> str:
        """Git's first complaint, without user or token of an address."""
        said = _TOLD.search(self.err)
        return _IN_ADDRESS.sub("//", said[1].strip()) if said else f"exit {self.code}"


def commit(root: Path, paths: Iterable[str], message: str) -> None:
    """One commit of these notes alone, whatever else is changed or staged."""
    notes = list(paths)
    added = _patiently(root, "add", "--", *notes)
    done = added if added.code else _patiently(root, "commit", "-q", "-m", message, "--only", "--", *notes)
    if done.code:
        raise Refusal(f"the note is written, but Git did not commit it: {done.reason}.")


def check_ready(root: Path, paths: Iterable[str], *, to_push: bool) -> None:
    """Refuse before anything is written where Git could not take it, or would take more than our change."""
    notes = list(paths)
    if _git(root, "rev-parse", "--verify", "-q", "HEAD").code:
        raise Refusal("this desk is in no Git repository with a commit, so nothing can be committed.")
    if _git(root, "ls-files", "--unmerged").out:
        raise Refusal("a merge is under way here. Finish it first.")
    if _git(root, "status", "--porcelain", "--", *notes).out:
        by_hand = shlex.join(["git", "commit", "-m", "By hand", "--", *notes])
        raise Refusal(f"there are changes here that are not committed yet. Commit them first: {by_hand}")
    if to_push and _git(root, "rev-parse", "-q", "--verify", "@{upstream}").code:
        raise Refusal("this branch follows none on a server. Say which: git push -u origin main")


def push(root: Path, again: Callable[[], bool]) -> None:
    """Send what is committed; where a colleague was faster, make our change anew on theirs and try again.

    `again` writes and commits the same change on the note as it is then, read over as before, and says
    whether anything was left to write. Git's own merging would leave both versions in the note where two add
    to one list, or a field twice without a word.
    """
    for attempt in range(MOST_ATTEMPTS):
        sent = _git(root, "push", "--porcelain")
        if not sent.code:
            return
        if not _later(sent):
            raise Refusal(f"{_KEPT}: {sent.reason}.")
        time.sleep(random.uniform(0, min(_LONGEST_PAUSE, 0.05 * 2**attempt)))  # noqa: S311 - no secret
        if not _on_top_of_theirs(root, again):
            return
    raise Refusal(f"{_KEPT}: colleagues were faster each time. Later: git pull --rebase && git push")


def _later(sent: Answer) -> bool:
    """Whether it may yet be sent: a colleague was faster, and no rule of the server's stands against it."""
    faster = _REJECTED.search(sent.out) or _BUSY.search(sent.err)
    return faster is not None and _FOR_GOOD.search(sent.out) is None


def _on_top_of_theirs(root: Path, again: Callable[[], bool]) -> bool:
    """Our one commit is taken back, theirs come in, ours is made anew. Open changes are not touched.

    Says whether there is one of ours again. Where theirs say it all, there is none, and the newest commit is
    somebody's own, not to be taken back.
    """
    fetched = _patiently(root, "fetch", "-q")
    if fetched.code:
        raise Refusal(f"{_KEPT}: {fetched.reason}.")
    if _git(root, "reset", "-q", "--keep", "HEAD~1").code:
        raise Refusal(f"{_KEPT}: {_BY_HAND}")
    fits = not _patiently(root, "rebase", "-q", "@{upstream}").code
    if not fits:
        _git(root, "rebase", "--abort")
    made = again()
    if not fits:
        raise Refusal(f"{_KEPT}: {_BY_HAND}")
    return made


def _patiently(root: Path, *arguments: str) -> Answer:
    """A command of Git's, again where another one holds the lock for a moment."""
    answer = _git(root, *arguments)
    for attempt in range(6):
        if not (answer.code and _BUSY.search(answer.err)):
            break
        time.sleep(0.05 * 2**attempt)
        answer = _git(root, *arguments)
    return answer


def _git(root: Path, *arguments: str) -> Answer:
    asks_nobody = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, and paths stand after --
            ["git", "--literal-pathspecs", "-C", str(root), *arguments],  # noqa: S607 - whichever is on the path
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **asks_nobody},
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Answer(128, "", "fatal: Git can't be run here, or did not end")
    return Answer(done.returncode, done.stdout, done.stderr)
