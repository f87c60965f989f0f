"""The words by which a partnership answer tells what a partner is, and whether there is a partnership at all."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ..gazetteer import fold
from ..model import PlaceKind
from .partner_scripts import kind_in_script

__all__ = [
    "DEMONYMS",
    "GENERIC",
    "ORDINARY",
    "apposed_kind",
    "denied",
    "field_kind",
    "head_kind",
    "introduces",
    "is_facility",
    "is_known_organisation",
    "is_legal_form",
    "organisation_kind",
    "speaks_of_partners",
]


# --- organisations ------------------------------------------------------------------------------------------------

_NETWORKS = frozenset(
    fold(name)
    for name in """C40|C40 Cities|Eurocities|UCLG|ICLEI|OASC|Open & Agile Smart Cities|Open and Agile Smart Cities
|Covenant of Mayors|Metropolis|CityNet|WeGO|WEGO|Major Cities of Europe|Global Covenant of Mayors|U4SSC|United Cities and Local Governments
|United for Smart Sustainable Cities|Sister Cities International|Mercociudades|CGLU|UCLG Africa|UCLG ASPAC|Cities Alliance|CEMR|Energy Cities
|Polis|Climate Alliance|Mayors for Peace|Cities for Digital Rights|What Works Cities|Bloomberg Philanthropies Mayors Challenge|URBACT
|Intelligent Cities Challenge|Digital Cities Challenge|Living-in.EU|ENoLL|FIWARE|G20 Global Smart Cities Alliance|100 Resilient Cities
|Resilient Cities Network|Citynet|Union of the Baltic Cities|Union of Baltic Cities|AIMF|OICC|UCCI|CIDEU|Creative Cities Network|GCoM|U20|Urban 20
|D20|ASEAN Smart Cities Network|Nordic Smart City Network|ICC|Cities Coalition for Digital Rights|World Smart Sustainable Cities Organization
|World e-Governments Organization of Cities and Local Governments|City Possible|Cities Today|Covenant of Mayors for Climate and Energy|Global Covenant of Mayors for Climate and Energy|Global Covenant of Mayors for Climate & Energy""".replace(
        "\n", ""
    ).split("|")
)
_COMPANIES = frozenset(
    fold(name)
    for name in """Google|Microsoft|IBM|Cisco|Huawei|Siemens|SAP|Oracle|Amazon|AWS|Amazon Web Services
