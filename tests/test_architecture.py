"""What the import linter cannot see, asked of the running project: quoted model names, addresses, jobs, tenancy.

The order of the floors is read from the linter's own contracts in pyproject.toml, so that there is one list only.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.apps import AppConfig, apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from radslag.base.jobs.handlers import HANDLERS
from radslag.base.people.models import Collaboration
from radslag.commands.catalogue import ROOT

PACKAGE = ROOT / "src" / "radslag"
FLOORS = ("base", "domain", "exchange", "web", "text")
# Rows that all collaborations share, or that lie under them all, with the reason.
SHARED = {
    "accounts.User": "one person may sign in to several collaborations",
    "audit.Chain": "bound by the collaboration's UUID: the trail outlives what it tells of",
    "audit.Event": "bound by the collaboration's UUID: the trail outlives what it tells of",
    "jobs.Counter": "bound by the collaboration's UUID: jobs lie below people",
    "jobs.Job": "bound by the collaboration's UUID: jobs lie below people",
    "jobs.Submission": "a form's nonce, before anything is known of what it is about",
    "people.Municipality": "reference data: Sweden's 290",
}
# Who asks for a job, and the word the job's name goes by there.
ASKING = {"enqueue": "name", "ask_for": "work"}
URL_TAG = re.compile(r"""\{%\s*url\s+(["'])(?P<name>[^"']+)\1""")
REVERSERS = {"reverse", "reverse_lazy", "redirect", "resolve_url"}


def _contracts() -> dict[str, list[list[str]]]:
    """The layers of each container, from the top; rooms side by side stand together."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        contract["containers"][0]: [re.split(r"\s*[|:]\s*", layer.strip("()")) for layer in contract["layers"]]
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    }


CONTRACTS = _contracts()


def _height(container: str, room: str) -> int:
    layers = CONTRACTS[container]
    return next(len(layers) - index for index, layer in enumerate(layers) if room in layer)


def _place(app: str) -> tuple[int, int]:
    """How high an app stands: its floor, then its room."""
    _, floor, room = app.split(".")[:3]
    return _height("radslag", floor), _height(f"radslag.{floor}", room)


def _our_apps() -> list[AppConfig]:
    return [app for app in apps.get_app_configs() if app.name.startswith("radslag.")]


def _our_models() -> list[type[models.Model]]:
    return [model for app in _our_apps() for model in app.get_models(include_auto_created=True)]


def _relations(model: type[models.Model]) -> Iterator[tuple[models.Field[Any, Any], type[models.Model]]]:
    """Each relation with the model it leads to, whether that was written as a class or as a quoted name."""
    for field in chain(model._meta.local_fields, model._meta.local_many_to_many):
        if isinstance(field.related_model, type):
            yield field, field.related_model


def _sources(pattern: str) -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob(pattern)):
        yield path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")


@pytest.mark.parametrize("floor", FLOORS)
def test_every_package_has_its_place_in_a_contract(floor: str) -> None:
    rooms = {path.parent.name for path in (PACKAGE / floor).glob("*/__init__.py")}

    assert rooms == set(chain.from_iterable(CONTRACTS[f"radslag.{floor}"]))


def test_every_relation_points_downwards() -> None:
    upwards = [
        f"{model._meta.label}.{field.name} → {target._meta.label}"
        for model in _our_models()
        for field, target in _relations(model)
        if target._meta.app_config.name.startswith("radslag.")
        and target._meta.app_config.name != model._meta.app_config.name
        and _place(target._meta.app_config.name) >= _place(model._meta.app_config.name)
    ]

    assert upwards == []


def test_no_model_of_ours_hangs_on_a_table_of_permissions_or_content_types() -> None:
    foreign = {
        f"{model._meta.label}.{field.name}"
        for model in _our_models()
        for field, target in _relations(model)
        if target._meta.app_label in ("auth", "contenttypes", "sessions")
    }

    assert foreign == set()


def test_every_row_leads_to_a_collaboration_or_is_shared_for_a_reason() -> None:
    homeless = {model._meta.label for model in _our_models() if not _leads_home(model, frozenset())}

    assert homeless == set(SHARED)


def _leads_home(model: type[models.Model], seen: frozenset[type[models.Model]]) -> bool:
    if model is Collaboration:
        return True
    return any(
        isinstance(field, models.ForeignKey)
        and not field.null
        and target not in seen
        and _leads_home(target, seen | {model})
        for field, target in _relations(model)
    )


def _url_names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}"
        else:
            yield from _url_names(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)


def _names_in_templates() -> Iterator[tuple[str, str]]:
    for place, text in chain(_sources("*.html"), _sources("*.txt")):
        yield from ((place, match["name"]) for match in URL_TAG.finditer(text))


def _names_in_source() -> Iterator[tuple[str, str]]:
    """Names given as a constant to reverse and its like; an address, as redirect takes too, is none."""
    for place, text in _sources("*.py"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and _called(node) in REVERSERS and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant) and isinstance(name.value, str) and "/" not in name.value:
                    yield place, name.value


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_address_that_is_named_exists() -> None:
    known = set(_url_names(get_resolver()))

    dangling = [use for use in chain(_names_in_templates(), _names_in_source()) if use[1] not in known]
    assert dangling == []


def test_every_job_that_is_asked_for_has_a_handler_and_the_other_way_round() -> None:
    asked = {
        _value(place, keyword.value)
        for place, text in _sources("*.py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg and keyword.arg == ASKING.get(_called(node)) and not _is_passed_on(node, keyword.value)
    }

    assert asked == set(HANDLERS)


def _is_passed_on(call: ast.Call, value: ast.expr) -> bool:
    """Whether `enqueue` is given the name its caller was asked for: `ask_for` hands its `work` on."""
    return _called(call) == "enqueue" and isinstance(value, ast.Name) and value.id in ASKING.values()


def _value(place: str, node: ast.expr) -> str:
    """A name written out, or a constant of the module at `place`."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    module = import_module("radslag." + place.removesuffix(".py").replace("/", "."))
    return str(getattr(module, ast.unparse(node)))


def test_a_handler_is_named_after_its_app() -> None:
    misnamed = [
        name for name, handler in HANDLERS.items() if handler.handle.__module__.split(".")[2] != name.partition(".")[0]
    ]

    assert misnamed == []


def test_no_app_listens_to_what_another_does_to_its_models() -> None:
    signals = re.compile(r"\b(pre|post)_(save|delete|init)\b|\bm2m_changed\b|django\.dispatch")

    assert [place for place, text in _sources("*.py") if signals.search(text)] == []


def test_django_stays_out_of_what_reads_a_document() -> None:
    imports = re.compile(r"^\s*(from|import) django", re.MULTILINE)

    assert [place for place, text in _sources("text/**/*.py") if imports.search(text)] == []


def test_domain_apps_hold_no_pages() -> None:
    pages = [path for floor in ("base", "domain", "exchange") for path in Path(PACKAGE / floor).rglob("views*")]

    assert pages == []
