"""`./radslag run` for real: it answers, says who may sign in, and leaves nothing behind however it ends."""

from __future__ import annotations

import os
import signal
import socket
import stat
from pathlib import Path

import pytest

from tests.commands.conftest import Running, run_to_the_end, wait_for

pytestmark = pytest.mark.slow


def test_it_answers_and_says_how_to_stop_it(running: Running) -> None:
    assert running.answers()
    assert "Stoppa med Ctrl-C" in running.said[-1]


def test_it_says_who_may_sign_in_with_what(running: Running) -> None:
    assert running.process.stdout is not None
    told = [running.process.stdout.readline() for _ in range(4)]

    assert told[1] == "Logga in som:\n"
    assert told[2].split() == ["Roll", "Vem", "E-post", "Lösenord"]
    assert "@" in told[3]


def test_it_listens_on_this_machine_only(running: Running) -> None:
    port = int(running.address.rpartition(":")[2])
    own = socket.gethostbyname_ex(socket.gethostname())[2]

    for address in own:
        if not address.startswith("127."):
            with pytest.raises(OSError, match="refused"), socket.socket() as visitor:
                visitor.connect((address, port))
    assert running.address.startswith("http://127.0.0.1:")


def test_its_home_is_for_its_owner_only(running: Running) -> None:
    assert stat.S_IMODE(running.home.stat().st_mode) == 0o700
    assert stat.S_IMODE((running.home / "secret.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_leaves_no_process(running: Running, number: signal.Signals) -> None:
    assert running.is_whole()

    assert running.end(number) == 0
    assert running.processes() == []


def test_killed_it_leaves_no_process(running: Running) -> None:
    assert running.is_whole()

    assert running.end(signal.SIGKILL) == -signal.SIGKILL
    assert wait_for(lambda: not running.processes())


@pytest.mark.parametrize("child", ["web", "worker"])
def test_a_child_that_dies_is_started_again(running: Running, child: str) -> None:
    word = f"radslag.cli {child}"
    assert running.is_whole()
    (victim,) = running.processes(word)

    os.kill(victim, signal.SIGKILL)

    assert wait_for(lambda: [pid for pid in running.processes(word) if pid != victim])
    assert wait_for(running.answers)


def test_a_second_run_on_the_same_home_says_who_has_it(running: Running) -> None:
    done = run_to_the_end(running.home, "--port", "0")

    assert done.returncode == 1
    assert f"process {running.process.pid} på {running.address}" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_port_that_is_taken_is_named_with_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_to_the_end(tmp_path / "home", "--port", str(port))

    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} används redan av ett annat program. "
        f"Välj en annan, till exempel ./radslag run --port {port + 1}.\n"
    )


def test_a_home_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()

    done = run_to_the_end(tmp_path / "a file" / "home", "--port", "0")

    assert done.returncode == 1
    assert "går inte att skriva i" in done.stderr
    assert "RADSLAG_HOME" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_setting_that_is_wrong_stops_it_with_a_sentence(tmp_path: Path) -> None:
    done = run_to_the_end(tmp_path / "home", RADSLAG_LOG_LEVEL="LOUD")

    assert done.returncode == 1
    assert done.stderr.startswith("RADSLAG_LOG_LEVEL är 'LOUD'")
    assert not (tmp_path / "home").exists()


def test_a_database_that_does_not_answer_is_told(tmp_path: Path) -> None:
    url = f"postgresql://nobody@/nothing?host={tmp_path}"

    done = run_to_the_end(tmp_path / "home", "--port", "0", RADSLAG_DATABASE_URL=url)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("Kontrollera RADSLAG_DATABASE_URL.")
