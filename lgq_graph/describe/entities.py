"""The entities: their class, names, pages, facets, goals and relations, each statement with its claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from ..iri import answer_iri, city_iri, entity_iri, law_iri, merge_iri, slug, url_iri
from ..language import language_of
from ..model import (
    Basis,
    Entity,
    Evidence,
    Kind,
    LawMention,
    LinkMention,
    Mentions,
    NameMention,
    Question,
    Questionnaire,
    Span,
)
from ..properties import BY_CORRECTION
from ..social import account_name, network_of
from ..vocabulary import CLASS_OF_KIND, code, cv, dct, eli, foaf, lgq, org, rdf, rdfs, sdg, skos, xsd
from .claims import Graphs, text_literal

__all__ = [
    "Described",
    "describe_class",
    "describe_entities",
    "describe_link_to_nation",
    "describe_posts",
    "entity_node",
    "entity_nodes",
]

_TITLED = frozenset({Kind.SERVICE, Kind.LEGISLATION, Kind.STRATEGY, Kind.PORTAL, Kind.PLATFORM, Kind.APP})
_LANGUAGE_UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Described:
    """What describing needs to know: the mentions by question, the form, and the node of every mention."""

    mentions: dict[int, Mentions]
    questionnaire: Questionnaire
    nodes: dict[tuple[int, int], NamedNode]

    def name(self, at: tuple[int, int]) -> NameMention:
        """The mention at (question, index)."""
        return self.mentions[at[0]].names[at[1]]


def entity_nodes(
    graphs: Graphs, entities: tuple[Entity, ...], mentions: dict[int, Mentions]
) -> dict[tuple[int, int], NamedNode]:
    """The IRI of the entity that each mention speaks of; a corrected one keeps the IRI that it had, from `mentions` as read."""
    nodes: dict[tuple[int, int], NamedNode] = {}
    for entity in entities:
        node = entity_node(graphs, entity.origin or entity, mentions)
        nodes.update(dict.fromkeys(entity.mentions, node))
    return nodes


def entity_node(graphs: Graphs, entity: Entity, mentions: dict[int, Mentions]) -> NamedNode:
    """The IRI of an entity."""
    city, country = graphs.response.city, graphs.response.country
    laws = [law for q, i in entity.mentions if (law := mentions[q].names[i].law)]
    if laws:
        return law_iri(city, country, _best_cited(laws).level, entity.slug)
    return entity_iri(city, entity.kind, entity.slug)


def _best_cited(laws: list[LawMention]) -> LawMention:
    """The citation whose level holds where none says it: the first with a title or a date, before one by a mere number."""
    return next((law for law in laws if law.title or law.date), laws[0])


def describe_entities(graphs: Graphs, entities: tuple[Entity, ...], known: Described) -> None:
    """Everything that the response says of its entities."""
    for entity in entities:
        _describe(graphs, entity, known)
    for question, found in sorted(known.mentions.items()):
        _describe_goals(graphs, question, found, known)
        _describe_links(graphs, question, found, known)
        for relation in found.relations:
            subject, object_ = known.nodes[question, relation.subject], known.nodes[question, relation.object]
            graphs.state(subject, lgq[relation.predicate], object_, [Evidence(question, relation.quote)])
    _describe_apps(graphs, entities, known)


def _describe(graphs: Graphs, entity: Entity, known: Described) -> None:
    node = known.nodes[entity.mentions[0]]
    graphs.record(node, dct.identifier, Literal(entity.slug))
    for question, _ in entity.mentions:
        graphs.record(node, lgq.mentionedIn, answer_iri(graphs.iri, question))
    describe_class(graphs, node, entity, known)
    _describe_names(graphs, node, entity, known)
    cited = [law for at in entity.mentions if (law := known.name(at).law)]
    for at in entity.mentions:
        _describe_facets(graphs, node, at, known)
        if law := known.name(at).law:
            _describe_law(graphs, node, at, law, _best_cited(cited))
    _describe_in_passing(graphs, node, entity, known)
    if entity.kind is Kind.SERVICE:
        _describe_authority(graphs, node, entity)
    for merge in entity.merges:
        _describe_merge(graphs, node, merge.reason, merge.mention, merge.with_)


def _evidence(at: tuple[int, int], known: Described) -> Evidence:
    return Evidence(at[0], known.name(at).span)


def describe_class(graphs: Graphs, node: NamedNode, entity: Entity, known: Described) -> None:
    """The class: stated when a mention's own words tell the kind, else inferred by the rule that told it."""
    telling = [
        at
        for at in entity.mentions
        if known.name(at).kind is entity.kind and known.name(at).basis is Basis.STATED
    ]
    class_ = _class_of(entity, known)
    if telling:
        graphs.state(node, rdf.type, class_, [Evidence(at[0], known.name(at).scope) for at in telling])
    else:
        rule = next(
            (known.name(at).rule for at in entity.mentions if known.name(at).rule), "default-kind-by-question"
        )
        graphs.infer(node, rdf.type, class_, rule, [_evidence(at, known) for at in entity.mentions])


