"""Projections: what they hold of the examples, checked by hand, and what must hold of any graph."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from lgq_graph.analyse import PROJECTIONS, Analysis, Facts
from lgq_graph.errors import UsageError
from lgq_graph.library import Graph
from lgq_graph.vocabulary import BASE

from .synthetic import facts

ID = f"{BASE}id/"


@pytest.fixture(scope="module")
def analysis(graph: Graph) -> Analysis:
    """Of the examples."""
    return graph.analysis()


SIZES = {
    # Question 28: Medellín names 17 partners, Tampere 22; Barcelona is named by both, and each names the other city.
    "city-partners": (38, 39, 39),
    # 32 pairs of a thing and a goal (targets count for their goal; what is planned does not): 16 and 16.
    "service-goals": (36, 32, 32),
    # Medellín serves 10 goals, Tampere 12; 17 goals and 2 cities; the weights are the 32 pairs above.
    "city-goals": (19, 22, 32),
    # 22 statements "for …" of 17 things and 10 audiences.
    "service-audiences": (27, 22, 22),
    # Laws and standards: 8 of Medellín, 7 of Tampere, WCAG in both; two strategies are approved by a decision.
    "entity-laws": (18, 17, 17),
    # 39 partners less those without a country (networks, the bank): 28 pairs, in 21 pairs of countries.
    "countries": (18, 21, 28),
    # 98 things, tied or not. Tampere's site has 18 of them below it, Medellín's 16, and that of the Metro one: 35 derived ties.
    # Besides 19 services with their government, 3 bodies with a national one, 2 posts (named in 2 answers each), 2 strategies
    # with what approved them, and an app of its scheme (2 passages): 62 ties and 65 passages.
    "ecosystem": (98, 62, 65),
    # Those 98; 36 partners and the 2 cities, which make up the 38 above, and 18 countries; 14 goals and 3 targets; the 11 laws
    # that belong to no city; 10 audiences and 10 themes.
    "everything": (202, 336, 360),
}


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_sizes_of_the_examples(analysis: Analysis, name: str, size: tuple[int, int, float]) -> None:
    """Nodes, edges and the sum of weights, as counted in the text of the examples."""
    network = analysis.network(name)
    assert (len(network), network.number_of_edges(), network.size(weight="weight")) == size


def test_two_cities_that_name_each_other(analysis: Analysis) -> None:
    """Only this pair is mutual."""
    network = analysis.network("city-partners")
    mutual = {
        (a.rpartition("/")[2], b.rpartition("/")[2])
        for a, b, d in network.edges(data=True)
        if d["reciprocal"]
    }
    assert mutual == {("co-medellin", "fi-tampere"), ("fi-tampere", "co-medellin")}
    assert network.in_degree(f"{ID}city/es-barcelona") == 2


def test_an_edge_says_where_it_comes_from(analysis: Analysis) -> None:
    """Statement, questions and basis stand at the edge."""
    network = analysis.network("service-goals")
    edge = network.edges[f"{ID}fi-tampere/initiative/lake-watch", "http://metadata.un.org/sdg/6"]
    assert edge == {
        "predicate": f"{BASE}ontology#contributesTo", "weight": 1.0, "stated": 1.0, "inferred": 0.0,
        "basis": "stated", "question": "24",
    }  # fmt: skip
    node = network.nodes[f"{ID}fi-tampere/initiative/lake-watch"]
    assert (node["label"], node["kind"], node["city"]) == ("Lake Watch", "initiative", f"{ID}city/fi-tampere")


def test_a_planned_goal_makes_no_edge(analysis: Analysis) -> None:
    """SDG 7 is planned in both examples, and served in none."""
    network = analysis.network("city-goals")
    assert network.degree("http://metadata.un.org/sdg/7") == 0


def test_an_ecosystem_ties_pages_to_the_site_they_lie_on(analysis: Analysis) -> None:
    """Lake Watch has a page on the city's own site; an app of a service is tied to it by a rule."""
    network = analysis.network("ecosystem")
    site = network.edges[
        f"{ID}fi-tampere/initiative/lake-watch",
        f"{ID}fi-tampere/portal/official-website-of-the-city-of-tampere",
    ]
    assert (site["basis"], site["predicate"]) == ("derived", "https://schema.org/isPartOf")
    app = network.edges[f"{ID}co-medellin/app/encicla", f"{ID}co-medellin/initiative/encicla"]
    assert (app["basis"], app["question"]) == ("inferred", "25 30")


