"""Foundation 2: UUIDs in addresses, bigint keys inside; the address of a merged record leads on."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import SlugConverter, StringConverter, UUIDConverter
from django.urls.resolvers import RoutePattern

from tests.cast import Cast

OURS = [model for model in apps.get_models() if model._meta.app_config.name.startswith("radslag.")]
# What need not stand in an address: rows that are counted or locked, never shown.
WITHOUT_ADDRESS = {"audit.Chain", "jobs.Counter", "jobs.Submission"}


def inside_routes(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the inside site with its whole pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from inside_routes(entry, prefix + str(entry.pattern))
        elif entry.lookup_str.startswith("radslag.web.secretariat"):
            yield prefix + str(entry.pattern), entry


def test_every_model_has_a_bigint_key_inside() -> None:
    assert all(isinstance(model._meta.pk, models.BigAutoField) for model in OURS)


def test_every_model_has_a_unique_uuid_for_its_address() -> None:
    for model in OURS:
        if model._meta.label not in WITHOUT_ADDRESS:
            field = model._meta.get_field("uuid")
            assert isinstance(field, models.UUIDField)
            assert field.unique, model


def test_addresses_hold_slugs_and_uuids_only() -> None:
    found = {}
    for route, entry in inside_routes():
        assert isinstance(entry.pattern, RoutePattern)
        for name, converter in entry.pattern.converters.items():
            found[f"{route} {name}"] = type(converter)
    assert found
    wrong = {where for where, kind in found.items() if kind not in (UUIDConverter, SlugConverter)}
    assert not {where for where in wrong if found[where] is not StringConverter or "format" not in where}


def test_the_address_of_a_merged_person_leads_to_the_standing_record(cast: Cast) -> None:
    gone, standing = cast.people["Ylva Ängmark"], cast.people["Zacharias Lindqvist"]
    gone.merged_into = standing
    gone.save()
    answer = cast.sign_in("observer").get(reverse("secretariat:person", args=["sjobygden", gone.uuid]))
    assert answer.status_code == 301
    assert answer["Location"] == reverse("secretariat:person", args=["sjobygden", standing.uuid])
