"""How large a PNG is, read once from its head, so that a page keeps the room before the picture comes."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=64)
def size_of(path: str) -> tuple[int, int]:
    """Width and height in pixels (PNG specification, 11.2.1: IHDR is the first chunk)."""
    with Path(path).open("rb") as file:
        head = file.read(24)
    width, height = struct.unpack(">II", head[16:24])
    return width, height
