"""Measures: what they say of the examples, worked out by hand, and what must hold of any graph."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import networkx as nx
import pytest
from hypothesis import given

from lgq_graph.analyse import MEASURES, OF_ANSWERS, Analysis, Facts, Node
from lgq_graph.analyse.measures import FEATURES
from lgq_graph.errors import UsageError
from lgq_graph.library import Graph, build
from lgq_graph.query import run
from lgq_graph.vocabulary import lgq

from ..conftest import EXAMPLES
from .synthetic import CODE, city_of, facts, link


@pytest.fixture(scope="module")
def analysis(graph: Graph) -> Analysis:
    """Of the examples."""
    return graph.analysis()


def rows(analysis: Analysis, name: str, *columns: str, **parameters: str) -> list[tuple[object, ...]]:
    table = analysis.measure(name, **parameters)
    return list(zip(*(table.column(column) for column in columns), strict=True))


def test_coverage(analysis: Analysis) -> None:
    """A row for each of 17 goals and 2 cities; River Watch and My Consumption serve SDG 6 in Medellín, by target and goal."""
    table = analysis.measure("sdg-coverage")
    assert len(table) == 34
    (six,) = [row for row in table.to_records() if (row["city"], row["goal"]) == ("Medellín", 6)]
    assert (six["stated"], six["inferred"], six["planned"]) == (2, 0, 0)
    assert (six["things"], six["questions"], six["label"]) == (
        "My Consumption | River Watch",
        "24",
        "Clean water and sanitation",
    )


def test_gaps(analysis: Analysis) -> None:
    """SDG 7 is planned by both; a denied one ("not with SDG 14") is unspoken, for nothing serves it."""
    assert rows(analysis, "sdg-gaps", "city", "goals", "only_planned", "unspoken") == [
        ("Medellín", 10, "7", "8 9 10 14 16 17"),
        ("Tampere", 12, "7", "2 14 15 17"),
    ]


def test_goals_of_one_city_alone(analysis: Analysis) -> None:
    """Of the 10 and 12 goals 8 are common; the rest is one city's."""
    assert [(goal, city) for goal, city in rows(analysis, "unique-goals", "goal", "city")] == [
        (2, "Medellín"), (8, "Tampere"), (9, "Tampere"), (10, "Tampere"), (15, "Medellín"), (16, "Tampere"),
    ]  # fmt: skip


def test_similarity_by_goals(analysis: Analysis) -> None:
    """Jaccard: 8 common of 14 goals. Cosine: of the counts (1 2 3 2 1 2 3 1 1 1) and (1 1 1 1 2 1 1 2 1 2 1 1 …)."""
    assert rows(analysis, "city-similarity", "similarity", "shared", by="goals") == [(Decimal("0.5714"), 8)]
    (cosine,) = rows(analysis, "city-similarity", "similarity", by="goals", measure="cosine")
    assert Decimal("0.6") < cosine[0] < Decimal("0.7")  # type: ignore[operator]


def test_breadth(analysis: Analysis) -> None:
    """21 pairs of a thing and a theme in 10 themes are 2.1 a theme."""
    found = rows(analysis, "theme-breadth", "city", "breadth", "things", "depth")
    assert found[0] == ("Medellín", 10, 21, Decimal("2.1"))


def test_centrality(analysis: Analysis) -> None:
    """Barcelona is named twice and leads; only the two that answered name others."""
    table = analysis.measure("city-centrality")
    assert (table.column("name")[0], table.column("named_by")[0]) == ("Barcelona", 2)
    assert {row["name"]: row["names"] for row in table.to_records() if row["answered"]} == {
        "Tampere": 22,
        "Medellín": 17,
    }


