"""What sort of page a thing has, told by its IRI."""

from __future__ import annotations

import re

from ...vocabulary import BASE, sdg

__all__ = ["KIND_WORDS", "kind_of", "local_to"]

_KINDS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"claim/[^/]+", "claim"), (r"statistic/[^/]+", "statistic"), (r"merge/[^/]+", "merge"),
        (r"correction/[^/]+", "correction"), (r"rejected/[^/]+", "rejected"),
        (r"response/[^/]+/[^/]+/answer/q\d+", "answer"), (r"response/[^/]+/[^/]+/answer/q\d+/mark/[^/]+", "mark"),
        (r"response/[^/]+/[^/]+/question/q\d+", "question"), (r"response/[^/]+/[^/]+", "response"),
        (r"questionnaire/[^/]+/q\d+", "question"), (r"questionnaire/[^/]+/q\d+/option/[^/]+", "option"),
        (r"questionnaire/[^/]+/section/[^/]+", "section"), (r"questionnaire/[^/]+", "questionnaire"),
        (r"code/[^/]+/[^/]+", "code"), (r"code/[^/]+", "code list"), (r"code", "code lists"),
        (r"id/city/[^/]+", "city"), (r"id/country/[^/]+", "country"), (r"id/region/[^/]+", "region"),
        (r"id/(?:[^/]+/)+law/[^/]+|id/law/[^/]+", "legislation"), (r"id/[^/]+/([^/]+)/[^/]+", ""), (r"id/organisation/[^/]+", "organisation"),
    )
)  # fmt: skip

_OF_ONE = ("statistic/", "merge/", "correction/", "rejected/")
"""The paths of what belongs to one response, whatever its IRI."""

KIND_WORDS = {
    "legislation": "law or standard",
    "statistic": "number",
    "mark": "mark of an option",
    "merge": "merge of mentions",
    "rejected": "rejected claim",
}
"""How a kind reads where its name alone would not do."""


def kind_of(iri: str) -> str:
    """The kind of a thing by its IRI: `answer`, `city`, `service`; empty when the IRI does not tell."""
    if iri.startswith(sdg.iri):
        return "target" if "." in iri[len(sdg.iri) :] else "goal"
    if not iri.startswith(BASE):
        return ""
    for pattern, kind in _KINDS:
        match = pattern.fullmatch(iri, len(BASE))
        if match:
            return kind or match[1]
    return ""


def local_to(iri: str, city: str) -> bool:
    """Whether no other city's response can speak of a thing."""
    own = (f"{BASE}{path}" for path in (f"id/{city}/", f"response/{city}/", *_OF_ONE))
    return iri.startswith(tuple(own))
