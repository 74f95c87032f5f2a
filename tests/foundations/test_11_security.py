"""Foundation 11: one door, a strict content policy, and cookies and transport that follow from RADSLAG_URL."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.test import Client

import radslag
from radslag.config.environment import WrongSetting, load
from tests.cast import Cast
from tests.foundations.commands import radslag as command
from tests.foundations.test_02_identity import inside_routes

SITE = Path(radslag.__file__).parent / "web" / "secretariat"
TEMPLATES = sorted(SITE.rglob("*.html"))
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)")
# Views that hold no object of a collaboration; each with the reason.
OPEN_VIEWS = {
    "start.start": "lists one's own collaborations",
    "start.appearance": "sets a cookie",
    "start.keyboard": "a list of shortcuts",
    "start.accessibility": "a statement",
    "start.components": "made-up samples, in development only",
}


def test_the_policy_allows_nothing_inline(cast: Cast) -> None:
    for path in ("/konto/logga-in/", "/sjobygden/moten/", "/finns-inte/"):
        policy = cast.sign_in("coordinator").get(path, follow=True).headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert {"default-src 'self'", "script-src 'self'", "style-src 'self'"} <= set(policy.split("; "))
        assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} <= set(policy.split("; "))


def test_no_template_has_inline_script_or_style() -> None:
    assert len(TEMPLATES) > 30
    for path in TEMPLATES:
        found = INLINE.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.name}: {found}"


@pytest.mark.django_db
def test_headers_keep_others_from_guessing_and_framing(client: Client) -> None:
    headers = client.get("/konto/logga-in/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/konto/logga-in/", {"login": "a@example.org", "password": "x"}).status_code == 403


@pytest.mark.parametrize("url", ["http://radslag.example.se", "http://192.168.1.7:8000", "http://0.0.0.0"])
def test_plain_http_is_refused_off_this_machine(url: str) -> None:
    with pytest.raises(WrongSetting, match="https"):
        load({"RADSLAG_URL": url})


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost:9000", "http://[::1]:8000"])
def test_plain_http_passes_on_this_machine(url: str) -> None:
    assert load({"RADSLAG_URL": url}).loopback


def test_plain_http_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    stopped = command("migrate", home=str(tmp_path), url="http://radslag.example.se")
    assert stopped.returncode == 1
    assert "https" in stopped.stderr
    assert "Traceback" not in stopped.stderr


@pytest.mark.slow
def test_the_deployment_check_is_clean_over_https(tmp_path: Path) -> None:
    words = ("manage", "check", "--deploy", "--fail-level", "DEBUG")
    checked = command(*words, home=str(tmp_path), url="https://radslag.example.se")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stderr
    assert "no issues" in checked.stdout


def test_cookies_are_secure_over_https(tmp_path: Path) -> None:
    names = ("SESSION", "CSRF", "LANGUAGE")
    asked = ", ".join(f"s.{name}_COOKIE_{kind}" for name in names for kind in ("SECURE", "HTTPONLY"))
    code = f"from django.conf import settings as s; print([{asked}, s.SECURE_SSL_REDIRECT], s.SECURE_HSTS_SECONDS)"
    told = command("manage", "shell", "-c", code, home=str(tmp_path), url="https://radslag.example.se")
    assert told.stdout.strip().endswith(f"{[True] * 7} 31536000"), told


def _views() -> list[tuple[str, ast.Module]]:
    return [(path.stem, ast.parse(path.read_text(encoding="utf-8"))) for path in (SITE / "views").glob("*.py")]


def test_no_view_fetches_an_object_past_the_door() -> None:
    for name, tree in _views():
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        dotted = [ast.unparse(call) for call in calls]
        assert "get_object_or_404" not in dotted, name
        assert not [call for call in dotted if re.search(r"\.objects\b.*\.(get|first|last|earliest|latest)$", call)], (
            name
        )


def test_every_view_goes_through_the_door() -> None:
    routed = {f"{e.callback.__module__.rsplit('.', 1)[1]}.{e.callback.__name__}" for _, e in inside_routes()}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SITE.rglob("*.py")]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    doors = {"enter", "load", "load_user"}
    while more := {function.name for function in functions if _calls(function) & doors} - doors:
        doors |= more
    assert {name for name in routed if name.split(".")[1] not in doors} == OPEN_VIEWS.keys()


def _calls(function: ast.FunctionDef) -> set[str]:
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {ast.unparse(name).rsplit(".", 1)[-1] for name in called}
