"""The guide says what the product says: its words, its places and its pictures are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from radslag.commands.catalogue import ROOT
from radslag.commands.translating import messages
from radslag.web.secretariat.guide import CHAPTERS, LANGUAGES, PLACES
from radslag.web.secretariat.templatetags.guiding import go
from tests.cast import Cast
from tests.web.doors import doors
from tests.web.pages import links, words

TEXTS = ROOT / "src/radslag/web/secretariat/templates/secretariat/help"
PICTURES = ROOT / "src/radslag/web/secretariat/static/secretariat/help"
TAG = re.compile(r"""{% (named|go|picture) "([^"]+)"(?: "([^"]+)")?""")
INSIDE = "?samarbete=sjobygden"


def _tags(language: str, chapter: str) -> list[tuple[str, str, str]]:
    """(tag, first word, second word) as they come in a text; the words about a picture are in the text's language."""
    found = TAG.findall((TEXTS / language / f"{chapter}.html").read_text(encoding="utf-8"))
    return [(tag, first, "" if tag == "picture" else second) for tag, first, second in found]


def _all(tag: str) -> list[tuple[str, str]]:
    every = [found for language in LANGUAGES for chapter in CHAPTERS for found in _tags(language, chapter.name)]
    return [(first, second) for kind, first, second in every if kind == tag]


def test_every_button_and_place_it_names_is_called_that_in_the_product() -> None:
    said = [text for place, (text, _) in messages() if "/help/" not in place]
    known = {text if isinstance(text, str) else text[0] for text in said}
    named = {first for first, _ in _all("named")} | {second for _, second in _all("go")}
    assert len(named) > 30
    assert named - known == set()


def test_every_place_it_leads_to_is_one_the_coordinator_is_let_in_to() -> None:
    shown = {door.route for door in doors() if door.method == "GET" and door.statuses["coordinator"] == 200}
    assert {f"secretariat:{view}" for view in PLACES} <= shown
    assert {view for view, _ in _all("go")} == set(PLACES)


def test_a_place_that_is_not_among_them_is_a_fault() -> None:
    with pytest.raises(ValueError, match="komponenter"):
        go({}, "komponenter", "Import")  # type: ignore[arg-type]  # a context is read as a mapping


@pytest.mark.parametrize("chapter", [chapter.name for chapter in CHAPTERS])
def test_both_languages_name_the_same_things_in_the_same_order(chapter: str) -> None:
    assert _tags("sv", chapter) == _tags("en", chapter)
    assert 1 <= sum(tag == "picture" for tag, _, _ in _tags("sv", chapter)) <= 3


def test_every_picture_is_there_in_both_languages_and_none_is_left_over() -> None:
    named = {first for first, _ in _all("picture")}
    for language in LANGUAGES:
        assert {place.stem for place in (PICTURES / language).glob("*.png")} == named


def test_each_text_is_short_and_speaks_plainly() -> None:
    for place in [*Path(TEXTS).glob("*/*.html")]:
        text = re.sub(r"{%.*?%}|<[^>]+>", " ", place.read_text(encoding="utf-8"))
        assert len(text.split()) < 420, place.name
        assert "!" not in text


def test_a_chapter_is_read_in_the_language_of_the_reader(db: None, client: Client) -> None:
    page = "/hjalp/nasta-mote/"
    assert "Sätt ihop dagordningen" in client.get(page, HTTP_ACCEPT_LANGUAGE="sv").content.decode()
    assert "Put the agenda together" in client.get(page, HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_a_chapter_that_does_not_exist_is_not_found(db: None, client: Client) -> None:
    assert client.get("/hjalp/finns-inte/").status_code == 404


def test_within_a_collaboration_the_places_are_links(cast: Cast) -> None:
    page = f"/hjalp/minnesanteckningar/{INSIDE}"
    assert "/sjobygden/import/" in links(cast.sign_in("coordinator").get(page))
    observed = links(cast.sign_in("observer").get(page))
    assert "/sjobygden/beslut/" in observed
    assert "/sjobygden/import/" not in observed


@pytest.mark.parametrize("role", ["anonymous", "outsider", "nobody"])
def test_one_who_is_not_in_the_collaboration_reads_the_guide_and_nothing_of_it(cast: Cast, role: str) -> None:
    answer = cast.sign_in(role).get(f"/hjalp/nasta-mote/{INSIDE}")
    assert answer.status_code == 200
    assert "Sjöbygden" not in words(answer)


@pytest.mark.parametrize(
    ("page", "chapter"),
    [
        ("/sjobygden/uppdrag/", "folja-upp"),
        ("/sjobygden/import/fragor/", "minnesanteckningar"),
        ("/sjobygden/moten/nytt/", "nasta-mote"),
        ("/sjobygden/mallar/", "wordmall"),
        ("/sjobygden/personer/", "personer-och-rattigheter"),
        ("/sjobygden/grupper/", "personer-och-rattigheter"),
    ],
)
def test_help_leads_to_the_text_about_the_page(cast: Cast, page: str, chapter: str) -> None:
    assert f"/hjalp/{chapter}/{INSIDE}" in links(cast.sign_in("coordinator").get(page))


def test_help_on_the_sign_in_page_leads_to_all_of_it(db: None, client: Client) -> None:
    assert "/hjalp/" in links(client.get("/konto/logga-in/"))
