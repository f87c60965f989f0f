"""What is said of a thing in passing: the ways in which cities say it, and what says nothing of it."""

from __future__ import annotations

import pytest

from .conftest import Read

LINK = "https://www.exampleton.gov/foo"


def told(read: Read, text: str, name: str = "Quiet Ways") -> str | None:
    """The first words that an answer has for a thing, by its entry or in passing."""
    text = f"The city has worked for years on its streets. {text} More will follow next year."
    found = [mention for mention in read(text, 25).names if mention.name == name]
    assert found
    span = next(
        (mention.description or mention.told for mention in found if mention.description or mention.told),
        None,
    )
    return span.of(text) if span else None


@pytest.mark.parametrize(("text", "words"), [
    (f"The city does more. The Quiet Ways ({LINK}) marks calm streets for cyclists and walkers. It contributes to SDG 11.", "marks calm streets for cyclists and walkers"),
    (f"We have two: [Quiet Ways]({LINK}), where women mark calm streets at night, and [Night Line]({LINK}2), the bus of the youth.", "where women mark calm streets at night"),
    (f"We have two: [Night Line]({LINK}2), the bus of the youth, and [Quiet Ways]({LINK}), the channel of the walkers' council.", "the channel of the walkers' council"),
    (f"Calm streets and shady paths can be viewed in the Quiet Ways, {LINK}. It rains.", "Calm streets and shady paths can be viewed in the Quiet Ways"),
    (f'When it is late, residents call the "Quiet Ways" ({LINK}). It rains.', 'When it is late, residents call the "Quiet Ways"'),
    (f'With the "Quiet Ways" app ({LINK}) travellers plan a calm trip. It rains.', "travellers plan a calm trip"),
    (f'There is the "Quiet Ways" ({LINK}), with which people find a calm street, and it supports SDG 11.', "with which people find a calm street"),
    (f'We opened the "Quiet Ways" ({LINK}) in May. It shows calm streets and shady paths.', "It shows calm streets and shady paths"),
    (f'The app "Quiet Ways" (calm streets for cyclists and walkers, {LINK}) is ours.', "calm streets for cyclists and walkers"),
    (f'We run the map portal of calm streets, "Quiet Ways" ({LINK}). It rains.', "the map portal of calm streets"),
    (f'La aplicación "Quiet Ways" ({LINK}) permite encontrar calles tranquilas. Llueve.', "permite encontrar calles tranquilas"),
    (f"L’application « Quiet Ways » ({LINK}), qui affiche les rues calmes, est gratuite.", "qui affiche les rues calmes"),
    (f'O aplicativo "Quiet Ways" ({LINK}), que mostra ruas calmas, foi lançado.', "que mostra ruas calmas"),
    (f"Приложение «Quiet Ways» ({LINK}) показывает тихие улицы города. Идёт дождь.", "показывает тихие улицы города"),
])  # fmt: skip
def test_ways_of_saying_what_a_thing_does(read: Read, text: str, words: str) -> None:
    """Behind the name and its link, before it, and in the next sentence."""
    assert told(read, text) == words


@pytest.mark.parametrize("text", [
    f'The app "Quiet Ways" ({LINK}) had 4,000 users in 2022.',
    f'The app "Quiet Ways" ({LINK}) contributes to SDG 11.',
    f'The app "Quiet Ways" ({LINK}), which received 4,000 calls, is ours.',
    f'The app "Quiet Ways" ({LINK}), which is operated by the Roads Office, is ours.',
    f'The app "Quiet Ways" (more than 4,000 requests a day, {LINK}) is ours.',
    f'Residents use three apps: "Night Line" ({LINK}2), "Quiet Ways" ({LINK}) and "Shady Paths" ({LINK}3).',
    f'The app "Quiet Ways" ({LINK}), the Roads Office and others take part.',
])  # fmt: skip
def test_counts_goals_and_other_things_describe_nothing(read: Read, text: str) -> None:
    """A number, a goal, who runs it, and a list of names are no description."""
    assert told(read, text) is None


def test_withheld_words_are_no_description(read: Read) -> None:
    """Nor what is left beside them."""
    assert (
        told(read, f'Call the "Quiet Ways" ({LINK}), the line of [withheld] and [withheld] for walkers.')
        is None
    )


def test_an_entry_s_own_description_comes_first(read: Read) -> None:
    """What a list says of its item is not told in passing."""
    text = f"1) Quiet Ways – calm streets for walkers – {LINK}\n2) Night Line – buses at night – {LINK}2"
    assert {mention.told for mention in read(text, 25).names} == {None}
