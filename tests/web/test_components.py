"""The components: what they say, to eyes and to screen readers, and what they never let through."""

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

import radslag.web.secretariat as secretariat
from radslag.web.secretariat.components import dates, page, record
from radslag.web.secretariat.components.forms import ConflictRow, differences
from radslag.web.secretariat.components.icons import icon
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.samples import component_samples
from radslag.web.secretariat.templatetags import radslag as tags

HERE = Path(secretariat.__file__).parent
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))


def rendered(source: str, **values: Any) -> str:
    return Template("{% load radslag %}" + source).render(Context(values))


class Ids(HTMLParser):
    """Collects ids, what points to them, and attributes the security policy would refuse."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointers: list[str] = []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("for", "aria-describedby", "aria-labelledby", "popovertarget"):
                self.pointers += (value or "").split()
            if name == "style" or re.match(r"on[a-z]+$|hx-on", name):
                self.inline.append(f"{tag} {name}")


@pytest.fixture(scope="module")
def sample_page() -> str:
    request = RequestFactory().get("/komponenter/")
    return render_to_string("secretariat/components.html", component_samples() | {"request": request})


def test_the_page_of_components_has_no_id_twice_and_every_pointer_leads_somewhere(sample_page: str) -> None:
    found = Ids(sample_page)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.pointers) <= set(found.ids)


def test_no_component_has_inline_style_or_script(sample_page: str) -> None:
    assert Ids(sample_page).inline == []
    assert not re.search(r"<script(?![^>]* src=)|<style", sample_page)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_inline_style_or_script(template: Path) -> None:
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]* src=)", template.read_text("utf-8"))


def test_every_tag_is_in_the_list_for_its_users() -> None:
    listed = tags.__doc__ or ""
    missing = [name for name in [*tags.register.tags, *tags.register.filters] if not re.search(rf"\b{name}\b", listed)]
    assert missing == []


def test_every_stylesheet_is_used_by_a_template_or_a_page() -> None:
    users = [*TEMPLATES, *sorted((HERE / "pages").rglob("*.py"))]
    links = re.findall(r"secretariat/css/([\w/-]+\.css)", "".join(path.read_text("utf-8") for path in users))
    files = [path.relative_to(HERE / "static/secretariat/css").as_posix() for path in (HERE / "static").rglob("*.css")]
    assert set(links) == set(files)


def test_every_icon_named_in_a_template_can_be_drawn() -> None:
    text = "".join(path.read_text("utf-8") for path in TEMPLATES)
    names = set(re.findall(r'icon(?:_name=| )"([\w-]+)"', text))
    assert len(names) > 10
    assert all("<svg" in icon(name) and 'aria-hidden="true"' in icon(name) for name in names)


def test_a_chip_is_a_word_with_a_colour_and_nothing_without_a_word() -> None:
    assert page.chip("bad", "<Försenat>") == '<span class="chip bad">&lt;Försenat&gt;</span>'
    assert page.chip("bad", "") == ""
    with pytest.raises(ValueError, match="neutral, info, ok"):
        page.chip("röd", "Försenat")


def test_the_path_ends_with_the_page_itself_without_a_link() -> None:
    html = page.path("Möten", "/moten/", "24 september")
    assert '<a href="/moten/">Möten</a>' in html
    assert '<span aria-current="page">24 september</span>' in html


def test_empty_facts_leave_no_trace() -> None:
    assert page.facts("", None) == ""
    assert page.facts("13.30", "", "Ekeby").count("<li>") == 2
    assert record.meta(None, "") == ""


def test_a_button_with_an_address_is_a_link_and_one_that_changes_something_a_form() -> None:
    assert page.button("Visa", url="/x/").startswith('<a class="button" href="/x/"')
    html = page.post_button(Context({"csrf_token": "hemlig"}), "Ångra", "/angra/", revision=3)
    assert 'method="post"' in html
    assert 'value="hemlig"' in html
    assert '<input type="hidden" name="revision" value="3">' in html


def test_a_decision_says_whether_it_is_decided_or_proposed() -> None:
    source = "{% decision kind=kind %}<p>Planen antas.</p>{% enddecision %}"
    assert ">Beslut<" in rendered(source, kind="decided")
    assert ">Förslag till beslut<" in rendered(source, kind="proposed")
    with pytest.raises(ValueError, match="proposed"):
        rendered(source, kind="kanske")


def test_a_sub_item_stands_within_its_item() -> None:
    html = rendered('{% item "Miljö" "3" %}{% item "Energi" "a)" level=4 %}text{% enditem %}{% enditem %}')
    assert re.search(r"<section.*<h3.*<section.*<h4.*text.*</section>.*</section>", html)


def test_an_expectation_without_a_decision_is_called_medskick() -> None:
    assert "Medskick" in record.task("Tänk på skolan", soft=True)
    assert "Medskick" not in record.task("Ta fram en plan")


def test_a_source_says_its_line_and_that_it_is_a_source() -> None:
    html = record.source("/kalla/#m5", 35)
    assert 'href="/kalla/#m5"' in html
    assert re.sub(r"<svg.*?</svg>|<[^>]+>", "", html) == "Källa: rad 35"


class Meeting(forms.Form):
    day = forms.DateField(
        label="Dag", help_text="Den dag mötet hölls.", widget=forms.TextInput({"placeholder": "åååå"})
    )
    kind = forms.ChoiceField(label="Slag", widget=forms.RadioSelect, choices=[("m", "Möte"), ("r", "Resa")])
    place = forms.CharField(label="Plats", required=False)


def test_a_field_is_tied_to_its_label_help_and_error() -> None:
    html = rendered("{% field form.day %}", form=Meeting({"day": "31 juni"}))
    assert '<label class="field-label" for="id_day">' in html
    assert 'aria-invalid="true" aria-describedby="id_day_helptext id_day_error"' in html
    assert set(Ids(html).pointers) <= set(Ids(html).ids)
    assert "placeholder" not in html


def test_only_a_field_one_may_leave_empty_says_valfritt() -> None:
    form = Meeting()
    assert "valfritt" in rendered("{% field form.place %}", form=form)
    assert "valfritt" not in rendered("{% field form.day %}", form=form)


def test_the_summary_leads_to_each_wrong_field_by_name() -> None:
    html = rendered("{% error_summary form %}{% form_fields form %}", form=Meeting({"day": "31 juni"}))
    links = re.findall(r'<li><a href="#(\w+)">(\w+):', html)
    assert links == [("id_day", "Dag"), ("id_kind_0", "Slag")]
    assert {target for target, _ in links} <= set(Ids(html).ids)


def test_a_form_without_errors_has_no_summary() -> None:
    assert rendered("{% error_summary form %}", form=Meeting({"day": "2026-06-11", "kind": "m"})).strip() == ""


def test_two_saves_that_meet_are_both_shown_and_what_i_typed_is_sent_along() -> None:
    rows = [ConflictRow("text", "Beslut", "Planen antas i dag.", "Planen antas <nu>.")]
    html = rendered('{% conflict rows "Bo" "kl. 13.42" %}', rows=rows)
    assert "Bo sparade kl. 13.42" in html
    assert '<input type="hidden" name="mine_text" value="Planen antas i dag.">' in html
    assert "&lt;nu&gt;" in html


def test_differences_are_marked_word_by_word() -> None:
    saved, mine = differences("Planen antas nu.", "Planen avslås nu.")
    assert saved == "Planen <del>antas</del> nu."
    assert mine == "Planen <ins>avslås</ins> nu."


def test_what_was_done_can_be_taken_back_from_its_message() -> None:
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]  # what the middleware does
    tell_undoable(request, "Mötet är borttaget.", "/angra/7/")
    html = rendered("{% notices %}", messages=get_messages(request), csrf_token="hemlig")
    assert "Mötet är borttaget." in html
    assert re.search(r'<form method="post" action="/angra/7/">.*hemlig.*Ångra', html, re.DOTALL)


def test_long_work_says_how_far_it_has_come() -> None:
    assert "3 av 12" in page.progress(3, 12, "Läser in")
    assert "Räknar" in page.progress(0, 0, "Läser in")


def test_dates_times_and_numbers_are_written_as_in_swedish() -> None:
    day = dt.date(2026, 9, 24)
    assert dates.long_date(day) == "torsdag 24 september 2026"
    assert dates.short_date(day) == "2026-09-24"
    assert rendered("{{ a|times:b }}", a=dt.time(13, 30), b=dt.time(17)) == "13.30–17.00"
    assert dates.number(1250000) == "1\N{NARROW NO-BREAK SPACE}250\N{NARROW NO-BREAK SPACE}000"


def test_dates_times_and_numbers_follow_english() -> None:
    with translation.override("en"):
        assert dates.long_date(dt.date(2026, 9, 24)) == "Thursday 24 September 2026"
        assert dates.times(dt.time(13, 30), dt.time(17)) == "13:30–17:00"
        assert dates.number(1250000) == "1,250,000"


def test_what_is_missing_is_written_as_nothing() -> None:
    assert rendered("{{ x|long_date }}{{ x|short_date }}{{ x|clock }}{{ x|times:x }}{{ x|number }}", x=None) == ""


def test_an_instant_is_shown_in_local_time() -> None:
    late = dt.datetime(2026, 6, 10, 22, 30, tzinfo=dt.UTC)
    assert dates.short_date(late) == "2026-06-11"
    assert dates.clock(late) == "0.30"
