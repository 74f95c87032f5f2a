"""Invented documents in the ways Swedish secretaries write, for the tests of each stage."""

from __future__ import annotations

from radslag.text.reading import Record, read

NOTES = """ Chefsnätverket                Minnesanteckningar
Norra samverkan

Mötesdatum   2021-03-04
Plats och tid   Rådhuset, Storby, kl. 9-11.30
Närvarande Anna Ek (ordförande, Storby) Bo Alm
(Lillby), Cia Dahl (Mellanby)

Övriga medverkande  Dan Falk, Region Nord
  Eva Gran, Storby kommun

Vid protokollet  Eva Gran

1. Föregående anteckningar

Beslut: Anteckningarna från den 4 februari godkändes.

2. Gemensam upphandling (bil. 2)
Föredragande: Dan Falk, inköpschef, Region Nord
Bilaga 2: Förslag till
gemensam upphandling

Nätverket var positivt till förslaget med följande inspel:
\uf0b7 Tidplanen är snäv
\uf0b7 Innan arbetet påbörjas ska gruppen återkomma med en kalkyl

Beslut:
\uf0b7 Anna Ek tar fram ett underlag till den 2 april
\uf0b7 Upphandlingen genomförs på följande sätt:
o först Storby
o sedan Lillby
\uf0b7 Inspel att upphandling är svårt

3. Kompetens

a) Utbildning (Bo Alm)
Beslut: förslaget avslogs.

b) Praktik (Cia Dahl)
Frågan bordlades.

4. Nästa nätverksmöte 15 april
Följande punkter kan vara aktuella:
\uf0b7 Budget
\uf0b7 Val
"""

PROTOCOL = """Storviks kommun
Kulturnämnden                       SAMMANTRÄDESPROTOKOLL                     1 (3)
                                    2022-03-15

Plats och tid           Kommunhuset, tisdagen den 15 mars 2022 kl 13:15–16:05

Beslutande              Anna Lund (S), ordförande
                        Bertil Ström (M)

Övriga deltagare        Gun Björk, sekreterare

Utses att justera       Bertil Ström

\fStorviks kommun
Kulturnämnden                       SAMMANTRÄDESPROTOKOLL                     2 (3)
                                    2022-03-15
Innehåll
§ 34   Godkännande av dagordning ........................ 3
§ 35   Bokslut 2021 ..................................... 3

\fStorviks kommun
Kulturnämnden                       SAMMANTRÄDESPROTOKOLL                     3 (3)
                                    2022-03-15

§ 34
Godkännande av dagordning

Kulturnämndens beslut
Dagordningen godkänns.

§ 35                                     Dnr KN 2022/112
Bokslut 2021

Beslut
Kulturnämnden beslutar
att godkänna bokslutet, samt
att ge förvaltningen i uppdrag att redovisa en plan senast den 1 juni 2022.

Sammanfattning av ärendet
Ekonomichef Hans Ek redogör för bokslutet. Styrelsen beslutade i februari att vänta.

Beslutsunderlag
Tjänsteskrivelse 2022-02-20
Årsredovisning 2021

Beslutsgång
Ordföranden finner att nämnden beslutar enligt förslaget.

Vid protokollet                         Justeras

Gun Björk                               Bertil Ström
"""

NOTICE = """Norra samverkan
Möte i chefsnätverket

Datum: Onsdagen den 24 mars

Plats: Rådhuset Storby

Hålltider:
12.00-13.00: Gemensam lunch
13.00-16.00: Nätverksmöte, rum 5

Dagordning:

DEL 1: Utbyte mellan cheferna   13.00-14.00

Reflektioner från förra mötet, och dialog om 2021.

DEL 2: Gemensamma frågor    14.00-16.00

1. Föregående anteckningar (bil. 1)
Föredragande: Anna Ek

Förslag till beslut: anteckningarna godkänns.

2. Upphandling
Förslag till beslut: xx
"""

TABLE = """KALLELSE

Kulturnämnden

Sammanträde tisdagen den 15 mars 2022 kl. 13:15
Kommunhuset, Storgatan 1

Anna Lund                         Gun Björk
ordförande                        sekreterare

|  | Ärende | Beteckning | Förslag |
| --- | --- | --- | --- |
|  | Val av justerare |  | Bertil Ström (M) |
| 1. | Bokslut<br>2021 | KN-1 | Förslag till beslut<br>Kulturnämnden godkänner<br>bokslutet. |
| 2. | Information<br>Föredragande: Hans Ek,<br>ekonomichef | KN-2 |  |
"""


def record_of(text: str, name: str = "dokument.txt") -> Record:
    return read(text.encode(), name)
