"""Accounts: those of networks that are named without a link, and whose a link into a network is.

A network that the city does not use, or not yet, gives no account.
"""

from __future__ import annotations

import re

from ...model import Kind, NameMention, Span
from ...social import network_of, networks_named
from ..items import Segment
from ..links import Anchor
from .draft import Draft
from .hosts import from_host

__all__ = ["add_networks", "fitting", "is_account", "is_unused", "shortened"]

_USE = r"(?:us|utili[zs]|emple|empreg|ten|tien|tem|abr|hay|há|exist|cuent|cont|manej|oper|dispo|ger|gest)"
_NOT = (
    r"(?:not (?!only\b)|never |no longer |(?:we|the city) (?:do not|don['’]t|does not|doesn['’]t|have not|haven['’]t) |no se |no est[áa]n? |ya no |não (?:é |está |se )|nicht |не |尚未|不"
    rf"|(?:a[úu]n |todav[íi]a |ainda |já |de momento |por ahora )?(?:no|não) (?:(?:l?[oa]s?|se) )?{_USE}|(?:ancora )?non (?!sol|soltanto|esclusiv)"
    r"|(?:nous |on |la (?:ville|commune|mairie) )?n(?:e |['’])(?:l['’]|les? |la |en |y )?\w+ (?:\w+ )?(?:pas|plus|jamais|aucune?)(?!\w)"
    r"|(?:nutzen|verwenden|haben|betreiben|bespielen) wir (?:\w+ )?(?:nicht|kein))"
)
"""What denies use right behind the name of a network: "TikTok no usamos", "Twitter : nous ne l'utilisons pas"."""
_PLANNED = (
    r"(?:(?:being |still |currently |now |also |to be ){0,2}(?:planned|under (?:study|preparation|consideration|discussion|review|evaluation|development|construction)"
    r"|in (?:preparation|planning|development)|prepared|considered|studied|evaluated|discussed|closed|suspended|deactivated|deleted|discontinued|given up|abandoned|rejected"
    r"|coming|(?:opened|launched|created) (?:later|soon|next)|foreseen|banned)(?=\s?(?:[.,;:)\n]|$|(?:and|in|since|for|by|at|but|because|as|from)\b))"
    r"|en (?:preparaci[óo]n|estudio|proyecto|cours de création|projet|préparation)|à l['’]étude|prévue?\b|previst[oa]\b|em (?:estudo|preparação)|geplant|in Vorbereitung|планируется|в разработке|قيد)"
)
_AFTER = re.compile(
    rf"(?:\s(?:page|account|channel|profile))?(?:\s?[:(–—-]\s?|,\s(?:which\s)?)?\s?(?:(?:is|are|was|were|has been|have been|will be|est|está|é|ist|se)\s)?(?:{_NOT}|{_PLANNED}|none\b)",
    re.I,
)
_BEFORE = re.compile(
    r"(?:\b(?:do(?:es)? not|don['’]t|doesn['’]t|did not|have not|has not|haven['’]t|are not|is not|not yet|never|no longer)\s(?:yet\s|currently\s|officially\s)?"
    r"(?:us(?:e|ing)|have|ha[sd]|run|keep|maintain|operate|manage|active|present|on|in|opened?|joined|join)"
    r"|\b(?:no|without an?)\s(?:\w+\s)?(?:account|page|channel|profile|presence)s?|\b(?:plan|plans|planning|intend|intends|hope|preparing|considering)\s(?:to\s)?(?:open|join|creat|launch|start|add|us|set|introduc)\w*"
    r"|\b(?:will|shall)\s(?:soon\s|also\s)?(?:open|join|create|launch|start)|\b(?:instead of|rather than|except|planned|future|withdrew from|left|closed|former)"
    r"|\b(?:pas d(?:e|['’])|aucune?|sans|sin|ning[uú]n[ao]?|sem|nenhuma?|senza|nessun[ao]?|keine?n?|ohne|geen|brak)(?:\s(?:\w+\s)?(?:comptes?|cuentas?|contas?|profil\w{0,2}|perfi[ls]|pages?|páginas?|pagin[ae]|cha[iî]nes?|cana(?:l|ux|is|les?)|accounts?|kontos?|konta|pr[eé]sen[cz]\w{1,2}|präsenz))?"
    r"|\bno (?:usamos|utilizamos|tenemos|empleamos|contamos|se (?:usa|utiliza|emplea))|\bn['’](?:utilisons|avons|employons) pas|\bnão (?:usamos|utilizamos|temos|se (?:usa|utiliza))|\bnon (?:usiamo|utilizziamo|abbiamo|si (?:usa|utilizza))|\b(?:nutzen|verwenden|haben) (?:\w+\s)?kein\w*|не (?:использу\w+|ведём|ведем))"
    r"(?:(?:,?\s|(?<=['’]))(?:(?-i:[A-ZÀ-Þ][\w-]*)|or|and|nor|any|an?|the|our|of|on|in|en|em|su|auf|bei|con|com|un|una|um|uma|une|cuentas?|contas?|comptes?|profil\w{0,2}|perfil\w{0,2}|páginas?|pagin[ae]|sur|dans|no|na|nos?|nas?|nel|op|d|aucune?|with|to|accounts?|pages?|channels?|profiles?|yet|o|u|ni|ou|nem|de|oder|und|или|ни|и)){0,6}(?:\s(?:d['’])?|(?<=['’]))$",
    re.I,
)


