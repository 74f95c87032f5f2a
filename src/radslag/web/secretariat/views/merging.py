"""Two records of one person are found, compared and made one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.base.accounts.access import Access, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.core.models import Stale
from radslag.base.people.merging import CannotMerge, merge_people
from radslag.base.people.models import Person
from radslag.web.secretariat.forms.merging import FindOtherForm, MergeForm
from radslag.web.secretariat.links import Links
from radslag.web.secretariat.pages.merging import alike, comparison
from radslag.web.secretariat.undoing import tell_change


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Choose the other record (`?sok=`), compare the two (`?med=`), and make them one (POST)."""
    rows = Person.objects.standing().with_names()
    kept = load(request, Permission.EDIT_RECORD, rows, slug=slug, uuid=uuid)
    access, links = entered(request), Links(slug)
    said = request.GET.get("med", "")
    gone = load(request, Permission.EDIT_RECORD, rows, slug=slug, uuid=UUID(said)) if _is_uuid(said) else None
    if gone is None or gone == kept:
        if request.method == "POST":
            messages.error(request, _("Välj först vem det ska slås ihop med."))
            return redirect(links.to("person_merge", uuid))
        return _choose(request, kept, access, links)
    if request.method == "POST":
        return _merge(request, kept, gone, links)
    context = {"page": comparison(kept, gone, access), "list_url": links.page("people")}
    return render(request, "secretariat/people/merge.html", context)


def _choose(request: HttpRequest, kept: Person, access: Access, links: Links) -> HttpResponse:
    search = FindOtherForm(request.GET)
    words = search.cleaned_data["sok"] if search.is_valid() else ""
    context = {
        "person": kept,
        "form": search,
        "words": words,
        "alike": alike(kept, words, access),
        "list_url": links.page("people"),
        "url": links.person(kept.uuid),
    }
    return render(request, "secretariat/people/merge_choose.html", context)


def _merge(request: HttpRequest, kept: Person, gone: Person, links: Links) -> HttpResponse:
    form, name = MergeForm(request.POST), gone.name
    if form.is_valid():
        kept.revision, gone.revision = form.cleaned_data["revision"], form.cleaned_data["other_revision"]
        try:
            merge_people(kept=kept, gone=gone, by=entered(request).actor)
        except (Stale, CannotMerge):
            pass
        else:
            words = _("%(gone)s är nu sammanslagen med %(kept)s.") % {"gone": name, "kept": kept.name}
            back = links.person(kept.uuid)
            tell_change(request, words, kept, back, links)
            return redirect(back)
    messages.error(request, _("Någon av personerna har ändrats medan du hade sidan öppen. Se efter igen."))
    return redirect(f"{links.to('person_merge', kept.uuid)}?med={gone.uuid}")


def _is_uuid(said: str) -> bool:
    try:
        UUID(said)
    except ValueError:
        return False
    return True
