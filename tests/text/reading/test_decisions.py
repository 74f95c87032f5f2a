"""Decisions and proposals: labelled, in a list, in att-sentences and told in running text."""

import pytest

from radslag.text.reading.deciding import VERBS, decides, outcome_of
from tests.text.reading.documents import NOTES, NOTICE, PROTOCOL, record_of


def _decisions(body: str) -> list[str]:
    record = record_of(
        f"Protokoll 2022-03-15\n\n§ 1 Mötets öppnande\nMötet öppnades.\n\n§ 2 Ärendet om vägar\n{body}\n"
    )
    return [each.text for each in record.items[-1].decisions]


def test_points_under_a_bare_label_are_one_decision_each_and_a_view_is_none() -> None:
    texts = [each.text for each in record_of(NOTES).items[1].decisions]
    assert texts == [
        "Anna Ek tar fram ett underlag till den 2 april",
        "Upphandlingen genomförs på följande sätt: först Storby sedan Lillby",
    ]


def test_att_sentences_are_one_decision_each() -> None:
    texts = [each.text for each in record_of(PROTOCOL).items[1].decisions]
    assert texts == [
        "att godkänna bokslutet, samt",
        "att ge förvaltningen i uppdrag att redovisa en plan senast den 1 juni 2022.",
    ]


def test_points_after_att_are_one_decision_each() -> None:
    assert _decisions(
        "Ett konto behövs. Det beslutades att\n\n- Bo öppnar ett konto.\n\n- Cia får tillgång till kontot."
    ) == [
        "Bo öppnar ett konto.",
        "Cia får tillgång till kontot.",
    ]


def test_a_procedural_sentence_under_the_label_is_no_decision() -> None:
    assert _decisions(
        "Beslut\nNämnden beslutar att börja kl. 9.\nResultatet redovisas i bilagan.\nNämnden beslutar att sluta kl. 10."
    ) == [
        "Nämnden beslutar att börja kl. 9.",
        "Nämnden beslutar att sluta kl. 10.",
    ]


def test_a_decision_over_a_page_break_goes_on() -> None:
    assert _decisions("Beslut: Gruppen godkände planen med tilläggen a) mål; samt b) att\n\nmålgruppen utökas.") == [
        "Gruppen godkände planen med tilläggen a) mål; samt b) att målgruppen utökas."
    ]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_each_way_of_deciding_knows_its_own_example(verb: object) -> None:
    assert decides(verb.example)  # type: ignore[attr-defined]  # parametrize hides the type


@pytest.mark.parametrize(
    "sentence",
    [
        "Beslut om budget tas på nästa styrelsemöte.",
        "Region Nord och gruppen har beslutat att göra ett omtag.",
        "Frågan ska beslutas av styrelsen.",
        "Den enkät som beslutades förra mötet ses över.",
        "Här diskuteras punkter som kanske inte behöver beslutas.",
        "Två övriga frågor lades till dagordningen.",
        "Mötet öppnades av ordföranden.",
        "Bo presenterade förslaget.",
    ],
)
def test_what_only_sounds_like_a_decision(sentence: str) -> None:
    assert not decides(sentence)


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Planen godkändes.", "approved"),
        ("Planen godkändes med ovanstående kommentarer.", "approved_with_changes"),
        ("Gruppen godkände inte förslaget.", "rejected"),
        ("Motionen avslås.", "rejected"),
        ("Frågan bordlades.", "tabled"),
        ("Ärendet återremitteras.", "referred_back"),
        ("Protokollet lades till handlingarna.", "filed"),
        ("Bo tar fram ett förslag.", None),
    ],
)
def test_the_outcome_is_named(sentence: str, outcome: str | None) -> None:
    assert outcome_of(sentence) == outcome


def test_a_notice_has_proposals_and_never_decisions() -> None:
    item = record_of(NOTICE).items[1]
    assert [each.text for each in item.proposals] == ["anteckningarna godkänns."]
    assert all(not each.decisions for each in record_of(NOTICE).items)


def test_a_placeholder_is_no_proposal_but_a_finding() -> None:
    record = record_of(NOTICE)
    assert record.items[-1].proposals == ()
    (finding,) = [each for each in record.findings if each.rule == "R3"]
    assert (finding.severity, record.text[slice(*finding.span)]) == ("error", "xx")