def test_laws(analysis: Analysis) -> None:
    """WCAG alone is cited by both."""
    assert rows(analysis, "law-centrality", "law", "cities", "cited_by")[0] == (
        "WCAG",
        2,
        "Medellín | Tampere",
    )
    assert (
        dict(rows(analysis, "law-centrality", "law", "strategies"))[
            "Agreement No. 02 of 2020 of the City Council"
        ]
        == "Medellín Futuro 2020-2023"
    )


def test_patterns(analysis: Analysis) -> None:
    """One pair of cities answered, and is mutual; of 28 partnerships with known countries 5 are within Finland."""
    found = rows(analysis, "partnership-patterns", "measure", "value", "cases")
    assert found[0] == ("reciprocity", Decimal(1), 1)
    assert found[1][2] == 28
    assert 0 < found[1][1] < found[2][1] < 1  # type: ignore[operator]


def test_completeness(analysis: Analysis) -> None:
    """Of what is not withheld, Medellín answers 32 of 40 (two empty, six with lost marks), Tampere 38 of 40."""
    assert rows(analysis, "completeness", "city", "answered", "share") == [
        ("Medellín", 32, Decimal("0.8")),
        ("Tampere", 38, Decimal("0.95")),
    ]


def test_comparability_says_what_stands_in_the_way(analysis: Analysis) -> None:
    """Question 9 lost its marks in one print; question 10 is withheld in both; question 24 can be compared."""
    found = dict(rows(analysis, "comparability", "question", "unlike"))
    assert (found[9], found[10], found[24]) == (
        "Medellín: marks lost",
        "Medellín: withheld | Tampere: withheld",
        "",
    )


def test_one_response_says_what_means_nothing() -> None:
    """A star, nothing to compare, every goal its own: each measure of one city says so."""
    with build([EXAMPLES / "tampere-2022.txt"], check=False) as alone:
        analysis = alone.analysis()
        for name in (
            "city-centrality",
            "partnership-patterns",
            "city-similarity",
            "city-clusters",
            "unique-goals",
            "comparability",
        ):
            assert any("response" in note for note in analysis.measure(name).notes), name
        assert analysis.measure("partnership-patterns").column("value")[0] is None


def towns(*themes: tuple[str, ...]) -> Analysis:
    """An analysis of towns with one service for each of their themes."""
    nodes, links = {}, []
    for number, of in enumerate(themes):
        city = city_of(number)
        nodes[city.iri] = city
        for theme in of:
            iri, thing = f"{CODE}function/{theme}", f"{city.iri}/service/{theme}"
            nodes |= {iri: Node(iri, "function", theme), thing: Node(thing, "service", theme, city.iri)}
            links.append(link(city, thing, lgq.function.value, iri))
    return Of(Facts.given(nodes, links))


def test_towns_with_nothing_in_common_fall_into_groups() -> None:
    """Three towns share budget and tax, two share culture: cosine 1 within, 0 between, so modularity is 1 - (3/4)² - (1/4)²."""
    table = towns(
        ("budget", "tax"), ("culture",), ("budget", "tax"), ("budget", "tax"), ("culture",)
    ).measure("city-clusters")
    assert [(row["city"], row["cluster"], row["stability"]) for row in table.to_records()] == [
        ("Town 0", 1, 1), ("Town 2", 1, 1), ("Town 3", 1, 1), ("Town 1", 2, 1), ("Town 4", 2, 1),
    ]  # fmt: skip
    assert table.notes == ("The modularity of the groups is 0.38.",)


@pytest.mark.parametrize(
    ("themes", "words"),
    [
        ([("budget",)] * 5, "too alike"),
        ([("budget",), ("tax",), ("culture",), ("crisis",)], "each stands alone"),
        ([("a", "b", "x"), ("a", "b", "y"), ("b", "c", "x"), ("b", "c", "y"), ("a", "c", "y")], ""),
    ],
)
def test_clusters_say_when_they_mean_little(themes: list[tuple[str, ...]], words: str) -> None:
    """One group of all, none, or groups that a few statements would change."""
    (note,) = towns(*themes).measure("city-clusters").notes
    assert words in note if words else "alike" in note or "faint" in note


