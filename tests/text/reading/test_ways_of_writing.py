"""Whole documents in other ways of writing: associations, federations, text that lost its lines."""

import io

import docx

from radslag.text.reading import Record, read
from tests.text.reading.documents import record_of

FEDERATION = """Mellanbygdens samordningsförbund                                  Protokoll nr 2/2020
Styrelsen                                                         2020-04-17

Tid:             Fredagen den 17 april 2020 kl. 09.00 – 11.45

Närvarande
Ledamöter:       Karin Lind, ordförande        Hallby kommun
                 Sara Hed                      Försäkringskassan
Övriga:          Ewa Stark, förbundschef

§ 17 Val av justerare
Beslut: Sara Hed utses att justera protokollet.

§ 18 Ekonomi
Beslut:
att godkänna rapporten
att uppdra åt förbundschefen att ta fram en budget till nästa möte

§ 20 Övriga frågor
a. Hemsida
Ewa Stark informerar om hemsidan.
b. Semester
Inga frågor.

§ 21 Nästa möte
Nästa möte är fredagen den 12 juni 2020 kl. 09.00.

Vid protokollet:

Ewa Stark

Justeras:

Karin Lind                      Sara Hed
Ordförande                      Justerare
"""

FLAT = (
    "1 Storvik SAMMANTRÄDESPROTOKOLL Sammanträdesdatum 2016-02-09 1 (3) Socialnämnden Plats och tid Kommunhuset, "
    "kl. 13.00-15.30 Beslutande Ann Sten (S), ordförande Bo Frid (M) Cia Ros (C) Övriga deltagare Eva Lund, "
    "sekreterare "
    "Utses att justera Bo Frid Underskrifter Sekreterare Eva Lund Paragrafer 10-12 Ordförande Ann Sten\n\n"
    "2 Storvik SAMMANTRÄDESPROTOKOLL 2 (3) § 10 Dnr 2016/12 Budgetuppföljning Socialnämnden beslutar att godkänna "
    "budgetuppföljningen. Sammanfattning Läget i verksamheten redovisades för januari månad och var som väntat gott. "
    "Beslutsunderlag Tjänsteskrivelse 2016-01-20 § 11 Dnr 2016/15 Svar på medborgarförslag Socialnämndens beslut "
    "Förslaget avslås. Sammanfattning av ärendet Ett förslag har kommit in om en mötesplats för unga.\n"
)


def test_a_federations_protocol() -> None:
    record = record_of(FEDERATION)
    assert [(each.name, each.affiliation, each.role) for each in record.present] == [
        ("Karin Lind", "Hallby kommun", "ordförande"),
        ("Sara Hed", "Försäkringskassan", None),
    ]
    assert (record.chair, record.secretary, record.adjusters) == ("Karin Lind", "Ewa Stark", ("Sara Hed",))
    assert [item.number for item in record.items] == ["17", "18", "20", "20a", "20b", "21"]


def test_a_task_given_in_an_att_sentence_leads_to_its_own_line() -> None:
    (task,) = record_of(FEDERATION).items[1].assignments
    assert (task.owner, task.due) == ("förbundschefen", "2020-06-12")
    assert FEDERATION[slice(*task.span)].startswith("att uppdra")


def test_an_annual_meeting_elects_its_officers_in_sentences() -> None:
    record = record_of(
        "PROTOKOLL\nNorra byalaget\nÅrsmöte 2019-03-30\n\n1 § Öppnande\nEva Ny öppnade mötet kl. 15.\n\n"
        "2 § Val av ordförande och sekreterare för mötet\n"
        "Till ordförande valdes Ulf Ram och till sekreterare Ida Bo.\n\n"
        "3 § Val av justerare\nTill justerare valdes Tor Ek och Siv Alm.\n\n"
        "4 § Ansvarsfrihet\nStyrelsen beviljades ansvarsfrihet.\n"
    )
    assert (record.body, record.start, record.chair) == ("Årsmöte, Norra byalaget", "15:00", "Ulf Ram")
    assert (record.secretary, record.adjusters) == ("Ida Bo", ("Tor Ek", "Siv Alm"))


def test_text_that_lost_its_lines_is_cut_where_something_new_opens() -> None:
    record = record_of(FLAT)
    assert (record.date, record.place, record.chair) == ("2016-02-09", "Kommunhuset", "Ann Sten")
    assert [each.name for each in record.present] == ["Ann Sten", "Bo Frid", "Cia Ros"]
    items = [(item.number, item.title, [each.text for each in item.decisions]) for item in record.items]
    assert items == [
        ("10", "Budgetuppföljning", ["Socialnämnden beslutar att godkänna budgetuppföljningen."]),
        ("11", "Svar på medborgarförslag", ["Förslaget avslås."]),
    ]


def test_an_invitation_in_a_sentence_is_a_notice() -> None:
    record = record_of(
        "Hej!\n\n"
        "Välkommen till möte i Miljönätverket torsdagen den 6 maj 2021 kl. 13.00-15.30 i Stadshuset, lokal Eken.\n\n"
        "Dagordning\n\n1. Inledning\n2. Klimat – Pia Frö, Länsstyrelsen (60 min)\n3. Övriga frågor\n\n"
        "Anmäl dig senast den 29 april.\n"
    )
    assert (record.kind, record.date, record.start) == ("notice", "2021-05-06", "13:00")
    assert record.place == "Stadshuset, lokal Eken"
    assert (record.items[1].title, record.items[1].presenters) == ("Klimat", ("Pia Frö",))


def _in_word() -> Record:
    document = docx.Document()
    document.add_paragraph("Samverkansgruppen Västra Bygden")
    document.add_paragraph("Minnesanteckningar 2022-11-08")
    table = document.add_table(rows=2, cols=2)
    rows = (("Närvarande", "Anna Ek, Ekby kommun\nBo Alm, Almby kommun"), ("Antecknare", "Bo Alm"))
    for row, pair in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = pair
    for heading, text in (
        ("Upphandling", "Beslut: Gruppen beslutade att gå vidare."),
        ("Nästa möte", "6 december kl. 9."),
    ):
        document.add_paragraph(heading, style="List Number")
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return read(stream.getvalue(), "a.docx")


def test_numbers_that_word_lays_out_are_not_written_numbers() -> None:
    record = _in_word()
    assert [(item.number, item.title) for item in record.items] == [(None, "Upphandling"), (None, "Nästa möte")]
    people = [(each.name, each.affiliation) for each in record.present]
    assert people == [("Anna Ek", "Ekby kommun"), ("Bo Alm", "Almby kommun")]
    assert record.secretary == "Bo Alm"