|Apple|Intel|Samsung|LG|Nokia|Ericsson|Mastercard|Uber|Esri|ESRI|Bosch|Hitachi|Fujitsu|NEC|NTT|Vodafone|Telefónica|Accenture|Deloitte
|KPMG|PwC|McKinsey|Salesforce|Dell|HP|Hewlett Packard|Lenovo|ZTE|Alibaba|Tencent|Yandex|Philips|Signify|Schneider Electric|Thales|Atos|Capgemini
|Waze|Airbnb|Tata Consultancy Services|Infosys|Wipro|Toyota|Nvidia|Qualcomm|Veolia|Engie|Enel|Iberdrola|T-Systems|Deutsche Telekom
|Mastercard City Possible|OpenAI|Adobe|Autodesk|Honeywell|General Electric|ABB|Kaspersky|Tesla|Moovit|PayPal|Airtel|MTN|Safaricom|Claro|Movistar""".replace(
        "\n", ""
    ).split("|")
)
_UNIVERSITIES = frozenset("mit|eth zurich|epfl|tu delft|kaist|caltech|unam".split("|"))
_LEGAL = re.compile(
    r"(?:\b(?:Ltd|LTD|Limited|Inc|INC|Incorporated|GmbH|LLC|L\.L\.C|AG|PLC|Plc|plc|Corp|Corporation|Company|Co|KG|S\.?p\.?A|SpA|SA|S\.A(?:\.S|\.U)?|SAS|B\.?V|N\.?V|Oyj?|AB|ASA?"
    r"|A/S|Sdn|Bhd|Pvt|Pte|S\.?r\.?l|SRL|S\.?L|Holdings?|Telecom|Telekom|Telkom|Telecoms|Telecommunications|Airlines|Airways|Insurance|Bank|Banco|Banque|Technologies|Systems|Motors"
    r"|Consulting|Solutions|Software|Electric|JSC|OJSC|PJSC|LLP|d\.o\.o|a\.s|s\.r\.o|Kft|Zrt)\.?)$"
)
_TELECOM = re.compile(r"Tel(?:ecom|ekom|kom|efónica|efonica)\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?")
_ONLY_LEGAL = re.compile(
    r"(?:Ltd|LTD|Limited|Inc|INC|GmbH|LLC|AG|PLC|Plc|Corp|S\.A|SA|JSC|LLP|Co|Pte|Pvt)\.?(?:\s(?:Ltd|LTD|Limited)\.?)?"
)
_SEAT = re.compile(
    r"(?i)(?:\w+ ){0,3}(?:cent(?:re|er)|institute|lab|foundation|agency|ministry) (?:for|of|on) (?!technology|science and)"
)
_PUBLIC_BANK = re.compile(
    r"(?i)\b(?:world|development|investment|central|food|blood|national|islamic|reconstruction)\b"
)
_UNIVERSITY = re.compile(
    r"(?i)\b(?:universi\w{1,12}|uniwersytet\w{0,3}|institutes? of technology|institute of science and technology|polit[eé]c?h?nic\w{0,4}|polyt[eé]chni\w{1,5}|politechnika|polit[eé]cnic\w{0,3}"
    r"|college|[eé]cole|hochschule|fachhochschule|technion|(?:business|management|medical|law|engineering|graduate) school|school of \w+|universit[àáäé]\w{0,2}|университет\w{0,2}|академи\w|институт технолог\w+)\b"
)
_NETWORK = re.compile(
    r"(?i)\b(?:network|networks|alliance|league|coalition|covenant|compact|forum|confederation|congress|consortium|eurocit\w+|red de ciudades|r[eé]seau|rede|netzwerk|сеть городов|ассоциаци\w городов|союз городов|альянс"
    r"|(?:union|association|federation|organi[sz]ation|council|community|partnership|conference|society|assembly|society) of (?:\w+ ){0,4}(?:cities|municipalities|towns|mayors|local \w+|regions|capitals)"
    r"|(?:cities|towns|capitals|municipalities|mayors|local governments?) (?:network|alliance|association|forum|union|league|challenge|initiative|programme|program|coalition|summit|organi[sz]ation)"
    r"|(?:smart|resilient|healthy|creative|digital|global|safe|learning|energy|climate|inclusive|intelligent|age-friendly|sustainable|united|major|fab) cities"
    r"|(?:association|union|unión|uni[aã]o|unione|związek|stowarzyszenie|vereniging|fédération|federación|asociaci[oó]n|associa[cç][aã]o|associazione|organisation|organizaci[oó]n|alliance|communauté|conseil|verband|bund) (?:\w+ ){0,2}(?:des?|del?|de l[ao]s?|di|dei|delle|do|dos|das|der) (?:\w+ ){0,2}(?:maires|villes|alcaldes|ciudades|municipios|municipalités|communes|cidades|prefeitos|citt[aà]|comuni|sindaci|capitales|st[aä]dte|gemeinden|gemeenten|steden|miast|gmin|(?:gobiernos|poderes|gouvernements|pouvoirs) loca\w+)"
    r"|asociaci[oó]n de \w+|asocia[cç][aã]o de \w+|f[eé]d[eé]ration des? \w+|mancomunidad|st[äa]dte(?:tag|bund|netzwerk|netz|verband)|(?:belediyeler|kentler|şehirler) birliği|(?:związek|stowarzyszenie|unia) (?:\w+ ){0,2}(?:miast|gmin|metropolii)|asosiasi pemerintah \w+)\b"
)
_OTHER = re.compile(
    r"(?i)\b(?:foundation|philanthrop\w+|fund|fundaci[oó]n|funda[cç][aã]o|fondation|stiftung|ministry|ministerio|minist[eè]re|agency|agencia|agence|institute|instituto|institut|ngo|organi[sz]ation|programme|program"
    r"|commission|committee|chamber|society|cent(?:re|er)|centro|department|secretariat|red cross|red crescent|world bank|bank|embassy|trust|фонд|институт|ассоциаци\w|министерств\w|агентств\w|association|asociaci[oó]n|council|academy|cluster|federation|union"
    r"|authority|office|initiative|laboratory|lab|museum|hospital|school|group|unesco|unicef|un-habitat|nations|ngos|parliament|police|church|club|board|service)\b"
)
_ACRONYMS = frozenset(
    """UN UNDP UNESCO UNICEF WHO OECD ITU EU USAID GIZ JICA KOICA UNHCR UNEP UNIDO UNECE UNDESA UNOPS UNFPA IADB
