"""{% load radslag %}: every component of the inside site, and how dates and numbers are written.

They are shown in all their states at /komponenter/. Block tags end with `end` + their name. Words given to a tag are
escaped unless they come from another tag, so `{% link … as x %}` and `{% source … as x %}` can be passed on.

Page
  path label url label url … label                 where the page lies; put it in {% block path %}
  page_head title state= word= … endpage_head      h1 with its chip; inside: lead, facts, actions
  lead … endlead · facts value value …             a sentence; one line of facts (empty ones are left out)
  actions … endactions                             a row of buttons; the primary one goes to the thumb bar on a phone
  button label url= kind= icon_name= **attrs       a link with url, else a submit button; kind: primary, quiet, danger,
                                                   with " small" after it for a small one
  post_button label action kind= icon_name= **hidden   a form of its own
  section_title title note= anchor= · panel title note= … endpanel
  fact_list … endfact_list with fact label value   pairs in a panel
  chip state word                                  neutral, info, ok, warn, bad
  empty title icon_name= level= … endempty · disclosure summary is_open= … enddisclosure
  tabs entries label · progress done total label · icon name size= · link label url icon_name=
  constant template                                a part that is the same on every page, rendered once a language
  without key …                                    the address of this page without these query keys
  roles access.roles                               "samordnare, observatör"
  notices                                          waiting messages (components.notice.tell_undoable adds "Ångra")

Record
  item title number= level= anchor= state= word= … enditem      may hold items; begin with meta
  meta value value …                               a line of small facts
  decision kind= label= anchor= state= word= note= … enddecision   kind: decided, proposed
  tasks label= … endtasks with task text who= due= given= state= word= url= source= soft= anchor=
  attendance rows caption                          rows: components.attendance.AttendanceRow
  source url line label=                           "rad 35", to the marked line

Lists
  filter_bar form shown= target=                   a GET form; `shown` fields are seen at once, the others folded
  results summary form= exports= … endresults      "12 beslut", what is on, CSV/XLSX, copy address; then the list
  log_table caption headings … endlog_table        rows of <tr role="row">; headings by components.lists.headings()
  cell label kind= head= … endcell                 kind: num, date, wide, statement
  pager page

Forms
  field form.name optional= label= hint= · form_fields form · error_summary form heading=
  conflict rows saved_by saved_at

Document
  split … endsplit with split_record title … endsplit_record and split_document title … endsplit_document
  document_text text marks first=                  marks: components.marked_text.Mark

Filters
  long_date · short_date · clock · start|times:end · number
"""

from collections.abc import Container
from functools import lru_cache
from typing import Any

from django import forms, template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from radslag.base.accounts.roles import Role
from radslag.web.secretariat.components import dates, document, lists, notice, page, record
from radslag.web.secretariat.components import forms as form_parts
from radslag.web.secretariat.components.attendance import attendance_context
from radslag.web.secretariat.components.icons import icon

register = template.Library()
FOLDER = "secretariat/components"

for tag in (
    icon, page.chip, page.link, page.path, page.facts, page.button, page.section_title, page.fact, page.tabs,
    page.progress, record.meta, record.task, record.source, document.document_text,
):  # fmt: skip
    register.simple_tag(tag)
for block in (
    page.page_head, page.lead, page.actions, page.panel, page.fact_list, page.empty, page.disclosure, record.item,
    record.decision, record.tasks, lists.log_table, lists.cell, document.split, document.split_record,
    document.split_document,
):  # fmt: skip
    register.simple_block_tag(block)
for each in (dates.long_date, dates.short_date, dates.clock, dates.times, dates.number):
    register.filter(each.__name__, each)
register.simple_tag(takes_context=True)(page.post_button)
register.inclusion_tag(f"{FOLDER}/attendance.html", name="attendance")(attendance_context)
register.inclusion_tag(f"{FOLDER}/field.html", name="field")(form_parts.field_context)
register.inclusion_tag(f"{FOLDER}/error_summary.html", name="error_summary")(form_parts.summary_context)
register.inclusion_tag(f"{FOLDER}/conflict.html", name="conflict")(form_parts.conflict_context)
register.inclusion_tag(f"{FOLDER}/notices.html", takes_context=True, name="notices")(notice.notices_context)
register.inclusion_tag(f"{FOLDER}/pager.html", takes_context=True, name="pager")(lists.pages_context)


@register.simple_tag
def constant(template_name: str) -> str:
    """A part of the frame that depends on nothing but the language: rendered once, then kept."""
    if settings.DEBUG:
        return render_to_string(template_name)
    return _kept(template_name, get_language())


@lru_cache(maxsize=32)
def _kept(template_name: str, _language: str | None) -> str:
    return render_to_string(template_name)


@register.simple_tag(takes_context=True)
def without(context: Context, *keys: str) -> str:
    """The address of this page without some of its query keys."""
    return lists.address(lists.query_of(context), **dict.fromkeys(keys))


@register.simple_tag(name="roles")
def roles_in_words(held: Container[Role]) -> str:
    """The roles by name, in the order of the enumeration."""
    return ", ".join(str(role.label) for role in Role if role in held)


@register.inclusion_tag(f"{FOLDER}/form_fields.html")
def form_fields(form: forms.Form) -> dict[str, Any]:
    """Every field of a form in its order."""
    return {"form": form}


@register.inclusion_tag(f"{FOLDER}/filter_bar.html", takes_context=True)
def filter_bar(context: Context, form: forms.Form, shown: int = 4, target: str = "resultat") -> dict[str, Any]:
    """The fields of a GET form; those past the first `shown` are folded until one of them is used."""
    fields: list[BoundField] = form.visible_fields()
    folded = fields[shown:]
    return {
        "form": form,
        "seen": fields[:shown],
        "folded": folded,
        "is_open": any(bound.value() or bound.errors for bound in folded),
        "sort": lists.query_of(context).get(lists.SORT, ""),
        "target": target,
        "action": context["request"].path if "request" in context else "",
    }


@register.simple_block_tag(takes_context=True)
def results(
    context: Context, content: SafeString, summary: object, form: forms.Form | None = None, exports: bool = False
) -> str:
    """The list with its count, active filters and ways out; what htmx exchanges when a filter changes."""
    shown = lists.results_context(context, form, exports)
    return render_to_string(f"{FOLDER}/results.html", {**shown, "summary": summary, "content": content})