def _class_of(entity: Entity, known: Described) -> NamedNode:
    laws = [known.name(at).law for at in entity.mentions]
    if any(law and law.type == "standard" for law in laws):
        return dct.Standard
    if entity.kind is not Kind.PLATFORM:
        return CLASS_OF_KIND[entity.kind]
    themes = {theme for at in entity.mentions for theme in known.questionnaire.question(at[0]).functions}
    if "e-participation" in themes:
        return lgq.ParticipationPlatform
    return lgq.InformationSystem if "procurement" in themes else lgq.Platform


def _describe_names(graphs: Graphs, node: NamedNode, entity: Entity, known: Described) -> None:
    """The label is the main name; other wordings are alternative labels. Each has the place where it stands."""
    label = text_literal(entity.name, _language(graphs, entity, known))
    wordings: dict[Literal, list[Evidence]] = defaultdict(list)
    for at in entity.mentions:
        name = known.name(at)
        text = graphs.response.answer(at[0]).text
        wordings[text_literal(name.name, label.language or _LANGUAGE_UNKNOWN)].append(_evidence(at, known))
        for alias in name.aliases:
            wordings[text_literal(alias.of(text), label.language or _LANGUAGE_UNKNOWN)].append(
                Evidence(at[0], alias)
            )
        if name.law and name.law.title:
            wordings[text_literal(name.law.span.of(text), label.language or _LANGUAGE_UNKNOWN)].append(
                Evidence(at[0], name.law.span)
            )
    own = wordings.pop(label, None)
    for predicate in _name_predicates(entity.kind):
        if own:
            graphs.state(node, predicate, label, own)
        else:  # a name that a person gave, and the response does not have
            graphs.infer(node, predicate, label, BY_CORRECTION, [_evidence(entity.mentions[0], known)])
    for wording, evidence in wordings.items():
        graphs.state(node, skos.altLabel, wording, evidence)


def _name_predicates(kind: Kind) -> Iterator[NamedNode]:
    yield rdfs.label
    if kind in _TITLED:
        yield dct.title
    if kind is Kind.ORGANISATION:
        yield skos.prefLabel


def _language(graphs: Graphs, entity: Entity, known: Described) -> str:
    called = (entity.origin or entity).name
    at = next((at for at in entity.mentions if known.name(at).name == called), entity.mentions[0])
    return language_of(graphs.response.answer(at[0]).text)


def _describe_facets(graphs: Graphs, node: NamedNode, at: tuple[int, int], known: Described) -> None:
    """What it is for, for whom, and how it is described."""
    name, question = known.name(at), known.questionnaire.question(at[0])
    if name.description:
        _describe_words(graphs, node, at[0], name.description)
    for function, span in name.functions:
        if span:
            graphs.state(node, lgq.function, code("function", function), [Evidence(at[0], span)])
    for audience, span in name.audiences:
        graphs.state(node, dct.audience, code("audience", audience), [Evidence(at[0], span)])
    if _takes_theme(name, question):
        for function in question.functions:
            graphs.infer(
                node, lgq.function, code("function", function), "function-by-question", [_evidence(at, known)]
            )


