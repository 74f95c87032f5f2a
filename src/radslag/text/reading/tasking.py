"""The ways a sentence gives somebody a task, one pattern each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from radslag.text.reading.actions import (
    ACTOR,
    FIRM,
    INFINITIVE,
    NAMED,
    NOBODY,
    OWNER_END,
    OWNER_START,
    PASSIVE,
    PRESENT,
)
from radslag.text.reading.deciding import decides
from radslag.text.reading.labels import Part
from radslag.text.reading.passage import Passage, join

DECIDING = (Part.DECISION, Part.PROPOSAL, Part.TASK)
CHARGE = re.compile(
    r"\s(?:får|fick|ges|gavs|har fått|har|hade)\s(?:också |även |därför )?i\suppdrag\s(?:av [\wåäö-]+ )?(?:att|:)\s"
)
CHARGES = re.compile(
    r"\b(?:uppdra|uppdrar|uppdrog|uppdras|uppdrogs|delegerar|delegerade)\s(?:åt|till|i uppdrag åt|"
    r"i uppdrag till)\s(?P<owner>[^,;]{2,90}?)\s(?:att|om att)\s(?P<what>.+)|"
    r"\b(?:ger|gav|ge|lämna)\s(?P<owner2>[^,;]{2,90}?)\s(?:i uppdrag|uppdraget)\s(?:att)\s(?P<what2>.+)|"
    r"\bdelegerar\s(?P<what3>[^,;]{4,120}?)\still\s(?P<owner3>[A-ZÅÄÖ][\w -]{1,60})\.?$"
)
SHALL = re.compile(
    rf"\b(?:ska|skall|kommer att|åtar sig att|åtog sig att|lovar att|lovade att|ombeds(?: att)?|ombads(?: att)?|"
    rf"fortsätter att|ansvarar för att|svarar för att|tar ansvar för att|tar på sig att|tog på sig att|erbjöd sig att|"
    rf"erbjuder sig att|hjälper till att)\s(?P<what>(?:[\w.:,-]+\s){{0,8}}?{INFINITIVE}\b.*)"
)
INVERTED = re.compile(rf"\b(?:ska|skall)\s(?P<owner>{ACTOR}|{NAMED})\s(?P<what>(?:[\w.-]+\s){{0,6}}?{INFINITIVE}\b.*)")
DOES = re.compile(rf"\s(?P<what>(?:också |även |därefter )?{PRESENT}\b.*)")
WHO_DOES = re.compile(rf"(?P<owner>{NAMED})(?:\s?\([^()]*\))?,?\ssom\s(?P<what>{PRESENT}\b.*)")
ASKED = re.compile(
    rf"\b(?:viktigt|angeläget|önskvärt|vill(?: gärna)?)\s(?:också )?att\s(?P<owner>{ACTOR}(?: i den [\w -]{{1,40}})?|"
    rf"{NAMED})\s(?P<what>(?:återkommer|redovisar|presenterar|återrapporterar|lämnar|tar fram|"
    rf"fortsätter att {INFINITIVE})\b.*)"
)
BY = re.compile(
    rf"(?P<what>[^.;]*?\b{PASSIVE}(?: (?:ut|in|fram|upp|över))?)\sav\s(?P<owner>{ACTOR}|{NAMED})(?P<rest>.*)"
)
PASSIVELY = re.compile(rf"\b(?:(?:ska|skall|kommer att)\s(?:\w+\s){{0,2}})?(?P<verb>{PASSIVE})(?=[\s./])")
FUTURE = re.compile(r"\b(?:ska|skall|kommer att)\s")
RECEIVER = re.compile(
    r"\btill\s(?:samtliga|styrelsen|resp|respektive|alla|kommun\w+|medlemm\w+|[\w:-]*(?:gruppen|nämnden|styrelsen|"
    r"direktörer\w*|råd|rådet|representanter|chefer\w*))\b"
)
REPORTING = re.compile(r"\b(?P<what>(?:åter|av)?rapportering\b.*)", re.IGNORECASE)
NAMED_FIRST = re.compile(rf"(?P<owner>{NAMED}|{ACTOR})\s?(?::|–|-)\s(?P<what>.+)")
SUBJECT_FIRST = re.compile(
    rf"(?P<owner>{ACTOR}|{NAMED}(?: och {NAMED})?)\s(?P<what>(?!(?:har|är|var|vars)\s)[a-zåäö]+(?:r|s)\b\s?.*|"
    r"(?:för|gör|ger|ser|tar)\s.*)"
)
NAMED_LAST = re.compile(
    rf"(?P<what>[A-ZÅÄÖ][a-zåäö].{{5,200}}?)\s*(?:\(|[–—-]\s|/\s?)(?P<owner>{NAMED})\)?"
    r"(?:,?\s(?:senast|klart?|till|före|innan|inför)\b.*)?\.?$"
)
INFINITIVE_FIRST = re.compile(rf"(?:att )?{INFINITIVE}\b", re.IGNORECASE)
MENTION = re.compile(r"@(?=[A-ZÅÄÖ])")
RELATIVE = re.compile(rf"{ACTOR}\ssom\s[^,.]{{3,60}}")
OPINION = re.compile(r"\b(?:bör|borde|skulle|kunde|kanske|eventuellt|om vi|varför|hur kan)\b|\?$", re.IGNORECASE)
REPORTED = re.compile(
    r"\b(?:informerade|berättade|redogjorde|beskrev|nämnde|konstaterade|beslutat|syftar|syftet|innebär|lagen|"
    r"enligt vallagen)\b",
    re.IGNORECASE,
)
NOT_DOING = re.compile(
    r"(?:gör|ger|lämnar|informerar|presenterar|redovisar|skapar|bereder|utser|väljer|delar|visar)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Task:
    """`charged`: the words themselves entrust ("får i uppdrag"), wherever they stand."""

    what: Passage
    owner: Passage | None = None
    charged: bool = False


def tasks_in(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    """The tasks one sentence gives: the first pattern that finds any decides."""
    if MENTION.match(sentence.text):
        sentence, part = sentence.without(MENTION), Part.TASK
    opinion = bool(OPINION.search(sentence.text))
    for way in WAYS[:3] if opinion else WAYS:
        found = [task for task in way(sentence, part, timed, known) if len(task.what) > 6]
        if found:
            yield from found
            return


def _listed(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    """ "Ek: bokar lokal" in a list of tasks"""
    if part is not Part.TASK:
        return
    for form in (NAMED_FIRST, SUBJECT_FIRST, NAMED_LAST):
        match = form.match(sentence.text)
        if match and not NOBODY.match(match["owner"]):
            yield Task(sentence.group(match, "what"), sentence.group(match, "owner"))
            return


def _bare(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    """ "Boka lokal" in a list of tasks: nobody is said to do it."""
    if part is Part.TASK and INFINITIVE_FIRST.match(sentence.text):
        yield Task(sentence)


def _charged(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    match = CHARGE.search(sentence.text)
    if match:
        owner = _subject(sentence[: match.start()])
        if owner:
            yield Task(sentence[match.end() :], owner, charged=True)
        return
    match = CHARGES.search(sentence.text)
    for end in ("", "2", "3") if match else ():
        if match and match[f"what{end}"]:
            yield Task(sentence.group(match, f"what{end}"), sentence.group(match, f"owner{end}"), charged=True)


def _shall(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    if REPORTED.search(sentence.text) and part not in DECIDING:
        return
    match = INVERTED.search(sentence.text)
    if match and not NOBODY.match(match["owner"]):
        yield Task(sentence.group(match, "what"), sentence.group(match, "owner"))
        return
    match = SHALL.search(sentence.text)
    owner = _subject(sentence[: match.start()]) if match else None
    if match and owner:
        yield Task(sentence.group(match, "what"), owner)


def _by_somebody(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    match = BY.search(sentence.text) if part is not Part.SUMMARY else None
    if match and (timed or FUTURE.search(match["what"]) or part in DECIDING or RECEIVER.search(match["rest"])):
        owner = sentence.group(match, "owner")
        if not NOBODY.match(owner.text):
            yield Task(join((sentence.group(match, "what"), sentence.group(match, "rest").strip())), owner)


def _asked(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    match = ASKED.search(sentence.text)
    if match:
        yield Task(sentence.group(match, "what"), sentence.group(match, "owner"))


def _does(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    """ "Ek tar fram ett förslag": the present tense gives a task where decisions, proposals or deadlines stand."""
    relative = WHO_DOES.search(sentence.text)
    if part is Part.SUMMARY:
        return
    if relative and relative["what"].startswith(("bevakar", "återkopplar", "följer upp")):
        yield Task(sentence.group(relative, "what"), sentence.group(relative, "owner"))
        return
    match = DOES.search(sentence.text)
    if match and (timed or part not in (Part.OPEN, Part.SOFT) or _firmly(sentence, match, known)):
        task = Task(sentence.group(match, "what"), sentence[: match.start()].strip())
        if _may_own(task.owner) and _is_given(task, sentence, part, timed, known):
            yield task


def _firmly(sentence: Passage, match: re.Match[str], known: frozenset[str]) -> bool:
    """Whether somebody of the document does, in a word that tells no state: "Anna Ek bokar lokal"."""
    words = re.findall(r"\w[\w-]+", sentence.text[: match.start()])
    return bool(words) and all(word in known for word in words) and bool(FIRM.match(match["what"]))


def _may_own(owner: Passage | None) -> bool:
    if not owner or len(owner.text.split()) > 12:
        return False
    return not NOBODY.match(owner.text) and not decides(owner.text, labelled=True)


def _is_given(task: Task, sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> bool:
    """Under a label of decisions anybody may be the doer; elsewhere an actor, or somebody the document knows."""
    owner = task.owner.text if task.owner else ""
    if part in DECIDING and owner[0].isupper():
        return not NOT_DOING.match(task.what.text) or not decides(sentence.text, labelled=True)
    start = OWNER_START.match(owner)
    whole = start is not None and start.end() >= len(owner) - 1
    if not (whole or _joined(owner) or RELATIVE.fullmatch(owner)):
        return False
    return timed or part is not Part.OPEN or owner.split()[0] in known or not re.fullmatch(NAMED, owner)


def _passively(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    """Without an owner only what has a time or a receiver."""
    match = PASSIVELY.search(sentence.text)
    if not match or part is Part.SUMMARY or (REPORTED.search(sentence.text) and part not in DECIDING):
        return
    due = timed and (part in (*DECIDING, Part.CONTRIBUTION, Part.SOFT) or bool(FUTURE.search(sentence.text)))
    if due or (RECEIVER.search(sentence.text) and (FUTURE.search(match[0]) or part in DECIDING)):
        yield Task(sentence)


def _reporting(sentence: Passage, part: Part, timed: bool, known: frozenset[str]) -> Iterator[Task]:
    match = REPORTING.search(sentence.text) if part in (Part.SOFT, Part.TASK) else None
    if match:
        yield Task(sentence.group(match, "what"))


def _subject(before: Passage) -> Passage | None:
    """The actor that ends the words before the verb."""
    words = before.strip(" ,")
    place = 0
    best: Passage | None = None
    for match in re.finditer(r"(?:^|(?<=\s))(?=\S)", words.text[-160:]):
        place = max(0, len(words) - 160) + match.start()
        part = words[place:]
        whole = OWNER_END.fullmatch(part.text) or _joined(part.text)
        if whole and not NOBODY.match(part.text):
            best = part
            break
    return best


def _joined(text: str) -> bool:
    """ "Ek och Alm", "cheferna i Storby, Lillby och Mellanby" """
    start = OWNER_START.match(text)
    rest = text[start.end() :] if start else text
    return (
        bool(start)
        and len(rest) < 90
        and bool(re.fullmatch(r"(?:(?:,| och| i| samt| för)\s[A-ZÅÄÖ]?[\w-]+(?:\s[\w-]+)?)+", rest))
    )


Way = Callable[[Passage, Part, bool, frozenset[str]], Iterator[Task]]
WAYS: tuple[Way, ...] = (_listed, _charged, _asked, _shall, _by_somebody, _does, _passively, _reporting, _bare)
