"""The agenda of a document, and what stands in its items."""

from radslag.text.reading import Record
from radslag.text.reading.record import Item
from tests.text.reading.documents import NOTES, NOTICE, PROTOCOL, TABLE, record_of


def _item(record: Record, number: str) -> Item:
    return next(item for item in record.items if item.number == number)


def test_points_and_lettered_sub_items_are_items() -> None:
    items = [(item.number, item.parent, item.title) for item in record_of(NOTES).items]
    assert items[2:5] == [("3", None, "Kompetens"), ("3a", "3", "Utbildning"), ("3b", "3", "Praktik")]


def test_the_contents_list_is_not_read_as_items() -> None:
    items = [(item.number, item.title) for item in record_of(PROTOCOL).items]
    assert items == [("34", "Godkännande av dagordning"), ("35", "Bokslut 2021")]


def test_a_part_without_points_is_an_item_and_one_with_points_is_none() -> None:
    items = [(item.number, item.title, item.section) for item in record_of(NOTICE).items]
    assert items[0] == (None, "Utbyte mellan cheferna", None)
    assert items[1] == ("1", "Föregående anteckningar", "Gemensamma frågor")


def test_the_rows_of_an_agenda_table_are_items_with_their_proposals() -> None:
    items = [(item.number, item.title, [each.text for each in item.proposals]) for item in record_of(TABLE).items]
    assert items == [
        (None, "Val av justerare", ["Bertil Ström (M)"]),
        ("1", "Bokslut 2021", ["Kulturnämnden godkänner bokslutet."]),
        ("2", "Information", []),
    ]
    assert _item(record_of(TABLE), "2").presenters == ("Hans Ek",)


def test_a_section_classes_its_items_and_numberless_headings_hang_below() -> None:
    text = (
        "# Möte\n\n## Minnesanteckningar\n\nDatum\t2021-03-04\n\n"
        "### *Diskussions- och beslutspunkt*\n\n#### 1. Plan\n\n"
        "##### Näringsliv – Bo Alm (Bilaga 1)\n\nText.\n\n### Övriga informationspunkter\n\n"
        "#### 2. Val\n"
    )
    items = [(item.number, item.parent, item.type, item.presenters) for item in record_of(text, "a.md").items]
    assert items == [("1", None, "decision", ()), (None, "1", "decision", ("Bo Alm",)), ("2", None, "information", ())]


def test_headings_without_numbers_hang_by_their_level() -> None:
    text = (
        "Protokoll\n\n= Formalia\n== Dagordning\nDagordningen godkänns.\n== Val\nInget.\n"
        "= Beslutspunkter\n== Budget\nMötet beslutar att vänta.\n"
    )
    items = [(item.title, item.parent, item.type) for item in record_of(text).items]
    assert items[1] == ("Dagordning", "Formalia", None)
    assert items[-1] == ("Budget", "Beslutspunkter", "decision")


def test_page_headers_are_not_part_of_an_items_text() -> None:
    pages = "\f".join(
        f"Storviks kommun\nProtokoll      {n} (4)\n§ {n} Ärende {n}\n\nBeslut\nNämnden godkänner att\n"
        for n in range(1, 5)
    )
    split = pages.replace(
        "godkänner att\n\fStorviks kommun\nProtokoll      2 (4)\n",
        "godkänner att\n\fStorviks kommun\nProtokoll      2 (4)\nplanen antas.\n",
    )
    (decision,) = _item(record_of(split), "1").decisions
    assert decision.text == "Nämnden godkänner att planen antas."


def test_presenters_stand_beside_the_title_under_the_label_or_in_the_text() -> None:
    assert _item(record_of(NOTES), "3a").presenters == ("Bo Alm",)
    assert _item(record_of(NOTES), "2").presenters == ("Dan Falk",)
    assert _item(record_of(PROTOCOL), "35").presenters == ("Hans Ek",)


def test_an_annex_is_told_once_with_its_title() -> None:
    (annex,) = _item(record_of(NOTES), "2").annexes
    assert (annex.number, annex.title) == ("2", "Förslag till gemensam upphandling")


def test_every_document_a_decision_rests_on_is_an_annex() -> None:
    assert [each.label for each in _item(record_of(PROTOCOL), "35").annexes] == [
        "Tjänsteskrivelse 2022-02-20",
        "Årsredovisning 2021",
    ]


def test_views_are_contributions() -> None:
    texts = [each.text for each in _item(record_of(NOTES), "2").contributions]
    assert texts == ["Tidplanen är snäv", "Innan arbetet påbörjas ska gruppen återkomma med en kalkyl"]


def test_a_coming_meeting_has_its_day_and_topics() -> None:
    (meeting,) = record_of(NOTES).next_meetings
    assert (meeting.body, meeting.date, meeting.topics) == ("nätverksmöte", "2021-04-15", ("Budget", "Val"))
