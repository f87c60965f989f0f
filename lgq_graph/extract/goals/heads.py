"""The words that announce a goal by its number: each row one language or a few."""

from __future__ import annotations

import re

from .pieces import BLANK, CARDINAL, EDGE, GAP, NUMERO

__all__ = ["HEAD", "STRONG", "WEAK", "is_plural"]

_UN = rf"(?:UN|U\.N\.|United{BLANK}Nations)(?:['’]s?)?"
STRONG = (
    r"(?i:(?:UN[ -]?)?SDGs?(?:\(s\))?(?:['’]s)?|S\.D\.G\.?s?)",
    rf"(?i:(?:{_UN}{BLANK})?sustainable{BLANK}development{BLANK}(?:goal|objective|target)(?:s|\(s\))?)",
    rf"(?i:(?:global|{_UN}(?:{BLANK}2030)?|2030{BLANK}agenda(?:['’]s)?|agenda{BLANK}2030){BLANK}goal(?:s|\(s\))?)",
    r"(?:ODS|ODD|OSS|SKA|ЦУР|ЦСР)",  # as capitals alone: “odd” is a word
    rf"(?i:objetivos?{BLANK}de{BLANK}(?:desarrollo{BLANK}sostenible|desenvolvimento{BLANK}sustentável))",
    rf"(?i:objectifs?{BLANK}de{BLANK}développement{BLANK}durable|nachhaltigkeitsziele?n?)",
    rf"(?i:цел[ьиейям]{{1,3}}{BLANK}устойчивого{BLANK}развития|ціл[ьіейям]{{1,3}}{BLANK}сталого{BLANK}розвитку)",
    rf"(?i:[sS]ürdürülebilir{BLANK}[kK]alkınma{BLANK}(?:[aA]ma[çc]ı?|[hH]edefi?)(?:lar|ler)?[ıi]?)",
    rf"(?i:obiettiv[io]{BLANK}(?:di|per{BLANK}lo){BLANK}sviluppo{BLANK}sostenibile|obiectiv\w{{1,4}}{BLANK}(?:de{BLANK}dezvoltare{BLANK}durabil[ăa]|dezvoltării{BLANK}durabile))",
    rf"(?i:cel\w{{0,3}}{BLANK}zrównoważonego{BLANK}rozwoju|tujuan{BLANK}pembangunan{BLANK}berkelanjutan|duurzame{BLANK}ontwikkelingsdoel(?:en)?)",
)
_STRONG_GLUED = (
    "可持[续續]发?發?展目[标標]",
    "持続可能な開発目標",
    "지속가능(?:한 ?)?발전 ?목표",
    rf"هدا?ف{BLANK}التنمية{BLANK}المستدامة",
)
WEAK = (r"(?i:goal(?:s|\(s\))?)", r"(?i:objetivos?|objectifs?|ziele?n?|цел[ьиейям]{1,3})")
_WEAK_GLUED = ("目[标標]", "목표", "(?:ال|لل)(?:هدف|هدفين|هدفان|أهداف)")
_TARGET = (r"(?i:targets?|metas?|cibles?)", "(?i:задач[аиеу]?[мх]?и?)")
_TARGET_GLUED = ("(?:具体|具體|分|子)目[标標]", "(?:ال|لل)(?:غاية|غايات|غايتين|مقصد|مقاصد)")
_LEADS_ON = (
    r"[,:]?{S}(?:such{S}as|including|in{S}particular|especially|namely|like|i\.e\.|e\.g\.)[,:]?".replace(
        "{S}", BLANK
    )
)
_COVERED = rf"{BLANK}(?i:addressed|covered|supported|targeted|served|impacted|aligned|alignment|contributions?|relevance)(?:{BLANK}(?i:by){BLANK}[^:.;\d\r\n]{{1,40}})?(?={GAP}:)"
_SEPARATOR = (
    rf"(?P<sep>(?:{_COVERED}|{_LEADS_ON})?\)?{GAP}[:：|_–—-]?){GAP}{NUMERO}{GAP}(?P<open>[\"“«‘'(\[]?){GAP}"
)
HEAD = re.compile(
    rf"(?:{EDGE}(?:(?P<strong>{'|'.join(STRONG)})(?:{GAP}\((?:UN{BLANK})?SDGs?\))?(?:{BLANK}(?i:goals?|targets?"
    rf"|indicators?))?"
    rf"|(?P<weak>{'|'.join(WEAK)})|(?P<target>{'|'.join(_TARGET)}))(?![^\W\d_])"
    rf"|(?P<glued>{'|'.join(_STRONG_GLUED)})|(?P<aim>{'|'.join(_TARGET_GLUED)})|(?P<soft>{'|'.join(_WEAK_GLUED)})){_SEPARATOR}(?=\d|{CARDINAL})"
)


def is_plural(head: re.Match[str]) -> bool:
    word = next(filter(None, head.group("strong", "weak", "target", "glued", "aim", "soft")))
    return word.lower().endswith(("s", "s)", "и", "ям")) or bool(head["glued"] or head["aim"] or head["soft"])
