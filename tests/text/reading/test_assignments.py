"""Tasks: who, what and by when."""

import pytest

from radslag.text.reading.record import Assignment
from tests.text.reading.documents import record_of

HEAD = (
    "Minnesanteckningar\nDatum: 2021-03-04\nNärvarande: Anna Ek (Storby), Bo Alm (Lillby)\n\n"
    "1. Föregående möte\nGodkändes.\n\n2. Ärendet\n"
)


def _tasks(body: str, after: str = "") -> list[Assignment]:
    return list(record_of(f"{HEAD}{body}\n\n{after}").items[1].assignments)


@pytest.mark.parametrize(
    ("body", "owner", "what"),
    [
        ("Beslut: Sekretariatsledaren får i uppdrag att ta fram en plan.", "Sekretariatsledaren", "ta fram en plan"),
        ("Beslut: Styrelsen uppdrar åt kommundirektören att utreda frågan.", "kommundirektören", "utreda frågan"),
        ("Beslut:\n- Anna Ek återkommer med ett förslag", "Anna Ek", "återkommer med ett förslag"),
        (
            "Förslaget kommer att arbetas fram av Bo till nästa möte.",
            "Bo",
            "Förslaget kommer att arbetas fram till nästa möte",
        ),
        (
            "Innan arbetet påbörjas ska arbetsgruppen återkomma med en kalkyl.",
            "arbetsgruppen",
            "återkomma med en kalkyl",
        ),
        (
            "Det är viktigt att Näringsgruppen återkommer med ett förslag.",
            "Näringsgruppen",
            "återkommer med ett förslag",
        ),
        ("Vår representant är Anna Ek (Storby) som bevakar frågan.", "Anna Ek", "bevakar frågan"),
    ],
)
def test_somebody_is_to_do_something(body: str, owner: str, what: str) -> None:
    (task,) = _tasks(body)
    assert (task.owner, task.what) == (owner, what)


@pytest.mark.parametrize(
    "body",
    [
        "Gruppen bör överväga att ta fram en plan.",
        "Beslut: Planen ska kompletteras med mål.",
        "Anna Ek presenterade arbetet.",
        "Det är viktigt att grupperna samverkar.",
        "Anna Ek valdes till ordförande.",
    ],
)
def test_what_is_no_task(body: str) -> None:
    assert _tasks(body) == []


def test_a_day_the_document_fixes_is_due() -> None:
    (task,) = _tasks("Beslut:\n- Bo Alm presenterar en plan på mötet den 24 september")
    assert (task.due, task.due_text, task.strength) == ("2021-09-24", "på mötet den 24 september", "decided")


def test_a_fuzzy_time_is_words_alone() -> None:
    (task,) = _tasks("Beslut:\n- Bo Alm skickar in namn senast till midsommar")
    assert (task.due, task.due_text) == (None, "senast till midsommar")


def test_the_next_meeting_is_due_where_the_document_dates_it() -> None:
    (task,) = _tasks(
        "Beslut: Bo Alm tar fram en plan till nästa nätverksmöte.", "3. Dagordning nästa nätverksmöte 15 april\n- Val\n"
    )
    assert task.due == "2021-04-15"


def test_told_twice_is_one_task_as_decided() -> None:
    (task,) = _tasks(
        "Inspel:\n- Arbetsgruppen ska utveckla planen för utbildning\n\nBeslut:\n"
        "- Arbetsgruppen utvecklar planen för utbildning"
    )
    assert task.strength == "decided"


def test_a_proposal_that_was_not_adopted_gives_no_task() -> None:
    (task,) = _tasks("Förslag\n- Anna Ek kontaktar banken\n- Bo Alm köper in bänkar\n\nBeslut\n- Attsats 2 bifalles")
    assert task.owner == "Bo Alm"


def test_each_part_of_a_task_leads_to_its_place() -> None:
    record = record_of(f"{HEAD}Beslut:\n- Bo Alm presenterar en plan den 24 september\n")
    (task,) = record.items[1].assignments
    assert task.spans.owner is not None
    assert record.text[slice(*task.spans.owner)] == "Bo Alm"
    assert record.text[slice(*task.spans.what)] == task.what
