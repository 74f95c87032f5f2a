"""PNG files small enough for a repository: at most 256 colours, and a text kept inside (the PNG specification)."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {2: 3, 6: 4}
COLOURS = 256
KEYWORD = b"Description"


@dataclass(frozen=True)
class Pixels:
    """A picture as rows of bytes, three a pixel."""

    width: int
    height: int
    rows: tuple[bytes, ...]


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a file by kind."""
    place = len(SIGNATURE)
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12


def text_of(data: bytes) -> str:
    """The text kept in a file; empty when there is none."""
    for kind, content in chunks(data):
        if kind == b"zTXt" and content.startswith(KEYWORD):
            return zlib.decompress(content[len(KEYWORD) + 2 :]).decode()
    return ""


def decoded(data: bytes) -> Pixels:
    """What a screenshot shows: eight bits a channel, not interlaced, as Chromium writes them."""
    found = dict(chunks(data))
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", found[b"IHDR"])
    if depth != 8 or colour not in CHANNELS or interlaced:
        raise ValueError(f"a PNG of colour type {colour} and depth {depth} is not read here")
    packed = zlib.decompress(b"".join(content for kind, content in chunks(data) if kind == b"IDAT"))
    step = CHANNELS[colour]
    rows, before = [], bytes(width * step)
    for row in range(height):
        start = row * (width * step + 1)
        before = _unfiltered(packed[start], packed[start + 1 : start + 1 + width * step], before, step)
        rows.append(before if step == 3 else b"".join(before[at : at + 3] for at in range(0, len(before), 4)))
    return Pixels(width, height, tuple(rows))


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    if kind == 0:
        return line
    if kind == 2:
        return bytes((one + up) & 255 for one, up in zip(line, above, strict=True))
    row = bytearray(line)
    for at, one in enumerate(line):
        left, corner = (row[at - step], above[at - step]) if at >= step else (0, 0)
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + above[at]) // 2
        else:
            guess = _paeth(left, above[at], corner)
        row[at] = (one + guess) & 255
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


def encoded(picture: Pixels, text: str) -> bytes:
    """A file with a palette of the colours that are most used; the others become the nearest of them."""
    counted = Counter(row[at : at + 3] for row in picture.rows for at in range(0, len(row), 3))
    palette = [colour for colour, _ in counted.most_common(COLOURS)]
    index = {colour: number for number, colour in enumerate(palette)}
    for colour in counted:
        if colour not in index:
            index[colour] = min(range(len(palette)), key=lambda number: _apart(palette[number], colour))
    lines = (bytes(index[row[at : at + 3]] for at in range(0, len(row), 3)) for row in picture.rows)
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 3, 0, 0, 0)
    kept = KEYWORD + b"\0\0" + zlib.compress(text.encode(), 9)
    body = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    parts = ((b"IHDR", head), (b"zTXt", kept), (b"PLTE", b"".join(palette)), (b"IDAT", body), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _apart(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
