"""What lies in a ZIP file, taken out one member at a time and never more than asked for. Pure; no database.

Nothing is written where a member's name says: a name is only words about where it lay. A member is read no further
than it may be large, and the whole no further than `MOST_BYTES`, whatever its headers claim, so that a file made to
swell stops early.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext_noop

MOST_MEMBERS = 5_000  # said in TOO_MANY
MOST_BYTES = 4 * 1024**3
ENDING = ".zip"
SYSTEM_FOLDERS = ("__MACOSX", "$RECYCLE.BIN", "System Volume Information")
SYSTEM_FILES = ("thumbs.db", "desktop.ini", "icon\r")
ENCRYPTED = 0x1
UTF8 = 0x800

BROKEN = gettext_noop("ZIP-filen är skadad och går inte att packa upp. Packa om den och försök igen.")
TOO_MANY = gettext_noop("ZIP-filen har fler än 5 000 filer. Dela upp den och försök igen.")
SWELLS = gettext_noop(
    "ZIP-filen blir orimligt stor när den packas upp, så uppackningen avbröts. Packa om dokumenten och försök igen."
)
LOCKED = gettext_noop("Filen är skyddad med lösenord i ZIP-filen. Packa upp den och lägg in den utan lösenord.")
DAMAGED = gettext_noop("Filen är skadad i ZIP-filen. Lägg in den på nytt.")
NESTED = gettext_noop("ZIP-filen ligger i en ZIP-fil som själv låg i en. Packa upp den och lägg in den för sig.")


class BadArchive(Exception):
    """The file cannot be unpacked, or no further; the message is the Swedish sentence that says why."""


class BadMember(Exception):
    """One file of the archive cannot be taken out; the message says why."""


@dataclass(frozen=True)
class Member:
    """A file in an archive: its place there from 0, where it lay, and its bytes (at most `most` + 1 of them)."""

    number: int
    path: str
    read: Callable[[int], bytes]


def is_archive(name: str) -> bool:
    """Whether a file by its name is one to unpack."""
    return name.lower().endswith(ENDING)


def is_system_file(path: str) -> bool:
    """Whether the operating system or a program left the file there: no document of anybody's."""
    *folders, name = path.replace("\\", "/").split("/")
    if any(folder in SYSTEM_FOLDERS for folder in folders):
        return True
    return name.startswith((".", "~$")) or name.lower() in SYSTEM_FILES


def split_path(path: str) -> tuple[str, str]:
    """Folder and name. What would lead out of the folder (drive letters, `..`, leading slashes) is left out."""
    steps = re.sub(r"\A[A-Za-z]:", "", path.replace("\\", "/")).split("/")
    kept = [step for step in steps if step not in ("", ".", "..")]
    return "/".join(kept[:-1]), kept[-1] if kept else ""


def members(file: IO[bytes]) -> Iterator[Member]:
    """The files of an archive in their order, without its folders. Raises `BadArchive`."""
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:  # zipfile raises many kinds on broken input
        raise BadArchive(BROKEN) from error
    # Not closed here: a member may be read after the last one was given. The file is the caller's.
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_MEMBERS:
        raise BadArchive(TOO_MANY)
    taken = [0]
    for number, info in enumerate(infos):
        yield Member(number, _path(info), _reader(archive, info, taken))


def is_office_file(file: IO[bytes]) -> bool:
    """Whether a file named as an archive is a document of an office program; those are ZIP files, too."""
    try:
        with zipfile.ZipFile(file) as archive:
            return bool({"[Content_Types].xml", "mimetype"} & set(archive.namelist()))
    except Exception:  # a broken file is no document either; `members` says what is wrong
        return False
    finally:
        file.seek(0)


def _path(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: macOS writes UTF-8 without saying so, and zipfile then reads it as code page 437."""
    if info.flag_bits & UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo, taken: list[int]) -> Callable[[int], bytes]:
    def read(most: int) -> bytes:
        if info.flag_bits & ENCRYPTED:
            raise BadMember(LOCKED)
        if taken[0] > MOST_BYTES:
            raise BadArchive(SWELLS)
        try:
            with archive.open(info) as file:
                data = file.read(most + 1)
        except Exception as error:  # a wrong checksum, an unknown method, a cut file
            raise BadMember(DAMAGED) from error
        taken[0] += len(data)
        return data

    return read
