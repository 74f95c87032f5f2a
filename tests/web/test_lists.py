"""Lists: sorting, filters that are on, pages and exports, all as addresses that can be sent to a colleague."""

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context
from django.test import RequestFactory

from radslag.web.secretariat.components.lists import (
    Column,
    active_filters,
    address,
    headings,
    pages_context,
    results_context,
)


class Filters(forms.Form):
    ord = forms.CharField(label="Ord", required=False)
    grupp = forms.ChoiceField(label="Grupp", required=False, choices=[("", "Alla"), ("kd", "Kommundirektörerna")])
    sen = forms.BooleanField(label="Bara försenade", required=False)


def filters(query: str) -> tuple[Filters, QueryDict]:
    form, found = Filters(QueryDict(query)), QueryDict(query)
    form.is_valid()
    return form, found


def context(query: str) -> Context:
    return Context({"request": RequestFactory().get(f"/beslut/?{query}")})


def test_a_heading_sorts_and_then_turns_the_order() -> None:
    columns = [Column("Dag", "dag"), Column("Status")]
    up, plain = headings(columns, QueryDict("sort=dag"))
    assert (up.url, up.direction) == ("?sort=-dag", "ascending")
    assert (plain.url, plain.direction) == ("", "")
    assert headings(columns, QueryDict("sort=-dag"))[0].url == "?sort=dag"


def test_the_order_of_a_list_shows_when_the_address_says_none() -> None:
    assert headings([Column("Dag", "dag")], QueryDict(), default="-dag")[0].direction == "descending"


def test_sorting_keeps_the_filters_and_begins_at_the_first_page() -> None:
    heading = headings([Column("Dag", "dag")], QueryDict("grupp=kd&sida=7&format=csv"))[0]
    assert heading.url == "?grupp=kd&sort=dag"


def test_a_filter_that_is_on_says_its_value_in_words_and_can_be_taken_off() -> None:
    form, query = filters("grupp=kd&ord=bro")
    assert [(each.label, each.value, each.url) for each in active_filters(form, query)] == [
        ("Ord", "bro", "?grupp=kd"),
        ("Grupp", "Kommundirektörerna", "?ord=bro"),
    ]


def test_a_box_that_is_ticked_needs_no_value() -> None:
    assert [(each.label, each.value) for each in active_filters(*filters("sen=on"))] == [("Bara försenade", "")]


def test_a_value_the_form_refuses_is_no_filter() -> None:
    assert active_filters(*filters("grupp=finns-inte")) == []


def test_exports_take_the_whole_filtered_list() -> None:
    form, _ = filters("grupp=kd&sida=3")
    shown = results_context(context("grupp=kd&sida=3"), form, exports=True)
    assert shown["exports"] == [("CSV", "?grupp=kd&format=csv"), ("XLSX", "?grupp=kd&format=xlsx")]
    assert shown["without"] == "?"


def test_pages_keep_filters_and_order() -> None:
    page = Paginator(range(100), 10).page(2)
    shown = pages_context(context("grupp=kd&sort=-dag&sida=2"), page)
    assert shown["previous"] == "?grupp=kd&sort=-dag&sida=1"
    assert shown["next"] == "?grupp=kd&sort=-dag&sida=3"


def test_an_address_is_built_from_what_several_values_a_key_may_have() -> None:
    assert address(QueryDict("kommun=a&kommun=b&ord=x"), ord=None) == "?kommun=a&kommun=b"
