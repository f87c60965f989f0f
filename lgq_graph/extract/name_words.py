"""Words as parts of people's names: cut, made comparable, and told from the words for posts, places and things.

A word that this ontology, the lists below or the response itself (in lower case) uses is an ordinary one; what is left, written
with a capital, can be a name. Lists of names are for those that no sign tells (`name_lists.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from ..gazetteer import cities_called, find_country, is_place, is_region, population
from ..resources import resources
from .post_words import is_post_word

__all__ = [
    "HONORIFICS",
    "PARTICLES",
    "ROLES",
    "SPELT_OUT",
    "THINGS",
    "Token",
    "Words",
    "is_han",
    "is_office",
    "skeleton",
    "tokens",
]

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[{_CJK}]|(?:[^\W\d_{_CJK}]|(?<=\w)[\u0300-\u036f])+(?:['’ʼ](?:[^\W\d_{_CJK}])+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_LOWER = re.compile(r"(?<![\w:/#.@-])[^\W\d_A-Z]{2,30}(?![\w:/#@-]|\.\w)")
_BIG = 100_000


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HONORIFICS = _set(
    "mr mrs ms mx miss dr dra eng ing prof professor sir hon don doña н жа жи господин господина госпожа госпожи товарищ"
    " السيد السيدة والسيد للسيد الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة sr sra señor señora senhor senhora herr herrn frau mme mlle monsieur"
    " madame signor signora shri smt sheikh excellency dott arq lic cllr ald atty gov sen lt capt col rev fr licenciada licenciado ingeniera ingeniero doctora doctor docteur dona"
)
SPELT_OUT = _set(
    "don doña dona señor señora senhor senhora monsieur madame signor signora licenciada licenciado ingeniera ingeniero doctora doctor docteur"
    " господин господина госпожа госпожи товарищ"
)
"""Forms of address that are written small before a name."""
PARTICLES = _set(
    "de del della di da das dos du la las le los van von der den ten ter zu zur al el ul bin ibn bint abu abd y e jr"
)
_BY_NAME = _set(
    "mayor governor minister president senator councillor councilor councilman councilwoman alderman chancellor ambassador"
    " premier vicemayor director secretary commissioner chairman chairwoman prefect rector alcalde alcaldesa bürgermeister oberbürgermeister maire prefeito prefeita"
    " intendente vereador vereadora concejal concejala regidor regidora conseiller conseillère bürgermeisterin oberbürgermeisterin stadtrat stadträtin ministra ministro ministre gobernador gobernadora governador governadora préfet"
    " мэр мэра мэром аким акима губернатор губернатора министр министра президент"
)
ROLES = _BY_NAME | _set(
    "director officer manager secretary commissioner coordinator cio cto cdo dpo cfo cmo cso steward representative ceo cdto ciso coo chairman chairwoman chairperson chair"
    " adviser advisor engineer specialist analyst rector dean spokesperson spokesman spokeswoman head chief administrator inspector"
    " founder cofounder curator spokesperson webmaster"
    " consultant prefect treasurer auditor supervisor superintendent principal leader lead deputy"
    " directora director directeur directrice diretor diretora jefe jefa chef responsable responsável secretario secretaria secretário secretária secrétaire encargado encargada"
    " coordinador coordinadora coordenador coordenadora gerente leiter leiterin abteilungsleiter abteilungsleiterin amtsleiter amtsleiterin referent referentin dezernent dezernentin subdirector subdirectora"
    " директор директора директору руководитель руководителя начальник начальника заместитель заместителя председатель председателя секретарь"
    " مدير مديرة رئيس رئيسة وزير محافظ عمدة نائب"
)
"""Words for a post, before or behind which a name can stand."""

_LOOSE_ROLES = _set("head chief deputy leader lead principal chair")
THINGS = _set(
    "street st avenue ave road rd boulevard blvd lane drive square plaza place park bridge station airport port harbour harbor hospital"
    " clinic university college school academy institute library museum theatre theater stadium arena hall tower palace house foundation fund"
    " prize award scholarship bay island islands lake river mountain valley hill heights district region province county city town village"
    " metro line terminal center centre programme program project plan initiative act law lecture memorial monument cathedral church mosque"
    " labs studio studios solutions ventures partners radio television tv news magazine hub desk helpdesk connect"
    " garden gardens zoo laboratory lab building campus portal platform app system card chatbot assistant office avenida calle"
    " group company corporation inc ltd llc gmbh bank"
)
"""What is often named after a person: the name before such a word is the thing's."""

