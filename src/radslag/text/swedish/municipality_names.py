"""Which municipality an affiliation names: "Sala", "Sala kommun", "Tierps", "Västerås stad"."""

import re
from collections.abc import Mapping

from radslag.text.swedish.sorting import fold

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_KIND = re.compile(r"\s(?:kommun|kommunen|kommuns|stad|stads|staden)$")
# "Region" before a name is the county council, but for the island whose municipality is both and calls itself so.
_CALLS_ITSELF_REGION = "gotland"
# Names whose form before "kommun" is not the name with an s.
_IRREGULAR = {"falu": "falun"}


def municipality_of(text: str, names: Mapping[str, str]) -> str | None:
    """The code in `names` (name → code) of the municipality that the whole of `text` names; None for anything else.

    Universities, counties and regions named after a place are not its municipality.
    """
    codes = {fold(name): code for name, code in names.items()}
    written = fold(_BRACKETS.sub("", text)).strip(" .,:;")
    if written == f"region {_CALLS_ITSELF_REGION}":
        return codes.get(_CALLS_ITSELF_REGION)
    bare = _KIND.sub("", written)
    bare = _IRREGULAR.get(bare, bare) if bare != written else bare
    return codes.get(bare) or codes.get(bare.removesuffix("s"))
