"""Why a document cannot be read, as the reader says it; `text` knows nothing of languages, so it is marked here.

The sentence is kept with the document in Swedish and shown in the language of the one who looks.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

SAID = (
    gettext_noop(
        "Bokstäver har gått förlorade i filen (tecknet �). Spara den på nytt som UTF-8 från originalet och försök igen."
    ),
    gettext_noop(
        "Dokumentet går inte att tolka på grund av ett fel i läsaren. Registrera mötet för hand och anmäl felet."
    ),
    gettext_noop("Dokumentet har fler än 25000 rader. Dela upp det och försök igen."),
    gettext_noop("Filen innehåller ingen text. Kontrollera att rätt fil är vald."),
    gettext_noop("Filen är en bild. Spara dokumentet som PDF med text, Word (.docx) eller text och försök igen."),
    gettext_noop("Filen är en packad mapp (zip). Packa upp den och välj dokumentet i den."),
    gettext_noop("Filen är en presentation. Välj ett protokoll, en kallelse eller en plan som PDF, Word eller text."),
    gettext_noop("Filen är ett kalkylblad. Välj ett protokoll, en kallelse eller en plan som PDF, Word eller text."),
    gettext_noop("Filen är ett program och inte ett dokument. Kontrollera att rätt fil är vald."),
    gettext_noop(
        "Filen är i ett gammalt Office-format (.doc, .xls eller .ppt). Öppna den i Word, spara som "
        ".docx och försök igen."
    ),
    gettext_noop("Filen är i formatet OpenDocument. Spara den som .docx eller PDF och försök igen."),
    gettext_noop("Filen är i formatet RTF. Öppna den i Word, spara som .docx och försök igen."),
    gettext_noop("Filen är inte ett textdokument. Välj en PDF, en Word-fil (.docx) eller en textfil."),
    gettext_noop("Filen är packad (7z). Packa upp den och välj dokumentet i den."),
    gettext_noop("Filen är packad (gzip). Packa upp den och välj dokumentet i den."),
    gettext_noop("Filen är packad (rar). Packa upp den och välj dokumentet i den."),
    gettext_noop("Filen är skadad och går inte att packa upp. Öppna den i Word, spara den på nytt och försök igen."),
    gettext_noop("Filen är tom. Kontrollera att rätt fil är vald och att den är sparad."),
    gettext_noop("Filens teckenkodning går inte att tolka. Spara den på nytt som UTF-8 och försök igen."),
    gettext_noop("Mejlet är skadat och går inte att läsa. Spara det på nytt som .eml och försök igen."),
    gettext_noop(
        "Mejlets innehåll ligger i winmail.dat, som bara Outlook kan läsa. Öppna mejlet i Outlook, "
        "spara bilagorna och lägg in dem."
    ),
    gettext_noop("PDF-filen har fler än 1000 sidor. Dela upp den och försök igen."),
    gettext_noop(
        "PDF-filen saknar textlager, den är troligen inskannad. Gör den sökbar (OCR) eller använd "
        "originalet och försök igen."
    ),
    gettext_noop("PDF-filen är skadad och går inte att öppna. Spara eller exportera den på nytt och försök igen."),
    gettext_noop("PDF-filen är skyddad med lösenord. Spara den utan lösenord och försök igen."),
    gettext_noop(
        "Word-filen innehåller otillåtna XML-deklarationer och öppnas inte. Spara den på nytt från "
        "Word och försök igen."
    ),
    gettext_noop(
        "Word-filen packar upp till orimligt mycket data och öppnas inte. Spara den på nytt från Word och försök igen."
    ),
    gettext_noop("Word-filen är skadad och går inte att läsa. Öppna den i Word, spara den på nytt och försök igen."),
)

WHERE = (
    gettext_noop("väntar på att läsas"),
    gettext_noop("väntar på granskning"),
    gettext_noop("är avvisad, men går att återställa"),
    gettext_noop("är införd"),
)
"""What became of the file that came in before; `receiving` says so of one that was here already."""
COMMITTED = re.compile(r"är införd i (?P<meeting>.+)")
KNOWN = re.compile(r"Samma fil kom in (?P<day>\S+) som (?P<name>.+) och (?P<where>(?:väntar|är) .+)\. Inget ändrades\.")
TOO_LARGE = re.compile(r"Filen är större än (?P<limit>\d+) MB\. Dela upp den eller ta bort bilderna och försök igen\.")


def in_words(sentence: str) -> str:
    """What is kept with a document, in the language of the one who looks; what this does not know as it is."""
    if large := TOO_LARGE.fullmatch(sentence):
        told = _("Filen är större än %(limit)s MB. Dela upp den eller ta bort bilderna och försök igen.")
        return told % large.groupdict()
    if known := KNOWN.fullmatch(sentence):
        told = _("Samma fil kom in %(day)s som %(name)s och %(where)s. Inget ändrades.")
        return told % {**known.groupdict(), "where": _where(known["where"])}
    return _(sentence) if sentence else ""


def _where(words: str) -> str:
    if committed := COMMITTED.fullmatch(words):
        return _("är införd i %(meeting)s") % committed.groupdict()
    return _(words) if words in WHERE else words
