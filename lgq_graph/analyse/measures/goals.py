"""Which goals a city serves, which it does not speak of, and which it serves alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ...table import Cell
from ..facts import SDG, Facts, Link, goal_of
from ..result import Result, labels, result

__all__ = ["sdg_coverage", "sdg_gaps", "unique_goals"]

_GOALS = range(1, 18)
_SILENCE = (
    "A goal without a statement is one that the response does not speak of, not one that the city neglects."
)


def sdg_coverage(facts: Facts) -> Result:
    """How many things of each city serve each goal, as the city says (`stated`), only as a rule of ours does (`inferred`), or
    are meant to (`planned`).

    A row for each city and goal; `things` are names, `entities` their IRIs for `explain`, `questions` where it stands.
    A thing counts once a goal, whatever targets of it are named.
    """
    said, planned = _said(facts), _said(facts, "planned")
    rows = (
        (
            city.label,
            goal,
            _label(facts, goal),
            *_counted(facts, said.get((city.iri, goal), {}), planned.get((city.iri, goal), {})),
        )
        for city in facts.cities
        for goal in _GOALS
    )
    return result(
        "sdg-coverage", "city goal label stated inferred planned things entities questions", rows, _SILENCE
    )


def sdg_gaps(facts: Facts) -> Result:
    """For each city how many goals it serves by its own words, and which it does not speak of."""
    said, planned = _said(facts), _said(facts, "planned")
    rows: list[tuple[Cell, ...]] = []
    for city in facts.cities:
        spoken = {goal: said.get((city.iri, goal), {}) for goal in _GOALS}
        served = [goal for goal in _GOALS if any(map(_is_stated, spoken[goal].values()))]
        meant = [goal for goal in _GOALS if not spoken[goal] and (city.iri, goal) in planned]
        silent = [goal for goal in _GOALS if not spoken[goal] and goal not in meant]
        rows.append(
            (
                city.label,
                len(served),
                *(" ".join(map(str, goals)) for goals in (served, meant, silent)),
                city.iri,
            )
        )
    return result("sdg-gaps", "city goals served only_planned unspoken entity", rows, _SILENCE)


def unique_goals(facts: Facts) -> Result:
    """Goals that one city alone says it serves, with what serves them."""
    said = _said(facts)
    rows = []
    for goal in _GOALS:
        serving = [(city, things) for city in facts.cities if (things := said.get((city.iri, goal)))]
        if len(serving) == 1:
            ((city, things),) = serving
            rows.append((goal, _label(facts, goal), city.label, *_counted(facts, things, {})[3:]))
    alone = "One response: every goal that it serves is its alone." if len(facts.cities) == 1 else ""
    return result("unique-goals", "goal label city things entities questions", rows, alone)


def _said(facts: Facts, modality: str = "current") -> Mapping[tuple[str, int], dict[str, list[Link]]]:
    """By city and goal: each thing that serves it, with the statements."""
    said: dict[tuple[str, int], dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in facts.of("contributesTo", modality=modality):
        said[facts.city_of(link), goal_of(link.target)][link.source].append(link)
    return said


def _counted(
    facts: Facts, things: Mapping[str, list[Link]], planned: Mapping[str, list[Link]]
) -> tuple[int, int, int, str, str, str]:
    stated, meant = sum(map(_is_stated, things.values())), len(planned.keys() - things.keys())
    every = {**planned, **things}
    questions = sorted({number for links in every.values() for link in links for number in link.questions})
    names = labels(facts.nodes[iri].label for iri in every)
    return stated, len(things) - stated, meant, names, " ".join(sorted(every)), " ".join(map(str, questions))


def _is_stated(links: list[Link]) -> bool:
    return any(link.basis == "stated" for link in links)


def _label(facts: Facts, goal: int) -> str:
    return facts.nodes[f"{SDG}{goal}"].label.partition(f"SDG {goal} ")[2]