def test_a_site_below_another_is_tied_to_it(analysis: Analysis) -> None:
    """The budget has pages of its own on the site of the city, and is a portal as the site is; a site does not lie on itself."""
    network = analysis.network("ecosystem", city="Tampere")
    site = f"{ID}fi-tampere/portal/official-website-of-the-city-of-tampere"
    assert network.has_edge(f"{ID}fi-tampere/portal/budget-and-finances", site)
    assert not list(nx.selfloop_edges(network))
    assert network.in_degree(site) == 18


def test_services_hang_on_the_government_of_their_city(analysis: Analysis) -> None:
    """It is named by a rule alone, and has its name all the same."""
    network = analysis.network("ecosystem", city="fi-tampere")
    home = f"{ID}fi-tampere/organisation/city-government"
    assert (network.nodes[home]["label"], network.nodes[home]["kind"]) == (
        "City government of Tampere",
        "organisation",
    )
    assert network.edges[f"{ID}fi-tampere/service/senior-line", home]["basis"] == "inferred"


def test_an_ecosystem_of_one_city(analysis: Analysis) -> None:
    """Its things alone, and all of them, tied or not."""
    one, both = analysis.network("ecosystem", city="Tampere"), analysis.network("ecosystem")
    home = f"{ID}city/fi-tampere"
    assert {iri for iri, data in one.nodes(data=True) if data["city"] == home} == {
        iri for iri, data in both.nodes(data=True) if data["city"] == home
    }
    assert not any(data["city"] == f"{ID}city/co-medellin" for _, data in one.nodes(data=True))
    with pytest.raises(UsageError):
        analysis.network("ecosystem", city="Atlantis")


def test_everything_has_no_literals(analysis: Analysis) -> None:
    """Each node is a thing with a kind and a name; a page or a word is none."""
    network = analysis.network("everything")
    assert all(data["label"] and data["kind"] != "unknown" for _, data in network.nodes(data=True))
    assert set(network) <= set(analysis.facts.nodes)


def test_every_node_is_known(analysis: Analysis) -> None:
    """What a statement speaks of has a kind and a name in every network."""
    for name in PROJECTIONS:
        assert "unknown" not in dict(analysis.network(name).nodes(data="kind")).values(), name


def test_a_projection_is_new_at_each_call(analysis: Analysis) -> None:
    """Who changes one changes no other."""
    analysis.network("city-goals").clear()
    assert len(analysis.network("city-goals")) == 19


def test_an_unknown_network_gets_a_hint(analysis: Analysis) -> None:
    """The nearest name."""
    with pytest.raises(UsageError) as error:
        analysis.network("city-partner")
    assert "city-partners" in error.value.hint


# --- of any graph -------------------------------------------------------------------------------------------------


@given(facts())
def test_weights_are_sums_of_passages(made: Facts) -> None:
    """No passage is lost or counted twice; stated and inferred make up the weight."""
    for name in ("city-partners", "service-audiences"):
        predicate = {"city-partners": "hasPartner", "service-audiences": "audience"}[name]
        network = PROJECTIONS[name](made)
        assert network.size(weight="weight") == sum(link.passages for link in made.of(predicate))
    for project in PROJECTIONS.values():
        for *_, data in project(made).edges(data=True):
            derived = data["weight"] if data["basis"] == "derived" else 0
            assert data["weight"] == data["stated"] + data["inferred"] + derived > 0


@given(facts())
def test_bipartite_networks_are(made: Facts) -> None:
    """No edge within a side, and the degrees of both sides have one sum."""
    for name in ("service-goals", "city-goals", "service-audiences"):
        network = PROJECTIONS[name](made)
        sides = {side: [n for n, d in network.nodes(data=True) if d["bipartite"] == side] for side in (0, 1)}
        sums = [
            sum(degree for _, degree in network.degree(nodes, weight="weight")) for nodes in sides.values()
        ]
        assert sums[0] == sums[1] == network.size(weight="weight")


@given(facts())
def test_reciprocity_is_symmetric(made: Facts) -> None:
    """Where one edge is mutual the other is there and mutual too."""
    network = PROJECTIONS["city-partners"](made)
    for a, b, data in network.edges(data=True):
        assert data["reciprocal"] == network.has_edge(b, a)
        assert not data["reciprocal"] or network.edges[b, a]["reciprocal"]


@given(facts())
def test_the_order_of_links_is_of_no_account(made: Facts) -> None:
    """The same nodes, edges and data in the same order, however the links come."""
    turned = Facts.given(made.nodes, made.links[::-1])
    for project in PROJECTIONS.values():
        one, other = project(made), project(turned)
        assert list(one.nodes(data=True)) == list(other.nodes(data=True))
        assert list(one.edges(data=True)) == list(other.edges(data=True))
        assert nx.is_directed(one) == nx.is_directed(other)
