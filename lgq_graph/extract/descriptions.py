"""Definite descriptions: "the portal", "this app", "la estrategia": a noun of a kind that stands for a thing named before.

A language is a row of the words that open one; the nouns are those of `kinds`. A description never names anything itself.
"""

from __future__ import annotations

import re

from ..model import Kind
from .kind_nouns import NOUNS, OPENING_NOUNS
from .kind_words import WORDS
from .kinds import KIND_NOUN, kind_of_name

__all__ = [
    "BODIES",
    "EFFORTS",
    "PAPERS",
    "PLAIN",
    "TOOLS",
    "calls",
    "clashes",
    "describing",
    "is_general",
    "kind_of_noun",
    "kinds_of",
    "says",
]

PAPERS = "strategy|plan|roadmap|road map|policy|agenda|document|master plan|action plan|development plan|framework|blueprint|concept"
TOOLS = (
    "service|portal|platform|app|application|system|tool|site|website|web site|web page|solution|map|page|register|registry|database|dashboard|network|product"
    "|channel|chatbot|virtual assistant|assistant|card|line|hotline|helpline|device|software|technology|digital twin|model|form|guide"
)
EFFORTS = "project|initiative|programme|program|scheme|campaign|measure|instrument|pilot|pilot project|action|activity|mechanism|facility|offer|offering|one"
PLAIN = f"{PAPERS}|{TOOLS}|{EFFORTS}"
_SITES = frozenset({Kind.APP, Kind.PORTAL, Kind.PLATFORM})
BODIES = frozenset({Kind.LEGISLATION, Kind.ORGANISATION, Kind.POST, Kind.ACCOUNT})

_GENERAL = re.compile(
    rf"{EFFORTS}|service|system|tool|solution|product|technology|document|servicio|sistema|proyecto|iniciativa|programa|herramienta|solución|documento"
    "|système|projet|outil|serviço|projeto|ferramenta|сервис|услуга|проект|программа|инициатива|система|خدمة|مشروع|مبادرة|项目|服务|系统"
)
_THIS = (
    r"(?:this|that|the (?:said|same|above-mentioned|aforementioned))(?: same)? ",
    r"(?:est[ae]|es[ae]|aquel(?:la)?|dich[oa]|el citado|la citada|(?:el|la) mism[oa]) ",
    r"(?:cet(?:te)?|ce|ledit|ladite|le même|la même) ",
    r"(?:est[ae]|ess[ae]|o referido|a referida|[oa] mesm[oa]) ",
    r"(?:этот|эта|это|данн(?:ый|ая|ое)|указанн(?:ый|ая|ое)|наша?) ",
    "(?:هذا|هذه) ",
    "(?:该|該|本|此|这一|这个)",
)
_THE = (r"the ", r"(?:el|la) ", r"(?:l[ea] |l['’])", r"o ")
_A = "a "  # Portuguese “the”, but the English article makes no description
_OUR = r"(?:our|nuestr[oa]|notre|noss[oa]) "
_ADJECTIVE = r"(?:digital |electronic |online |mobile |new |same |very |whole |above |mentioned |web |smart |open |city |municipal |listed |nuev[oa] |nouve(?:au|lle) |nov[oa] )"
_OPENS = re.compile(
    rf"(?i)(?:(?P<this>{'|'.join(_THIS)})|(?P<the>{'|'.join(_THE)})|(?P<a>{_A})|(?P<our>{_OUR})){_ADJECTIVE}{{0,2}}"
)
_NOUNS = sorted([*PLAIN.split("|"), *map(re.escape, OPENING_NOUNS)], key=len, reverse=True)
_PLAIN = re.compile(rf"(?i)(?:{'|'.join(_NOUNS)})(?![\w-])")
_SERVES = re.compile(
    r"\s(?:also\s|directly\s)?(?:contributes|supports|serves|helps|aligns|is aligned|addresses)\s"
)
"""What a noun does that may stand without its article: "Roadmap contributes to …"."""
_ENGLISH = frozenset(noun for nouns in NOUNS.values() for noun in nouns)
_HAN = re.compile("[\u3400-\u9fff]")
_MORE = re.compile(
    r"(?i)[\w-]|['’]s\b|\s(?:called|named|llamad[oa]|appelée?|chamad[oa])\b|\s[\"“«‘]?(?-i:[A-ZÀ-Þ\d])|\s[\"“«‘]"
)
_OF = re.compile(r"(?i)\s(?:of|for|del?|du|des|d['’]|d[ao]s?|para|pour|para)(?!\w)|\sd['’]")


def describing(words: str, start: int, *, ours: bool = False) -> re.Match[str] | None:
    """The noun of the definite description that begins at a place; none where more of a name or an "of" follows it.

    "Our portal" is one only with `ours`: without a thing before that it can mean, the city speaks of itself.
    """
    opening = _OPENS.match(words, start)
    if not opening:
        bare = _PLAIN.match(words, start) if words[start : start + 1].isupper() else None
        return bare if bare and _SERVES.match(words, bare.end()) else None
    if opening["our"] and not ours:
        return None
    found = KIND_NOUN.match(words, opening.end()) or _PLAIN.match(words, opening.end())
    if not found or not _is_one(found[0]) or (opening["a"] and found[0].lower() in _ENGLISH):
        return None
    if not _HAN.match(found[0]) and _MORE.match(words, found.end()):
        return None
    return None if not opening["this"] and _OF.match(words, found.end()) else found


def _is_one(noun: str) -> bool:
    """Whether a noun is of one thing, and not of a body that acts."""
    plural = noun.lower().endswith("s") and not noun.lower().endswith("ss")
    return not plural and kind_of_noun(noun) is not Kind.ORGANISATION


def kind_of_noun(noun: str) -> Kind | None:
    """The kind that a noun tells."""
    return kind_of_name(noun) or WORDS.get(noun.lower()) or OPENING_NOUNS.get(noun.lower())


def calls(noun: str, name: str) -> bool:
    """Whether a name has a noun, or its word for the same tool in another language: "the platform" is the Plataforma Foo."""
    return says(noun, name) or (kind_of_noun(noun) in _SITES and kind_of_noun(noun) is kind_of_name(name))


def clashes(noun: str, name: str) -> bool:
    """Whether a name's own noun tells of another tool than a noun does: "the app" is no portal."""
    kinds = {kind_of_noun(noun), kind_of_name(name)}
    return len(kinds & _SITES) == 2


def is_general(noun: str) -> bool:
    """Whether a noun fits a thing of any kind, so that the nearest is meant."""
    return _GENERAL.fullmatch(noun) is not None


def kinds_of(noun: str) -> frozenset[Kind]:
    """The kinds of things that a noun can stand for."""
    if re.fullmatch(PAPERS, noun) or kind_of_noun(noun) is Kind.STRATEGY:
        return frozenset({Kind.STRATEGY, Kind.INITIATIVE})
    tool = re.fullmatch(TOOLS, noun) or kind_of_noun(noun) not in (None, Kind.INITIATIVE)
    return frozenset(Kind) - BODIES - (frozenset({Kind.STRATEGY}) if tool else frozenset())


def says(noun: str, words: str) -> bool:
    """Whether words have a noun: its plural, and the other spellings of it, count too."""
    return _word(noun).search(words) is not None


def _word(noun: str) -> re.Pattern[str]:
    spelt = re.escape(noun).replace("programme", "programm?e?").replace("program", "programm?e?")
    return re.compile(rf"(?i)(?<!\w){spelt}(?!\w)" if not _HAN.match(noun) else spelt)
