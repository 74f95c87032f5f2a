"""Finding documents that came in before."""

from radslag.exchange.importing.models import Staged
from radslag.exchange.importing.reading import SENTENCES
from tests.importing import papers
from tests.web.imports.conftest import Desk


def test_an_empty_list_says_how_to_begin(desk: Desk) -> None:
    Staged.objects.all().delete()
    assert "Här kommer dina dokument att stå" in desk.see("imports")


def test_each_document_says_what_it_is_and_what_is_left_to_do(desk: Desk) -> None:
    desk.stage(papers.notice(weekday="onsdagen den 15 maj"))
    page = desk.see("imports", query="?ord=protokoll.txt")
    assert "Kallelse" in page
    assert "att bekräfta" in page
    assert "Siri Samordnare" in page


def test_a_tab_shows_the_documents_in_one_state_with_their_number(desk: Desk) -> None:
    desk.stage(b"\x89PNG\r\n\x1a\n bild", name="bild.png")
    desk.stage(name="maj.txt")
    page = desk.see("imports", query="?tillstand=refused")
    assert "bild.png" in page
    assert "Filen är en bild." in page
    assert "maj.txt" not in page


def test_words_of_the_name_find_a_document(desk: Desk) -> None:
    desk.stage(name="maj.txt")
    desk.stage(papers.notice(), name="kallelse.txt")
    page = desk.see("imports", query="?ord=MAJ")
    assert "maj.txt" in page
    assert "kallelse.txt" not in page


def test_a_filter_that_finds_nothing_says_so(desk: Desk) -> None:
    assert "Inget dokument passar filtret" in desk.see("imports", query="?ord=finnsinte")


def test_a_plan_has_no_day_and_says_why_it_waits(desk: Desk) -> None:
    plan = desk.stage(papers.CHATTER, name="plan.txt")
    Staged.objects.filter(pk=plan.pk).update(kind="plan", sentence=SENTENCES["plan"])
    page = desk.see("imports", query="?ord=plan")
    assert "Kan föras in när verksamhetsplaner finns i Rådslag." in page
    assert ">null" not in page
