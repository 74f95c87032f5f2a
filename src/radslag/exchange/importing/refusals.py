"""Why a document cannot be read, as the reader says it; `text` knows nothing of languages, so it is marked here.

The sentence is kept with the document in Swedish and shown in the language of the one who looks.
"""

from __future__ import annotations

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
    gettext_noop("Filen är större än 20 MB. Dela upp den eller ta bort bilderna och försök igen."),
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
