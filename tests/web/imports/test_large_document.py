"""A document of a hundred pages: as many questions to the database as a short one, and a page that comes at once."""

import time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.exchange.importing.models import Staged
from tests.importing import papers
from tests.web.imports.conftest import Desk

ITEM = """
{number}. Ärende nummer {number} (bil. {number})
Föredragande: Ada Brandt
Bilaga {number}: Underlag till ärende {number}

{prose}

Beslut:
• Gruppen godkänner förslaget i ärende {number}.
• Kommundirektörerna i Askersund och Åmål tar fram ett underlag till ärende {number} till den 4 september 2024.
"""
PROSE = "\n".join(["Gruppen gick igenom läget i kommunerna och vad som återstår att göra till hösten."] * 18)


def _large(items: int) -> bytes:
    start = papers.minutes().decode().split("1. Föregående")[0]
    body = "".join(ITEM.format(number=number, prose=PROSE) for number in range(1, items + 1))
    return (start + body).encode()


def _questions(desk: Desk, staged: Staged) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert desk.client.get(desk.url("review", staged)).status_code == 200
    return len(asked)


def test_the_number_of_questions_does_not_grow_with_the_document(desk: Desk) -> None:
    small, large = desk.stage(_large(2), name="liten.txt"), desk.stage(_large(60), name="stor.txt")
    assert len(large.draft["items"]) > 20 * len(small.draft["items"])
    assert _questions(desk, large) == _questions(desk, small) <= 23


def test_the_page_of_a_hundred_pages_takes_less_than_two_seconds(desk: Desk) -> None:
    staged = desk.stage(_large(160), name="stor.txt")
    assert staged.extraction is not None
    assert staged.extraction.text.count("\n") > 4000
    desk.see("review", staged)
    started = time.process_time()
    desk.see("review", staged)
    assert time.process_time() - started < 2