IDB ADB EBRD EIB AFD ILO IOM WEF CAF ECLAC CEPAL WWF USTDA SIDA NORAD DFID ESCAP ESCWA UNITAR UNCDF""".split()
)
_PUBLIC = re.compile(
    r"(?i)\bcity council|city hall|(?:metropolitan|municipal|city|local|regional|provincial|prefectural) (?:government|council|authority|administration|municipality|assembly)\b"
)

_ASSOCIATION = re.compile(
    r"(?:[A-Z][\w-]{0,60}\s(?:of\s)?){2,6}(?:Network|Forum|Alliance|Association|Union|League|Federation|Coalition)$"
)
"""Names that end in what joins cities: "Local Government Forum", "Smart Africa Cities Network"."""


_FACILITY = re.compile(r"(?i)\b(?:command|control|call|contact|data|operations?|service) cent(?:er|re)s?\b")


def is_facility(name: str) -> bool:
    """Whether a name is that of a room or hall, which is no body of its own: "Call Centre 311"."""
    return _FACILITY.search(name) is not None


@lru_cache(maxsize=20_000)
def organisation_kind(name: str) -> PlaceKind | None:
    """What an organisation of this name is, by well-known names, legal forms and telling words; None when nothing tells."""
    key = fold(name)
    if _of_network(key, name):
        return PlaceKind.NETWORK
    if key in _COMPANIES:
        return PlaceKind.COMPANY
    if key in _UNIVERSITIES:
        return PlaceKind.UNIVERSITY
    if not name.isascii() and (scripted := kind_in_script(name)):
        return scripted
    if name.startswith("UN-") or name in _ACRONYMS or name.removeprefix("UN ") in _ACRONYMS:
        return PlaceKind.OTHER
    association = _ASSOCIATION.search(name) is not None
    bare = (not association and all(word in GENERIC for word in key.split())) or (
        " " not in name and not key.startswith(("eurocit", "polit", "univers"))
    )
    return None if bare or (_PUBLIC.search(name) and not association) else _kind_by_word(name)


_CHAPTER = re.compile(
    r" (?:of |in |for )?(?:(?:north|south|east|west|latin|southeast|central)(?:ern)? )?(?:africa|asia|europe|america|oceania|the americas|the caribbean)$"
)
"""How the chapter of a network ends: "United Cities and Local Governments of Africa"."""


def _is_network(key: str) -> bool:
    """Whether it is a well-known network, or its chapter on a continent."""
    return key in _NETWORKS or _CHAPTER.sub("", key) in _NETWORKS


def _of_network(key: str, name: str) -> bool:
    """Whether it is a well-known network, its chapter ("ICLEI Africa"), or its short name before its long one."""
    short, _, rest = key.partition(" ")
    chapter = re.fullmatch(
        r"(?:north |south |east |west |latin |southeast |central )?(?:africa|asia|europe|america|oceania|asia pacific|mecs|aspac)",
        rest,
    )
    return _is_network(key) or (
        short in _NETWORKS
        and (bool(chapter) or bool(_NETWORK.search(rest)) or bool(re.match(r"\w+\s[–—-]\s", name)))
    )


def _kind_by_word(name: str) -> PlaceKind | None:
    if is_facility(name):
        return None
    if _SEAT.match(name):
        return PlaceKind.OTHER
    if _UNIVERSITY.search(name):
        return PlaceKind.UNIVERSITY
    if _TELECOM.fullmatch(name):
        return PlaceKind.COMPANY
    if " " in name and _LEGAL.search(name) and not (_PUBLIC_BANK.search(name) and "ank" in name):
        return PlaceKind.COMPANY
    if _NETWORK.search(name):
        return PlaceKind.NETWORK
    return PlaceKind.OTHER if _OTHER.search(name) else None


def is_known_organisation(name: str) -> bool:
    """Whether a name is one of the well-known networks or companies."""
    key = fold(name)
    return key in _COMPANIES or _is_network(key)


def is_legal_form(name: str) -> bool:
    """Whether a name is nothing but the end of a company's: "Inc", "Ltd"."""
    return bool(_ONLY_LEGAL.fullmatch(name))


# --- what is said of them -----------------------------------------------------------------------------------------