def test_the_two_examples_are_one_group(analysis: Analysis) -> None:
    """Two cities with themes in common cannot be parted; the note says that this means little."""
    table = analysis.measure("city-clusters")
    assert table.column("cluster") == (1, 1)
    assert table.notes[0].startswith("Fewer than four")


def test_clusters_are_the_same_at_each_call(analysis: Analysis) -> None:
    """Seeds are fixed."""
    assert analysis.measure("city-clusters").rows == analysis.measure("city-clusters").rows


@pytest.mark.parametrize(
    ("name", "parameters", "hint"),
    [
        ("sdg-coverag", {}, "sdg-coverage"),
        ("sdg-gaps", {"city": "x"}, "none"),
        ("city-similarity", {"by": "names"}, "by=goals"),
        ("city-similarity", {"measure": "manhattan"}, "jaccard"),
    ],
)
def test_a_wrong_name_or_parameter_is_refused(
    analysis: Analysis, name: str, parameters: dict[str, str], hint: str
) -> None:
    """With what there is."""
    with pytest.raises(UsageError) as error:
        analysis.measure(name, **parameters)
    assert hint in error.value.hint


def test_every_measure_runs_on_a_store_alone(graph: Graph) -> None:
    """`run` with a store, or with an endpoint, is all that is needed."""
    analysis = Analysis(partial(run, graph.store))
    for name in {**MEASURES, **OF_ANSWERS}:
        assert analysis.measure(name).columns


# --- of any graph -------------------------------------------------------------------------------------------------


class Of(Analysis):
    """An analysis of given facts."""

    def __init__(self, made: Facts) -> None:
        self.__dict__["facts"] = made


@given(facts())
def test_similarity_is_symmetric_and_bounded(made: Facts) -> None:
    """Each pair once, from 0 to 1; a city is wholly like itself."""
    for measure in ("jaccard", "cosine"):
        table = Of(made).measure("city-similarity", measure=measure)
        assert len(table) == len(made.cities) * (len(made.cities) - 1) // 2
        assert all(0 <= value <= 1 for value in table.column("similarity"))  # type: ignore[operator]
    turned = Facts.given(dict(reversed(list(made.nodes.items()))), made.links[::-1])
    assert Of(turned).measure("city-similarity").rows == Of(made).measure("city-similarity").rows


@given(facts())
def test_coverage_adds_up(made: Facts) -> None:
    """17 rows a city; the things of a city for a goal are those of the network of cities and goals."""
    analysis = Of(made)
    table, network = analysis.measure("sdg-coverage"), analysis.network("city-goals")
    assert len(table) == 17 * len(made.cities)
    counted = sum(int(row["stated"] or 0) + int(row["inferred"] or 0) for row in table.to_records())
    assert counted == network.size(weight="weight")


@given(facts())
def test_evenness_breadth_and_stability_are_bounded(made: Facts) -> None:
    """Shares of one, or nothing."""
    analysis = Of(made)
    for name, column in (("theme-breadth", "evenness"), ("city-clusters", "stability")):
        assert all(value is None or 0 <= value <= 1 for value in analysis.measure(name).column(column))  # type: ignore[operator]
    breadth = analysis.measure("theme-breadth").to_records()
    features = FEATURES["functions"](made)
    assert [row["things"] for row in breadth] == [features[str(row["entity"])].total() for row in breadth]


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_measures_run_on_another_backend(analysis: Analysis) -> None:
    """NetworkX hands the work to an installed backend, and the result is the same."""
    pytest.importorskip("nx_parallel")
    assert "parallel" in nx.betweenness_centrality.backends
    expected = analysis.measure("city-centrality").rows
    with nx.config(backend_priority=["parallel"]), nx.config.backends.parallel(active=True, n_jobs=2):
        assert analysis.measure("city-centrality").rows == expected
