"""Verbs of doing, and who may do: the words by which a sentence becomes a task. Data with examples."""

from __future__ import annotations

import re

# Stem, ending of the infinitive, ending of the present: "skicka", "skickar", "skickas".
_VERBS = """
återkomm-a-er återkoppl-a-ar skick-a-ar sammankall-a-ar bered-a-er presenter-a-ar kontakt-a-ar undersök-a-er
skap-a-ar öppn-a-ar förbered-a-er samordn-a-ar köp-a-er saml-a-ar bok-a-ar säkerställ-a-er ut-se-ser
utred-a-er redovis-a-ar bevak-a-ar anordn-a-ar arranger-a-ar uppdater-a-ar publicer-a-ar kall-a-ar rapporter-a-ar
återrapporter-a-ar avrapporter-a-ar lämn-a-ar hämt-a-ar av-ge-ger utveckl-a-ar skriv-a-er ordn-a-ar design-a-ar
beställ-a-er färdigställ-a-er kartlägg-a-er sammanställ-a-er revider-a-ar informer-a-ar anmäl-a-er översänd-a-er
genomför-a- inkomm-a-er inhämt-a-ar upphandl-a-ar teckn-a-ar betal-a-ar mejl-a-ar mail-a-ar ring-a-er koll-a-ar
distribuer-a-ar kommunicer-a-ar meddel-a-ar utarbet-a-ar formuler-a-ar tillfråg-a-ar underrätt-a-ar initier-a-ar
kontroller-a-ar del-a-ar hjälp-a-er ansök-a-er påminn-a-er testa--r prov-a-ar rekryter-a-ar jämför-a-
förhandl-a-ar förmedl-a-ar vis-a-ar begär-a- installer-a-ar städ-a-ar
analyser-a-ar utvärder-a-ar dokumenter-a-ar gör-a- ge--r försök-a-er fortsätt-a-er
"""
# Infinitive and present of the verbs whose particle makes the sense.
_PHRASES = (
    ("ta fram", "tar fram"),
    ("ta med", "tar med"),
    ("ta lead", "tar lead"),
    ("ta kontakt", "tar kontakt"),
    ("ta över", "tar över"),
    ("ta reda", "tar reda"),
    ("ta ansvar", "tar ansvar"),
    ("bjuda in", "bjuder in"),
    ("stämma av", "stämmer av"),
    ("följa upp", "följer upp"),
    ("se över", "ser över"),
    ("se till", "ser till"),
    ("be om", "ber om"),
    ("lägga upp", "lägger upp"),
    ("lägga fram", "lägger fram"),
    ("arbeta fram", "arbetar fram"),
    ("arbeta vidare", "arbetar vidare"),
    ("titta på", "tittar på"),
    ("rusta upp", "rustar upp"),
    ("byta ut", "byter ut"),
    ("planera", "planerar(?! för\\b)"),
    ("dela ut", "delar ut"),
    ("föra in", "för in"),
    ("höra av sig", "hör av sig"),
    ("höra sig för", "hör sig för"),
    ("ta hand om", "tar hand om"),
    ("ta upp", "tar upp"),
    ("hålla i", "håller i"),
    ("ställa samman", "ställer samman"),
    ("boka in", "bokar in"),
)
_PASSIVES = (
    "tas fram|arbetas fram|följs upp|ses över|stäms av|läggs fram|läggs upp|bereds|sammanställs|kartläggs|utreds|"
    "färdigställs|"
    "förbereds|översänds|undersöks|köps in|genomförs|görs|skrivs|beställs"
)
_SPLIT = [each.split("-") for each in _VERBS.split()]
PRESENT = "(?:" + "|".join([stem + now for stem, _, now in _SPLIT] + [now for _, now in _PHRASES]) + ")"
INFINITIVE = "(?:" + "|".join([stem + end for stem, end, _ in _SPLIT] + [end for end, _ in _PHRASES]) + ")"
PASSIVE = (
    "(?:"
    + "|".join([f"{stem}{end}s" for stem, end, _ in _SPLIT if stem not in ("återkomm", "inkomm")] + [_PASSIVES])
    + ")"
)

# Present tense that even without a time says what somebody will do; others may tell what somebody said or does.
FIRM = re.compile(
    r"(?:återkommer|återkopplar|skickar|sammankallar|kontaktar|undersöker|förbereder|köper|bokar|uppdaterar|publicerar|"
    r"kallar|utreder|ordnar|beställer|färdigställer|sammanställer|reviderar|översänder|inhämtar|mejlar|mailar|ringer|"
    r"kollar|distribuerar|meddelar|utarbetar|formulerar|tillfrågar|underrättar|kontrollerar|skriver|hämtar|ansöker|"
    r"tar (?:fram|reda|kontakt|med|hand)|bjuder in|stämmer av|följer upp|ser (?:över|till)|lägger upp|delar|hör (?:av "
    r"sig|sig för)|för in|arbetar fram|ställer samman|påminner|visar [\wåäö ]{3,60} på (?:nästa )?möte\w*)\b"
)

ACTOR_END = (
    r"(?:gruppen|grupperna|nätverket|nätverken|sekretariatet|sekretariatsledaren|ledaren|ledarna|chefen|cheferna|"
    r"direktören|direktörerna|direktör|ordföranden|ordförande|"
    r"koordinatorn|sekreteraren|kassören|styrelsen|nämnden|utskottet|rådet|kansliet|förvaltningen|kontoret|kommittén|"
    r"strategen|samordnaren|presidiet|"
    r"valberedningen|revisorn|revisorerna|representant(?:en|er|erna)?|utvecklaren|handläggaren|bolaget|"
    r"medlemmar(?:na)?|ledamöter(?:na)?|parterna|nätverk|direktörer|[Kk]ommunerna|[Dd]eltagarna|ledamoten|[Öö]vriga|vd)"
)
ACTOR = (
    rf"(?:(?:[Rr]espektive|[Ss]amtliga|[Aa]nsvariga?|[Aa]lla|[Dd]e|[Ee]n|"
    rf"[\w:-]+s) )?(?:villiga )?[\w:-]*{ACTOR_END}(?: (?:för|i|inom|från|på) [\w-]+(?: (?:och|,) [\w-]+|"
    rf" [\w-]+){{0,4}}?)?(?: ?\([^()]{{1,80}}\))?"
)
NAMED = r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){0,3}"
OWNER_END = re.compile(rf"(?:{ACTOR}|{NAMED})\s*$")
OWNER_START = re.compile(rf"(?:{ACTOR}|{NAMED}(?: ?\([^()]{{1,80}}\))?)(?=[\s,.]|$)")
NOBODY = re.compile(
    r"(?:det|detta|den|denna|dessa|mötet|vi|man|som|när|där|då|här|om|att|för|under|inför|efter|innan|vid|på|till|"
    r"nuvarande|förslag\w*|protokoll\w*|beslut\w*|"
    r"underlag\w*|arbetet|frågan|ärendet|punkten|inspel|dialog|samarbete|bifogad|utöver|följande|kommunen|"
    r"resultatet?|dock|även|ev\.?)\b",
    re.IGNORECASE,
)
