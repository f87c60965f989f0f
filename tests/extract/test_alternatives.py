"""Many words as one pattern."""

from __future__ import annotations

import re

from lgq_graph.extract.alternatives import any_of
from lgq_graph.extract.kinds import KIND_NOUN

WORDS = ["app", "apps", "mobile app", "action plan", "a.b", "网站"]


def test_the_longest_word_is_found_as_a_plain_list_would_find_it() -> None:
    """Shared beginnings, words inside words, signs that mean something in patterns."""
    plain = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
    for text in ("the Mobile app", "apps, app", "action plans", "a.b but not acb", "applied", "我们的网站"):
        found = [match.span() for match in re.finditer(any_of(WORDS), text, re.I)]
        assert found == [match.span() for match in re.finditer(plain, text, re.I)], text


def test_no_word_of_the_kinds_is_lost() -> None:
    """Each noun that tells a kind is read as a whole."""
    from lgq_graph.extract import kinds

    lost = [noun for noun in kinds._KIND_OF_NOUN if not KIND_NOUN.fullmatch(noun)]
    assert not lost and len(kinds._KIND_OF_NOUN) > 400
