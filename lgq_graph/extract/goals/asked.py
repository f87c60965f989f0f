"""Goals that are only asked about: “We are often asked about SDG 1, but …” ties nothing to it."""

from __future__ import annotations

import re

from .frame import Frame, Hit
from .links import is_link

__all__ = ["told"]

_ADVERBS = r"(?:\s(?:us|them|me|also|often|always|again|here|\w{1,12}ly))?"
_ROWS = {
    "en": rf"(?:ask(?:s|ed|ing)?|questions?|quer(?:y|ies|ied)|[ei]nquir(?:y|ies|e[ds]?|ing)|wonder(?:s|ed|ing)?){_ADVERBS}\s(?:about|on|regarding|concerning|as\sto|for)\s(?:the\s)?",
    "es": r"(?:pregunt\w{1,6}|consult\w{1,6})\s(?:por|sobre|acerca\sdel?)\s(?:el\s|los\s)?",
    "fr": r"(?:interrog\w{1,6}|questions?|demand\w{1,4})\s(?:sur|au\ssujet\sdes?|à\spropos\sdes?|concernant)\s(?:l['’]|les\s|le\s)?",
    "pt": r"(?:pergunt\w{1,6}|question\w{1,6})\s(?:pel[oa]s?|sobre|acerca\sd[eo]s?)\s(?:os?\s)?",
    "it": r"(?:chied\w{1,5}|chiest\w|domand\w{1,5})\s(?:d[ei]ll['’]|del\s|degli\s|sull['’]|sul\s|sugli\s|di\s|su\s)",
    "de": r"(?:fragen?|fragt|gefragt|Anfragen?)\s(?:oft\s|immer\s)?(?:nach|zu[mr]?|über)\s(?:dem\s|den\s)?",
    "pl": r"(?:pyta\w{0,4}|pytani\w{1,3})\s(?:o|dotycząc\w{1,3})\s",
    "ru": r"(?:спрашива\w{1,4}|вопрос\w{0,3})\s(?:об?|про|по)\s",
    "id": r"(?:ditanya|bertanya|pertanyaan)\s(?:tentang|mengenai|soal)\s",
    "ar": r"[وف]?(?:نسأل|يسأل|تسأل|سؤال|أسئلة|سئلنا)\sعن\s",
}
_GLUED = "(?:问及|詢問|询问|问到)(?:关于)?"
_ASKED = re.compile(rf"(?i)(?<![\w’'])(?:{'|'.join(_ROWS.values())})$|{_GLUED}$")
_ASKED_AFTER = re.compile(
    r"(?i)^(?:['’]\w{1,4})?\s(?:(?:oft|häufig|immer|stets)\s)?(?:gefragt|(?:hakkında\s)?sor(?:ul|uyor|ar|du)\w{0,10})(?!\w)"
)
"""Where the verb stands behind what is asked about: German, Turkish."""


def told(frame: Frame, hits: list[Hit]) -> list[Hit]:
    """The goals of which something is told: without those asked about, and those listed with them."""
    kept: list[Hit] = []
    asked = 0
    for hit in hits:
        listed = asked and is_link(frame.text[asked : hit.span.start])
        if (
            listed
            or _ASKED.search(frame.before(hit.span.start, 60))
            or _ASKED_AFTER.match(frame.after(hit.span.end, 40))
        ):
            asked = hit.span.end
        else:
            asked = 0
            kept.append(hit)
    return kept
