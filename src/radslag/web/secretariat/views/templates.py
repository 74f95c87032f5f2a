"""The collaboration's own Word templates: taken in and checked, tried, put in use, put aside."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.base.accounts.access import Access, enter, entered, load
from radslag.base.accounts.roles import Permission
from radslag.base.documents.models import PaperFormat, PaperKind, Template
from radslag.base.documents.papering import MEDIA_TYPES, file_name
from radslag.base.documents.rendering import RenderingFailed
from radslag.base.documents.rendering.word import check_template
from radslag.base.documents.templating import bytes_of, retire_template, take_in_template, use_template
from radslag.base.documents.uploads import refused_uploads
from radslag.base.jobs.submissions import once
from radslag.domain.meetings.agenda_template import KNOWN, default_template
from radslag.domain.meetings.papers import trial_agenda
from radslag.web.secretariat.components.notice import tell_undoable
from radslag.web.secretariat.forms.templates import TemplateForm
from radslag.web.secretariat.pages.templates import latest_agenda, template_page, templates_page


@require_http_methods(["GET", "POST"])
def templates(request: HttpRequest, slug: str) -> HttpResponse:
    """Which template is in use and what fields there are; a POST takes a new one in, if its check lets it."""
    access = enter(request, slug, Permission.PREPARE)
    if request.method == "POST":
        return once(request, lambda: _take_in(request, access))
    return _page(request, access, TemplateForm())


def _take_in(request: HttpRequest, access: Access) -> HttpResponse:
    too_large = refused_uploads(request)
    form = TemplateForm(request.POST, request.FILES)
    if too_large:
        form.errors["template"] = form.error_class([_("Filen är för stor. Gör bilderna i den mindre och försök igen.")])
    if not form.is_valid():
        return _page(request, access, form, status=422)
    sent = form.cleaned_data["template"]
    data = sent.read()
    report = check_template(data, KNOWN)
    if not report.usable:
        return _page(request, access, TemplateForm(), status=422, refused=(sent.name, report))
    template = take_in_template(
        collaboration=access.collaboration,
        kind=PaperKind.AGENDA,
        name=sent.name,
        data=data,
        fields=report.used,
        by=access.actor,
    )
    return redirect("secretariat:template", access.collaboration.slug, template.uuid)


def _page(
    request: HttpRequest, access: Access, form: TemplateForm, status: int = 200, refused: object = None
) -> HttpResponse:
    context = {"page": templates_page(access), "form": form, "refused": refused}
    return render(request, "secretariat/templates/templates.html", context, status=status)


@require_GET
def template(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One template: what the check says, a trial paper, and the button that puts it in use."""
    found = _load(request, slug, uuid)
    context = {"page": template_page(entered(request), found)}
    return render(request, "secretariat/templates/template.html", context)


@require_POST
def template_use(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Make papers with this template from now on; undone by going back to the one before."""
    found = _load(request, slug, uuid)
    if not check_template(bytes_of(found), KNOWN).usable:
        messages.error(request, _("Mallen går inte att använda. Se vad som behöver rättas."))
        return redirect("secretariat:template", slug, uuid)
    before = use_template(template=found, by=entered(request).actor)
    undo = ("template_use", before.uuid) if before and before != found else ("template_retire", found.uuid)
    told = _("Papper görs nu i mallen ”%(name)s”.") % {"name": found.name}
    tell_undoable(request, told, reverse(f"secretariat:{undo[0]}", args=[slug, undo[1]]))
    return redirect("secretariat:templates", slug)


@require_POST
def template_retire(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Make papers with the template that ships again; undone by putting the own one back in use."""
    found = _load(request, slug, uuid)
    retire_template(template=found, by=entered(request).actor)
    told = _("Papper görs nu i Rådslags egen mall.")
    tell_undoable(request, told, reverse("secretariat:template_use", args=[slug, uuid]))
    return redirect("secretariat:templates", slug)


@require_GET
def template_file(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The template as it was uploaded."""
    found = _load(request, slug, uuid)
    return _word(bytes_of(found), found.name)


@require_GET
def template_trial(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The newest agenda in this template, to look at; nothing is kept."""
    found = _load(request, slug, uuid)
    meeting = latest_agenda(entered(request))
    if meeting is None:
        raise Http404
    try:
        data = trial_agenda(meeting=meeting, template=bytes_of(found), day=timezone.localdate())
    except RenderingFailed as failed:
        messages.error(request, failed.sentence)
        return redirect("secretariat:template", slug, uuid)
    return _word(data, file_name(_("Prov %(body)s") % {"body": meeting.body.name}, PaperFormat.DOCX))


@require_GET
def template_default(request: HttpRequest, slug: str) -> HttpResponse:
    """The template that ships, to begin from."""
    enter(request, slug, Permission.PREPARE)
    return _word(default_template(), file_name(_("Mall för kallelse"), PaperFormat.DOCX))


def _load(request: HttpRequest, slug: str, uuid: UUID) -> Template:
    rows = Template.objects.select_related("version", "collaboration")
    return load(request, Permission.PREPARE, rows, slug=slug, uuid=uuid)


def _word(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=MEDIA_TYPES[PaperFormat.DOCX])
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
