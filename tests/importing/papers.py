"""Papers of a made-up collaboration, as a secretary would write them, for the tests of importing."""

from __future__ import annotations

from datetime import date

DAY = date(2024, 5, 15)

MINUTES = """Kommundirektörsgruppen
Minnesanteckningar

Mötesdatum  {day}
Plats och tid  Sjösalen, Örebro, kl. 13-15
Närvarande  {present}
Övriga medverkande  {others}
Vid protokollet  {secretary}

1. Föregående protokoll

Beslut: Protokollet från den 14 februari lades till handlingarna.

2. Gemensam beredskap (bil. 1)
Föredragande: {presenter}
Bilaga 1: Övningsplan för hösten

Gruppen gick igenom läget i kommunerna och hur övningen ska gå till.

Inspel:
• Det är viktigt att alla kommuner deltar i övningen.

Beslut:
• Gruppen godkänner övningsplanen.
• Kommundirektörerna i Askersund och Åmål tar fram ett scenario till mötet den 4 september 2024.

3. Övrigt
Inga övriga frågor.
"""

NOTICE = """Kallelse till möte i Kommundirektörsgruppen

Datum: {weekday}
Plats: Sjösalen, Örebro
Tid: 13.00-15.00

Dagordning:

1. Föregående protokoll
Föredragande: {presenter}

Förslag till beslut: protokollet läggs till handlingarna.

2. Gemensam beredskap (bil. 1)
Föredragande: {presenter}

Bakgrunden är att övningen har skjutits upp två gånger.

Förslag till beslut: övningsplanen godkänns.

3. Kommande remisser
Föredragande: {presenter}

Information om vad som är på väg.

4. Övrigt
"""

PRESENT = "Ada Brandt (Askersund, ordförande), Åke Östling (Åmål), Örjan Ekdahl (Örebro)"


def minutes(
    *,
    day: date = DAY,
    present: str = PRESENT,
    others: str = "Siv Lundgren (Länsstyrelsen)",
    presenter: str = "Ada Brandt",
    secretary: str = "Ylva Ängmark",
) -> bytes:
    """Minutes with three items, three decisions, one of them also an assignment to two."""
    return MINUTES.format(
        day=day.isoformat(), present=present, others=others, presenter=presenter, secretary=secretary
    ).encode()


def notice(*, weekday: str = "15 maj 2024", presenter: str = "Ada Brandt") -> bytes:
    """A notice of the same meeting; "onsdagen den 15 maj" leaves the year out."""
    return NOTICE.format(weekday=weekday, presenter=presenter).encode()


PLAN = """Verksamhetsplan 2024

Prioriterade områden

Aktivitet  Beskrivning  Mål  Styrning  Uppföljning
Beredskap  Gemensam övning  Alla deltar  Kommundirektörsgruppen  December 2024
""".encode()

CHATTER = "Hej Siv!\n\nTack för senast. Vi hörs i veckan om lunchen.\n\nHälsningar\nÅke\n".encode()
