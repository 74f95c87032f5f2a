"""Running text to sentences, with Swedish abbreviations."""

from __future__ import annotations

import re

from radslag.text.reading.passage import Passage

END = re.compile(r"[.!?][”\"’)]*(?=\s+[A-ZÅÄÖ”\"“(§\d])")
ABBREVIATION = re.compile(
    r"(?:\b(?:kl|bl|tex|ex|d\.?v\.?s|dvs|bil|tf|ev|resp|m\.?m|m\.?fl|etc|nr|enl|f\.?d|s\.?k|ca|st|dnr|p\.?g\.?a|"
    r"fr\.?o\.?m|t\.?o\.?m|o\.?s\.?v|osv|"
    r"inkl|exkl|max|min|tel|sid|jfr|bitr|vice|ordf|sekr|avd|kap|mom|art|mkr|tkr|prel|jan|feb|apr|aug|sept?|okt|nov|"
    r"dec|t\.?ex|bl\.?a|mfl|ang|avs|forts|tjf|just)|\b[A-ZÅÄÖa-zåäö])\.$",
    re.IGNORECASE,
)


def sentences(text: Passage) -> list[Passage]:
    """The sentences of a paragraph, in order; what has no end mark is one sentence."""
    result = []
    start = 0
    for match in END.finditer(text.text):
        if match[0] == "." and ABBREVIATION.search(text.text, max(start, match.start() - 8), match.end()):
            continue
        result.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [each for each in [*result, rest] if each]
