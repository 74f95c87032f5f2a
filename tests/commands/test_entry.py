"""`./radslag` itself: a Python missing or too old, an environment half-made, and the sentences for it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from radslag import bootstrap
from radslag.commands.catalogue import COMMANDS, ROOT

REAL = Path(sys.executable).resolve()
TOO_OLD = """#!/bin/sh
case "$1" in
--version) echo "Python 3.9.2" ;;
*) exit 1 ;;
esac
"""


def make_wheel(folder: Path) -> str:
    """A tiny package; gives its line for a hashed requirements file."""
    path = folder / "tiny-1-py3-none-any.whl"
    about = "tiny-1.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", "size = 'small'\n")
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        wheel.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{about}/RECORD", f"tiny.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    return f"tiny @ {path.as_uri()} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with the real entry, one tiny requirement, and a command line that tells what it was given."""
    root = tmp_path / "clone"
    (root / "src" / "radslag").mkdir(parents=True)
    (root / "requirements").mkdir()
    shutil.copy(ROOT / "radslag", root)
    shutil.copy(ROOT / "src" / "radslag" / "bootstrap.py", root / "src" / "radslag")
    (root / "src" / "radslag" / "__init__.py").touch()
    (root / "src" / "radslag" / "cli.py").write_text("import sys, tiny\nprint('told', tiny.size, sys.argv[1:])\n")
    for kind in ("run", "dev"):
        (root / "requirements" / f"{kind}.txt").write_text(make_wheel(root))
    return root


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder to be all of PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


def place(programs: Path, name: str, script: str) -> None:
    """Put a program on the PATH."""
    (programs / name).write_text(script, encoding="utf-8")
    (programs / name).chmod(0o755)


