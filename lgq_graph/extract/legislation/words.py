"""The words for kinds of law in many languages, and those that stand before, in and after a name of one."""

from __future__ import annotations

import re

__all__ = [
    "ISSUER_WORDS",
    "LEGAL_CODE",
    "MAKERS",
    "MAY_BE_SMALL",
    "NAMED",
    "NOT_NAMES",
    "OTHER_THINGS",
    "QUALIFIERS",
    "QUOTED",
    "SHORT",
    "STARTERS",
    "TOPIC_OF_OFFICE",
    "TYPE",
    "word_set",
]

_TYPE_WORDS = {
    "constitution": "constitution constitución constituição",
    "law": "undang-undang law laws statute statutes ley leyes lei leis loi lois legge leggi gesetz закон закона законом законе закону "
    "ustawa ustawy ustawą ustawie legea legii kanun kanunu kanunun yasa yasası qanun qanunu qonun qonuni zakon zakona zákon zákona zákony wet lov luật",
    "act": "act acts",
    "code": "code código codice кодекс",
    "decree": "decree decrees decree-law decree-laws decreto decretos decreto-lei décret décrets edict edicts указ указа "
    "besluit kararname kararnamesi fərman fərmanı qarori farmoni указом постановление постановления постановлением постановлению постановлении decretos указу указе dahir dahirs medida-provisória keputusan",
    "ordinance": "verordening ordinance ordinances ordenanza ordenanzas ordonnance ordonnances ordinanza ordinanze ordonanța ordonanţa",
    "regulation": "regeling peraturan perda perwali perwal perbup pergub perpres permen regulation regulations reglamento regulamento règlement "
    "regolamento verordnung yönetmelik yönetmeliği tüzük tüzüğü rozporządzenie rozporządzenia statutory-instrument instrument instruments",
    "directive": "directive directives directiva richtlinie yönerge yönergesi",
    "resolution": "resolution resolutions resolución resoluciones resolução resoluções résolution решение решения решением решении "
    "deliberação deliberações delibera delibere deliberazione deliberazioni uchwała uchwały uchwałą uchwale hotărârea hotărâri hotărârii",
    "order": "order orders portaria portarias despacho despachos arrêté arrêtés zarządzenie zarządzenia zarządzeniem приказ приказа приказом приказе распоряжение распоряжением распоряжения",
    "bylaw": "bylaw bylaws by-law by-laws bye-law bye-laws satzung",
    "rule": "rule rules",
    "agreement": "agreement agreements acuerdo acuerdos",
    "charter": "charter",
    "other": "decision decisions circular circulars proclamation proclamations instruction instructions deliberation deliberations délibération délibérations "
    "instrução-normativa circulaire circulaires disposición disposiciones aviso avisos genelge genelgesi tebliği kararı",
}
TYPE = {word: kind for kind, words in _TYPE_WORDS.items() for word in words.split()}
SHORT = {
    "DLgs": "decree", "DL": "decree", "DPR": "decree", "DPCM": "decree", "LR": "law", "RA": "act", "SI": "regulation",
    "UU": "law", "GO": "order", "OUG": "ordinance", "HG": "resolution", "HCL": "resolution",
}  # fmt: skip
"""Kinds that are mostly written by their initials, which cite only with a number: "D.Lgs. 82/2005", "RA 11032"."""
_DE = r"(?:(?:de(?:l|s|lla|i|gli|lle)?|du|d[oai]s?)\s(?:la\s|las\s|los\s|l['’])?|dell?['’]|d['’])"
_GENERAL = r"(?:org[áâ]nic[oa]|g[eé]n[eé]ral|geral|generale|nacional|nazionale)"
LEGAL_CODE = re.compile(
    rf"(?i)\s(?:(?:{_GENERAL}\s(?:of\s|{_DE})?|of\s|{_DE})"
    r"(?P<stem>municip|metropolit|urban|civil|p[eé]nal|tribut|fiscal|l?abor|travail|lavoro|trabal|[eé]lector|eleitor|proc[eé]d|process|administra|amministra|organi[sz]a|territori|collectivit|mercantil|com[mé]+erc|sanit|trânsito|tránsito|consum|ambient|environ)"
    rf"|(?:{_GENERAL}\s)?{_DE}(?P<matter>march[ée]s\spublic|commande\spublique|contrat(?:[ao]s|ti)\sp[úu]b|consommat|impôt|impuesto|imposto|route(?!\w)|éducation|santé|action\ssociale|urbanis|tourisme|sécurité\s(?:int|soc)|patrimoine|propriété"
    r"|défense|sport(?!\w)|transports|énergie|justice|assurances|construction|pensions|relations\sentre|voirie)"
    r"|(?P<alone>municipale?|metropolitan[oa]|urban[oa]|civile?|p[eé]nale?|tributari[oa]|fiscal|laboral|[eé]lectoral|eleitoral|mercantil|comercial|ambiental|sanitari[oa]|administrativ[oa]|procesal|processual|territorial|rural|forestier|monétaire)(?!\w))"
)
"""What makes a code one of laws, right behind its word: no bar code, no code of conduct."""
TOPIC_OF_OFFICE = re.compile(
    r"(?i)(?:gobierno|governo|gouvernement)\s(?:abierto|aberto|ouvert|aperto|digitale?|numérique|electr[óo]nico|eletr[ôo]nico|électronique|en\slínea)(?!\w)"
)
"""An office that is what a law is on, and not who made it: "Ley de Gobierno Digital"."""
OTHER_THINGS = re.compile(
    r"\b(?:Council|Ministry|Department|Mayor|Government|Policy|Strategy|Plan|Portal|Programme|Program|Constitution|Agency|Office)$"
)


