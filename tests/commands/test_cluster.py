"""The throw-away PostgreSQL: there while it is needed, gone afterwards, never in anyone's way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from radslag.commands.testing.cluster import PLACE, PREFIX, USER, find_binaries, sweep, throw_away
from radslag.config.environment import load
from tests.commands.conftest import wait_for

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_binaries() is None, reason="PostgreSQL-servern är inte installerad"),
]


def folder_of(url: str) -> Path:
    """Where the socket is."""
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def test_it_answers_and_is_gone_with_all_it_wrote(tmp_path: Path) -> None:
    with throw_away() as url:
        database = load({"RADSLAG_DATABASE_URL": url, "RADSLAG_HOME": str(tmp_path)}).database
        with psycopg.connect(host=database.host, user=database.user, dbname="postgres") as connection:
            row = connection.execute("SHOW listen_addresses").fetchone()

    assert row == ("",)
    assert not folder_of(url).exists()


def test_it_is_gone_when_the_tests_in_it_break_down() -> None:
    with pytest.raises(ZeroDivisionError), throw_away() as url:
        _ = 1 / 0

    assert not folder_of(url).exists()


def test_a_killed_test_run_leaves_no_server() -> None:
    source = (
        "import time\nfrom radslag.commands.testing.cluster import throw_away\n"
        "with throw_away() as url:\n    print(url, flush=True)\n    time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, text=True) as runner:
        assert runner.stdout is not None
        folder = folder_of(runner.stdout.readline().strip())
        runner.send_signal(signal.SIGKILL)

    assert wait_for(lambda: not _answers(folder))
    sweep()
    assert not folder.exists()


def test_a_folder_of_a_run_that_lives_is_left_alone() -> None:
    folder = PLACE / f"{PREFIX}{os.getpid()}-lives"
    folder.mkdir()
    try:
        sweep()
        assert folder.exists()
    finally:
        folder.rmdir()


def _answers(folder: Path) -> bool:
    try:
        psycopg.connect(host=str(folder), user=USER, dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True
