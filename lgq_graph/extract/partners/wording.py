"""The words by which an answer tells what a partner is, and whether there is a partnership at all."""

from __future__ import annotations

import re
from itertools import pairwise

from ...model import PlaceKind

__all__ = [
    "apposed_kind",
    "denied",
    "field_kind",
    "head_kind",
    "introduces",
    "opening_kind",
    "opens_field",
    "speaks_of_partners",
]

_SPEAKS = re.compile(
    r"(?i)友好|姐妹|姊妹|合作|伙伴|夥伴|签署|签订|协议|成员|加入|结好|\b(?:partner|sister|twin|co-?operat|co-?llaborat|agreement|memorand|mou\b|alliance|network|member|joint|friend|sign|conv[eê]nio|trabaj|trabalh|travaill|arbeit|colabor|acordo|herman|acuerdo|coop[eé]r|parcer|parceir|soci[oa]s?(?!\w)|accord|partena"
    r"|partnersch|st[aä]dtepart|jumel|gemell|together with|work\w{0,3} (?:\w+ )?with|(?:code|data|experiences?|knowledge|practices?|software|solutions?|systems?|platforms?|apps?)\s(?:is|are|was|were|has been|have been)\s(?:also\s)?shared\swith|shar(?:e|es|ed|ing) (?:\w+ ){0,2}(?:code|data|experiences?|knowledge|practices?|expertise|software|lessons)|exchang|associat|consorti|coalition|participat|contacts|(?:have|has|keep|are|is)(?: in)?(?: (?:regular|close|frequent|direct|daily|weekly|constant|lasting))? contact(?! only| once)|relations|ties|link|engag|alongside|counterpart|protocol|joined"
    r"|belong|sits? on|seat (?:on|in) the|integra|perten(?:e[cz]|[cç])|appart[ie]+n|gehör(?:t|en) zu|przynale[żz]|miembro|membre|membro|вход(?:ит|ят)|forma parte|faz parte|fait partie|adh[eé]r|colaborac|coop[eéè]r|partenaire|irm[aã]|согла[шс]|сотрудни|партн[её]р|побратим|меморандум|договор|член(?:ом|ство|а)?\b|совместн"
    r"|و?(?:ال)?(?:شراك|شريك|شركاء|تعاون|توأم|توأمة|اتفاق|مذكر|عضو|شبك)|و?نتعاون|و?تتعاون"
    r"|intercambi|alian[zç]|konsort|zusammen|kooper|samarbe|companies|(?:firms?|enterprises|start-?ups|business(?:es)?|industry|vendors|operators|unternehmen|firmen|aziende|imprese|bedrijven|företag|şirketler|firmalar|firmy|perusahaan|sieci|miasta|kota|città|kardeş şehirler)\s?:|universit|ngo|civil society|private sector|supported by|support of|funded|cities (?:of|such|like|including)|cities:|empresas\b|entreprises\b|universid)"
)
_DENIES = re.compile(
    r"(?i)\b(?:(?:was|were|had|existed|hubo|había|havia|houve|existió|avait|war|hatte)\b[^.;]{0,80}\b(?:until|till|hasta|até|jusqu['’](?:en|à)|bis)\s(?:\w{2,12}\s)?(?:19|20)\d\d|no(?! (?:fewer|less|(?:extra |additional )?(?:cost|charge|fee)s?|setor|âmbito|quadro|projeto|programa|domínio|contexto|caso)\b)(?!\.? ?\d)|not(?! only\b| limited\b| just\b| merely\b)|none|nothing|never|neither|nor|nicht|kein\w{0,2}|pas(?! (?:que|seulement))|aucun\w?|нет|не(?! только)|без|прекращ\w+|расторгнут\w*|[وف]?(?:لا|لم|ليس|ليست|لن)|ning[uú]n\w?|nenhum\w?|n[aã]o|without(?= (?:any|a|formal)? ?(?:partner|agree|co))|(?:sin|sem|sans|senza|ohne)(?= (?:un[ae]? |ning[uú]n |aún |ainda |encore |ancora |nenhum |alcun |formellen? )?(?:acuerdo|convenio|firm|formal|acordo|conv[eê]ni|protocol|accord|convention|intes[ae]|convenzion|Vertrag|Vereinbarung|Abkommen))"
    r"|(?:came|come|comes|has come|brought) to an end|lapsed|pr(?:is|end|it) fin|(?:est|sont|était|a été|ont été|s['’]est) (?:désormais |maintenant )?(?:rompu|terminé|achevé|suspendu|résilié|dénoncé|expiré|interrompu|éteint)e?s?|a expiré|ya no|já não"
    r"|(?:termin|finaliz|concluy|caduc|venci|expir|ces)ó|(?:est[áa]n?|fue|foi|foram|fueron|qued[óo]|ficou|ha sido|encontra-se|se encuentra)(?: \w+)? (?:terminad|finalizad|suspendid|suspens|rescindid|cancelad|encerrad|extint|caducad|vencid)[oa]s?|(?:termin|encerr|cess|expir|caduc)ou"
    r"|(?:è|sono|è stat[oa]) (?:terminat|cessat|scadut|sciolt|sospes|interrott|conclus)[oaie]|endeten?|(?:ist|sind|wurden?) [^.;]{0,40}?(?:beendet|ausgesetzt|ausgelaufen|gekündigt|aufgelöst|erloschen)|ruht|ruhen"
    r"|cannot|lacks?|(?<!-)ended|terminated|discontinued|suspended|cancel+ed|expired|formerly|previously|used to|in the past|broke off|withdr[ae]w\w*)\b|n['’]t\b|没有|沒有|尚无|尚未|暂无|并未|不再|曾经|\bformer (?:partner|sister|twin|member)"
)
_BEGIN = r"(?:sign|partner|co-?operate|collaborate|establish|join|launch|start|enter|conclude|twin|become|form|create|initiate|build|begin|set up|negotiate|expand|extend)"
_BOND = r"(?:partner\w*|co-?operation\w*|collaboration\w*|agreements?|twinning\w*|members?\w*|sister\w*|cit(?:y|ies)|alliances?|memorand\w+|mous?|networks?|projects?)"
_PLANS = re.compile(
    rf"(?i)\b(?:(?:plan(?:s|ned|ning)?|intend\w{{0,3}}|intention|aim(?:s|ing)?|aspir\w+|going|would like|wish(?:es)?|hop(?:e|es|ing)|seek(?:s|ing)?|expect(?:s|ed)?|look(?:ing|s)?|prepar\w+|interested|explor\w+|consider(?:s|ing)?)"
    rf" (?:to|for|on|in|into|forward to|of)? ?(?:\w+ ){{0,3}}?{_BEGIN}|(?:is|are|we) (?:also |currently |now )?(?:planning|considering|exploring|preparing|seeking|discussing) (?:an? |the |new |further |more )?(?:\w+ )?{_BOND}"
    rf"|(?:planned|future|potential|prospective|proposed|possible|upcoming|new possible) (?:\w+ )?{_BOND}|plann?(?:s|ed|ing)?\s?[:(]|in the (?:near |coming )?future|under (?:negotiation|discussion|preparation|consideration)"
    rf"|there (?:are|were|have been) (?:\w+ )?talks\b|(?:hold|in|start(?:ed)?|beg[au]n|open(?:ed)?|conduct(?:ing|ed)?|first|initial|early|preliminary|ongoing|current|these)\stalks\s(?:with|on|about)\b|(?<![^.;,(]\s)talks\s(?:with|on|about|between|are|have|were)\b"
    r"|(?:discussions?|conversations)\swith\s[^.;,]{1,60}\s(?:is|are)\s(?:ongoing|under\sway|underway|continuing)|conversaciones con|conversações com|pourparlers|discussions? avec|gespräche mit|rozmowy z|pembicaraan dengan"
    r"|(?:hay|en|mantenemos|iniciamos|primeras) conversaciones|(?:há|em|mantemos) conversa(?:s|ções)|tratativas|trattativ[ae]|negoziat[oi]|colloqui|(?:discussions|échanges) (?:sont |avec \w+ sont )?en cours|(?:in|führen|laufen|es gibt) (?:\w+ )?(?:Gespräche\w?|Verhandlung\w*)"
    rf"|negotiat(?:es?|ing|ions?)|(?:will|shall|'ll|soon|could|might|may|should|would) (?:\w+ ){{0,2}}?(?:be )?(?:\w+ing )?{_BEGIN}|envisag\w+|looking for|geplant\w*|planea\w*|previst[oa]s?|prévue?s?|(?:en|em) negociaci[óo]n(?:es)?|em negocia[çc](?:ão|ões)|en cours de (?:négociation|discussion)|pretend\w+|souhait\w+|futur[oae]s?|à l['’]avenir"
    r"|планиру\w+|предполага\w+|намерен\w*|переговор\w+|в перспективе|نخطط|تخطط|نعتزم|سوف|مستقبلا)|计划|規劃|拟与|将与|洽谈|من المقرر|قيد التفاوض"
)
_CLAUSE = re.compile(
    r"(?i)[,;。](?=[\u3400-\u9fff])|[،؛]\s?(?=و?لكن|بينما)|,?\s(?:но|однако|sino|porém|tandis que)\s|[;.]\s|,?\s(?:and|et|y|e|und)\s(?=(?:the|our|le|la|el|il|o|a|die|der|notre|nuestr[oa])?\s?(?:l['’])?(?:jumelage|partenariat|accord|convention|conveni|acuerdo|hermanamiento|alian[zç]a|parceria|acordo|gemellaggio|partnership|twinning|agreement|co-?operation|städtepartnerschaft|partnerschaft))|,?\s(?:but|however|whereas|although|though|while|yet|pero|aber|mais|mas)\s"
)


