"""The queue: questions, the one that settles most first, answered once for all documents."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.base.people.models import Body
from radslag.exchange.importing.models import Lesson, Staged
from tests.importing import papers
from tests.web.imports.conftest import Desk

MISSPELT = "Ada Brant (Askersund), Åke Östling (Åmål)"


def _stage(desk: Desk, count: int, name: str = "Kulturnätverket") -> None:
    for number in range(count):
        text = papers.minutes(day=papers.DAY.replace(day=number % 28 + 1), secretary=f"Nr {number}").decode()
        desk.stage(text.replace("Kommundirektörsgruppen", name).encode())


def _answer(desk: Desk, **fields: str) -> None:
    desk.client.post(desk.url("question_answer"), {"nonce": str(uuid4()), **fields})


def test_a_question_says_how_many_documents_it_settles(desk: Desk) -> None:
    _stage(desk, 3)
    desk.stage(papers.minutes(present=MISSPELT, day=papers.DAY.replace(day=30)))
    page = desk.see("questions")
    assert page.index("Kulturnätverket") < page.index("Ada Brant")
    assert "Gäller 3 dokument" in page
    assert "Gäller 1 dokument" in page


def test_a_new_body_settles_all_its_documents_and_can_be_undone(desk: Desk) -> None:
    _stage(desk, 2)
    new = {"kind": "body", "key": "kulturnätverket", "answer": "new", "name": "Kulturnätverket", "body_kind": "network"}
    _answer(desk, **new)
    page = desk.see("questions")
    lesson = Lesson.objects.get()
    assert Body.objects.filter(name="Kulturnätverket").exists()
    assert "gäller 2 dokument" in page
    desk.client.post(f"/sjobygden/import/fragor/{lesson.uuid}/angra/")
    assert not Body.objects.filter(name="Kulturnätverket").exists()


def test_a_person_is_answered_with_one_click(desk: Desk) -> None:
    desk.stage(papers.minutes(present=MISSPELT, day=papers.DAY.replace(day=30)))
    ada = desk.cast.people["Ada Brandt"]
    assert f'value="{ada.uuid}"' in desk.see("questions")
    _answer(desk, kind="person", key="ada brant|1882", answer=str(ada.uuid))
    assert Lesson.objects.get().documents == 1


def test_an_answer_to_what_nobody_asks_says_so(desk: Desk) -> None:
    _answer(desk, kind="person", key="ada brant|1882", answer="new")
    assert "redan besvarad" in desk.see("questions")


def test_nothing_waiting_says_so(desk: Desk) -> None:
    Staged.objects.all().delete()
    assert "Inget väntar" in desk.see("questions")


def test_the_page_asks_the_same_number_of_questions_however_much_waits(desk: Desk) -> None:
    _stage(desk, 2)
    few = _statements(desk)
    _stage(desk, 12, "Näringslivsgruppen")
    _stage(desk, 8, "Ledningsrådet")
    assert _statements(desk) <= few


def _statements(desk: Desk) -> int:
    desk.see("questions")
    with CaptureQueriesContext(connection) as asked:
        desk.see("questions")
    return len(asked)
