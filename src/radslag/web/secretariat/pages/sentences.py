"""What the trail says of each verb: (verb, kind) → a sentence with `%(who)s`, `%(what)s` and the words of the event."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "meeting": _("möte"),
    "assignment": _("uppdrag"),
    "decision": _("beslut"),
    "person": _("person"),
    "body": _("grupp"),
    "mandate": _("förtroendeuppdrag"),
    "membership": _("medlemskap"),
    "collaboration": _("samarbete"),
    "appointment": _("roll"),
    "login": _("konto"),
    "delegation": _("överlåtelse"),
    "user": _("användare"),
    "file": _("dokument"),
    "staged": _("dokument under granskning"),
    "batch": _("inläsning"),
}

SENTENCES: dict[tuple[str, str], Promise] = {
    ("create", "collaboration"): _("%(who)s lade upp samarbetet %(what)s."),
    ("join", "membership"): _("%(who)s förde in %(what)s som medlem."),
    ("create", "body"): _("%(who)s lade till gruppen %(what)s."),
    ("name", "body"): _("%(who)s noterade att %(what)s också kallas %(name)s."),
    ("create", "person"): _("%(who)s lade till %(what)s."),
    ("spell", "person"): _("%(who)s noterade att %(what)s också skrivs %(name)s."),
    ("give", "mandate"): _("%(who)s förde in ett beslutat uppdrag: %(what)s."),
    ("observe", "mandate"): _("%(who)s noterade att ett dokument från %(day)s visar %(what)s."),
    ("forget", "mandate"): _("%(who)s tog tillbaka att ett dokument från %(day)s visar %(what)s."),
    ("password", "user"): _("%(who)s bytte lösenord."),
    ("lock", "user"): _("%(who)s låste kontot %(what)s tills ett nytt lösenord är valt."),
    ("connect", "login"): _("%(who)s kopplade ett konto till en person: %(what)s."),
    ("appoint", "appointment"): _("%(who)s gav en roll: %(what)s."),
    ("end", "appointment"): _("%(who)s avslutade en roll: %(what)s. Den upphör %(end)s."),
    ("hand_over", "delegation"): _("%(who)s överlät rättigheter: %(what)s, till %(end)s."),
    ("take_back", "delegation"): _("%(who)s tog tillbaka en överlåtelse: %(what)s."),
    ("give_again", "delegation"): _("%(who)s lät en återtagen överlåtelse gälla igen: %(what)s."),
    ("store", "file"): _("%(who)s sparade dokumentet %(what)s."),
    ("discard", "file"): _("%(who)s tog bort dokumentet %(what)s."),
    ("finish", "assignment"): _("%(who)s markerade ett uppdrag som klart: %(what)s"),
    ("reopen", "assignment"): _("%(who)s öppnade ett uppdrag igen: %(what)s"),
    ("receive", "batch"): _("%(who)s lämnade in dokument för inläsning: %(files)s."),
    ("read", "staged"): _("%(who)s läste dokumentet %(what)s."),
    ("refuse", "staged"): _("Dokumentet %(what)s kunde inte läsas. %(sentence)s"),
    ("correct", "staged"): _("%(who)s rättade en uppgift under granskningen av %(what)s."),
    ("add", "staged"): _("%(who)s lade till något som inte lästes ur %(what)s."),
    ("merge", "staged"): _("%(who)s slog ihop två punkter i %(what)s."),
    ("split", "staged"): _("%(who)s delade en punkt i %(what)s."),
    ("move", "staged"): _("%(who)s flyttade något till en annan punkt i %(what)s."),
    ("reject", "staged"): _("%(who)s tog bort en uppgift under granskningen av %(what)s."),
    ("restore", "staged"): _("%(who)s tog tillbaka en borttagen uppgift i %(what)s."),
    ("answer", "staged"): _("%(who)s svarade på en fråga om %(what)s."),
    ("confirm", "staged"): _("%(who)s bekräftade datumet i %(what)s."),
    ("undo", "staged"): _("%(who)s ångrade en rättelse i %(what)s."),
    ("dismiss", "staged"): _("%(who)s avvisade dokumentet %(what)s."),
    ("readmit", "staged"): _("%(who)s tog tillbaka det avvisade dokumentet %(what)s."),
    ("commit", "staged"): _("%(who)s förde in dokumentet %(what)s i registret."),
    ("uncommit", "staged"): _("%(who)s tog tillbaka införandet av %(what)s ur registret."),
    ("import", "meeting"): _("%(who)s förde in mötet %(what)s ur %(document)s."),
}

# What the overview tells of as a change, and how it tells of many alike on one day.
CHANGES: dict[tuple[str, str], Promise] = {
    ("import", "meeting"): _("%(who)s förde in %(count)s möten ur dokument."),
    ("uncommit", "staged"): _("%(who)s tog tillbaka införandet av %(count)s dokument."),
    ("finish", "assignment"): _("%(who)s markerade %(count)s uppdrag som klara."),
    ("reopen", "assignment"): _("%(who)s öppnade %(count)s uppdrag igen."),
    ("join", "membership"): _("%(who)s förde in %(count)s kommuner som medlemmar."),
    ("create", "body"): _("%(who)s lade till %(count)s grupper."),
    ("create", "collaboration"): _("%(who)s lade upp %(count)s samarbeten."),
    ("appoint", "appointment"): _("%(who)s gav %(count)s roller."),
}

# For verbs that are said alike whatever they are about, and last ("") for those this page does not know yet.
OTHERWISE: dict[str, Promise] = {
    "create": _("%(who)s lade till %(kind)s: %(what)s."),
    "erase": _("%(who)s raderade personuppgifter i händelser om: %(kind)s. Antal händelser: %(events)s."),
    "": _("%(who)s gjorde något med %(kind)s: %(what)s (%(verb)s)."),
}

# What the verbs are called to someone who may read the trail but not what it is about: who, did, the kind of thing.
WITHHELD = _("%(who)s %(did)s: %(kind)s.")
DEEDS: dict[str, Promise] = {
    "create": _("lade till"),
    "join": _("förde in"),
    "name": _("noterade ett annat namn"),
    "spell": _("noterade en annan stavning"),
    "give": _("förde in"),
    "observe": _("noterade vad ett dokument visar"),
    "forget": _("tog tillbaka vad ett dokument visar"),
    "connect": _("kopplade till en person"),
    "password": _("bytte lösenord"),
    "lock": _("låste"),
    "appoint": _("gav"),
    "end": _("avslutade"),
    "hand_over": _("överlät"),
    "take_back": _("tog tillbaka"),
    "give_again": _("lät gälla igen"),
    "store": _("sparade"),
    "discard": _("tog bort"),
    "finish": _("markerade som klart"),
    "reopen": _("öppnade igen"),
    "receive": _("lämnade in"),
    "read": _("läste"),
    "refuse": _("kunde inte läsa"),
    "correct": _("rättade en uppgift"),
    "add": _("lade till något"),
    "merge": _("slog ihop två punkter"),
    "split": _("delade en punkt"),
    "move": _("flyttade något till en annan punkt"),
    "reject": _("tog bort en uppgift"),
    "restore": _("tog tillbaka en borttagen uppgift"),
    "answer": _("svarade på en fråga"),
    "confirm": _("bekräftade ett datum"),
    "undo": _("ångrade en rättelse"),
    "dismiss": _("avvisade"),
    "readmit": _("tog tillbaka efter ett avvisande"),
    "commit": _("förde in i registret"),
    "uncommit": _("tog tillbaka ur registret"),
    "import": _("förde in"),
    "erase": _("raderade personuppgifter"),
    "": _("gjorde något"),
}
