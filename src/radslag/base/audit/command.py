"""`radslag audit verify`: walk the chain of every collaboration and say whether it holds."""

from __future__ import annotations

import sys

from radslag.base.audit.actions import verify
from radslag.base.audit.models import Event


def main(arguments: list[str]) -> int:
    """0 when every chain holds, 1 with a line per break, 2 for another word than "verify"."""
    if arguments != ["verify"]:
        print("Skriv: ./radslag audit verify", file=sys.stderr)
        return 2
    breaks = list(verify())
    for found in breaks:
        print(f"{found.collaboration or 'installationen'} · {found.sequence}: {found.sentence}")
    count = Event.objects.count()
    print(f"{count} händelser lästa. " + ("Kedjan håller." if not breaks else f"{len(breaks)} fel."))
    return 1 if breaks else 0