def word_set(table: str) -> frozenset[str]:
    return frozenset(table.split())


MAY_BE_SMALL = word_set("law act decree ordinance regulation directive resolution bylaw")
"""Types whose word in small letters still cites, given a number ("order No. 5" is rather a purchase)."""
NAMED = word_set("law act code decree ordinance regulation directive bylaw")
"""Types that a name in front of them makes a title: "Open Data Ordinance"."""
QUOTED = MAY_BE_SMALL | {"order"}
QUALIFIERS = word_set("""
    federal national state local municipal city county council councils provincial regional district metropolitan municipality town
    borough village royal presidential president's executive legislative supreme sovereign emiri amiri organic general
    public framework basic constitutional cabinet ministerial minister's ministry's government governor governor's mayor
    mayor's mayoral republic commission implementing delegated administrative emergency joint departmental special
    prefectural private primary secondary interim provisional parliamentary subsidiary union eu european
    real prime territorial urban legal normative regulatory
    федеральный федерального федеральным федеральном
""")
STARTERS = word_set("""
    the in under by as per with following since after our this its pursuant according that these those a an and or of to if
    when while where through from for on at both his her their any each every such see also section article chapter part act
    please must should would will currently besides moreover additionally however although because before during within
""")
NOT_NAMES = STARTERS | word_set("""
    all same said new old present current relevant other another first second third last next final draft proposed open
    international criminal murphy's moore's islamic sharia customary harvard balancing class family common civil
    business commercial corporate martial natural rule faculty school department court
""")
"""Words before a type word that alone make no name of a law; the first of them are in no name at all."""
ISSUER_WORDS = word_set("""
    government governments city council cabinet ministers minister ministry president parliament republic mayor governor
    administration municipality municipal state federation kingdom assembly department head district region province town
    county country european union commission committee secretary congress senate king emirate executive prefecture office
    authority duma rada capital federal national local metropolitan akimat hokim khokim oblast people's united board
    rada rady prezydenta burmistrza wójta sejmu giunta consiglio sindaco consiliului guvernului primarului
    walikota bupati daerah pemerintah presiden menteri gubernur alcaldía concejo consejo ministros gobierno intendencia maire mairie conseil préfet ministère gouvernement métropolitain métropolitaine municipal communal communale communautaire départemental départementale régional comunale provinciale metropolitano conselho câmara governo prefeito
    департамента комитета управления городской областной районного областного
    рк рф кр рб руз акимата акима маслихата хокима кенеша министерства мэрии города области края муниципального округа района городского совета собрания думы губернатора главы правительства президента мэра администрации города республики министерства думы
""")
MAKERS = ISSUER_WORDS | word_set("""
    ciudad comunidad estado provincia nación república municipio municipalidad ayuntamiento diputación junta legislatura poder parlamento cortes
    gobernación secretaría superintendencia presidencia comisión unidad cidade município assembleia prefeitura secretaria ville république assemblée parlement
    regione provincia comune stato parlamento presidente
""")
"""Words that after "de" begin with who made a law, and not with what it is of."""
