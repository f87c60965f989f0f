"""Links: every URL in a text, as printed, without the brackets and punctuation around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..model import LinkMention, Span

__all__ = ["ADDRESS", "Anchor", "find_anchors", "find_links", "top_domains"]

_HAN_GOES_ON = r"(?![),.;:!?]{1,3}(?:[\u3400-\u9fff]|\d{1,2}[、.)])|[、。《》「」『』【】])"
"""Not where a text without spaces goes on behind the address."""
_BODY = rf"(?:{_HAN_GOES_ON}[^\s<>\"“”«»|\\^`{{}}])"
ADDRESS = rf"(?:https?://|www\.)(?=\w){_BODY}{{1,2000}}"
"""An address and the marks behind it, as a pattern."""
_SCHEME = re.compile(rf"(?i)(?<![\w@]){ADDRESS}")
_ANGLED = re.compile(r"(?i)<\s{0,2}((?:https?://|www\.)[^<>\" \t]{1,2000})\s{0,2}>")
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_DOMAIN = re.compile(
    rf"(?<![\w@./:-])(?:{_LABEL}\.){{1,5}}([^\W\d_]{{2,12}})(?![\w@-])(/[^\s<>\"“”«»]{{0,500}})?"
)
_JOINT = re.compile(r"[,;|](?=https?://|www\.)")
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,200})\]\(\s{0,2}$")
_CONTINUED = re.compile(r"[\w%&=?/.~+#-]{2,500}")
_LIST_MARKER = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.)]")
_PAIRS = {")": "(", "]": "["}
_CLOSERS = ".,;:!?'’‘…*،؛؟"

_TOP_LEVEL = frozenset(
    "com org net edu gov mil int info biz app city digital online site travel museum mobi tech io eu".split()
)
_COUNTRY_TOPS = frozenset(
    """ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by
    bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et fi fj
    fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in iq
    ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg
    mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg
    ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv
    sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws
    ye yt za zm zw""".split()
)
_BEFORE_ADDRESS = re.compile(
    r"(?:[:：(\[<–—\t)-]|\b(?:at|visit|see|website|site|portal|link|url))\s{0,2}$", re.I
)
_SPEAKS_OF_SITE = re.compile(
    r"\s{0,2}(?:portal|website|web site|site|page|team|platform|app|ecosystem|system|account|official)\b",
    re.I,
)


class Anchor(NamedTuple):
    """A link with the text that names it in markdown: `label` is the span of that text, `outer` of the whole form."""

    link: LinkMention
    label: Span | None
    outer: Span


def find_links(text: str) -> tuple[LinkMention, ...]:
    """Every URL of a text in order of place; `url` is as printed, a line break inside it mended."""
    return tuple(anchor.link for anchor in find_anchors(text))


@lru_cache(maxsize=256)  # an answer is looked through for personal data, twice, and then for its links
def find_anchors(text: str) -> tuple[Anchor, ...]:
    """Every URL with its markdown label, if it has one, and the stretch that its brackets cover."""
    covered = bytearray(len(text))
    found: list[LinkMention] = []
    for link in (*_angled(text), *_plain(text), *_schemeless(text)):
        start, end = link.span.start, link.span.end
        if not (covered[start] or covered[end - 1]):
            covered[start:end] = b"\x01" * (end - start)
            found.append(link)
    return tuple(_anchor(text, link) for link in sorted(found, key=lambda link: link.span))


def _angled(text: str) -> Iterator[LinkMention]:
    for match in _ANGLED.finditer(text):
        yield LinkMention(Span(*match.span(1)), re.sub(r"\s+", "", match[1]))


def _plain(text: str) -> Iterator[LinkMention]:
    for match in _SCHEME.finditer(text):
        start = match.start()
        for part in _JOINT.split(match[0]):
            url = _trim(part)
            end = start + len(url)
            rest = (
                _continuation(text, end) if start + len(part) == match.end() and len(url) == len(part) else ""
            )
            if "." in url:
                yield LinkMention(Span(start, end + (len(rest) + 1 if rest else 0)), url + rest)
            start += len(part) + 1


def _schemeless(text: str) -> Iterator[LinkMention]:
    """Addresses without scheme or www: only where the place or a path shows that an address is meant."""
    for match in _DOMAIN.finditer(text):
        top = match[1].lower()
        if not _is_top_level(top) or match[0][0].isdigit() or not (match[2] or match[0].islower()):
            continue
        url = _trim(match[0])
        alone = _BEFORE_ADDRESS.search(text[max(0, match.start() - 12) : match.start()]) or _begins_line(
            text, match.start()
        )
        alone = alone or _ends_bracket(text, match.start(), match.start() + len(url))
        if (match[2] and len(match[2]) > 1) or (
            alone and not _SPEAKS_OF_SITE.match(text, match.start() + len(url))
        ):
            yield LinkMention(Span(match.start(), match.start() + len(url)), url)


def top_domains() -> frozenset[str]:
    """The endings that make a word an address: the generic ones in use by cities, and every country's."""
    return _TOP_LEVEL | _COUNTRY_TOPS


def _is_top_level(top: str) -> bool:
    return top in _TOP_LEVEL or top in _COUNTRY_TOPS or (not top.isascii() and len(top) < 7)


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _ends_bracket(text: str, start: int, end: int) -> bool:
    """Whether an address of three parts or more ends a bracket behind a comma: "(catalogue, loans, books.town.example)"."""
    parted = text[max(0, start - 2) : start] in (", ", "; ")
    return parted and text[end : end + 1] == ")" and text.count(".", start, end) > 1


def _trim(url: str) -> str:
    """Without the punctuation that follows a URL in a sentence; a closing bracket stays when its opener is inside."""
    while url:
        last = url[-1]
        if last in _CLOSERS or (last in _PAIRS and url.count(last) > url.count(_PAIRS[last])):
            url = url[:-1]
        else:
            break
    return url


def _continuation(text: str, end: int) -> str:
    """The rest of a URL that a line end broke, or nothing: the next line must look like nothing but a URL's tail."""
    if end >= len(text) or text[end] != "\n" or text[end - 1] not in "/-_=&?%.":
        return ""
    match = _CONTINUED.match(text, end + 1)
    if not match or _LIST_MARKER.fullmatch(match[0]) or "://" in text[end + 1 : match.end() + 3]:
        return ""
    after = text[match.end() : match.end() + 1]
    shaped = any(c in match[0] for c in "/=&?%_") or (text[end - 1] in "-_=&?%" and after in ("", "\n"))
    return _trim(match[0]) if shaped and after in ("", "\n", " ", ")", ">", ",", ";") else ""


def _anchor(text: str, link: LinkMention) -> Anchor:
    start, end = link.span.start, link.span.end
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        start, end = start - 1, end + 1
    window = max(0, start - 210)
    label = _MARKDOWN.search(text[window:start]) if text[end : end + 1] == ")" else None
    if label:
        return Anchor(link, Span(*label.span(1)).shift(window), Span(window + label.start(), end + 1))
    return Anchor(link, None, Span(start, end))
