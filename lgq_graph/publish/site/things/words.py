"""What predicates read as, from the subject and from the object, in the order in which a reader wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ....vocabulary import PREFIXES

__all__ = ["Reading", "reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a predicate reads: from its subject (`says`), from its object (`back`), and its place among others."""

    says: str
    back: str
    place: int


_ROWS = """
rdfs:label | name | is the name of
skos:prefLabel | name | is the name of
dct:title | name | is the name of
skos:altLabel | also written | is another name of
foaf:accountName | account name | is the account name of
rdf:type | is a | kind of
disco:questionText | as printed | is printed for
dct:description | description | describes
schema:color | colour | is the colour of
skos:definition | definition | defines
schema:text | answer | is the text of
lgq:status | status | is the status of
lgq:mark | mark | is the mark of
foaf:page | web page | is the web page of
lgq:contributesTo | contributes to | served by
lgq:function | theme | is the theme of
dct:audience | for | is served by
cv:hasCompetentAuthority | competent authority | is the competent authority of
lgq:appOf | app of | has the app
org:postIn | post in | has the post
org:linkedTo | linked to | linked from
lgq:approvedBy | approved by | approved
eli:id_local | number | is the number of
eli:date_document | date | is the date of
eli:type_document | type | is the type of
lgq:level | level | is the level of
eli:jurisdiction | jurisdiction | has the law
lgq:hasPartner | partner | named as a partner by
lgq:partnerKind | kind of partner | is the kind of
schema:containedInPlace | lies in | contains
dct:spatial | area | is the area of
schema:sameAs | the same as | is the same as
lgq:candidate | may be | may be meant by
foaf:accountServiceHomepage | service | is the service of
lgq:about | is about | has the number
lgq:indicator | counts | is counted by
sdmx-measure:obsValue | value | is the value of
lgq:bound | limit | limits
sdmx-attribute:unitMeasure | unit | is the unit of
lgq:currency | currency | is the currency of
lgq:per | per | is the time of
sdmx-dimension:refPeriod | period | is the period of
lgq:scaleMax | highest of the scale | is the highest of
lgq:asWritten | as written | is written for
lgq:mentionedIn | named in | names
lgq:inResponse | response | has the answer
lgq:question | question | answered by
lgq:hasMark | mark | is a mark of
lgq:option | option | is marked in
lgq:city | city | responded with
lgq:edition | edition | is the edition of
lgq:reportedIn | reported in | reports
lgq:form | form | is answered by
lgq:fileName | file | is the file of
dct:dateSubmitted | sent on | is the day of
dct:source | source | is the source of
dct:publisher | published by | published
foaf:name | name | is the name of
lgq:number | number | is the number of
lgq:inSection | section | has the question
lgq:hasOption | option | is an option of
lgq:theme | theme | is asked for by
skos:notation | notation | is the notation of
skos:inScheme | code list | has the code
skos:topConceptOf | top of | has the top
skos:hasTopConcept | codes | is listed by
sdgo:hasTarget | target | is a target of
sdgo:isTargetOf | goal | has the target
dct:isPartOf | part of | has the part
dct:identifier | identifier | identifies
dct:creator | made by | made
dct:license | licence | is the licence of
lgq:entity | joins mentions of | was joined by
lgq:reason | reason | is the reason of
lgq:mention | mention | is joined by
lgq:joins | with | is joined by
lgq:corrects | corrects | corrected by
lgq:action | action | is the action of
lgq:correctedProperty | property | is the property of
lgq:before | before | was before
lgq:after | after | is after
lgq:byRole | decided by | decided
dct:date | on | is the day of
lgq:because | because | is the reason of
lgq:quotedWords | words | are the words of
lgq:correction | confirmed or made by | confirms or makes
prov:wasInvalidatedBy | rejected by | rejects
lgq:rejectedSubject | said of | was said to be
lgq:rejectedPredicate | said by | says
lgq:rejectedObject | said | was said of
dct:isReplacedBy | is now | was also
"""


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _readings() -> Mapping[str, Reading]:
    rows = (line.split(" | ") for line in _ROWS.strip().splitlines())
    return {_iri(name): Reading(says, back, place) for place, (name, says, back) in enumerate(rows)}


_READINGS = _readings()


def reading(predicate: str) -> Reading:
    """How a predicate reads; one that is not listed stands last, by the last part of its IRI."""
    known = _READINGS.get(predicate)
    if known:
        return known
    local = predicate.rpartition("#")[2].rpartition("/")[2]
    return Reading(local, f"{local} of", len(_READINGS))