_ORDINARY = _set(
    "launch announce visit approve sign present support say start create speak host attend adopt introduce publish unveil urge edit phd md mba msc llm mpa"
    "a an and as at but by for from her his if in into is it its me my no nor not of off on or our out over per she so than that the their them"
    " then there these they this those to too up us via was we were what when where which who whom why will with world you your he i are be been has"
    " have had do does did can could may might must shall should would about after again all also any ask before below between both call"
    " contact copy each else email every few find first follow get give go good great here how however just know last least let like list look"
    " made make many meet more most much need new next now one only open other own part please press previous read reply same second see send"
    " several since some still such sure take talk tell thank thanks third thus today together under until use various very visit want well"
    " while whose wish within without work write yes yet join learn welcome unknown anonymous none confidential nil applicable"
    " january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
    " office general department directorate division unit bureau committee commission council cabinet board ministry agency authority"
    " administration government governance municipality municipal metropolitan institution centre center secretariat chamber assembly parliament"
    " public private national federal regional local urban rural state civil society citizen citizens resident residents people person business"
    " smart digital digitalisation digitalization transformation innovation innovative technology technologies information communication"
    " communications data open service services electronic online internet web mobile mobility transport traffic transit road street avenue"
    " finance financial economy economic economics budget tax treasury procurement planning development strategy strategic policy policies"
    " affairs relations international foreign external internal interior education culture cultural sports youth health social welfare labour labor employment"
    " environment environmental energy water waste climate sustainable sustainability green housing construction architecture land property"
    " security safety cybersecurity emergency police fire justice legal law rights human gender equality inclusion accessibility artificial"
    " intelligence cloud computing software hardware infrastructure network networks systems system platform platforms portal portals app apps"
    " application applications program programme programs project projects product products process quality customer client user users support"
    " operations operational analytics research science statistics geographic spatial mapping engineering design content media press"
    " marketing tourism trade industry agriculture fisheries forestry community participation engagement transparency accountability"
    " accounts audit assets resources resource personnel staff team task group forum alliance association union federation league"
    " assistant senior junior acting interim executive managing technical lead vice associate under former current honorary permanent"
    " capital central north south east west northern southern eastern western upper lower old greater grand royal main high"
    " protection privacy compliance monitoring evaluation outreach experience records archive archives geospatial gis ict it"
    " línea amiga amigo empresa empresas pública públicas público públicos presidencia corporación ruta servicio servicios ciudad ciudadana ciudadano ciudadanía gana tiempo casa"
    " ayuda atención barrio barrios abierta abierto conectada cómo vamos gestión sistema sistemas tecnología innovación información plataforma portal red secretaría dirección"
    " ouvidoria geral general empresa municipal informática cidade cidadão cidadã aberta rede serviço serviços gestão tecnologia inovação informação minha meu nossa nosso"
    " france grand grande lac métropole maison allô mairie ville numérique ouvert ouverte public publique publics services usagers accueil ma mon mes notre"
    " digitales digitale rathaus stadt bürger altstadt dienst dienste unsere"
    " мой моя наш наша единая единый справочная служба район портал порталу портала госуслуг городской городская город города открытый услуги услуг цифровой цифровая"
    " bank banks church brown black white grey gray young king kings park parks hill hills wood woods field fields long rich price stone page rose"
    " bell day summer winter spring rain snow knight bishop baker cook carter cooper fisher hunter mason miller potter shepherd smith taylor"
    " tailor turner walker weaver fox wolf bird fish lamb bush forest moor marsh lake rivers brook ford bridge gates castle hall house home"
    " cross power small short sharp strong wise best love joy hope grace faith bright swift noble major marshall judge constable porter page"
    " penny gold golden silver diamond iron steel glass star sun moon sky snow storm cloud berry apple flowers lily violet ivy olive heath"
    " case chance christian english french german irish scott walls wells waters weeks winters banner barber bond booth bowl box branch"
    " close cotton crane crew cruise dale dean drew early ernest frank grant guy hand harmony head hood jack john key lane little locke low"
    " mark mercy moody night nice pace peace pike pool pope post pound pride prince queen ray reed reeves rice root rush sage salt sand"
    " singer sparks speed steward summers temple trinity truth valley virtue ward west wind worth art bill bob dick don drive max pat rob will"
)