def _describe_in_passing(graphs: Graphs, node: NamedNode, entity: Entity, known: Described) -> None:
    """A thing that no entry describes has as its description what a sentence first says of it."""
    found = [(at[0], known.name(at)) for at in entity.mentions]
    if not any(name.description for _, name in found):
        for question, name in [(question, name) for question, name in found if name.told][:1]:
            assert name.told is not None
            _describe_words(graphs, node, question, name.told)


def _describe_words(graphs: Graphs, node: NamedNode, question: int, span: Span) -> None:
    text = graphs.response.answer(question).text
    graphs.state(
        node, dct.description, text_literal(span.of(text), language_of(text)), [Evidence(question, span)]
    )


def _takes_theme(name: NameMention, question: Question) -> bool:
    """Whether what a question asks for says what a thing named there is for: sites and services that it lists do."""
    listed = name.description is not None or name.scope != name.span
    return (
        bool(question.functions)
        and listed
        and name.kind in (Kind.PORTAL, Kind.PLATFORM, Kind.SERVICE, Kind.APP, Kind.INITIATIVE)
    )


def _describe_law(
    graphs: Graphs, node: NamedNode, at: tuple[int, int], law: LawMention, best: LawMention
) -> None:
    """What a citation says of its law; of a level that no words say, one by a mere number takes that of the `best` citation."""
    evidence = [Evidence(at[0], law.span)]
    if not (law.title or law.date or "level" in law.certain):
        law = replace(law, level=best.level)
    facts: list[tuple[NamedNode, NamedNode | Literal, bool]] = [
        (eli.type_document, code("law-type", law.type), "type" in law.certain),
        (lgq.level, code("law-level", law.level), "level" in law.certain),
    ]
    if law.number:
        facts.append((eli.id_local, Literal(law.number), True))
    if law.date:
        datatype = {4: xsd.gYear, 7: xsd.gYearMonth}.get(len(law.date), xsd.date)
        facts.append((eli.date_document, Literal(law.date, datatype=datatype), True))
    for predicate, object_, certain in facts:
        if certain:
            graphs.state(node, predicate, object_, evidence)
        else:
            graphs.infer(node, predicate, object_, "law-level-default", evidence)
    if law.level != "supranational":
        jurisdiction = code("country", graphs.response.country.iso3)
        graphs.infer(node, eli.jurisdiction, jurisdiction, "jurisdiction-of-response", evidence)


def _describe_authority(graphs: Graphs, node: NamedNode, entity: Entity) -> None:
    """The city government answers for the services that it reports, by rule: the response rarely says so."""
    authority = entity_iri(graphs.response.city, Kind.ORGANISATION, "city-government")
    source = [entity.mentions[0][0]]
    graphs.infer(node, cv.hasCompetentAuthority, authority, "default-authority", source)
    label = Literal(f"City government of {graphs.response.city.name}", language="en")
    for predicate, object_ in (
        (rdf.type, cv.PublicOrganisation),
        (rdf.type, org.Organization),
        (rdfs.label, label),
        (skos.prefLabel, label),
        (dct.spatial, city_iri(graphs.response.city)),
    ):
        graphs.infer(authority, predicate, object_, "publisher-city-government", source)
    graphs.record(authority, dct.identifier, Literal("city-government"))


def _describe_merge(graphs: Graphs, node: NamedNode, reason: str, mention: Evidence, with_: Evidence) -> None:
    first, second = graphs.span(mention), graphs.span(with_)
    merge = merge_iri(node.value, first.value, second.value, reason)
    for predicate, object_ in (
        (rdf.type, lgq.Merge),
        (lgq.entity, node),
        (lgq.mention, first),
        (lgq.joins, second),
        (lgq.reason, code("merge-reason", reason)),
        (dct.source, graphs.iri),
    ):
        graphs.note(merge, predicate, object_)


# --- goals and links ----------------------------------------------------------------------------------------------


