"""What a sentence says of a thing that it names in passing: the words behind the name, or those that lead to it.

"The Foo (link) marks quiet streets", "Foo, where women mark …", "Foo, the channel of …", "maps are shown in Foo", "with Foo people plan
a trip". Only words of the response count, and none that tell of another thing, a number or a goal.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from ..model import Kind, NameMention, Span
from .contacts import BLANK
from .kinds import KIND_NOUN
from .page import THINGS

__all__ = ["with_purposes"]

_SAID = THINGS - {Kind.STRATEGY}
"""Of a strategy, words in passing tell who keeps it and what came of it."""
_REACH = 500
_LINK = r"(?:https?://|www\.)[^\s<>()\[\]]{1,300}"
_BEHIND = re.compile(
    rf"(?:[\"”»’)\]]{{1,3}}|\s»)?(?:\s(?:app|application|card|portal|platform|service|website|page|tool|system|map|programme|program|project|plan|strategy)\b)?"
    r"(?:\s(?:of|del?|du|d[aeo])\s(?:the\s|la\s|el\s)?[A-ZÀ-Þ][^\W\d]{1,20}(?:\s[^\W\d]{1,20}){0,7}(?=,\s|\s\())?(?:\s\d[\d -]{2,18}\d)?"
    rf"(?:\]?\(?{_LINK}\)?|\s{{0,2}}[(\[<]{{1,2}}[^()\[\]\n]{{0,300}}[)\]>]{{1,2}}|\s?[,:;]?\s?{_LINK}(?<![.,;])){{0,2}},?[ \u00a0]"
)
"""What stands between a name and what is said of it: a closing mark, the noun of its kind, initials, its link."""
_APART = re.compile(r"[()<>\d]|https?:|www\.")
_BRACKET = re.compile(
    r"[\"”»’\]]{0,2}\s?[(（](?P<said>(?!(?:more than|over|about|up to)\s)[^\W\dA-Z][^()（）;\n]{8,300}?)(?=[,;:]?\s?<?(?:https?:|www\.)|[;)）])"
)
_NOT_FIRST = r"(?!(?:\w+\s){0,1}(?:[\d.,]*\d|more than|over|about|almost|around|approximately|up to|nearly|at least|más de|plus de|mais de|более)\b)"
_VERBS = (
    r"(?:lets?|allows?|enables?|helps?|offers?|provides?|gives?|shows?|lists?|marks?|informs?|publishes|displays|tells?|answers?|sends?|connects?|brings|gathers|collects|explains|estimates"
    r"|reserves|reminds|warns|guides|combines|presents|maps|measures|monitors|translates|calculates|finds|keeps|registers|records|handles|manages|processes|links|supplies|sells|lends|plans|holds"
    r"|receives|accepts|makes|covers|teaches|trains|unites|matches|reports|delivers|describes|contains|includes|serves|supports|hosts|stores|issues|simplifies|compares|issues|grants|books"
    r"|permiten?|ofrecen?|facilitan?|ayudan?|muestran?|informan?|publican?|reúnen?|permet(?:tent)?|offren?t?|aident?|affichent?|informent?|rassemblent?|oferecem?|ajudam?|mostram?|reúnem?"
    r"|позволя[ею]т|предоставля[ею]т|помога[ею]т|предлага[ею]т|показыва[ею]т|объединя[ею]т)"
)
_VERB = re.compile(
    rf"(?:(?:also|además|también|également|também|также)\s)?{_VERBS}\s{_NOT_FIRST}(?!\w+\s(?:SDG|goal|target)|(?:SDG|goal|target))",
    re.I,
)
_PLURAL = re.compile(
    r"(?i)(?:(?:also)\s)?(?:let|allow|enable|help|offer|provide|give|show|list|mark|inform|tell|answer|send)\s"
)
_FOR = frozenset(("for", "para", "pour", "для"))
_IS = re.compile(
    rf"(?:is|are|es|est|é)\s(?:an?|the|our|used|meant|where|un[ea]?|el|la|le|uma?|o)\s{_NOT_FIRST}(?:[\w’'-]+\s){{1,}}",
    re.I,
)
_PARTED = re.compile(
    r"(?:[–—-]\s)?(?:"
    r"(?P<relative>(?:(?:through|with|in|on|from|by|for)\s)?which|that|who|where|whereby|que|donde|con (?:la|el) que|qui|où|dont|grâce auquel|onde|где|котор\w+|с помощью котор\w+)\s"
    r"|(?:the|an?|our|una?|el|la|une?|le|uma?|um|o)\s(?=[\w’'-]+)|(?:for|para|pour|для)\s(?=\w+ing\b|\w+\s\w+))",
    re.I,
)
_WITH = re.compile(r"(?:with|para|for)\s(?:[\w’'-]+\s){2}")
_PAST = re.compile(
    r"(?:(?:through|with|in|on|from|by|for)\s)?(?:which|that|who|where|que|qui)\s(?:in\s\d{4}\s|also\s|now\s|already\s|alone\s)?"
    r"(?:\w+ed\b|has\b|have\b|had\b|was\b|were\b|will\b|does\b|do\b|received|went|ran|won|drew|held|saw|began|grew|paid|gave|sent|made|built|took|led|became|cost"
    r"|(?:is|are)\s(?:also\s)?(?:linked|aligned|related|tied|part|due|administered|carried|operated|run|managed|directed|led|owned|issued|of\sthe)|contribut\w+|supports?\s(?:SDG|goal))",
    re.I,
)
_COUNTED = re.compile(r"(?:(?:[\w’'-]+\s){0,6}?)\d[\d.,]*\s")
"""What tells how much rather than what: "on which 84 projects were opened"."""
_NO_APPOSITION = re.compile(
    r"(?:the|our)\s(?:[A-ZÀ-Þ]|\w+\s(?:is|are|was|were|has|have|comes?|came|can|will)\b)"
)
_GOAL = re.compile(
    r"(?i)\b(?:SDGs?|goals?|targets?|ODS|ODD|ЦУР|objetivos?|objectifs?)\s(?:no\.?\s)?\d|\bSustainable Development\b|\b2030 Agenda\b"
)
_CUT = re.compile(
    rf"[;\t\n|]|\s[–—-]\s|:\s|\s?[(\[<（]|,?\s?{_LINK}|,\s(?=(?:and\s|but\s|while\s|y\s|et\s|e\s)?(?:is|are|was|were|has|have|had|will|supports?|serves?|contribut\w+|helps?\sto\sreach|responds|"
    r"went|received|reached|counts|drew|covers|sends|runs|est|sont|es|son|é|são|foi|fue|a\s(?:été|reçu))\b)|,?\s(?=and\s(?:which|that|where|has|have|had|is|was|were|contribut\w+|supports?\s|serves?\s|reached|received|went|is)\b)"
    r"|,\s(?:with\s|con\s|avec\s|com\s)?(?=\d)|,\s(?=\w+ed\s)|,\sand\s(?=(?:(?!that\s|which\s|who\s)[\w’'-]+\s){1,4}?(?:is|are|was|were|can|may|has|have)\s)"
    r"|,\s(?=(?:rather|while|whereas|whose|mientras|tandis)\b)"
)
_PEOPLE = (
    r"(?:residents|citizens?|people|persons|users|visitors|owners|travell?ers|passengers|companies|businesses|entrepreneurs|builders|parents|families|students|pupils|teachers|tourists|drivers|voters|taxpayers"
    r"|tenants|employers|farmers|households|patients|everyone|anyone|one|they|you|we|ciudadan[oa]s|vecin[oa]s|habitantes|residentes|citoyens|résidents|habitants|cidadãos|moradores|жители|граждане|пользователи)"
)
_AT = r"(?:in|on|at|through|via|with|using|from|to|by means of|en|a través de|con|sur|avec|par|em|através de|com|на|в|через|с помощью)"
_USED_AT = re.compile(
    rf"(?:(?:can|may|could)\s(?:also\s|then\s)?(?:be\s\w+|\w+)|(?:is|are)\s(?:also\s|then\s)?(?:\w+ed|made|paid|sent|given|kept|held|found|shown|bought|sold|seen|taken|put|won)|"
    rf"{_PEOPLE}\s(?:with\s[\w\s]{{2,30}}?\s)?(?:can\s|may\s)?(?!who\s|that\s|will\s|ha[sd]\s|have\s|were\s|are\s)\w+|puede[n]?\s\w+|peu(?:t|vent)\s\w+|pode[m]?\s\w+|могут\s\w+)\b[^:;()\n]{{0,200}}?\b{_AT}\s(?:the\s|our\s|el\s|la\s|le\s|o\s|a\s)?[\"“«„]?$"
    rf"|{_PEOPLE}\s(?:in\s[\w\s]{{2,20}}?\s)?(?:calls?|dials?|uses?|rings?|consults?|opens?|visits?|subscribes?\sto)\s(?:the\s|our\s)?[\"“«„]?\s?$"
    r"|(?:is|are)\s(?:also\s)?(?:answered|lent|given|provided|offered|shown|sent|handled|sold|shared|delivered)\sby\s(?:the\s|our\s)?[\"“«„]?$",
    re.I,
)
_TIES = re.compile(
    r"(?i)\b(?:contribut|align|link(?:ed)?\b|respond|support|laid down|contained|anchored|named|called|approved|combined|integrat|connected|replaced|belong|related|referred|operated|part of)"
)
_OPENS_WITH = re.compile(
    r"(?:through|with|via|using|in|on|at|a través de|con|par|avec|через|с помощью)\s(?:the\s|our\s|el\s|la\s|o\s)?(?:(?:mobile\s)?(?:app|application|portal|platform|service|website)\s)?[\"“«„\[]{0,2}$",
    re.I,
)
_THEN = re.compile(rf"(?:the\s|all\s|our\s)?{_PEOPLE}\s\w+\s\w+", re.I)
_BY_BEING = re.compile(
    r"(?:the|our|an?|el|la|le|o|nuestro|nuestra)\s(?P<said>(?:(?!(?:the|our|an?|el|la|le|o)\s)[\w’'-]+\s){1,9}?[\w’'-]+(?:\s(?:of|for|de|del|da|do|du)\s[^,;:.()\n]{2,60})?),\s[\"“«„\[]{0,2}$",
    re.I,
)
_TAIL = re.compile(r",?\s(?:and|or|y|et|e|и)(?:\s(?:on|at|in|by|the|also))?$")
_NO_SUBJECT = re.compile(r"(?i)(?:can|may|is|are|it|this|that|these|they|those)\s")
_NEXT = re.compile(
    r"(?:it|this (?:service|app|application|portal|platform|site|website|tool|system|map|line)|the (?:service|app|application|portal|platform|site|website|tool|system)|este servicio|esta aplicación|ce service|este serviço)\s", re.I
)  # fmt: skip


def with_purposes(
    text: str, names: tuple[NameMention, ...], sentences: tuple[Span, ...]
) -> tuple[NameMention, ...]:
    """The names, each thing that its entry does not describe with what its sentence or the next says that it is or does."""
    sayer = _Sayer(text, names, sentences)
    return tuple(
        replace(name, told=sayer.told(i)) if name.kind in _SAID and not name.description else name
        for i, name in enumerate(names)
    )


class _Sayer:
    """The words of one answer around its names."""

    def __init__(self, text: str, names: tuple[NameMention, ...], sentences: tuple[Span, ...]) -> None:
        self.text, self.names, self.sentences = text, names, sentences
        self.starts = [name.span.start for name in names]

    def told(self, at: int) -> Span | None:
        """What is said of the name at a place of the list, the plainest way of saying it first."""
        name = self.names[at].span
        place = max(0, bisect_right(self.sentences, name.start, key=lambda sentence: sentence.start) - 1)
        if not self.sentences:
            return None
        sentence = self.sentences[place]
        begin = max(sentence.start, name.start - _REACH)
        ways = (self._bracket(name, sentence), self._behind(name, sentence), self._fronted(name, sentence, begin), self._led(at, begin), self._apposed(name, begin), self._next(at, place))  # fmt: skip
        return next(filter(None, ways), None)

    def _bracket(self, name: Span, sentence: Span) -> Span | None:
        found = _BRACKET.match(self.text, name.end, min(sentence.end, name.end + _REACH))
        return self._worth(Span(*found.span("said"))) if found and found["said"][0].islower() else None

    def _behind(self, name: Span, sentence: Span) -> Span | None:
        """A relative clause, an apposition or the verb behind the name and its link."""
        stop = min(sentence.end, name.end + _REACH)
        gap = _BEHIND.match(self.text, name.end, stop)
        if not gap:
            return None
        start, parted = (
            gap.end(),
            "," in gap[0][-2:] or self.text[gap.end() : gap.end() + 2] in ("– ", "— ", "- "),
        )
        opening = _PARTED.match(self.text, start, stop) if parted else _relative(self.text, start, stop)
        if opening and self._tells(start, opening, stop):
            return self._until(Span(start + len(opening[0]) - len(opening[0].lstrip("–—- ")), stop))
        linked = _APART.search(gap[0]) is not None
        verb = _VERB.match(self.text, start, stop) if linked or not parted else None
        if verb and _PLURAL.match(verb[0]) and not name.of(self.text).endswith("s"):
            verb = None
        tells = verb or _IS.match(self.text, start, stop)
        other = tells or (
            linked and _WITH.match(self.text, start, stop) and not _COUNTED.match(self.text, start, stop)
        )
        return self._until(Span(start, stop)) if other else None

    def _tells(self, start: int, opening: re.Match[str], stop: int) -> bool:
        """Whether a clause or apposition tells what a thing is: no past event, no count, and no other thing."""
        begin = start + len(opening[0]) - len(opening[0].lstrip("–—- "))
        named = bisect_left(self.starts, begin)
        other = named < len(self.starts) and self.starts[named] <= opening.end()
        counts = opening["relative"] or opening[0].split()[0].lower() in _FOR
        counted = counts and _COUNTED.match(self.text, opening.end(), stop)
        return not (
            other
            or counted
            or _PAST.match(self.text, begin, stop)
            or _NO_APPOSITION.match(self.text, begin, stop)
        )

    def _fronted(self, name: Span, sentence: Span, begin: int) -> Span | None:
        """ "With Foo (link) people plan a trip"."""
        opening = _OPENS_WITH.search(self.text[begin : name.start])
        gap = _BEHIND.match(self.text, name.end, sentence.end) if opening and not opening.start() else None
        if gap is None or not _THEN.match(self.text, gap.end(), sentence.end):
            return None
        return self._until(Span(gap.end(), min(sentence.end, gap.end() + _REACH)))

    def _led(self, at: int, begin: int) -> Span | None:
        """ "Maps are shown in Foo": the clause up to the name, when no other thing is named there."""
        name = self.names[at]
        before = self.text[begin : name.span.start]
        cut = max(before.rfind("; "), before.rfind(": "), before.rfind(", and "), before.rfind(", while "))
        start = begin + (cut + (2 if before[cut : cut + 1] in ";:" else 6) if cut >= 0 else 0)
        if self._named(start, name.span.start) or not _USED_AT.search(self.text[start : name.span.start]):
            return None
        words = Span(start, name.span.end)
        if (
            _NO_SUBJECT.match(words.of(self.text))
            or _TIES.search(words.of(self.text))
            or re.search(r"[()<>]|https?:|www\.", words.of(self.text))
        ):
            return None
        return self._worth(self._closed(words))

    def _apposed(self, name: Span, begin: int) -> Span | None:
        """ "The open data portal of the city, Foo"."""
        found = _BY_BEING.search(self.text[begin : name.start])
        if not found or not KIND_NOUN.search(found["said"]):
            return None
        return self._worth(Span(begin + found.start(), begin + found.end("said")))

    def _next(self, at: int, place: int) -> Span | None:
        """The next sentence, when it goes on with "It …" and this one names no other thing."""
        if place + 1 >= len(self.sentences):
            return None
        here, after = self.sentences[place], self.sentences[place + 1]
        opening = _NEXT.match(self.text, after.start, after.end)
        near = "\n" not in self.text[here.end - 1 : after.start + 1]
        if not opening or not near or self._named(here.start, here.end) != 1:
            return None
        said = _VERB.match(self.text, opening.end(), after.end) or _IS.match(
            self.text, opening.end(), after.end
        )
        return self._until(Span(after.start, min(after.end, after.start + _REACH))) if said else None

    def _named(self, start: int, end: int) -> int:
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def _until(self, span: Span) -> Span | None:
        """As far as it tells of the one thing: up to a link, a bracket, another clause, another name that is listed, or a goal."""
        cut = _CUT.search(self.text, span.start + 3, span.end)
        end = cut.start() if cut else span.end
        if self.text.startswith((BLANK, f" {BLANK}"), end):
            return None
        for i in range(bisect_left(self.starts, span.start), bisect_left(self.starts, end)):
            listed = re.search(
                r"(?:[,;]\s(?:and\s|y\s|et\s|e\s)?|\sand\s)(?:the\s|our\s)?[\"“«„\[]{0,2}$",
                self.text[span.start : self.starts[i]],
            )
            if listed:
                end = span.start + listed.start()
                break
        goal = _GOAL.search(self.text, span.start, end)
        if goal:
            parts = [m.start() for m in re.finditer(r",\s|\sand\s", self.text[span.start : goal.start()])]
            if not parts:
                return None
            end = span.start + parts[-1]
        return self._worth(Span(span.start, end))

    def _worth(self, span: Span) -> Span | None:
        """A stretch without the signs at its edges; none when its words are too few to tell anything, or withheld."""
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip(" \n,;:–—-"))
        end = span.end - (len(words) - len(words.rstrip(" \n,;:.–—-“«")))
        tail = _TAIL.search(self.text[start:end]) if start < end else None
        end = start + tail.start() if tail else end
        kept = self.text[start:end] if start < end else ""
        plain = [word for word in kept.split() if any(map(str.isalpha, word))]
        fits = len(plain) >= 3 and len(kept) <= 400 and BLANK not in kept and not _GOAL.search(kept)
        return Span(start, end) if fits else None

    def _closed(self, span: Span) -> Span:
        """A stretch with the mark that closes a name in quotation marks."""
        close = _CLOSE.match(self.text, span.end)
        return Span(span.start, close.end()) if close and _OPEN.search(span.of(self.text)) else span


_OPEN, _CLOSE = re.compile(r"[\"“«„]"), re.compile(r"\s?[\"”»“]")


def _relative(text: str, start: int, stop: int) -> re.Match[str] | None:
    """A relative clause without a comma: "the card that opens all pools"."""
    found = _PARTED.match(text, start, stop)
    return found if found and found["relative"] else None
