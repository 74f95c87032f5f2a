"""The style gate's own rules: they hold here, and each sees the fault it is there for."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from radslag.commands.catalogue import ROOT
from radslag.commands.checking import limits, requirements, tracked
from radslag.commands.locking import MARK, checksum
from tests.commands.repository import plant

PROJECT = """[project]
requires-python = ">=3.11"
dependencies = ["first>=1", "Second.Part[extra]>=2"]
[dependency-groups]
dev = ["third"]
"""
NPM = {"package.json": "{}", "package-lock.json": '{"packages": {"": {}}}'}


@pytest.mark.parametrize("problems", [limits.problems, requirements.problems, tracked.problems])
def test_the_repository_keeps_its_own_rules(problems: Callable[[Path], Sequence[str]]) -> None:
    assert problems(ROOT) == []


def test_a_file_of_more_than_500_lines_is_told() -> None:
    assert limits.python_problems("src/a.py", "a = 1\n" * 501) == ["src/a.py: 501 rader, högst 500"]


def test_a_function_of_more_than_60_lines_is_told_but_its_docstring_is_free() -> None:
    body = "    a = 1\n" * 59
    longer = f"def told():\n{body}    b = 1\n"

    assert limits.python_problems("src/a.py", f'def fits():\n    """Two\n\n    lines."""\n{body}') == []
    assert limits.python_problems("src/a.py", longer) == ["src/a.py:1 told: 61 rader, högst 60"]


def test_a_function_of_more_than_12_branches_is_told() -> None:
    source = "def decides(a):\n" + "    if a and a:\n        pass\n" * 6

    assert limits.python_problems("src/a.py", source) == ["src/a.py:1 decides: 13 grenar, högst 12"]


def test_a_test_of_more_than_16_lines_is_told_unless_it_is_a_story() -> None:
    source = "def test_much():\n" + "    a = 1\n" * 16

    assert limits.python_problems("tests/a/test_b.py", source) == ["tests/a/test_b.py:1 test_much: 17 rader, högst 16"]
    assert limits.python_problems("tests/stories/test_b.py", source) == []
    assert limits.python_problems("tests/browser/test_story.py", source) == []


def test_a_long_template_and_too_much_css_are_told(tmp_path: Path) -> None:
    sheets = {f"src/a/static/{number}.css": "a{}\n" * 250 for number in range(11)}
    plant(tmp_path, {"src/a/templates/a.html": "<p>\n" * 101, **sheets})

    assert limits.problems(tmp_path) == [
        "src/a/templates/a.html: 101 rader, högst 100",
        "all CSS: 2750 rader, högst 2500",
    ]


@pytest.mark.parametrize("name", ["utils.py", "helpers.py", "admin.py"])
def test_a_name_that_says_nothing_is_told(tmp_path: Path, name: str) -> None:
    plant(tmp_path, {f"src/a/{name}": ""})

    assert len(tracked.problems(tmp_path)) == 1


@pytest.mark.parametrize("line", ["see https://" + "pypi" + ".org/x", "cd /" + "home/anna/radslag"])
def test_a_registry_or_someones_own_folder_is_told(tmp_path: Path, line: str) -> None:
    plant(tmp_path, {"docs/a.md": line})

    assert len(tracked.problems(tmp_path)) == 1


def _locked(root: Path, run: str, dev: str = "") -> list[str]:
    plant(root, {"pyproject.toml": PROJECT, **NPM})
    head = f"{MARK}{checksum(root)}\n"
    plant(root, {"requirements/run.txt": head + run, "requirements/dev.txt": head + run + dev})
    return requirements.problems(root)


def test_requirements_in_step_are_left_in_peace(tmp_path: Path) -> None:
    run = "first==1 \\\n    --hash=sha256:aa\nsecond-part[extra]==2 \\\n    --hash=sha256:bb\n"

    assert _locked(tmp_path, run, "third==3 \\\n    --hash=sha256:cc\n") == []


def test_a_dependency_that_is_not_locked_is_told(tmp_path: Path) -> None:
    told = _locked(tmp_path, "first==1 \\\n    --hash=sha256:aa\n", "third==3 \\\n    --hash=sha256:cc\n")

    assert [problem.split(";")[0] for problem in told] == [
        "requirements/run.txt: second-part är inte låst",
        "requirements/dev.txt: second-part är inte låst",
    ]


def test_a_lock_older_than_the_project_is_told(tmp_path: Path) -> None:
    run = "first==1 \\\n    --hash=sha256:aa\nsecond-part==2 \\\n    --hash=sha256:bb\n"
    _locked(tmp_path, run, "third==3 \\\n    --hash=sha256:cc\n")
    plant(tmp_path, {"pyproject.toml": PROJECT.replace("first>=1", "first>=1.1")})

    assert all("är inte räknad ur" in problem for problem in requirements.problems(tmp_path))
    assert len(requirements.problems(tmp_path)) == 2


def test_a_package_without_a_checksum_and_an_address_are_told(tmp_path: Path) -> None:
    told = _locked(tmp_path, "--index-url https://x.example\nfirst==1\nsecond-part==2\n", "third==3\n")

    assert sum("saknar kontrollsumma" in problem for problem in told) == 5
    assert sum("innehåller en adress" in problem for problem in told) == 2


def test_an_address_in_the_lock_of_the_front_end_tools_is_told(tmp_path: Path) -> None:
    _locked(tmp_path, "")
    packages = {"": {}, "node_modules/a": {"resolved": "https://x.example/a.tgz"}}
    plant(tmp_path, {"package-lock.json": json.dumps({"packages": packages})})

    assert any("node_modules/a har en adress" in problem for problem in requirements.problems(tmp_path))
