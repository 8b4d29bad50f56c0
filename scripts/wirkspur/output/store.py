"""Small files below build/ that save time and may be deleted at any moment."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any


def remember(path: Path, data: Any) -> None:
    """Keep data as JSON, whole or not at all; a folder that cannot be written is no error."""
    with contextlib.suppress(OSError):
        write_whole(path, json.dumps(data, ensure_ascii=False).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)