_FELL_THROUGH = re.compile(
    r"[^A-ZÀ-ÞА-Я,;.]{0,40}?(?:n['’]t|(?<![^\W_])(?:not|never|no|pas|nicht|nie|não|non|не|nothing|none|cannot))\s(?:[a-zà-ÿа-я]{1,12}\s){0,3}?"
    r"(?:sign|conclu|ratif|renew|implement|reali[sz]|finali[sz]|formali[sz]|adopt|approv|material|complet|achiev|came|firm[óa]|suscri|concret|assin|firmat|sottoscr|unterzeichn|unterschrieb|abgeschloss|zustande|подписа|заключ|podpis)"
)
"""What a clause says of the agreement of which the clause before it tells: "…, but it was not signed"."""


def speaks_of_partners(text: str) -> bool:
    """Whether words of partnership stand in a sentence."""
    return bool(_SPEAKS.search(text))


def denied(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that deny, end or only plan something."""
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    found: list[tuple[int, int]] = []
    for before, (a, b) in zip([0, *cuts], pairwise(cuts), strict=False):
        if _DENIES.search(text, a, b) or _PLANS.search(text, a, b):
            found.append((before if _FELL_THROUGH.match(text, a, b) else a, b))
    return found


_LEADS_ON = (
    r"(?:[\s,:(–-]+(?:such|as|like|e\.?g|namely|including|includes?|are|is|of|with|the|our|its|(?:in|from|across)\s+(?:the\s+)?[A-Z]\w{2,14}|in|from|across|around|over|world|abroad|other|among|them|these|following|partners?|partnerships?|members?"
    r"|mainly|especially|research|academia|science|also|foreign|international|como|son|con|de|wie|comme|avec|africa|asia|europe|america|and)){0,6}[\s,:(–-]*"
)
_NOUNS_OF_HEADS = (
    (
        PlaceKind.COMPANY,
        r"(?:secteur privé|sector privado|setor privado|settore privato|privatwirtschaft|compan(?:y|ies)|firms?|enterprises?|corporations?|business(?:es)?|start-?ups?|vendors?|private[ -]sector|operators?|banks|industry|empresas?|aziende|imprese|bedrijven|företag|yritykset|şirketler\w{0,3}|firmalar|firmy|przedsiębiorstwa|podniky|perusahaan|companii|entreprises?|unternehmen|firmen|providers?|компани\w{1,3}|предприяти\w{1,2}|شركات|الشركات)",
        "企业|公司",
    ),
    (
        PlaceKind.UNIVERSITY,
        r"(?:universit(?:y|ies)|academia|academic (?:partners|institutions)|colleges?|universidad(?:es)?|universidades?|universit[eé]s?|universit[aä]ten|higher education|enseignement supérieur|educación superior|ensino superior|hochschulen|университет\w{1,3}|вуз\w{0,3}|جامعات|الجامعات)",
        "大学|高校",
    ),
    (
        PlaceKind.NETWORK,
        r"(?:(?<!social )networks?|alliances?|city associations|(?:international |intergovernmental )organi[sz]ations? of cities|redes|r[eé]seaux|netzwerke|сет(?:ь|и|ях)|شبكات|الشبكات)",
        "网络|组织",
    ),
    (
        PlaceKind.OTHER,
        r"(?:ngos?|non-?governmental|civil society|société civile|sociedad civil|sociedade civil|società civile|zivilgesellschaft|asociaciones|associações|associazioni|vereine|fondations|fundaciones|recherche|investigación|pesquisa|ricerca|forschung|foundations?|(?:development|technical|financial|funding|implementing|research) partners|research|organi[sz]ations?|associations|institutions|agencies|donors?|non-?profits?|ong|ministr(?:y|ies)|организаци\w{1,2}|منظمات|المنظمات)",
        "机构",
    ),
    (
        PlaceKind.CITY,
        r"(?:cities|towns|city|town|municipalit(?:y|ies)|capitals?|ciudades|cidades|villes|st[aä]dten?|hermanadas?|jumelées?|irmãs|metropol\w+|город\w{0,3}|город\w{1,2}-побратим\w{1,3}|побратим\w{0,3}|مدن|المدن)(?:\s(?:التوأم|التوأمة|الشقيقة|الصديقة))?",
        "城市|友城",
    ),
)
_HEADS = tuple(
    (kind, re.compile(rf"(?i:\b{words}\b|{elsewhere}){_LEADS_ON}$"))
    for kind, words, elsewhere in _NOUNS_OF_HEADS
)


def head_kind(intro: str) -> PlaceKind | None:
    """What a list names, by the last telling noun before it: "private companies such as", "Sister cities:"."""
    found = [(m.start(), kind) for kind, pattern in _HEADS if (m := pattern.search(intro[-90:]))]
    return max(found, key=lambda f: f[0])[1] if found else None


_OPENERS = tuple(
    (kind, re.compile(rf"(?i)\W{{0,4}}(?:(?:the|our|other|local|foreign|private|public|main|key)\s){{0,2}}{words}\s(?:with|to|in|we|that|which|who)\b"))
    for kind, words, _ in _NOUNS_OF_HEADS
)  # fmt: skip


def opening_kind(heading: str) -> PlaceKind | None:
    """What a list names by the noun that its heading opens with: "Organisations with which we have signed an agreement:"."""
    return next((kind for kind, pattern in _OPENERS if pattern.match(heading[:90])), None)


_FIELD = re.compile(
    r"(?i)^\W*(?:(?:and|e|y|et|und)\s)?(?:also\s)?(?:with(?:in)?|in|from|among|for|at|as (?:for|to)|regarding|on the side of|com|con|avec|mit|n[oa]|en|dans|dans le|no|aus|de|d[oe]l?|du|z|ze|dal|dalla)\s(?:(?:the|our|its|el|la|l[eo]|o|a|dem|der)\s|l['’])?(?:local\s|national\s|regional\s)?"
    r"(?:(?P<firms>private[ -]sector|business(?: sector| community)?|industry|setor privado|sector privado|secteur privé|privatwirtschaft|companies)"
    r"|(?P<science>academ(?:y|ia)|academic (?:sector|field|world|community)|higher education|universit(?:y sector|ies)|academia|universidades?|universités)"
    r"|(?P<civil>(?:organi[sz]ed )?civil society|third sector|non-?profit sector|ngos?|sociedade civil|sociedad civil|société civile|zivilgesellschaft|tercer sector))(?=[\s,:])"
)
_WHAT_THEY_ARE = re.compile(
    r"(?i)[\s,:]*(?:(?:the|our|an?|la|el|l[eo]s?|os?|as?|die|der|das)\s)?(?:(?:\w{3,12}\s)?(?:associations?|foundations?|compan(?:y|ies)|firms?|start-?ups?|ngos?|institutes?|organi[sz]ations?|clubs?|unions?|movement|cluster|chamber"
    r"|societ(?:y|ies)|operators?|universit(?:y|ies)|asociaci[oó]n|associa[cç][aã]o|association|fundaci[oó]n|funda[cç][aã]o|fondation|empresas?|entreprises?|firma|verein|stiftung)\s?)?[„“\"«]?"
)
_FIELD_KINDS = {"firms": PlaceKind.COMPANY, "science": PlaceKind.UNIVERSITY, "civil": PlaceKind.OTHER}


def field_kind(clause: str) -> PlaceKind | None:
    """What partners are by the field that their clause opens with: "With the private sector there are protocols with …"."""
    field = _FIELD.match(clause)
    return _FIELD_KINDS[field.lastgroup] if field and field.lastgroup else None


def opens_field(clause: str) -> bool:
    """Whether a clause is nothing but such a field so far: "From the private sector, …", "In civil society, the association …"."""
    field = _FIELD.match(clause)
    return field is not None and _WHAT_THEY_ARE.fullmatch(clause, field.end()) is not None


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
    words = _telling(intro[-90:])
    for n in range(len(words) - 1, max(-1, len(words) - 7), -1):
        word, before = words[n], words[n - 1] if n else ""
        if word in ":(":
            return True
        if word == "to" and (_binds(words, n) or (_TO_TOO.search(intro) and _bound_before(intro))):
            return True
        if word in _A and before in _BELONGING:
            return True
        if word in _OF_ELSEWHERE and before in _BOUND and n >= len(words) - 3:
            return True
        if word in ("of", "to", "as"):
            return before in {"of": _OF_GOOD, "to": _TO_GOOD, "as": {"such", "well"}}[word]
        if word in _GOOD:
            return before not in ("compared", "comparison", "line", "parallel", "accordance")
        if word in _BAD:
            return False
    return None


def _telling(intro: str) -> list[str]:
    """The words that stand before a name, without those that only say how or when: "belongs also to"."""
    return [word for word in map(str.lower, _WORDS.findall(intro)) if word not in _ADVERBS]


_ADVERBS = frozenset(
    "also too currently now already officially formally today jointly closely además también igualmente também ainda aussi également auch".split()
)
_A = frozenset("a al à ao às au aux zu zum zur".split())
_BELONGING = frozenset(
    """pertenece pertenecemos pertenecen pertence pertencemos pertencem appartient appartenons appartiennent gehört gehören gehoert
    adherida adherido adherimos adhère adhérons aderiu aderimos hermanada hermanado unida vinculada asociada""".split()
)
"""What makes a partner of the name behind the word for "to", in other languages."""
_OF_ELSEWHERE = frozenset("de du des d del do da dos das di della dei".split())
_BOUND = frozenset(
    "partenaire partenaires membre membres miembro miembros membro membros membri socio socia socios socias parceiro parceira parceiros parceiras".split()
)
"""Who is bound to the name behind the word for "of": "Nous sommes partenaires de …"."""
_TO_TOO = re.compile(r"(?:,|\band)\sto\s(?:the\s)?$")
_BINDS = frozenset("bind binds tie ties link links connect connects join joins unite unites".split())


def _binds(words: list[str], n: int) -> bool:
    """Whether a "to" leads to whom one is bound: "linked to", "ties that bind us to"."""
    return words[n - 1] in _TO_GOOD or (
        n > 1 and words[n - 1] in ("us", "it", "city") and words[n - 2] in _BINDS
    )


def _bound_before(intro: str) -> bool:
    """Whether a "to" goes on after such a one: "bind us to Bonn, to Lyon and to Turin"."""
    words = _telling(intro)
    return any(word == "to" and _binds(words, m) for m, word in enumerate(words[:-1]) if m)
