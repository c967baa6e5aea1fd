"""A record of what was made, on disk: believed only where it is whole, and safe to delete."""

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any


def digest(content: bytes) -> str:
    """A short name for exactly this content."""
    return blake2b(content, digest_size=16).hexdigest()


def read_record(file: Path) -> dict[str, Any]:
    """What was written down; nothing where it is damaged, or another's."""
    try:
        told, _, content = file.read_bytes().partition(b"\n")
        if file.is_symlink() or told.decode("ascii") != digest(content):
            return {}
        found = json.loads(content)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_record(file: Path, told: dict[str, Any]) -> None:
    """Write it down, for its owner's eyes alone: the old record stands until the new one is whole."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    beside = file.with_name(f"{file.name}.new")
    beside.unlink(missing_ok=True)
    beside.touch(mode=0o600, exist_ok=False)
    beside.write_bytes(digest(content).encode() + b"\n" + content)
    beside.replace(file)
