"""A title to the right of a type word: in quotes, or as a phrase such as "on Open Data"."""

from __future__ import annotations

import re

from ...gazetteer import is_place
from ...model import Span
from .countries import country_names, fold
from .draft import Draft, Page, names_city
from .walk import walk_capitals, walk_small
from .words import LEGAL_CODE, MAKERS, TOPIC_OF_OFFICE, word_set

__all__ = ["read_apposed", "read_code", "read_phrase", "read_quote", "read_title_of_approved", "read_topic"]

_NEVER_STARTS_TITLE = word_set("""
    its our their his her which that this behalf top account time how what request demand hand board average monday
    tuesday wednesday thursday friday saturday sunday portal website platform internet site page web official line
    one each any all it them us every
""")
_QUOTE = re.compile(
    r"\s{0,2}[,:–—-]?\s{0,2}(?:(?:entitled|titled|called|named|known as|on|about|«о»)\s)?"
    r"(?:\"(?!\s)([^\"\n]{2,400})\"|“([^”\n]{2,400})”|«([^»\n]{2,400})»|„([^“”\n]{2,400})[“”]|‘([^’\n]{2,400})’|'(?=[A-Z])([^'\n]{2,200})'(?!\w))"
)
_ABOUT = re.compile(r"(?i)(?:on|about|concerning|regarding|for|of|amending|о|об|sobre|relati\w+)\s")
"""How the title of a law begins. After a comma, quotes that begin otherwise are the next thing of a list."""
_ON = re.compile(
    r"(?i),?\s(?=((?:on|concerning|regarding|respecting|about|relating to|regulating|governing|determining|prescribing|setting|fixing|establishing|for|sobre|relati(?:f|ve|vo|va) (?:à|al?|all[a’']|aux?|às?|aos?)|referente al?|portant|concernant|concernente|recante|por (?:la|el) cual|por medio de (?:la )?cual|pour(?=\s(?:une?|la|le|les)\s[A-Z])|sur|visant à|über|zur|zum|betreffend|sul|sulla|sui|sulle|tentang|privind|om|w sprawie|dotycząc[ay]|o(?=\s[a-ząćęłńóśźżáčďéěíňřšťúůýž]{3})|amending|providing for|to(?=\s(?:amend|modernize|modernise|provide|establish|regulate|promote|protect|ensure|enact|reform|prevent|repeal|foster|implement|secure|govern|facilitate|consolidate|improve|strengthen|combat|enhance)\s)|по|о|об)\s"
    r"(?:the\s|a\s|la\s|les?\s|el\s|den\s|die\s|das\s)?)([^\W_][\w'’-]{1,40}))"
)

_SLAVIC = word_set("""
    ustawa ustawy ustawą ustawie uchwała uchwały rozporządzenie rozporządzenia zarządzenie zarządzenia zakon zakona zákon zákona zákony
""")
"""Words after which "o" is "on", and not "or"."""
_TOPIC = re.compile(r",?\s(?:del?|da|do|das|dos|di|della)\s(?:las?\s|los\s|el\s)?(?=([^\W\d_][\w'’-]{2,40}))")
_TOPICAL = word_set("law code ordinance regulation")
_AND_TOPIC = re.compile(r"\s(?:y|e|et|and)\s(?=[^\W\d_A-Z]\w{3,30}\s(?:de|del|da|do|dos|du|des)\s)")
_APPOSED = re.compile(
    r",\s(?=((?:Ley|Lei|Decreto (?:Legislativo|Supremo|de Urgencia)|Resolución [A-Z]\w+)\s(?:(?P<that>que\s\w+)|de[l]?|sobre|General|Marco|Orgánica)\s(?:la\s|las\s|los\s|el\s)?)\w)"
)
_APPROVED = re.compile(
    r",?\s(?:the|its|a|an|our|new)\s[a-z][^.;:()\n\"“”„«»]{2,120}\s\([\"“„«]\s?(?P<title>(?:On|About|Concerning|Regarding|Sobre|Sur|Über|O|Об?|Dėl|Tentang)\s[^()\n\"“”„«»]{3,200})[\"”“»]"
)
"""What an act approves, and the title that follows it in a bracket."""
_FORMAL = ("respecting", "to ", "amending", "providing for", "über", "zur", "zum")
"""Titles in the manner of Westminster, or German ones, whose nouns may have capitals and other words have none."""


def read_quote(page: Page, draft: Draft) -> bool:
    match = (
        None
        if draft.titled_by in ("quote", "on") or draft.type == "code"
        else _QUOTE.match(page.text, draft.end)
    )
    if not match or match.lastindex is None:
        return False
    words = match[match.lastindex]
    start = match.start(match.lastindex) + len(words) - len(words.lstrip())
    title = Span(start, match.start(match.lastindex) + len(words.rstrip(" ,.;")))
    listed = page.text[draft.end : match.end()].lstrip()[:1] in (",", "-", "–", "—") and not _ABOUT.match(
        words
    )
    if listed or title.start >= title.end:
        return False
    draft.title, draft.titled_by, draft.end = title, "quote", match.end()
    return True


