"""Personal data in free text: found before anything else is, and blanked out, so that no offset or length tells of it.

Withheld: every e-mail address; every telephone number but those of public lines; the people whom the contact questions
name or a text names beside a form of address or a post or by usual names, wherever else they stand. A URL, handle or tick box that has any of it
goes whole. `shapes/global.ttl` looks for the same in every graph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from ..model import Answer, Mark, Span, Withheld
from ..social import host_of
from .addresses import find_emails, find_homes, find_phones, is_email, number_pattern, plain, speaks_of_person
from .bare_names import BareNames
from .evened import even
from .links import find_links
from .mailed import find_mailed
from .name_words import Words
from .persons import People, people_in, person
from .rosters import find_listed_people, find_listed_phones
from .scripted_people import find_scripted_people
from .titled import find_titled

__all__ = ["BLANK", "Known", "known_of", "people_in", "personal_in", "withhold", "withhold_all"]

BLANK = "[withheld]"

_QUOTED = re.compile(r"[\"“«„]([^\W\d_]{2,40})[\"”»“]")
_ADDRESS = re.compile(
    r"(?i)(?:(?<!\w)(?:(?:mailto|tel|sms|whatsapp|live):/{0,2}|skype:[/ ]{0,2}(?:live:)?)[^\s<>\"“”«»]{1,500}|(?<![\w.@])@[\w.-]{2,80}|(?<![\w@./-])(?-i:(?:[a-zß-ÿ0-9-]{2,63}\.){1,5}[a-z]{2,12})(?!\w)(?:/[^\s<>\"“”«»]{1,500})?)"
)
_PROFILE = re.compile(
    r"(?i)^(?:mailto:|skype:|live:)|(?:^|[/.])(?:(?:linkedin\.com/(?:mwlite/)?(?:in|pub)|xing\.com/profile|researchgate\.net/profile|viadeo\.com/\w{2}/profile|about\.me)/|orcid\.org/\d|scholar\.google\.[a-z.]{2,6}/citations\?)"
)
"""Where one person alone can stand."""
_NUMBERED = re.compile(r"(?i)(?:wa\.me/|[?&]phone=|^(?:tel|sms|whatsapp):)\D{0,5}\d{6}")

Place = tuple[int, int, str]


class Known:
    """What is personal in one response: whom and what its contact answers give, and whom its texts name."""

    def __init__(
        self,
        given: Iterable[Withheld] = (),
        texts: Sequence[str] = (),
        places: Iterable[str] = (),
        family_first: bool = False,
    ) -> None:
        given = tuple(given)
        names = [name for item in given if item.what == "person" for name in people_in(item.text)]
        things = [*places, *(thing for text in texts for thing in _things(text))]
        self.words = Words((_without(text, names) for text in texts), things)
        self._titled: dict[str, tuple[tuple[int, int], ...]] = {}
        without_urls = [_masked(text, _urls(text)) for text in texts]
        self._bare = BareNames(without_urls, self.words)
        told = [
            text[a:b] for text, words in zip(texts, without_urls, strict=True) for a, b in self.titled(words)
        ]
        told += [text[a:b] for text in texts for a, b in find_mailed(text, self.words)]
        people = (person(name, self.words, family_first) for name in dict.fromkeys([*names, *told]))
        self.people = People((p for p in people if p), self.words)
        numbers = (number_pattern(item.text) for item in given if item.what == "phone")
        self.numbers = tuple(pattern for pattern in numbers if pattern)

    def titled(self, text: str) -> tuple[tuple[int, int], ...]:
        """The places of people whom a text names beside a form of address or a post, lists, or names by usual names."""
        if text not in self._titled:
            self._titled[text] = (
                *find_titled(text, self.words),
                *find_listed_people(text, self.words),
                *self._bare.find(text),
            )
        return self._titled[text]


def _things(text: str) -> Iterator[str]:
    """Words that are names of things here: quoted alone, or the host of a site."""
    yield from _QUOTED.findall(text)
    for link in find_links(text):
        yield from re.findall(r"[^\W\d_]+", host_of(link.url))


def _without(text: str, names: Iterable[str]) -> str:
    """The text without whole names, which do not make ordinary words of their parts when written small."""
    for name in names:
        parts = [re.escape(part) for part in name.split()]
        if len(parts) > 1:
            text = re.sub(
                rf"(?i)(?<!\w)(?:{parts[0]}\s+(?:\S{{1,20}}\s+)?{parts[-1]}|{parts[-1]},?\s+{parts[0]})(?!\w)",
                " ",
                text,
            )
    return text


def withhold_all(
    answers: Sequence[Answer],
    given: Iterable[Withheld],
    places: Iterable[str] = (),
    family_first: bool = False,
) -> tuple[tuple[Answer, ...], tuple[Withheld, ...]]:
    """The answers without personal data in what was written, beside the tick boxes and in unknown questions, and all that was taken out."""
    known = known_of(answers, given, places, family_first)
    public, kept_back = [], []
    for answer in answers:
        text, found = withhold(answer.text, answer.question, known)
        marks = [withhold(mark.label, answer.question, known) for mark in answer.marks]
        asked, told = withhold(answer.asked, answer.question, known)
        kept_back += [*found, *told, *(item for _, more in marks for item in more)]
        marked = tuple(map(_relabelled, answer.marks, marks))
        public.append(replace(answer, text=text, marks=marked, asked=asked))
    return tuple(public), tuple(kept_back)


def known_of(
    answers: Iterable[Answer],
    given: Iterable[Withheld],
    places: Iterable[str] = (),
    family_first: bool = False,
) -> Known:
    """What is personal in a response, by its answers, what was kept back of them, and the words for where it comes from."""
    return Known(
        given,
        [even(answer.text) for answer in answers if answer.text],
        [w for p in places for w in re.findall(r"\w+", p)],
        family_first,
    )


def personal_in(text: str, known: Known) -> Iterator[Span]:
    """Where personal data stand in a text, in order and apart."""
    return (Span(start, end) for start, end, _ in _merged(_places(even(text), known)))


def _relabelled(mark: Mark, label: tuple[str, tuple[Withheld, ...]]) -> Mark:
    return replace(mark, label=label[0]) if label[1] else mark


def withhold(text: str, question: int, known: Known) -> tuple[str, tuple[Withheld, ...]]:
    """The text with personal data replaced by `BLANK`, and what was taken out of it."""
    pieces, found, done = [], [], 0
    for start, end, what in _merged(_places(even(text), known)) if text else ():
        found.append(Withheld(question, what, text[start:end]))
        pieces += [text[done:start], BLANK]
        done = end
    return "".join([*pieces, text[done:]]), tuple(found)


def _places(text: str, known: Known) -> Iterator[Place]:
    urls = _urls(text)
    yield from ((a, b, "link") for a, b in urls if _is_personal(text, a, b, known))
    words = _masked(text, urls)
    named = (*known.titled(words), *find_scripted_people(words), *known.people.find(words))
    yield from ((a, b, "person") for a, b in named)
    addresses = [(a, b, "e-mail") for a, b in find_emails(text)]
    numbers = [
        (*match.span(), "phone") for pattern in known.numbers for match in pattern.finditer(plain(text))
    ]
    yield from _grown([*addresses, *numbers], urls)
    yield from ((a, b, "address") for a, b in find_homes(text))
    yield from ((a, b, "phone") for a, b in (*find_phones(text), *find_listed_phones(text)))


def _urls(text: str) -> list[tuple[int, int]]:
    """The places of all that leads somewhere: URLs, handles, mailto and its like."""
    spans = [(link.span.start, link.span.end) for link in find_links(text)]
    spans += [(m.start(), m.start() + len(m[0].rstrip(".,;:!?)'’"))) for m in _ADDRESS.finditer(text)]
    return [(start, end) for start, end, _ in _merged((a, b, "") for a, b in spans)]


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with other stretches in place of these, as long and without a word."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], "|" * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


def _is_personal(text: str, start: int, end: int, known: Known) -> bool:
    url = text[start:end]
    if _PROFILE.search(url) or is_email(unquote(url)) or known.people.in_url(url):
        return True
    return bool(_NUMBERED.search(url)) and speaks_of_person(text[max(0, start - 90) : start])


def _grown(places: Iterable[Place], urls: Sequence[tuple[int, int]]) -> Iterator[Place]:
    """Each place, and the whole URLs in which it begins and ends; `urls` are sorted and apart."""
    for start, end, what in places:
        first, last = (bisect_right(urls, at, key=lambda url: url[0]) - 1 for at in (start, end - 1))
        begun = urls[first][0] if first >= 0 and urls[first][1] > start else start
        ended = urls[last][1] if last >= 0 else end
        yield begun, max(end, ended), what


def _merged(places: Iterable[Place]) -> list[Place]:
    """The places in order; those that overlap are one."""
    merged: list[Place] = []
    for start, end, what in sorted(places, key=lambda p: (p[0], -p[1])):
        if merged and start < merged[-1][1]:
            first, last, kind = merged[-1]
            merged[-1] = (first, max(last, end), kind)
        else:
            merged.append((start, end, what))
    return merged