def start(clone: Path, programs: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the entry with nothing but `programs` on PATH."""
    environ = {"PATH": str(programs), "HOME": str(clone), "UV_OFFLINE": "1", "UV_NO_CONFIG": "1", "PIP_NO_INDEX": "1"}
    return subprocess.run([clone / "radslag", *words], env=environ, capture_output=True, text=True, check=False)


def with_uv(programs: Path) -> None:
    """Put the real Python and the real uv on the PATH."""
    (programs / "python3").symlink_to(REAL)
    (programs / "uv").symlink_to(Path(sys.executable).with_name("uv"))


def test_a_machine_without_python_is_told_what_to_install(clone: Path, programs: Path) -> None:
    done = start(clone, programs)

    assert done.returncode == 1
    assert "python3 finns inte på datorn" in done.stderr
    assert done.stderr.count("\n") == 1


def test_too_old_a_python_is_named(clone: Path, programs: Path) -> None:
    place(programs, "python3", TOO_OLD)

    done = start(clone, programs)

    assert done.returncode == 1
    assert "Python 3.11 eller nyare, men här finns bara Python 3.9.2" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_newer_python_beside_the_old_one_is_found(clone: Path, programs: Path) -> None:
    with_uv(programs)
    (programs / "python3").rename(programs / "python3.12")
    place(programs, "python3", TOO_OLD)

    assert start(clone, programs, "list").stdout == "told small ['list']\n"


def test_the_first_start_makes_the_environment_and_the_second_leaves_it_alone(clone: Path, programs: Path) -> None:
    with_uv(programs)
    first = start(clone, programs, "one", "two words")
    made = (clone / ".venv" / bootstrap.STAMP).stat().st_mtime_ns
    second = start(clone, programs, "again")

    assert first.stdout == "told small ['one', 'two words']\n"
    assert "Det görs en gång" in first.stderr
    assert (second.stdout, second.stderr) == ("told small ['again']\n", "")
    assert (clone / ".venv" / bootstrap.STAMP).stat().st_mtime_ns == made


@pytest.mark.slow
def test_pip_does_it_where_uv_is_missing(clone: Path, programs: Path) -> None:
    (programs / "python3").symlink_to(REAL)

    done = start(clone, programs, "list")

    assert done.stdout == "told small ['list']\n", done.stderr


def test_an_environment_whose_making_was_cut_short_is_made_again(clone: Path, programs: Path) -> None:
    with_uv(programs)
    start(clone, programs)
    (clone / ".venv" / bootstrap.STAMP).unlink()
    for module in (clone / ".venv").rglob("tiny.py"):
        module.unlink()

    assert start(clone, programs, "list").stdout == "told small ['list']\n"


@pytest.mark.parametrize("broken", ["a file", "a dangling link", "an empty folder"])
def test_whatever_stands_in_its_place_is_replaced(clone: Path, programs: Path, broken: str) -> None:
    with_uv(programs)
    environment = clone / ".venv"
    if broken == "a file":
        environment.touch()
    elif broken == "a dangling link":
        environment.symlink_to(clone / "gone")
    else:
        environment.mkdir()

    assert start(clone, programs, "list").stdout == "told small ['list']\n"


def test_new_requirements_bring_a_finished_environment_up_to_date(clone: Path, programs: Path) -> None:
    with_uv(programs)
    start(clone, programs)
    requirements = clone / "requirements" / "run.txt"
    requirements.write_text("# changed\n" + requirements.read_text())

    done = start(clone, programs, "list")

    assert (done.stdout, done.stderr) == ("told small ['list']\n", "")
    assert bootstrap.read_stamp(str(clone))["run"] == hashlib.sha256(requirements.read_bytes()).hexdigest()


def test_a_package_that_is_not_the_one_we_checked_is_refused(clone: Path, programs: Path) -> None:
    with_uv(programs)
    requirements = clone / "requirements" / "run.txt"
    requirements.write_text(requirements.read_text().replace("sha256:", "sha256:0")[:-2] + "\n")

    done = start(clone, programs, "list")

    assert done.returncode == 1
    assert "Programmets miljö kunde inte göras klar" in done.stderr
    assert bootstrap.read_stamp(str(clone)) == {}


def test_a_registry_that_does_not_answer_is_told_in_a_sentence(clone: Path, programs: Path) -> None:
    (programs / "python3").symlink_to(REAL)
    place(
        programs, "uv", '#!/bin/sh\n[ "$1" = pip ] && echo "error: dns error: failed to lookup" >&2 && exit 2\nexit 0\n'
    )
    (clone / "src" / "radslag" / "cli.py").touch()

    done = start(clone, programs)

    assert done.stderr.splitlines()[-1].startswith("Paketen kunde inte hämtas: paketregistret svarade inte.")


def test_a_python_without_venv_is_told_what_to_install(
    clone: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(programs, "python3", "#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(sys, "_base_executable", str(programs / "python3"))

    with pytest.raises(bootstrap.Stop, match="apt install python3-venv"):
        bootstrap.ensure(str(clone), "run")


def test_a_folder_that_cannot_be_written_in_is_told(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(os, "mkdir", refuse)

    with pytest.raises(bootstrap.Stop, match="går inte att skriva i"):
        bootstrap.ensure(str(clone), "run")


def test_the_entry_is_found_through_a_link_and_from_another_folder(clone: Path, programs: Path, tmp_path: Path) -> None:
    with_uv(programs)
    (programs / "readlink").symlink_to("/bin/readlink")
    (tmp_path / "linked").symlink_to(clone / "radslag")
    environ = {"PATH": str(programs), "HOME": str(clone)}

    done = subprocess.run([tmp_path / "linked", "a"], env=environ, cwd="/", capture_output=True, text=True, check=False)

    assert done.stdout == "told small ['a']\n", done.stderr


def test_a_module_in_the_users_folder_never_shadows_ours(clone: Path, programs: Path, tmp_path: Path) -> None:
    with_uv(programs)
    (tmp_path / "tiny.py").write_text("size = 'shadow'\n")
    environ = {"PATH": str(programs), "HOME": str(clone)}

    done = subprocess.run([clone / "radslag"], env=environ, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.stdout == "told small []\n"


def test_the_commands_of_developers_get_the_tools_of_developers() -> None:
    assert {command.name for command in COMMANDS if command.group == "Utveckling"} == bootstrap.DEVELOPMENT
