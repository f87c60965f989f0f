"""From the words of a name to its mention: its kind, aliases, functions and audiences."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model import Basis, Kind, NameMention, Span
from ...social import host_of, is_post, network_of
from ..aliases import gloss_aliases
from ..chunks import Candidate
from ..enclosed import kind_in_front, kind_of_subject
from ..facets import find_audiences, find_functions
from ..items import Segment, SegmentKind
from ..kinds import (
    default_kind,
    first_kind,
    is_called_at,
    is_loose,
    is_online,
    is_shown,
    is_used,
    is_used_through,
    kind_around,
    kind_of_apposition,
    kind_of_description,
    kind_of_name,
    offline,
)
from ..links import Anchor
from ..standalone import sentence_kind
from .before import open_bracket
from .draft import Draft
from .networks import is_account

__all__ = ["asks_services", "listed_service", "mention", "of_candidate", "quoted_at", "refined"]


def quoted_at(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in ('"', "“", "«", "„", "‘")


def of_candidate(draft: Draft, segment: Segment, candidate: Candidate, anchor: Anchor | None) -> NameMention:
    scope = segment.span if segment.kind is SegmentKind.ITEM else draft.sentence_at(candidate.span.start)
    end = anchor.outer.end if anchor else candidate.span.end
    bracket = open_bracket(draft.text, candidate.span.end, anchor.outer.start) if anchor else None
    gloss = draft.text[bracket + 1 : anchor.outer.start] if bracket is not None and anchor else ""
    aliases = gloss_aliases(draft.text, candidate.span.end, end + 2)
    return mention(draft, candidate, scope, gloss, anchor, None, aliases)


def mention(
    draft: Draft,
    name: Candidate,
    scope: Span,
    gloss: str,
    anchor: Anchor | None,
    description: Span | None,
    aliases: tuple[Span, ...],
) -> NameMention:
    words = re.sub(r"\s+", " ", name.span.of(draft.text))
    kind, basis, rule = _kind(draft, name, words, gloss, anchor)
    description = None if kind is Kind.ACCOUNT else description
    return NameMention(
        name.span, words, kind, scope, basis, rule, description, tuple(a for a in aliases if not a.meets(name.span)),
        functions=find_functions(draft.text, description or name.span),
        audiences=find_audiences(draft.text, description or name.span), proper=name.proper,
    )  # fmt: skip


def _kind(
    draft: Draft, name: Candidate, words: str, gloss: str, anchor: Anchor | None
) -> tuple[Kind, Basis, str]:
    text = draft.text
    if anchor and draft.question.lists is not Kind.APP and _leads_to_account(anchor):
        return Kind.ACCOUNT, Basis.STATED, ""
    if draft.question.lists is Kind.ACCOUNT and is_account(text, name.span):
        return Kind.ACCOUNT, Basis.STATED, ""
    if (
        anchor
        and _leads_to_store(anchor)
        and (is_loose(words) or kind_of_name(words) in (None, Kind.INITIATIVE))
    ):
        return Kind.APP, Basis.STATED, ""
    end = max(anchor.outer.end, name.span.end) if anchor else name.span.end
    sentence = draft.sentence_at(name.span.start)
    around = first_kind((
        _kind_between(text, name.span.end, anchor.outer.start) if anchor else None,
        kind_around(text[max(sentence.start, name.span.start - 60) : name.span.start], _after(draft, end)),
    ))  # fmt: skip
    own = kind_of_name(words)
    if own is Kind.SERVICE and anchor and _own_site(anchor) and _is_site(draft, words):
        own = Kind.PORTAL  # a library has its site, a permit a page
    kinds = (
        kind_of_subject(text, sentence.start, name.span.start) if name.proper else None,
        *(
            (around, own)
            if quoted_at(text, name.span)
            else (None if is_loose(words) or is_online(words) else own, around)
        ),
        _described(draft, (name.span.end, end), gloss, anchor),
        None if draft.question.lists is Kind.APP and is_loose(words) else own,
        kind_in_front(text, sentence.start, name.span.start) if name.proper else None,
        sentence_kind(text, sentence.start, name.span.start) if not gloss else None,
    )
    told = first_kind(kind for kind in kinds if kind is not Kind.ACCOUNT or anchor is None)
    if told:
        return refined(draft, told, anchor)
    said = gloss or text[end : sentence.end].lstrip(" ):")
    before = text[sentence.start : name.span.start]
    if anchor is None and is_called_at(text[name.span.end : name.span.end + 40]):
        return Kind.SERVICE, Basis.INFERRED, "kind-by-use"
    return _by_use(draft, said, before, anchor) or default_kind(draft.question)


_DOES = re.compile(
    r"\s?(?:[–—:]|-(?=\s))\s?(?!.*(?:bot|assistant|hotline|helpline|portal|website|site|platform|page|map)\b)"
)


def _after(draft: Draft, end: int) -> str:
    """The words behind a name that may tell its kind; behind a dash, in a list of apps, they tell what the app does:
    "Walk – audio guide"."""
    after = draft.text[end : end + 60].partition("\n")[0]
    return "" if draft.question.lists is Kind.APP and _DOES.match(after) else after


def _by_use(draft: Draft, said: str, before: str, anchor: Anchor | None) -> tuple[Kind, Basis, str] | None:
    """What people do with a thing that has no noun of its own: get something from it, or look at what its site shows."""
    asked = asks_services(draft) or draft.question.section == "crisis"  # where one is warned or asks for help
    page = asked and (anchor is None or not _own_site(anchor))
    if draft.question.lists is Kind.INITIATIVE or page:
        if is_used(said) or is_used_through(before):
            return Kind.SERVICE, Basis.INFERRED, "kind-by-use"
        if anchor and _own_site(anchor) and is_shown(said):
            return Kind.PORTAL, Basis.INFERRED, "kind-by-use"
    return None


def _is_site(draft: Draft, words: str) -> bool:
    """Whether a name is that of a site rather than of one service, where it has a site: "Library Online", "E-Services"; a
    "Permit Online" is one."""
    plural = draft.question.lists is Kind.PORTAL and words.lower().endswith("services")
    return plural or (is_online(words) and kind_of_name(offline(words)) is not Kind.SERVICE)


def listed_service(draft: Draft, found: NameMention, anchor: Anchor | None) -> NameMention:
    """An item of a list of e-services as one of them, unless words tell of another kind or it has a site of its own."""
    told = found.basis is Basis.STATED and not (found.kind is Kind.INITIATIVE and is_loose(found.name))
    if told or not asks_services(draft) or (anchor and _own_site(anchor)) or found.law:
        return found
    return replace(found, kind=Kind.SERVICE, basis=Basis.INFERRED, rule="default-kind-by-question")


def asks_services(draft: Draft) -> bool:
    """Whether a question asks for the services that are offered online."""
    return draft.question.lists is Kind.PORTAL and "e-services" in draft.question.functions


def _described(draft: Draft, ends: tuple[int, int], gloss: str, anchor: Anchor | None) -> Kind | None:
    """The kind that an apposition behind the name or its link tells, or the description; no service or body where
    sites are asked for and the link leads to one."""
    behind = [kind_of_apposition(draft.text[at : at + 120].partition("\n")[0]) for at in ends]
    said = kind_of_description(gloss) if gloss and draft.question.lists is not Kind.APP else None
    kind = first_kind((*behind, said))
    asked = draft.question.lists is Kind.PORTAL and not asks_services(draft)
    site = asked and anchor is not None and _own_site(anchor)
    return None if site and kind in (Kind.SERVICE, Kind.ORGANISATION, Kind.INITIATIVE) else kind


def _kind_between(text: str, start: int, end: int) -> Kind | None:
    """The kind told by a noun between a name and its link: '"Mi Barrio" app: https://…'."""
    between = re.match(
        r"[\"”»’』」》]\s?([\w-]+(?:\s[\w-]+){0,2}(?![\w-])\s?)[\s(<:–—-]*$",
        text[start : min(end, start + 60)],
    )
    return kind_of_name(between[1].strip()) if between else None


def _leads_to_account(anchor: Anchor) -> bool:
    return network_of(anchor.link.url) is not None and not is_post(anchor.link.url)


_STORE_HOSTS = frozenset(
    (
        "play.google.com",
        "apps.apple.com",
        "itunes.apple.com",
        "appgallery.huawei.com",
        "appgallery.cloud.huawei.com",
        "rustore.ru",
    )
)


def _leads_to_store(anchor: Anchor) -> bool:
    """Whether a link leads to where apps are fetched from."""
    return host_of(anchor.link.url) in _STORE_HOSTS


def refined(draft: Draft, kind: Kind, anchor: Anchor | None) -> tuple[Kind, Basis, str]:
    """A kind in the light of its question: a programme under the strategy question, a project with a site of its own."""
    if kind is Kind.INITIATIVE and draft.question.role == "strategy":
        return Kind.STRATEGY, Basis.INFERRED, "default-kind-by-question"
    if kind is Kind.INITIATIVE and anchor and draft.question.lists is Kind.PLATFORM:
        return Kind.PLATFORM, Basis.INFERRED, "default-kind-by-question"
    return kind, Basis.STATED, ""


def _own_site(anchor: Anchor) -> bool:
    """Whether a link leads to a site's first page."""
    return not anchor.link.url.split("://", 1)[-1].rstrip("/").count("/")
