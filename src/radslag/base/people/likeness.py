"""Why one name may mean another, in the language of the reader; `text` finds the reason but knows no languages."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

REASONS = (
    gettext_noop("samma namn"),
    gettext_noop("förnamn och efternamn i omvänd ordning"),
    gettext_noop("stavat annorlunda"),
    gettext_noop("samma förnamn och efternamnets initial"),
    gettext_noop("samma efternamn och förnamnets initial"),
    gettext_noop("samma grupp eller dess möte"),
    gettext_noop("samma ord i annan ordning"),
    gettext_noop("delar orden i namnet"),
    gettext_noop("det ena namnet ingår i det andra"),
)
"""How a candidate's reason begins; after it come a colon and the name that was compared with."""
DOUBLE = re.compile(r"dubbelnamn: (?P<longer>.+) innehåller (?P<shorter>.+?)(?P<otherwise>, med annan stavning)?")


def likeness(reason: str) -> str:
    """The reason of a `Candidate` as it is shown; one this does not know is shown as it is."""
    double = DOUBLE.fullmatch(reason)
    if double is not None:
        told = (
            _("dubbelnamn: %(longer)s innehåller %(shorter)s, med annan stavning")
            if double["otherwise"]
            else _("dubbelnamn: %(longer)s innehåller %(shorter)s")
        )
        return told % double.groupdict()
    words, colon, name = reason.partition(": ")
    return f"{_(words)}{colon}{name}" if words in REASONS else reason