_OFFICE = re.compile(
    r"\b(?:officer|director|chief|head|minister|mayor|manager|secretary|advis[eo]r|commissioner|coordinator|deputy|team|office|department"
    r"|[a-z]{0,2}io|cto|cdo|services?|unit|division|engineer|specialist|lead|analyst|consultant|council|city|municipality|government|portal"
    r"|authority|ministry|committee|bureau|agency|cent(?:er|re)"
    r"|directora?s?|diretora?|directeur|directrice|jef[ea]|cheff?e?|encargad[oa]|respons[aá](?:ble|vel)|secret[aá]ri[oa]|secrétaire|sub-?secret[aá]ri[oa]|co+rdenadora?"
    r"|coordinadora?|coordinateur|coordinatrice|gerente|alcald(?:e|esa)|prefeit[oa]|maire|ministr[eoa]|conseill(?:er|ère)|ases(?:or|ora)|assess(?:or|ora)|adjoint[eo]?|chargée?"
    r"|delegad[oa]|délégué?e?|intendente|direcci[oó]n|dire[cç][aã]o|direction|(?:sub-?)?secretar[ií]as?|départ[ea]ment|departamento|oficina|gabinete|unidad|unidade|servi[cç]i?o|mairie|ayuntamiento|alcald[ií]a"
    r"|mesa|centro|equipo|área|consejo|comité|instituto|agencia|ministerio|municipio|municipalidad|coordinación|gerencia|jefatura|equipe|équipe|pôle|conseil|agence|ministère|ville|cellule|maison"
    r"|núcleo|superintendência|câmara|conselho|prefeitura|município|coordenação|gerência|diretoria|assessoria|amt|\w{3,20}amt|referat|abteilung|stadt|magistrat|\w{0,20}behörde|dezernat|stabsstelle|bürger\w{2,20}|ministerium"
    r"|руководител\w{1,3}|начальник\w{0,3}|директор\w{0,2}|заместител\w{1,3}|глава|министр\w{0,2}|мэр|специалист\w{0,2}|координатор\w{0,2}|управлени\w{1,2}|департамент\w{0,2}|отдел\w{0,2}|комитет\w{0,2}"
    r"|секретар\w{1,2}|советник\w{0,2}|инженер\w{0,2}|администраци\w|служб\w|центр\w?|председател\w|менеджер\w?|акимат\w?"
    r"|(?:ال)?(?:مديرة?|رئيسة?|وزيرة?|نائبة?|مسؤولة?|منسقة?|مستشارة?|محافظ|دائرة|إدارة|قسم|مكتب|وحدة|هيئة|أمانة|بلدية|وزارة|مركز))\b",
    re.I,
)


class Token(NamedTuple):
    """One word of a text: its place, as written, and its `skeleton`."""

    start: int
    end: int
    word: str
    key: str

    @property
    def low(self) -> str:
        return self.word.casefold()

    @property
    def capital(self) -> bool:
        """Written as names are: not with a small letter first (a script without capitals passes)."""
        return not self.word[0].islower()

    @property
    def initial(self) -> bool:
        """One capital, or two letters of which a romanised initial can consist ("Yu.", "Zh.")."""
        shaped = self.word[0].isupper() and (
            len(self.word) == 1 or (len(self.word) == 2 and self.word[1].islower())
        )
        return shaped and self.low not in HONORIFICS | PARTICLES


def is_han(word: str) -> bool:
    """Whether a word is a character of Chinese, Japanese or Korean writing, which `tokens` takes one by one."""
    return len(word) == 1 and "\u3040" <= word <= "\ud7af"