def read_phrase(page: Page, draft: Draft) -> bool:
    """A title without quotes: "on Open Data". With the type word right before it, that word is part of the title."""
    untitled = (draft.title is None or _has_one_word(page, draft)) and draft.type != "constitution"
    match = _ON.match(page.text, draft.end) if untitled else None
    if (
        not match
        or match[2].lower() in _NEVER_STARTS_TITLE
        or match[2][0].isdigit()
        or match.start(2) in page.dates
        or (match[1].lower() == "o " and draft.head.of(page.text).lower() not in _SLAVIC)
    ):
        return False
    capital = match[2][0].isupper()
    if match[1].lower().startswith("for") and not capital:
        return False
    formal = match[1].lower().startswith(_FORMAL)
    end = (walk_small if formal or not capital else walk_capitals)(page, match.end(1))
    if end <= match.start(2):
        return False
    contiguous = not draft.number and not draft.date and not draft.issued and draft.capital
    draft.title = Span(draft.start if contiguous else match.start(1), end)
    draft.titled_by, draft.end = "on", end
    return True


def _has_one_word(page: Page, draft: Draft) -> bool:
    """A name of one word with nothing read after it: "Danish Act", which may go on "on Digital Post"."""
    word = page.text[draft.start : max(draft.start, draft.head.start - 1)]
    return draft.titled_by == "name" and " " not in word and draft.end == draft.head.end


def read_topic(page: Page, draft: Draft) -> bool:
    """What a numbered law is of, in Romance manner: "Ley N° 27.275 de Acceso a la Información"; not who made it."""
    if draft.title or not draft.number or draft.issued:
        return False
    match = _TOPIC.match(page.text, draft.end)
    if not match or match.end() in page.dates or _is_maker(page, match):
        return False
    if draft.type not in _TOPICAL and not (draft.type == "decree" and draft.date and match[1].islower()):
        return False
    small = match[1].islower()
    end = (walk_small if small else walk_capitals)(page, match.end())
    more = None if small else _AND_TOPIC.match(page.text, end)
    end = walk_small(page, more.end()) if more else end
    if end <= match.end():
        return False
    draft.title, draft.titled_by, draft.end = Span(match.end(), end), "on", end
    return True


def _is_maker(page: Page, match: re.Match[str]) -> bool:
    """Whether the words after "de" begin with an office or a place."""
    end = walk_capitals(page, match.end()) if match[1][0].isupper() else match.end(1)
    words = page.text[match.end() : end]
    if TOPIC_OF_OFFICE.match(words):
        return False
    return (
        match[1].lower() in MAKERS
        or is_place(words)
        or is_place(match[1])
        or fold(match[1]) in country_names()
        or names_city(page, words)
    )


_BEHIND_CODE = re.compile(
    r"\s(?:dans|par|avec|via|depuis|avant|après|en|sobre|mediante|por|con|com|desde|tramite|on|through|at|sur|on|nos?|nas?|em)\s"
)
"""What no name of a code goes on with: "au Code de la commande publique sur la plateforme …"."""


def read_code(page: Page, draft: Draft) -> bool:
    """The name of a code in Romance manner: "Código Municipal", "Code général des collectivités"."""
    legal = LEGAL_CODE.match(page.text, draft.head.end)
    if not legal or draft.type != "code" or draft.title or not draft.capital:
        return False
    word = next(filter(None, legal.group("stem", "matter", "alone")))
    small = word.islower() or legal[0][-len(word) - 1] in "'’"
    end = (walk_small if small else walk_capitals)(page, draft.head.end + 1)
    behind = _BEHIND_CODE.search(page.text, legal.end(), end)
    end = behind.start() if behind else end
    draft.title, draft.titled_by, draft.end = Span(draft.start, end), "of", end
    return True


def read_title_of_approved(page: Page, draft: Draft) -> None:
    """The title in the bracket behind what a numbered act approves: "decision No. 5 of 3 May 2020 the rules of services (“On Services”)"."""
    match = _APPROVED.match(page.text, draft.end) if draft.number and draft.date and not draft.title else None
    if match:
        draft.title, draft.titled_by, draft.end = Span(*match.span("title")), "quote", match.end()


def read_apposed(page: Page, draft: Draft) -> bool:
    """A title that repeats the kind of law behind a comma: "Decreto Legislativo N° 5, Ley de Gobierno Digital"."""
    match = _APPOSED.match(page.text, draft.end) if draft.number and not draft.title else None
    if not match:
        return False
    kind = page.text[draft.head.start : draft.head.end + 12]
    if not (match["that"] or kind.startswith("Decreto Legislativo")):
        return False
    end = walk_small(page, match.end(1))
    if end <= match.end(1):
        return False
    draft.title, draft.titled_by, draft.end = Span(match.end(), end), "of", end
    return True