_SPEAKS = re.compile(
    r"(?i)友好|姐妹|姊妹|合作|伙伴|夥伴|签署|签订|协议|成员|加入|结好|\b(?:partner|sister|twin|co-?operat|co-?llaborat|agreement|memorand|mou\b|alliance|network|member|joint|friend|sign|conv[eê]nio|trabaj|trabalh|travaill|arbeit|colabor|acordo|herman|acuerdo|coop[eé]r|parcer|accord|partena"
    r"|partnersch|st[aä]dtepart|jumel|gemell|together with|work\w{0,3} (?:\w+ )?with|shar(?:e|es|ed|ing) (?:\w+ ){0,2}(?:code|data|experiences?|knowledge|practices?|expertise|software|lessons)|exchang|associat|consorti|coalition|participat|contacts|relations|ties|link|engag|alongside|counterpart|protocol|joined"
    r"|miembro|membre|membro|вход(?:ит|ят)|forma parte|faz parte|fait partie|adh[eé]r|colaborac|coop[eéè]r|partenaire|irm[aã]|согла[шс]|сотрудни|партн[её]р|побратим|меморандум|договор|член(?:ом|ство|а)?\b|совместн"
    r"|و?(?:ال)?(?:شراك|شريك|شركاء|تعاون|توأم|توأمة|اتفاق|مذكر|عضو|شبك)|و?نتعاون|و?تتعاون"
    r"|intercambi|alian[zç]|konsort|zusammen|kooper|samarbe|companies|(?:firms?|enterprises|start-?ups|business(?:es)?|industry|vendors|operators|unternehmen|firmen|aziende|imprese|bedrijven|företag|şirketler|firmalar|firmy|perusahaan|sieci|miasta|kota|città|kardeş şehirler)\s?:|universit|ngo|civil society|private sector|supported by|support of|funded|cities (?:of|such|like|including)|cities:|empresas\b|entreprises\b|universid)"
)
_DENIES = re.compile(
    r"(?i)\b(?:no(?! (?:fewer|less|setor|âmbito|quadro|projeto|programa|domínio|contexto|caso)\b)(?!\.? ?\d)|not(?! only\b| limited\b| just\b| merely\b)|none|never|neither|nor|nicht|kein\w{0,2}|pas(?! (?:que|seulement))|aucun\w?|нет|не(?! только)|без|прекращ\w+|расторгнут\w*|[وف]?(?:لا|لم|ليس|ليست|لن)|ning[uú]n\w?|nenhum\w?|n[aã]o|without(?= (?:any|a|formal)? ?(?:partner|agree|co))"
    r"|cannot|lacks?|(?<!-)ended|terminated|discontinued|suspended|cancel+ed|expired|formerly|previously|used to|in the past|broke off|withdr[ae]w\w*)\b|n['’]t\b|没有|沒有|尚无|尚未|暂无|并未|不再|曾经|\bformer (?:partner|sister|twin|member)"
)
_BEGIN = r"(?:sign|partner|co-?operate|collaborate|establish|join|launch|start|enter|conclude|twin|become|form|create|initiate|build|begin|set up|negotiate|expand|extend)"
_BOND = r"(?:partner\w*|co-?operation\w*|collaboration\w*|agreements?|twinning\w*|members?\w*|sister\w*|cit(?:y|ies)|alliances?|memorand\w+|mous?|networks?|projects?)"
_PLANS = re.compile(
    rf"(?i)\b(?:(?:plan(?:s|ned|ning)?|intend\w{{0,3}}|intention|aim(?:s|ing)?|aspir\w+|going|would like|wish(?:es)?|hop(?:e|es|ing)|seek(?:s|ing)?|expect(?:s|ed)?|look(?:ing|s)?|prepar\w+|interested|explor\w+|consider(?:s|ing)?)"
    rf" (?:to|for|on|in|into|forward to|of)? ?(?:\w+ ){{0,3}}?{_BEGIN}|(?:is|are|we) (?:also |currently |now )?(?:planning|considering|exploring|preparing|seeking|discussing) (?:an? |the |new |further |more )?(?:\w+ )?{_BOND}"
    rf"|(?:planned|future|potential|prospective|proposed|possible|upcoming|new possible) (?:\w+ )?{_BOND}|plann?(?:s|ed|ing)?\s?[:(]|in the (?:near |coming )?future|under (?:negotiation|discussion|preparation|consideration)"
    rf"|negotiat(?:es?|ing|ions?)|(?:will|shall|'ll|soon|could|might|may|should|would) (?:\w+ ){{0,2}}?(?:be )?(?:\w+ing )?{_BEGIN}|envisag\w+|looking for|geplant\w*|planea\w*|previst[oa]s?|prévue?s?|en negociación|em negociação|en cours de (?:négociation|discussion)|pretend\w+|souhait\w+|futur[oae]s?|à l['’]avenir"
    r"|планиру\w+|предполага\w+|намерен\w*|переговор\w+|в перспективе|نخطط|تخطط|نعتزم|سوف|مستقبلا)|计划|規劃|拟与|将与|洽谈|من المقرر|قيد التفاوض"
)
_CLAUSE = re.compile(
    r"(?i)[,;。](?=[\u3400-\u9fff])|[،؛]\s?(?=و?لكن|بينما)|,?\s(?:но|однако|sino|porém|tandis que)\s|[;.]\s|,?\s(?:but|however|whereas|although|though|while|yet|pero|aber|mais|mas)\s"
)


