"""`radslag import`: documents from the command line into review, read at once and not by the worker."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from radslag.base.core.actor import Actor
from radslag.base.people.models import Collaboration
from radslag.exchange.importing.actions import commit_certain, read_staged, receive
from radslag.exchange.importing.archives import is_archive
from radslag.exchange.importing.matching import PAPERS
from radslag.exchange.importing.models import Batch, Staged, StagedState
from radslag.exchange.importing.queries import counts_of
from radslag.exchange.importing.receiving import too_large
from radslag.exchange.importing.tallying import RegisterOnHand

BY = Actor("import", None, "Kommandoraden")
KINDS = {"minutes": "protokoll", "notice": "kallelse", "plan": "verksamhetsplan", "unknown": "okänt slag"}
FAILED = (StagedState.REFUSED,)


def main(arguments: list[str]) -> int:
    """0 when every file was taken in or known already; 1 with a sentence for each that was not."""
    parser = argparse.ArgumentParser(prog="./radslag import", description="Läser in dokument för granskning.")
    parser.add_argument("files", nargs="+", metavar="FIL", help="dokument eller mappar med dokument")
    parser.add_argument("--collaboration", metavar="SLUG", help="samarbetet, när det finns flera")
    parser.add_argument("--commit", action="store_true", help="för in det som är säkert")
    options = parser.parse_args(arguments)
    collaboration = _collaboration(options.collaboration)
    if collaboration is None:
        return 1
    files, missing = _expand(options.files)
    for sentence in missing:
        print(sentence, file=sys.stderr)
    staged, refused = _take_in(collaboration, files, commit=options.commit)
    return 1 if missing or refused or any(each.state in FAILED for each in staged) else 0


def _collaboration(slug: str | None) -> Collaboration | None:
    """The one asked for, or the only one; None, with a sentence, when there is none or nobody said which."""
    known = list(Collaboration.objects.order_by("pk"))
    found = [each for each in known if slug in (None, each.slug)]
    if len(found) == 1:
        return found[0]
    slugs = ", ".join(each.slug for each in known)
    if found:
        print(f"Det finns flera samarbeten. Välj ett med --collaboration: {slugs}.", file=sys.stderr)
        return None
    told = f"Samarbetet {slug} finns inte. Det här finns: {slugs}." if known else "Det finns inget samarbete än."
    print(f"{told} Kör ./radslag run först." if not known else told, file=sys.stderr)
    return None


def _expand(names: Iterable[str]) -> tuple[list[Path], list[str]]:
    """The files, those in folders too (not hidden ones), each once; and a sentence for what is not there."""
    files: dict[Path, None] = {}
    missing = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
            files.update(dict.fromkeys(found))
            if not found:
                missing.append(f"Mappen {name} är tom.")
        elif path.is_file():
            files[path] = None
        else:
            missing.append(f"{name}: Filen finns inte. Kontrollera sökvägen.")
    return list(files), missing


def _take_in(collaboration: Collaboration, files: list[Path], *, commit: bool) -> tuple[list[Staged], bool]:
    """Receive, read, commit when asked, and say how it went, a line a file."""
    readable, refused = [], False
    for path in files:
        try:
            # A file over the limit is refused without being read into memory.
            limit = settings.UPLOAD_TOTAL if is_archive(path.name) else settings.UPLOAD_LIMIT
            if path.stat().st_size > limit:
                raise OSError(too_large(limit))
            readable.append((path.name, path.read_bytes()))
        except OSError as error:
            refused = True
            print(f"{path}: {error.strerror or error}", file=sys.stderr)
    if not readable:
        return [], refused
    batch = receive(collaboration=collaboration, files=readable, by=BY)
    _read(batch)
    if commit:
        commit_certain(batch=batch, by=BY)
    rows = batch.staged.documents().select_related("meeting__body", "collaboration")
    staged = list(rows.order_by("pk"))
    for each in staged:
        print(_line(each), file=sys.stderr if each.state in FAILED else sys.stdout)
    return staged, refused


def _read(batch: Batch) -> None:
    """One after the other; what an archive or a mail holds comes after those that were given."""
    registers = RegisterOnHand(batch.collaboration)
    last = 0
    while (
        each := batch.staged.filter(pk__gt=last).select_related("version", "parent").order_by("pk").first()
    ) is not None:
        last = each.pk
        read_staged(staged=each, by=BY, registers=registers)


def _line(staged: Staged) -> str:
    """What was read and where to review it, or the sentence that says why not."""
    if staged.state in (StagedState.REFUSED, StagedState.KNOWN, StagedState.WAITING):
        return f"{staged.name}: {staged.sentence or staged.get_state_display()}"
    parts = [KINDS.get(staged.kind, staged.kind)]
    if staged.kind in PAPERS:
        parts += [staged.draft["body"] or "utan grupp", staged.draft["date"] or "utan datum", _counts(staged)]
    if staged.state == StagedState.COMMITTED:
        parts.append("infört")
    elif staged.doubts:
        parts.append("1 sak att bekräfta" if staged.doubts == 1 else f"{staged.doubts} saker att bekräfta")
    told = f"{staged.name}: {' · '.join(parts)}."
    return " ".join(part for part in (told, staged.sentence, _address(staged)) if part)


def _counts(staged: Staged) -> str:
    counts = counts_of(staged.draft)
    decided, proposed = counts["decisions"], counts["proposals"]
    words = f"{decided} beslut" if staged.kind == "minutes" else f"{proposed} förslag"
    return f"{counts['people']} personer, {counts['items']} punkter, {words}, {counts['assignments']} uppdrag"


def _address(staged: Staged) -> str:
    """Where the document is reviewed."""
    try:
        path = reverse("secretariat:review", args=[staged.collaboration.slug, staged.uuid])
    except NoReverseMatch:
        # Started without the web floor's addresses, as a script may.
        return ""
    return f"{settings.ENVIRONMENT.url.rstrip('/')}{path}"