def tokens(text: str) -> list[Token]:
    """The words of a text; a hyphen parts two, an apostrophe does not, and a Han character or Hangul syllable is one."""
    found = []
    for match in _TOKEN.finditer(text):
        word, key = _word(match[0])
        found.append(Token(match.start(), match.start() + len(word), word, key))
    return found


@lru_cache(maxsize=50_000)
def _word(written: str) -> tuple[str, str]:
    """A word without the ending of a possessive, and its skeleton."""
    word = _POSSESSIVE.sub("", written) or written
    return word, skeleton(word)


_SPELLINGS = (
    (r"[^a-z]", ""), (r"off$", "ov"), (r"ph", "f"), (r"w", "v"), (r"sch|sh", "s"), (r"tsch|tch|ch|ck|ts|tz|q", "k"), (r"c", "k"),
    (r"zh", "z"), (r"kh", "h"), (r"gh", "g"), (r"th", "t"), (r"x", "ks"), (r"[jy]", "i"), (r"ae", "a"), (r"oe", "o"), (r"ue|ou|oo", "u"),
    (r"ie|ee", "i"), (r"(.)\1+", r"\1"), (r"(?<=..)h$", ""),
)  # fmt: skip
_RESPELL = tuple((re.compile(pattern), to) for pattern, to in _SPELLINGS)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What the spellings of a name share, past accents, scripts and ways to romanise: Müller, Mueller and Muller meet."""
    plain = anyascii(word).lower()
    for pattern, to in _RESPELL:
        plain = pattern.sub(to, plain)
    return plain


@cache
def _of_the_ontology() -> frozenset[str]:
    """The words in lower case that the definitions and code lists of this project use."""
    files = (path.read_text(encoding="utf-8") for path in resources("ontology", "*.ttl"))
    return frozenset(word for text in files for word in _LOWER.findall(text))


class Words:
    """Which words are ordinary in one response: the known ones, and those it writes in lower case."""

    def __init__(self, texts: Iterable[str] = (), things: Iterable[str] = ()) -> None:
        own = (word for text in texts for word in _LOWER.findall(text))
        self._own = frozenset([*own, *(word.casefold() for word in things)])

    def ordinary(self, word: str) -> bool:
        """Whether the word, or what it is formed from, is no name by itself."""
        low = word.casefold()
        return any(form in self._own or is_common(form) for form in (low, *_stems(low)))

    def telling(self, token: Token) -> bool:
        """Whether the word can be part of a name: it has a capital and is nothing else."""
        return (
            token.capital
            and len(token.word) > 1
            and token.low not in ROLES | HONORIFICS | PARTICLES
            and not (token.word.isupper() and len(token.word) < 4)
            and not self.ordinary(token.word)
        )


def is_office(words: str) -> bool:
    """Whether these words have one for a post or a body, and so name no person."""
    return _OFFICE.search(words) is not None


def is_common(low: str) -> bool:
    """Whether the lists or the ontology have this word, in lower case."""
    return low in _ORDINARY or low in THINGS or low in _of_the_ontology() or is_post_word(low)


def _stems(low: str) -> list[str]:
    """A verb without its ending: "Launches" is formed from "launch"."""
    return [
        low[: -len(end)]
        for end in ("s", "es", "ed", "ing", "d")
        if low.endswith(end) and len(low) > len(end) + 3
    ]


def is_by_name(word: str) -> bool:
    """Whether people say this post before a mere surname."""
    return word in _BY_NAME


def is_loose(word: str) -> bool:
    """Whether this word for a post is as often an adjective or a noun of another meaning."""
    return word in _LOOSE_ROLES


@lru_cache(maxsize=10_000)
def is_place_word(name: str) -> bool:
    """Whether these words are the name of some place or country."""
    return is_place(name) or find_country(name) is not None


@lru_cache(maxsize=10_000)
def is_big_place(word: str) -> bool:
    """Whether a reader takes the word for a place first: a country, a region or a city of 100,000, by its main name."""
    big = any(population(city) >= _BIG for city in cities_called(word))
    return big or is_region(word, "") or find_country(word) is not None