def speaks_of_partners(text: str) -> bool:
    """Whether words of partnership stand in a sentence."""
    return bool(_SPEAKS.search(text))


def denied(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that deny, end or only plan something."""
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if _DENIES.search(text, a, b) or _PLANS.search(text, a, b)]


_LEADS_ON = (
    r"(?:[\s,:(–-]+(?:such|as|like|e\.?g|namely|including|includes?|are|is|of|with|the|our|its|(?:in|from|across)\s+(?:the\s+)?[A-Z]\w{2,14}|in|from|across|around|over|world|abroad|other|among|them|these|following|partners?|partnerships?|members?"
    r"|mainly|especially|research|academia|science|also|foreign|international|como|son|con|de|wie|comme|avec|africa|asia|europe|america|and)){0,6}[\s,:(–-]*"
)
_HEADS = tuple(
    (kind, re.compile(rf"(?i:\b{words}\b|{elsewhere}){_LEADS_ON}$"))
    for kind, words, elsewhere in (
        (
            PlaceKind.COMPANY,
            r"(?:compan(?:y|ies)|firms?|enterprises?|corporations?|business(?:es)?|start-?ups?|vendors?|private[ -]sector|operators?|banks|industry|empresas?|aziende|imprese|bedrijven|företag|yritykset|şirketler\w{0,3}|firmalar|firmy|przedsiębiorstwa|podniky|perusahaan|companii|entreprises?|unternehmen|firmen|providers?|компани\w{1,3}|предприяти\w{1,2}|شركات|الشركات)",
            "企业|公司",
        ),
        (
            PlaceKind.UNIVERSITY,
            r"(?:universit(?:y|ies)|academia|academic (?:partners|institutions)|colleges?|universidad(?:es)?|universidades?|universit[eé]s?|universit[aä]ten|higher education|университет\w{1,3}|вуз\w{0,3}|جامعات|الجامعات)",
            "大学|高校",
        ),
        (
            PlaceKind.NETWORK,
            r"(?:(?<!social )networks?|alliances?|city associations|(?:international |intergovernmental )organi[sz]ations? of cities|redes|r[eé]seaux|netzwerke|сет(?:ь|и|ях)|شبكات|الشبكات)",
            "网络|组织",
        ),
        (
            PlaceKind.OTHER,
            r"(?:ngos?|non-?governmental|civil society|foundations?|(?:development|technical|financial|funding|implementing|research) partners|research|organi[sz]ations?|associations|institutions|agencies|donors?|non-?profits?|ong|ministr(?:y|ies)|организаци\w{1,2}|منظمات|المنظمات)",
            "机构",
        ),
        (
            PlaceKind.CITY,
            r"(?:cities|towns|city|town|municipalit(?:y|ies)|capitals?|ciudades|cidades|villes|st[aä]dten?|hermanadas?|jumelées?|irmãs|metropol\w+|город\w{0,3}|город\w{1,2}-побратим\w{1,3}|побратим\w{0,3}|مدن|المدن)(?:\s(?:التوأم|التوأمة|الشقيقة|الصديقة))?",
            "城市|友城",
        ),
    )
)


def head_kind(intro: str) -> PlaceKind | None:
    """What a list names, by the last telling noun before it: "private companies such as", "Sister cities:"."""
    found = [(m.start(), kind) for kind, pattern in _HEADS if (m := pattern.search(intro[-90:]))]
    return max(found, key=lambda f: f[0])[1] if found else None


_FIELD = re.compile(
    r"(?i)^\W*(?:(?:and|e|y|et|und)\s)?(?:also\s)?(?:with(?:in)?|in|from|among|for|at|as (?:for|to)|regarding|on the side of|com|con|avec|mit|n[oa]|en|dans|dans le|no)\s(?:(?:the|our|its|el|la|l[eo]|o|a|dem|der)\s|l['’])?(?:local\s|national\s|regional\s)?"
    r"(?:(?P<firms>private[ -]sector|business(?: sector| community)?|industry|setor privado|sector privado|secteur privé|privatwirtschaft|companies)"
    r"|(?P<science>academ(?:y|ia)|academic (?:sector|field|world|community)|higher education|universit(?:y sector|ies)|academia|universidades?|universités)"
    r"|(?P<civil>(?:organi[sz]ed )?civil society|third sector|non-?profit sector|ngos?|sociedade civil|sociedad civil|société civile|zivilgesellschaft|tercer sector))(?=[\s,:])"
)
_FIELD_KINDS = {"firms": PlaceKind.COMPANY, "science": PlaceKind.UNIVERSITY, "civil": PlaceKind.OTHER}


def field_kind(clause: str) -> PlaceKind | None:
    """What partners are by the field that their clause opens with: "With the private sector there are protocols with …"."""
    field = _FIELD.match(clause)
    return _FIELD_KINDS[field.lastgroup] if field and field.lastgroup else None


_APPOSED = (
    (
        PlaceKind.COMPANY,
        re.compile(
            r"(?i)(?:^|\W)(?:company|firm|start-?up|operator|enterprise|empresa|entreprise|société|compañía|companhia|компани(?:я|и|ей)|شركة)\s[«\"“]?$"
        ),
    ),
    (
        PlaceKind.NETWORK,
        re.compile(r"(?i)(?:^|\W)(?:network|alliance|red|réseau|rede|сет(?:ь|и|ью))\s[«\"“]?$"),
    ),
    (
        PlaceKind.OTHER,
        re.compile(
            r"(?i)(?:^|\W)(?:institute|foundation|agency|association|ngo|charity|cooperative|incubator|instituto|fundación|fundação|fondation|asociación|associação|институт\w{0,2}|фонд\w{0,2})\s[«\"“]?$"
        ),
    ),
)


def apposed_kind(before: str) -> PlaceKind | None:
    """What the noun right before a name says it is: "the institute …", "the start-up …"."""
    return next((kind for kind, pattern in _APPOSED if pattern.search(before[-16:])), None)


_GOOD = frozenset(
    """with between among amongst join joined joining joins including include includes included like namely
    membre miembro membro членом член
    с со между как включая مع ومع بين مثل منها además entre tels telles comme como
    are is partners partner sisters twins friends hermanas gemelas hermanadas jumelles irmãs gemelle cities twinned eg ie alongside city town towns municipality municipalities
    con avec com mit entre zwischen agreement agreements company companies university universities
    network networks member members plus incluyendo especially notably particularly counterpart
    counterparts""".split()
)
_BAD = frozenset(
    """in at from near by during for against about through via within across throughout inside based held
    visit visited visits hosted than under after before into toward towards on compared unlike inspired
    following over outside around capital located""".split()
)
_OF_GOOD = frozenset(
    """city cities town towns municipality municipalities member members part governments administration
    administrations council councils prefecture province region state district metropolis support
    assistance participation help network group capitals authorities involvement government villages
    universities companies form representatives partner partners sister twin counterpart counterparts""".split()
)
_TO_GOOD = frozenset(
    "twinned linked connected sistered partnered joined tied paired related belongs belong".split()
)
_WORDS = re.compile(r"[^\W\d_]+|[:(]")
_HAN_GOOD = re.compile("(?:[与與和跟同及、]|包括|加入|成员)[^\\W]{0,2}$")


def introduces(intro: str) -> bool | None:
    """Whether the words before a name make it a partner ("agreement with"), something else ("held in"), or do not tell."""
    if _HAN_GOOD.search(intro):
        return True
    words = [word.lower() for word in _WORDS.findall(intro[-90:])]
    for n in range(len(words) - 1, max(-1, len(words) - 7), -1):
        word, before = words[n], words[n - 1] if n else ""
        if word in ":(":
            return True
        if word == "to" and (_binds(words, n) or (_TO_TOO.search(intro) and _bound_before(intro))):
            return True
        if word in ("of", "to", "as"):
            return before in {"of": _OF_GOOD, "to": _TO_GOOD, "as": {"such", "well"}}[word]
        if word in _GOOD:
            return before not in ("compared", "comparison", "line", "parallel", "accordance")
        if word in _BAD:
            return False
    return None


_TO_TOO = re.compile(r"(?:,|\band)\sto\s(?:the\s)?$")
_BINDS = frozenset("bind binds tie ties link links connect connects join joins unite unites".split())


def _binds(words: list[str], n: int) -> bool:
    """Whether a "to" leads to whom one is bound: "linked to", "ties that bind us to"."""
    return words[n - 1] in _TO_GOOD or (
        n > 1 and words[n - 1] in ("us", "it", "city") and words[n - 2] in _BINDS
    )


def _bound_before(intro: str) -> bool:
    """Whether a "to" goes on after such a one: "bind us to Bonn, to Lyon and to Turin"."""
    words = [word.lower() for word in _WORDS.findall(intro)]
    return any(word == "to" and _binds(words, m) for m, word in enumerate(words[:-1]) if m)


# --- names --------------------------------------------------------------------------------------------------------

GENERIC = frozenset(
    """sister twin cities city partner partners partnership partnerships cooperation agreement agreements
    memorandum understanding town towns municipality municipalities international national regional local
    project projects programme program smart digital mayor president minister mr mrs ms dr prof governor
    director companies company universities university networks network members member private public
    sector civil society government cityhall europe asia africa america latin north south east west
    organisations organizations region regions country countries continent year name mou mous twinning
    department departments office offices service services agency agencies ministry ministries registry authorities
    collaboration""".split()
)
"""Words that head a list or a sentence and are part of no partner that nothing else tells."""

ORDINARY = frozenset(
    """nice reading mobile bath of open smart cork march police central split bar man hub data most
    university union bank date link male same best young orange victoria florence enterprise independence
    progress orient surprise normal energy liberal deal sandy hope battle street rugby sale hull wells
    barking eye ware media tours lens salt lead council green park david san santa general police centre
    center east west north south service portal digital web net home start police vision plus metro
    online platform forum market agency team august may april june sunday monday carmel alliance grace
    faith bay lake hill hills valley river beach island forest garden college industry commerce police
    defiance liberty republic columbia aurora phoenix dover santos los angelo asia america mission code
    city town capital state nation global world""".split()
)
"""Names of cities that are words, first names or surnames too."""

DEMONYMS = dict(
    cell.rsplit(" ", 1)
    for cell in """albanian AL|algerian DZ|american US|argentinian AR|argentine AR|armenian AM|australian AU|austrian AT|azerbaijani AZ|bangladeshi BD|belarusian BY|belgian BE
|bolivian BO|bosnian BA|brazilian BR|british GB|bulgarian BG|cambodian KH|canadian CA|chilean CL|chinese CN|colombian CO|croatian HR|cuban CU|cypriot CY|czech CZ|danish DK
|dutch NL|ecuadorian EC|egyptian EG|emirati AE|english GB|estonian EE|ethiopian ET|finnish FI|french FR|georgian GE|german DE|ghanaian GH|greek GR|hungarian HU|icelandic IS
|indian IN|indonesian ID|iranian IR|iraqi IQ|irish IE|israeli IL|italian IT|japanese JP|jordanian JO|kazakh KZ|kenyan KE|korean KR|south korean KR|kosovar XK|kuwaiti KW|kyrgyz KG
|latvian LV|lebanese LB|lithuanian LT|luxembourgish LU|malaysian MY|maltese MT|mexican MX|moldovan MD|mongolian MN|montenegrin ME|moroccan MA|nepalese NP|nigerian NG|norwegian NO
|pakistani PK|palestinian PS|paraguayan PY|peruvian PE|philippine PH|polish PL|portuguese PT|romanian RO|russian RU|rwandan RW|saudi SA|scottish GB|senegalese SN|serbian RS
|slovak SK|slovenian SI|spanish ES|swedish SE|swiss CH|syrian SY|taiwanese TW|tanzanian TZ|thai TH|tunisian TN|turkish TR|ugandan UG|ukrainian UA|uruguayan UY|uzbek UZ
|venezuelan VE|vietnamese VN|welsh GB|zambian ZM""".replace("\n", "").split("|")
)
