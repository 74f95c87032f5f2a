"""`python -m radslag.text.reading [--json] [--text] FILE`"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from pathlib import Path

from radslag.text.reading import Unreadable, read
from radslag.text.reading.summary import summary_of


def command(arguments: list[str]) -> int:
    """Prints what the reader sees in one file. 0, or 2 with a sentence on standard error where it cannot be read."""
    parser = argparse.ArgumentParser(prog="radslag read", description="Visar vad läsaren ser i ett dokument.")
    parser.add_argument("file", type=Path, metavar="FIL", help="ett protokoll, en kallelse eller en plan")
    parser.add_argument("--json", action="store_true", help="skriv JSON enligt läsarens kontrakt")
    parser.add_argument("--text", action="store_true", help="ta med den utlästa texten")
    options = parser.parse_args(arguments)
    try:
        record = read(_bytes(options.file), options.file.name)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        answer = json.dumps(record.to_json(with_text=options.text), ensure_ascii=False, indent=1)
    else:
        answer = summary_of(record, with_text=options.text)
    with contextlib.suppress(BrokenPipeError):  # the reader of a pipe may stop early
        print(answer, flush=True)
    return 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise Unreadable(f"{path} är en mapp. Ange en fil.") from None
    except OSError as error:
        raise Unreadable(
            f"Filen {path} går inte att öppna ({error.strerror}). Kontrollera namnet och rättigheterna."
        ) from error


if __name__ == "__main__":
    sys.exit(command(sys.argv[1:]))
