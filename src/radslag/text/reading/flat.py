"""Text that lost its line breaks: where a line that holds a whole page is cut."""

from __future__ import annotations

import re
from itertools import pairwise

# Where a line that holds a whole page is cut: the word that follows opens a field, a list or a point.
OPENERS = re.compile(
    r"(?<=\S) (?=(?:Ej närvarande|Inte närvarande|Förhinder|Anmält förhinder|Adjungerade?|Antecknare|Mötesdatum|"
    r"Vid (?:pennan|anteckningarna)|Ansvarig:|Uppdrag:|Förslag:|Minnesanteckningar|MINNESANTECKNINGAR|"
    r"SAMMANTRÄDESPROTOKOLL|Sammanträdesprotokoll|PROTOKOLL|"
    r"KALLELSE|"
    r"Dag|Tid|Plats|Datum|Närvarande|Beslutande|Deltagare|Frånvarande|Övriga (?:del|när|med)\w+|Ordförande|Sekreterare|"
    r"Vid protokollet|Föredragande|Dagordning|Föredragningslista|Bilag(?:a|or):|Beslut:|Beslut att|Förslag till beslut|"
    r"Inkomna ärenden|Valärenden|Ärenden|Justerandes? sign\w*|Utdragsbestyrkande|Mötet (?:öppnas|avslutas))(?=\W))"
    r"|(?<=[\w.?!)]) (?=§ ?\d{1,3}\b|\d{1,2}\. (?:[A-ZÅÄÖ]|§))"
    r"|(?<=\S) (?=(?:Sammanfattning(?: av ärendet)?|Beslutsunderlag|Beslutsgång|Beslutet skickas till|"
    r"Paragrafer|Justerande|Utses att justera|Underskrifter|Reservation) [A-ZÅÄÖ1-9])"
    r"|(?<=\S) (?=[A-ZÅÄÖ][\w-]{2,40}(?:nämnden|styrelsen|utskottet|fullmäktige|rådet|gruppen)"
    r"(?:s beslut| (?:beslutar|beslutade|godkänner|noterar|antar)) )"
    r"|(?:(?<=ens beslut)|(?<=ets beslut)|(?<=Beslutsunderlag)|(?<=av ärendet)|"
    r"(?<=Sammanfattning)|(?<=Beslutsgång)) (?=[A-ZÅÄÖ])"
    r"|(?<=\S) (?=Sida \d+ av \d+)"
    r"|(?:(?<=Mötet öppnas)|(?<=Mötets öppnande)|(?<=Mötet avslutas)|(?<=Mötets avslutande)) (?=[A-ZÅÄÖ])"
)
HEADING = re.compile(r"(?:§ ?\d{1,3}|\d{1,2}\.) (?=[A-ZÅÄÖ])")
VALUE = re.compile(r"(?:Bilag(?:a|or)|Föredragande|Underlag|Handlingar):")
TELLER = re.compile(
    r"(?<=\w) (?=[A-ZÅÄÖ][\wåäöé-]+ [A-ZÅÄÖ][\wåäöé-]+ (?:informera|redogjorde|redogör|redovisa|berätta|"
    r"presentera|rapportera|föredrog|föredrar|hälsa|öppna|inled|gick igenom|går igenom|påmin|visa|tog upp|"
    r"sammanfatta|föreslog|får i uppdrag|valdes|utsågs)\w*\b)"
)
CAPITAL = re.compile(r"(?<=[\wåäö)]) (?=[A-ZÅÄÖ][a-zåäö])")
UNFINISHED = re.compile(
    r"\b(?:i|på|av|för|till|från|med|om|och|samt|hos|vid|mellan|inom|under|enligt|Region|Norra|Södra|Västra|Östra|"
    r"Sveriges)$"
)
LONGEST_TITLE = 90  # characters a heading may have before the text after it is looked at
LOOKED_AT = 160  # characters in which the end of a title is looked for


def cuts_of(raw: str) -> list[int]:
    """Where in the line something new opens: a field, a point, the text below a point's title."""
    cuts = {match.start() for match in OPENERS.finditer(raw)}
    bounds = [0, *sorted(cuts), len(raw)]
    for start, end in pairwise(bounds):
        opened = start + (raw[start : start + 1] == " ")
        cut = _below_title(raw[opened:end])
        if cut:
            cuts.add(opened + cut)
    return sorted(cuts)


def _below_title(part: str) -> int:
    """Where the text below the title of a point, or the value of a label, begins; 0 where there is none.

    A title goes on to the first word with a capital, but for a name that a preposition leads in.
    """
    if VALUE.match(part):
        teller = TELLER.search(part, 0, LOOKED_AT)
        return teller.start() if teller else 0
    heading = HEADING.match(part)
    if not heading or (len(part) <= LONGEST_TITLE and not part.rstrip().endswith((".", "!", "?"))):
        return 0
    teller = TELLER.search(part, heading.end(), LOOKED_AT)
    for match in CAPITAL.finditer(part, heading.end(), LOOKED_AT):
        if not UNFINISHED.search(part, heading.end(), match.start()):
            return min(match.start(), teller.start()) if teller else match.start()
    return teller.start() if teller else 0
