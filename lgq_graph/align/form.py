"""What belongs to the form and not to an answer: leads, definitions, headings of sections, the furniture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Question, Questionnaire, Section
from .wording import FORM, REQUESTS, Wording, fit, stems, wording

__all__ = [
    "is_form_text",
    "is_furniture",
    "is_help_label",
    "is_lead_of",
    "is_rule",
    "section_heading",
    "skip_form_text",
]

_REACH = 600
_HEADING_LENGTH = 200
_CHUNK_END = re.compile(r"[.?!)*:][*_\"”]{0,3}(?=\s|$)")
_MOST_CHUNKS = 16
_SECTION_LABEL = re.compile(
    r"[\W_]{0,4}(?:(?:section|part|chapter)\s{1,3})?(?:[IVX]{1,5}|\d{1,2}|[A-H])\s?[.):–—-]\s?", re.I
)
_PURE, _NEARLY, _LEAD = 0.75, 0.8, 5
_NO_WORD = re.compile(r"[\s*_:.\-–—]{0,200}")
_NOTES = REQUESTS | {"optional", "required"}
_ASKED_OF_US = re.compile(
    r"\W{0,3}(?:please|kindly)\s(?:also\s|further\s)?(?:describe|elaborate|explain|give|indicate|list|mention|name|outline|provide|specify|state)\b[^.?!:;]{0,200}[.?!*\s)]{0,4}",
    re.I,
)
"""What asks the respondent for more; no city asks that of the reader."""
_HELP_LABEL = re.compile(
    r"[\s*_>(\[{\"“«]{0,6}(?:(?:help|hint|note|description|definition|explanation|explanatory|guidance|guide|instructions?|info(?:rmation)?|tip|tooltip|clarification"
    r"|hilfe|hinweis|aide|ayuda|ajuda|aiuto|yardım|подсказка|справка|مساعدة|说明|提示)(?:\s(?:text|notes?))?[*_]{0,3}(?:[\s*_\])}]{0,3}[:：.|→–—-]+|[\])}]|(?=[\s*_]*$))"
    r"|(?:ℹ|ⓘ|🛈|💡|[(\[]i[)\]])\ufe0f?)[\s*_:]{0,4}",
    re.I,
)
"""What a print sets before the form's help; an answer may begin with it too, so the help must follow."""
_RULE = re.compile(r"[\s=*_~#.·–—─-╿▀-▟-]+")
_SAYS = frozenset(["yes", "no"])
_PAGE_OF = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")


def section_heading(text: str, questionnaire: Questionnaire) -> str:
    """The section whose heading a line is, with or without its number ("IV."); empty when it is none."""
    return _section_of(text, questionnaire.sections) if len(text) <= _HEADING_LENGTH else ""


@lru_cache(maxsize=20_000)  # most lines that are asked recur in every response
def _section_of(text: str, sections: tuple[Section, ...]) -> str:
    label = _SECTION_LABEL.match(text)
    words = stems(text[label.end() :] if label else text)
    cues = ((wording(section.phrases), section.slug) for section in sections)
    whole = ((known, slug) for known, slug in cues if any(phrase <= words for phrase in known.phrases))
    purity, slug = max(((fit(words, known).purity, slug) for known, slug in whole), default=(0.0, ""))
    return slug if purity >= _PURE else ""


def is_furniture(text: str, questionnaire: Questionnaire) -> bool:
    """Whether a line is furniture of the page: a button, a page number, the closing words, a lone asterisk."""
    if len(text) > 2 * _HEADING_LENGTH:
        return False
    words = frozenset(word for word in stems(text) if not word.isdecimal())
    cues = wording(questionnaire.furniture)
    if not words:
        return text.strip() == "*" or _PAGE_OF.fullmatch(text) is not None
    share = len(words & cues.vocabulary) / len(words)
    return words in cues.phrases or (len(words) > 2 and share >= _NEARLY and fit(words, cues).complete == 1.0)


def is_lead_of(text: str, question: Question) -> bool:
    """Whether a line before a question leads up to it: a stem that several questions share."""
    words = stems(text) if len(text) <= _REACH else frozenset()
    return len(words) >= _LEAD and _is_help(words, _cues(question))


def skip_form_text(text: str, question: Question, *, continued: bool = False) -> int:
    """Where the form's own words at the start of a text end: requests ("Please explain"), definitions, leads.

    `continued` says that form text broke off in the line before, so that even a word or two may end it.
    """
    label = _HELP_LABEL.match(text)
    start = done = label.end() if label else 0
    for end in _chunk_ends(text, start):
        verdict = is_form_text(text[done:end], question, continued=continued or done > 0)
        if verdict is False:
            break
        if verdict:
            done = end
    if done == start:
        return 0
    return len(text) if _NO_WORD.fullmatch(text, done) else done


def is_help_label(text: str) -> bool:
    """Whether a line is only what a print sets before the form's help: “Help:”."""
    return _HELP_LABEL.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line is drawn, not written: “=====”."""
    return _RULE.fullmatch(text) is not None


def is_form_text(chunk: str, question: Question, *, continued: bool = False) -> bool | None:
    """Whether some words are the form's; None when there is no telling word among them."""
    words = stems(chunk)
    if not words:
        return None
    if _ASKED_OF_US.fullmatch(chunk):
        return True
    if words <= FORM:
        return bool(words & _NOTES) and not chunk.endswith(":")
    if words & _SAYS and not words & REQUESTS:
        return False
    cues = _cues(question, bracketed=continued or "(" in chunk[:3])
    if chunk.endswith(":"):
        return words in cues.phrases
    known = words <= cues.vocabulary | FORM
    return _is_help(words, cues) or (continued and known)


def _cues(question: Question, *, bracketed: bool = True) -> Wording:
    """The cues of a question's help; those that begin with a bracket only where the form's bracket stands."""
    return wording(
        question.help if bracketed else tuple(cue for cue in question.help if not cue.startswith("("))
    )


def _is_help(words: frozenset[str], cues: Wording) -> bool:
    share = len(words & (cues.vocabulary | FORM)) / len(words)
    return share >= _NEARLY and (len(words & cues.vocabulary) > 3 or fit(words, cues).complete == 1.0)


def _chunk_ends(text: str, start: int = 0) -> Iterator[int]:
    """Ends of the first sentences from a place on; the end of the text too, unless it is a long one."""
    for number, found in enumerate(_CHUNK_END.finditer(text, start, min(len(text), _REACH))):
        if number == _MOST_CHUNKS:
            return
        yield found.end()
    if len(text) <= _REACH:
        yield len(text)
