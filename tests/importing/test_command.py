"""`radslag import`: a line a file, and an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings

from radslag.base.audit.models import Event
from radslag.base.people.actions import create_collaboration
from radslag.base.people.models import Collaboration
from radslag.domain.meetings.models import Meeting
from radslag.exchange.importing.command import main
from radslag.exchange.importing.models import Staged
from tests.importing import papers
from tests.importing.conftest import BY, Place
from tests.importing.test_unpack import zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Minutes, and a notice in a folder below."""
    (tmp_path / "protokoll.txt").write_bytes(papers.minutes())
    below = tmp_path / "fler"
    below.mkdir()
    (below / "kallelse.txt").write_bytes(papers.notice())
    (below / ".gömd").write_bytes(papers.CHATTER)
    return tmp_path


def test_a_line_tells_what_was_read_and_where_to_review_it(
    place: Place, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder / "protokoll.txt")]) == 0
    staged = Staged.objects.get()
    told = capsys.readouterr().out

    assert told.startswith(
        "protokoll.txt: protokoll · Kommundirektörsgruppen · 2024-05-15 · 4 personer, 3 punkter, 3 beslut, 1 uppdrag."
    )
    assert told.strip().endswith(f"/sjobygden/granska/{staged.uuid}/")
    assert Event.objects.get(verb="read").detail("actor") == "Kommandoraden"


def test_folders_are_gone_through_and_hidden_files_left_alone(place: Place, folder: Path) -> None:
    assert main([str(folder), str(folder / "protokoll.txt")]) == 0

    assert sorted(Staged.objects.values_list("name", "state")) == [
        ("kallelse.txt", "review"),
        ("protokoll.txt", "review"),
    ]


def test_the_same_file_twice_says_so_and_changes_nothing(
    place: Place, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(folder), "--commit"])
    events = Event.objects.exclude(verb="receive").count()
    assert main([str(folder), "--commit"]) == 0
    told = capsys.readouterr().out.splitlines()[-2:]

    assert all("Inget ändrades" in line for line in told)
    assert Meeting.objects.count() == 1
    assert Event.objects.exclude(verb="receive").count() == events


def test_with_commit_what_is_certain_enters(place: Place, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "osäker.txt").write_bytes(papers.minutes(day=papers.DAY.replace(day=29), present="Ada Brant (Åmål)"))
    assert main([str(folder), "--commit"]) == 0
    told = capsys.readouterr().out

    assert told.count("infört") == 2
    assert "1 sak att bekräfta" in told
    assert Meeting.objects.count() == 1


def test_what_cannot_be_read_gives_a_sentence_and_exit_1(
    place: Place, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "tom.txt").write_bytes(b"")
    assert main([str(folder), "finns-inte.txt"]) == 1
    told = capsys.readouterr()

    assert "finns-inte.txt: Filen finns inte." in told.err
    assert "bild.png: Filen är en bild." in told.err
    assert "tom.txt: Filen är tom." in told.err
    assert "protokoll.txt: protokoll" in told.out


def test_a_file_over_the_limit_is_refused_unread(
    place: Place, folder: Path, settings: LazySettings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.UPLOAD_LIMIT = 100

    assert main([str(folder / "protokoll.txt")]) == 1
    assert "Filen är större än" in capsys.readouterr().err
    assert (folder / "protokoll.txt").read_bytes() == papers.minutes()


def test_an_unknown_collaboration_is_told_with_those_there_are(
    place: Place, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create_collaboration(name="Slättbygden", slug="slattbygden", by=BY)

    assert main([str(folder), "--collaboration", "fel"]) == 1
    assert capsys.readouterr().err.strip() == "Samarbetet fel finns inte. Det här finns: sjobygden, slattbygden."
    assert not Staged.objects.exists()


def test_with_several_collaborations_one_must_be_chosen(
    place: Place, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    create_collaboration(name="Slättbygden", slug="slattbygden", by=BY)

    assert main([str(folder)]) == 1
    told = "Det finns flera samarbeten. Välj ett med --collaboration: sjobygden, slattbygden."
    assert capsys.readouterr().err.strip() == told
    assert not Staged.objects.exists()


def test_documents_go_where_they_are_sent(place: Place, folder: Path) -> None:
    other = create_collaboration(name="Slättbygden", slug="slattbygden", by=BY)
    main([str(folder / "protokoll.txt"), "--collaboration", "slattbygden"])

    assert Staged.objects.get().collaboration == other


@pytest.mark.django_db
def test_without_any_collaboration_it_says_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Collaboration.objects.count() == 0

    assert main([str(folder)]) == 1
    assert "inget samarbete än" in capsys.readouterr().err


def test_a_zip_is_unpacked_and_a_line_told_for_each_document(
    place: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "arkiv.zip").write_bytes(zipped(("a.txt", papers.minutes()), ("b.txt", papers.notice())))

    assert main([str(tmp_path / "arkiv.zip")]) == 0
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == ["a.txt", "b.txt"]