def _describe_goals(graphs: Graphs, question: int, found: Mentions, known: Described) -> None:
    for goal in found.goals:
        object_ = sdg[goal.target or str(goal.goal)]
        subjects = [known.nodes[question, owner] for owner in goal.owners] or [city_iri(graphs.response.city)]
        for subject in subjects:
            graphs.state(subject, lgq.contributesTo, object_, [Evidence(question, goal.quote)], goal.modality)


def _describe_links(graphs: Graphs, question: int, found: Mentions, known: Described) -> None:
    for link in found.links:
        evidence = Evidence(question, link.span)
        span = graphs.span(evidence)
        graphs.record(span, rdf.type, lgq.LinkMention)
        graphs.record(span, lgq.url, Literal(link.url))
        graphs.record(span, lgq.inAnswer, answer_iri(graphs.iri, question))
        if link.owner is not None:
            _describe_page(
                graphs, known.nodes[question, link.owner], span, link, evidence, found.names[link.owner]
            )


def _describe_page(
    graphs: Graphs, node: NamedNode, span: NamedNode, link: LinkMention, evidence: Evidence, name: NameMention
) -> None:
    graphs.record(span, lgq.refersTo, node)
    page = url_iri(link.url)
    if page is None:
        return
    graphs.state(node, foaf.page, page, [evidence])
    if name.kind is Kind.ACCOUNT:
        account, network = account_name(link.url), network_of(link.url)
        if account:
            graphs.state(node, foaf.accountName, Literal(account), [evidence])
        if network:
            home = NamedNode(network.home)
            graphs.infer(node, foaf.accountServiceHomepage, home, "host-of-url", [evidence])


def _describe_apps(graphs: Graphs, entities: tuple[Entity, ...], known: Described) -> None:
    """An app with the name of a site or service is, by rule, the app of it."""
    sites: dict[str, Entity] = {}
    for entity in entities:
        if entity.kind in (Kind.PORTAL, Kind.PLATFORM, Kind.SERVICE, Kind.INITIATIVE):
            for wording in _wordings(entity, known):
                sites.setdefault(wording, entity)
    for app in (entity for entity in entities if entity.kind is Kind.APP):
        site = next((sites[w] for w in _wordings(app, known) if w in sites), None)
        if site:
            sources = [_evidence(app.mentions[0], known), _evidence(site.mentions[0], known)]
            graphs.infer(
                known.nodes[app.mentions[0]],
                lgq.appOf,
                known.nodes[site.mentions[0]],
                "app-of-same-name",
                sources,
            )


def _wordings(entity: Entity, known: Described) -> Iterator[str]:
    yield from (slug(known.name(at).name) for at in entity.mentions)


def describe_link_to_nation(graphs: Graphs, known: Described) -> None:
    """The body of the CIO is linked to the bodies that the answer on the national level names."""
    for question in known.questionnaire.with_role("national-link"):
        found = known.mentions[question.number]
        bodies = [(i, name) for i, name in enumerate(found.names) if name.kind is Kind.ORGANISATION]
        homes = [
            (q.number, 0)
            for q in known.questionnaire.with_role("organisation")
            if q.number < question.number and known.mentions[q.number].names
        ]
        for index, name in bodies if homes else ():
            subject, object_ = known.nodes[homes[0]], known.nodes[question.number, index]
            if subject != object_:
                graphs.state(subject, org.linkedTo, object_, [Evidence(question.number, name.scope)])


def describe_posts(graphs: Graphs, known: Described) -> None:
    """The post of the CIO belongs to the organisation that the next answer names; who holds it is nobody's business."""
    posts = known.questionnaire.with_role("post")
    for post in posts:
        homes = [q for q in known.questionnaire.with_role("organisation") if q.section == post.section]
        if known.mentions[post.number].names and homes and known.mentions[homes[0].number].names:
            home = homes[0].number
            evidence = [_evidence((post.number, 0), known), _evidence((home, 0), known)]
            graphs.state(known.nodes[post.number, 0], org.postIn, known.nodes[home, 0], evidence)
