"""What an organisation is, by well-known names, legal forms and the words in its name."""

from __future__ import annotations

import re
from functools import lru_cache

from ...gazetteer import fold
from ...model import PlaceKind
from .ordinary import GENERIC
from .scripts import kind_in_script

__all__ = ["is_facility", "is_known_organisation", "is_legal_form", "organisation_kind"]

_NETWORKS = frozenset(
    fold(name)
    for name in """C40|C40 Cities|Eurocities|UCLG|ICLEI|OASC|Open & Agile Smart Cities|Open and Agile Smart Cities
|Covenant of Mayors|Metropolis|CityNet|WeGO|WEGO|Major Cities of Europe|Global Covenant of Mayors|U4SSC|United Cities and Local Governments
|United for Smart Sustainable Cities|Sister Cities International|Mercociudades|Mercocidades|CGLU|UCLG Africa|UCLG ASPAC|Cities Alliance|CEMR|Energy Cities
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
_UNIVERSITIES = frozenset(
    "mit|eth zurich|epfl|tu delft|kaist|caltech|unam|usp|unicamp|unesp|ufrj|ufmg|uniandes|ucla|lse|ntu|nus|tum|kth|dtu|ntnu|iisc".split(
        "|"
    )
)
_LEGAL = re.compile(
    r"(?:\b(?:Ltd|LTD|Limited|Inc|INC|Incorporated|GmbH|LLC|L\.L\.C|AG|PLC|Plc|plc|Corp|Corporation|Company|Co|KG|S\.?p\.?A|SpA|SA|S\.A(?:\.S|\.U)?|SAS|B\.?V|N\.?V|Oyj?|AB|ASA?"
    r"|A/S|Sdn|Bhd|A\.?Ş|Pvt|Pte|S\.?r\.?l|SRL|S\.?L|Holdings?|Telecom|Telekom|Telkom|Telecoms|Telecommunications|Airlines|Airways|Insurance|Bank|Banco|Banque|Technologies|Systems|Motors"
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
    r"|college|[eé]cole|hochschule|fachhochschule|technion|(?:business|management|medical|law|engineering|graduate) school|school of \w+|universit[àáäé]\w{0,2}|университет\w{0,2}|академи\w|институт технолог\w+"
    r"|[üu]niversite(?:si|ti)|(?:yüksek )?teknoloji enstit[üu]s[üu]|egyetem|yliopisto|ülikool|universitāte|uniwersytet|universitetas|univerzit\w{1,2})\b"
)
_BY_PLACE = re.compile(
    r"(?:I{1,2}IT|NIT|IIM|IISER|TU|FH|HTW|HAW|INSA|KU|VU|RWTH)\s[A-ZÀ-Þ][\w-]{2,20}(?:\s[A-ZÀ-Þ][\w-]{2,20})?"
)
"""Universities of a series that go by what they are for short and their place: "TU Norwood"."""
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
    r"|authority|office|initiative|laboratory|lab|hub|incubator|museum|hospital|school|group|unesco|unicef|un-habitat|nations|ngos|parliament|police|church|club|board|service)\b"
)
_OTHER_TONGUES = re.compile(
    r"(?i)\b(?:derne[ğg]i|vakf[ıi]|odas[ıi]|ajans[ıi]|kurumu|bakanl[ıi][ğg][ıi]|enstit[üu]s[üu]|federasyonu|konfederasyonu|sendikas[ıi]|kooperatifi|birli[ğg]i|birliyi|agentliyi|alapítvány|egyesület|szövetség|säätiö|yhdistys|liitto|stiftelsen?|föreningen?"
    r"|fundacja|stowarzyszenie|izba|funda[țţ]ia|asocia[țţ]ia|nadace|nadácia|spolek|sdružení|yayasan|lembaga|badan|sihtasutus|biedrība|nodibinājums|asociacija|fondas|udruga|udruženje|zaklada|stichting|vereniging|verein|stiftung|verband)(?!\w)"
)
"""What a body is, in languages that are seldom written here: at the end of its name, or at the head of it."""
_ACRONYMS = frozenset(
    """UN UNDP UNESCO UNICEF WHO OECD ITU EU USAID GIZ JICA KOICA UNHCR UNEP UNIDO UNECE UNDESA UNOPS UNFPA IADB
IDB ADB EBRD EIB AFD ILO IOM WEF CAF ECLAC CEPAL WWF USTDA SIDA NORAD DFID ESCAP ESCWA UNITAR UNCDF""".split()
)
_PUBLIC = re.compile(
    r"(?i)\bcity council|city hall|(?:metropolitan|municipal|city|local|regional|provincial|prefectural) (?:government|(?<!regional )(?<!provincial )council|authority|administration|municipality|assembly)\b"
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
    r"[ -](?:of |in |for )?(?:(?:north|south|east|west|latin|southeast|central)(?:ern)? )?(?:africa|asia|asia pacific|europe|america|oceania|the americas|the caribbean|mecs|mewa|aspac|eurasia|lacro|europe and asia)$"
)
"""How the chapter of a network ends: "ICLEI Africa", "United Cities and Local Governments of Africa"."""


def _is_network(key: str) -> bool:
    """Whether it is a well-known network, or its chapter on a continent."""
    return key in _NETWORKS or _CHAPTER.sub("", key) in _NETWORKS


def _of_network(key: str, name: str) -> bool:
    """Whether it is a well-known network, its chapter, or its short name before its long one."""
    short, _, rest = key.partition(" ")
    long = bool(_NETWORK.search(rest) or re.match(r"\w+\s[–—-]\s", name))
    return _is_network(key) or (short in _NETWORKS and long)


def _kind_by_word(name: str) -> PlaceKind | None:
    if is_facility(name):
        return None
    if _SEAT.match(name):
        return PlaceKind.OTHER
    if _UNIVERSITY.search(name) or _BY_PLACE.fullmatch(name):
        return PlaceKind.UNIVERSITY
    if _TELECOM.fullmatch(name):
        return PlaceKind.COMPANY
    if " " in name and _LEGAL.search(name) and not (_PUBLIC_BANK.search(name) and "ank" in name):
        return PlaceKind.COMPANY
    if _NETWORK.search(name):
        return PlaceKind.NETWORK
    return PlaceKind.OTHER if _OTHER.search(name) or _OTHER_TONGUES.search(name) else None


def is_known_organisation(name: str) -> bool:
    """Whether a name is one of the well-known networks or companies."""
    key = fold(name)
    return key in _COMPANIES or _is_network(key)


def is_legal_form(name: str) -> bool:
    """Whether a name is nothing but the end of a company's: "Inc", "Ltd"."""
    return bool(_ONLY_LEGAL.fullmatch(name))