_NO, _ONES_OWN = (
    re.compile(r"(?i)(?:^|\W)no\s(?:\w+\s)?$"),
    re.compile(r"(?i)\s(?:account|page|channel|profile|presence)s?(?!\w)"),
)
"""What denies a network from both sides: "no TikTok account"."""


def is_unused(text: str, span: Span) -> bool:
    """Whether words right beside a network say that there is no account in it, or none any more, or not yet."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 120)
    end = _named_until(text, span)
    no = _NO.search(text, start, span.start) and _ONES_OWN.match(text, end)
    return bool(no or _AFTER.match(text, end) or _BEFORE.search(text, start, span.start))


def _named_until(text: str, span: Span) -> int:
    """Where the network ends with which a name begins: the words behind it may say that it is not used."""
    network = next(networks_named(text[span.start : span.end]), None)
    return span.start + network[0].end if network and network[0].start == 0 else span.end


def shortened(text: str, span: Span) -> Span:
    """A name without the remark behind the network that it begins with: "Threads, since spring, no link"."""
    network = next(networks_named(text[span.start : span.end]), None)
    first = network[0].shift(span.start) if network and network[0].start == 0 else span
    return first if text[first.end : first.end + 1] == "," else span


def add_networks(draft: Draft, covered: bytearray, anchors: tuple[Anchor, ...]) -> None:
    """Networks named without a link are accounts too, where the question asks for them; each once, none that has links."""
    linked = filter(None, (network_of(anchor.link.url) for anchor in anchors))
    seen = {name.name for name in draft.names if name.kind is Kind.ACCOUNT} | {n.name for n in linked}
    for span, network in networks_named(draft.text):
        named = span.of(draft.text)
        fresh = seen.isdisjoint((network.name, named)) and not any(covered[span.start : span.end])
        if fresh and not is_unused(draft.text, span) and not _called(draft, span):
            seen.add(network.name)
            draft.add(NameMention(span, named, Kind.ACCOUNT, draft.sentence_at(span.start)))


def _called(draft: Draft, network: Span) -> bool:
    """Whether an account's own name follows that of its network: "the channel of Telegram «Town News»"."""
    accounts = (name.span.start for name in draft.names if name.kind is Kind.ACCOUNT)
    return any(
        0 < start - network.end < 16 and _HELD.fullmatch(draft.text, network.end, start) for start in accounts
    )


_HELD = re.compile(
    r"\s?(?:channel|page|account|profile|group|canal|cuenta|página|perfil|compte|conta|kanal)?\s?[\"“«]?",
    re.I,
)
"""What may stand between a network and the name of an account in it: "Telegram channel Foo"."""


def is_account(text: str, span: Span) -> bool:
    """Whether a name is that of a network with a word for an account, or stands behind one: "Facebook page", "Telegram channel Foo"."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 40)
    named = (network.shift(start) for network, _ in networks_named(text[start : span.end]))
    return any(
        (network.end < span.start and _HELD.fullmatch(text, network.end, span.start))
        or (network.start == span.start and _HELD.fullmatch(text, network.end, span.end))
        for network in named
    )


def fitting(draft: Draft, segment: Segment, anchor: Anchor, owner: int) -> int | None:
    """The owner, unless it is an account in another network than the link: then the account that the link's host names."""
    network = network_of(anchor.link.url)
    if network is None or draft.names[owner].kind is not Kind.ACCOUNT:
        return owner
    named = {other.name for _, other in networks_named(draft.names[owner].name)}
    first = draft.networks.get(owner)
    if (first or network.name) == network.name and (not named or network.name in named):
        draft.networks[owner] = network.name
        return owner
    return from_host(draft, segment, anchor)
