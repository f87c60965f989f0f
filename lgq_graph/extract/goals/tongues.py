"""Denials and plans in languages other than English: each language is a row of words, read by one rule.

A word such as “aún no” or “尚未” reaches a goal behind it when the verb that ties them comes soon, or no such verb comes
at all; a word such as “está previsto” reaches over its whole clause. Where that is unsure, the goal is not claimed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...model import Modality

__all__ = ["TIES", "said_in_tongue"]


class _Tongue(NamedTuple):
    """The words of one language: `reach` is how far, in characters, a denial may stand from its verb."""

    spoken: str
    """What shows that a sentence is written in it."""
    spared: str
    """What only looks like a denial: “no solo”."""
    denied: str
    ended: str
    planned: str
    tied: str
    """The verbs that tie a thing to a goal, by their stems."""
    turned: str
    """What begins another clause: “pero”."""
    reach: int = 24
    joined: str = ""
    """What is written in one with the word behind it: Arabic “and”."""
    weighed: str = "(?!)"
    """What only right behind a goal says that its tie is open or was dropped: “en estudio”."""


_TONGUES = {
    "es": _Tongue(
        spoken=r"(?<!\w)(?:ODS|objetivos?|metas?)(?!\w)",
        spared=r"no (?:s[oó]lo|solamente|[uú]nicamente|obstante|menos|cabe duda)|sin (?:duda|embargo)",
        denied=r"no|a[uú]n no|todav[ií]a no|ni|tampoco|nunca|ning[uú]n|ninguno|sin|excepto|salvo",
        ended=r"ya no|dej[oó] de|hab[ií]a|anteriormente|en el pasado",
        planned=r"(?:est[aá]|est[aá]n|tiene|tenemos)? ?(?:previst[oa]s?|planead[oa]s?|planificad[oa]s?)|se (?:prev[eé]|espera|planea|pretende|proyecta)"
        r"|prev[eé]|planea(?:mos|n)?|pretende(?:mos|n)?|proyecta(?:mos|n)?|espera(?:mos|n)? que|va a|vamos a|van a|podr[ií]an?|deber[áa]n?(?= )|en (?:el )?futuro|en (?:una|la) (?:pr[oó]xima|siguiente|segunda|futura) (?:fase|etapa)|una vez (?:que|puest[oa]|lanzad[oa]|en (?:marcha|funcionamiento)|aprobad[oa]|implementad[oa]|terminad[oa])|cuando (?:entre|est[eé]|se (?:apruebe|lance|ponga|termine))|a partir de 20(?:2[5-9]|[3-9]\d)|potencialmente|posiblemente|quiz[aá]s?|tal vez"
        r"|(?:contribuir|apoyar|servir|ayudar|promover|abordar|impulsar|fomentar|atender|responder|corresponder)(?:[áa]n?|emos|[ií]an?)|se alinear[áa]n?|(?:estar|ser)[áa]n?",
        tied=r"contribu|apoy|sirv|aline|respond|correspond|relacion|vincul|abord|promuev|ayud|atiend|cumpl|impuls|foment|aport",
        turned=r"pero|sino|aunque|mientras|sin embargo",
        weighed=r"(?:a[uú]n |todav[ií]a )?(?:se )?(?:est[aá]n?|sigue|queda) (?:a[uú]n |todav[ií]a |siendo )?(?:en (?:estudio|an[aá]lisis|evaluaci[oó]n|revisi[oó]n|discusi[oó]n|curso)|pendientes?|por \w+|(?:estudi|analiz|evalu|revis|discut|valor|examin)\w+)"
        r"|en (?:estudio|an[aá]lisis|evaluaci[oó]n|revisi[oó]n|preparaci[oó]n|discusi[oó]n|proyecto)|por (?:confirmar|definir|determinar|estudiar)|pendientes?|posible|potencial|a futuro|(?:fue|se|ha sido|qued[oó]) (?:descart|rechaz|exclu|aplaz|propu)\w+|descartado|propuesto|en (?:una|la) (?:pr[oó]xima|segunda|siguiente) (?:fase|etapa)|a partir de 20(?:2[5-9]|[3-9]\d)",
    ),
    "fr": _Tongue(
        spoken=r"(?<!\w)(?:ODD|objectifs?|cibles?)(?!\w)",
        spared=r"non seulement|ne (?:\w+ )?(?:que|pas (?:que|seulement|uniquement))|sans (?:doute|aucun doute)|pas (?:que|seulement|uniquement)|(?:n['’]est|ne \w+) pas seulement",
        denied=r"ne|n['’]\w+|non|pas|pas encore|ni|aucune?|jamais|sans|sauf|hormis",
        ended=r"ne (?:\w+ )?plus|n['’]\w+ plus|auparavant|par le passé|autrefois",
        planned=r"(?:est|sont|était)? ?(?:prévue?s?|envisagée?s?|planifiée?s?)|prévoi(?:t|ent|ons)|envisage(?:nt|ons)?|devrai(?:t|ent)|devr(?:a|ont)|pourrai(?:t|ent)|pourr(?:a|ont)|va|vont|à l['’]avenir|dans le futur|(?:on|nous|ville|commune) (?:espèr\w+|souhait\w+|compt\w+)|il est (?:attendu|espéré|souhaité)|dans (?:une|la) (?:prochaine|deuxième|seconde) (?:phase|étape)|une fois (?:que|lancée?|mise?|approuvée?|achevée?|en (?:service|place))|éventuellement|peut-être"
        r"|(?:contribuer|soutiendr|aider|appuier|appuyer|servir|répondr|correspondr|favoriser|promouvr|ser|participer|s['’]aligner)(?:a|ont|ons|ait|aient)",
        tied=r"contribu|soutien|soutenir|appui|appuy|serv|sert|align|répon|correspon|rattach|li[ée]|aid|favoris|particip|promeu|œuvr|inscri|vis[ea]|conform|concern|couvr|relèv|relev|atteind",
        turned=r"mais|alors que|tandis que|bien que|cependant|toutefois",
        weighed=r"(?:est|sont|reste|demeure)(?: encore| toujours| actuellement)? (?:à l['’]étude|en cours|en discussion|en attente|à (?:confirmer|définir|préciser|étudier|l['’]examen)|incertaine?|étudiée?|examinée?|analysée?|évaluée?|envisagée?)"
        r"|à l['’](?:étude|examen)|à (?:confirmer|définir|préciser|étudier|venir|terme)|en (?:cours (?:d['’](?:examen|étude|analyse|évaluation)|de \w+)|préparation|discussion|attente|projet)|potentiel(?:le)?|possible|(?:a été|fut|est) (?:écartée?|rejetée?|abandonnée?|exclue?|reportée?)|écartée?|dans une (?:prochaine|deuxième|seconde) (?:phase|étape)",
    ),
    "pt": _Tongue(
        spoken=r"(?<!\w)(?:ODS|objetivos?|metas?)(?!\w)",
        spared=r"n[aã]o (?:s[oó]|apenas|somente|obstante)|sem (?:d[uú]vida)",
        denied=r"n[aã]o|ainda n[aã]o|nem|tampouco|nunca|nenhum|sem|exceto|salvo",
        ended=r"j[aá] n[aã]o|deixou de|n[aã]o (?:\w+ )?mais|anteriormente|no passado",
        planned=r"(?:est[aá]|est[aã]o)? ?(?:previst[oa]s?|planead[oa]s?|planejad[oa]s?)|prev[eê](?:-se)?|pretende(?:mos|m)?|planeja(?:mos|m)?|espera-se|vai|vamos|v[aã]o|poder[aá]|poder(?:ia|ão)|dever(?:á|ão)|no futuro|futuramente|n(?:uma|a) (?:pr[oó]xima|segunda) fase|uma vez (?:lançad[oa]|aprovad[oa]|conclu[ií]d[oa]|em (?:funcionamento|operação))|quando (?:for|entrar|estiver)|a lançar em|potencialmente|possivelmente|talvez"
        r"|(?:contribuir|apoiar|servir|ajudar|promover|abordar|responder|corresponder)(?:[áa]|ão|emos|iam?)|(?:estar|ser)[áa]|(?:estar|ser)ão",
        tied=r"contribu|apoi|serv|alinh|respond|correspond|relacion|vincul|abord|promov|ajud|atend|cumpr|impuls|foment",
        turned=r"mas|por[eé]m|embora|enquanto|contudo",
        weighed=r"(?:ainda )?(?:est[aá]|est[aã]o|continua|fica) (?:ainda )?(?:a ser (?:\w+)|sendo (?:\w+)|em (?:estudo|an[aá]lise|avalia[cç][aã]o|discuss[aã]o|curso|prepara[cç][aã]o)|por \w+|pendentes?)"
        r"|em (?:estudo|an[aá]lise|avalia[cç][aã]o|discuss[aã]o|prepara[cç][aã]o|projeto)|a (?:confirmar|definir|determinar|estudar)|por (?:confirmar|definir|determinar)|pendentes?|poss[ií]vel|potencial|(?:foi|foram) (?:descartad|rejeitad|exclu[ií]d|adiad|propost)\w+|descartado|proposto|numa (?:pr[oó]xima|segunda) fase",
    ),
    "de": _Tongue(
        spoken=r"(?<!\w)(?:und|für|ist|wird|wurde|werden|zum|zur|dem|nicht|noch|geplant|in (?:Prüfung|Planung|Vorbereitung)|künftig|Ziele?n?)(?!\w)",
        spared=r"nicht (?:nur|zuletzt|allein|weniger|mehr als)|ohne (?:Zweifel|Ausnahme)",
        denied=r"nicht|noch nicht|kein(?:e[nmrs]?)?|nie|niemals|ohne|außer|weder",
        ended=r"nicht mehr|früher|ehemals|einst",
        planned=r"soll(?:en|te|ten)?|geplant|vorgesehen|künftig|zukünftig|in Zukunft|könnten?|würden?|dürften?|möglicherweise|eventuell|vielleicht|voraussichtlich|(?:wir )?hoffen|es wird (?:erwartet|gehofft)",
        tied=r"trag|träg|beitr|dien|unterstütz|förder|entspr|leist|hilf|helf|zahlt",
        turned=r"aber|sondern|jedoch|während|obwohl|doch",
        reach=12,
        weighed=r"(?:wird|werden|ist|sind|bleibt)(?: derzeit| noch| aktuell)? (?:geprüft|untersucht|bewertet|diskutiert|erwogen|analysiert|offen|ungewiss|unklar|fraglich|strittig|geplant|vorgesehen)"
        r"|noch (?:offen|zu \w+|in \w+|nicht \w+)|in (?:Prüfung|Planung|Vorbereitung|Diskussion)|zu (?:prüfen|bestätigen|klären)|möglich|denkbar|angestrebt|wurden? (?:verworfen|ausgeschlossen|abgelehnt|gestrichen|zurückgestellt)"
        r"|(?:\w+ ){0,3}?(?:beitragen|unterstützen|dienen|leisten|fördern|ausgerichtet werden|angepasst werden)",
    ),
    "it": _Tongue(
        spoken=r"(?<!\w)(?:dell[ao]|dell['’]|degli|alla|all['’]|agli|nel|sono|questa?|obiettiv[oi]|contribuisc\w+|in (?:fase|studio)|allo studio|da (?:confermare|definire|valutare)|previst[oa])(?!\w)",
        spared=r"non (?:solo|soltanto|solamente|meno)|senza (?:dubbio|eccezion\w+)",
        denied=r"non|ancora non|né|nessun[oa]?|mai|senza|tranne|salvo",
        ended=r"non (?:\w+ )?più|in passato|precedentemente",
        planned=r"previst[oaie]|pianificat[oaie]|si (?:prevede|spera|auspica|attende)|in futuro|potrebbe(?:ro)?|potrà|potranno|dovrebbe(?:ro)?|forse|eventualmente|una volta (?:che|lanciat\w|attivat\w|approvat\w|complet\w+)|nella prossima fase"
        r"|(?:contribuir|sosterr|aiuter|servir|promuover|sar|supporter|risponder)(?:à|anno)",
        tied=r"contribu|sosten|sostien|serv|allinea|rispond|corrispond|promuov|aiut|support|collega",
        turned=r"ma|però|bensì|mentre|tuttavia",
        weighed=r"(?:è|sono|resta|rimane)(?: ancora| tuttora)? (?:in (?:fase di )?\w+|allo studio|da \w+|oggetto di \w+|incert[oa])|in (?:fase di )?(?:studio|valutazione|esame|preparazione|discussione)|allo studio|da (?:confermare|definire|valutare)"
        r"|potenziale|possibile|(?:è stato|fu) (?:scartat|esclus|respint|rinviat)\w+",
    ),
    "pl": _Tongue(
        spoken=r"[ąćęłńśźż]|(?<!\w)(?:nie|oraz|jest|wspiera|planowan\w+)(?!\w)",
        spared=r"nie tylko|nie mniej|nie później|bez wątpienia",
        denied=r"nie|jeszcze nie|ani|bez|żad\w+|nigdy|oprócz|poza",
        ended=r"już nie|dawniej|wcześniej|kiedyś",
        planned=r"będ(?:zie|ą|ziemy)|planowan\w+|planuje(?:my)?|przewidzian\w+|przewiduje|oczekuje|mo(?:że|gą)|mógłby|mogłaby|mogłyby|w przyszłości|docelowo|prawdopodobnie|ewentualnie|po (?:uruchomieniu|wdrożeniu|zakończeniu)",
        tied=r"wspier|przyczyni|służ|realiz|odpowiad|wpisuj|zgodn|powiąza|promuj|pomag",
        turned=r"ale|lecz|natomiast|jednak|choć",
        weighed=r"(?:(?:jest|są|pozostaje) )?(?:(?:jeszcze|wciąż|nadal) )?(?:w trakcie \w+|analizowan\w+|badan\w+|rozważan\w+|rozpatrywan\w+|do (?:potwierdzenia|ustalenia|określenia)|w (?:przygotowaniu|opracowaniu|planach))"
        r"|(?:został[aoy]?|był[aoy]?) (?:odrzucon|wykluczon|pominięt)\w+|odrzucon\w+|możliw\w+",
    ),
    "id": _Tongue(
        spoken=r"(?<!\w)(?:yang|untuk|dengan|mendukung|belum|direncanakan|rencana|TPB|berkontribusi|sedang)(?!\w)",
        spared=r"(?:tidak|bukan) (?:hanya|saja|sekadar)|akan tetapi|tanpa terkecuali",
        denied=r"tidak|belum|bukan|tanpa|kecuali",
        ended=r"tidak lagi|dahulu|dulu",
        planned=r"akan|direncanakan|rencananya|berencana|diharapkan|berpotensi|mungkin|kelak|nantinya",
        tied=r"mendukung|berkontribusi|selaras|sesuai|sejalan|membantu|terkait|melayani|memenuhi",
        turned=r"tetapi|namun|sedangkan|tapi|melainkan",
        weighed=r"(?:(?:masih|sedang|akan) )?(?:dikaji|dipelajari|dibahas|dievaluasi|ditinjau|dalam (?:kajian|pembahasan|proses|persiapan))|rencana|akan datang|belum \w+",
    ),
    "tr": _Tongue(
        spoken=r"[ğşıİ]|(?<!\w)(?:için|planlan\w*)(?!\w)",
        spared=r"yalnızca|sadece",
        denied=r"henüz|hariç|dışında",
        ended=r"eskiden|artık",
        planned=r"gelecekte|ileride|muhtemelen|belki",
        tied=r"katkı|destek|uyumlu|hizmet|ilgili|karşıl",
        turned=r"ancak|fakat|ama",
        weighed=r"(?:[\w'’]+ ){0,4}?(?:\w+(?:m[ae]z(?:lar|ler)?|m[ıiuü]yor(?:lar)?|m[ae]m[ae]kted\w+|[ae]c[ae][kğ]\w*)|değil\w*|planlan\w*|öngörül\w*|incelen\w*|değerlendiril\w*|beklen\w*)",
    ),
    "ru": _Tongue(
        spoken="[а-яё]",
        spared=r"не только|не менее|не более|не позднее|не исключ\w+|несомненно|не раз",
        denied=r"не|пока нет|ещ[её] нет|пока не|ещ[её] не|нет|ни|без|кроме|за исключением|нельзя|никак|отсутств\w+",
        ended=r"больше не|уже не|перестал\w*|ранее|раньше|прежде",
        planned=r"планиру\w+|запланирован\w*|предполага\w+|предусмотрен\w* в будущем|намерен\w*|ожида(?:ет|ют|ем)\w*|рассчитыва\w+|надеемся|после (?:запуска|завершения|внедрения|ввода)|будет|будут|будем|станет|станут|сможет|смогут|может|могут|возможно|в будущем|в перспективе|вероятно|потенциально|готовится",
        tied=r"соответств|способств|вносит|вносят|внос|поддерж|содейств|направлен|связан|относ|отвеча|служ|помога|реализ|достижен|достиг|вклад|охватыва|касает",
        turned=r"но|однако|хотя|зато|тогда как|при этом",
        weighed=r"(?:пока |ещ[её] )?(?:изучается|изучаются|рассматривается|рассматриваются|обсуждается|обсуждаются|уточняется|анализируется|оценивается|проверяется|прорабатывается|под вопросом|на рассмотрении|в разработке|неясн\w+|отклон\w+|исключ[её]н\w*)|(?:был[аои]? )(?:отклон|исключ|отвергн)\w+",
    ),
    "ar": _Tongue(
        spoken="[\u0621-\u064a]",
        spared=r"لا (?:فقط|شك|سيما)|ليس فقط|لا تقتصر|لا يقتصر|ليس هذا فحسب",
        denied=r"لا|لم|ليس|ليست|لن|غير|دون|بدون|بعد لم|ما عدا|باستثناء|سوى",
        ended=r"لم (?:يعد|تعد)|سابقا|سابقًا|كانت?",
        planned=r"من (?:المقرر|المخطط|المتوقع|المنتظر|الممكن|المرتقب)|نخطط|تخطط|يخطط|تعتزم|يعتزم|نعتزم|سوف|قد|ربما|مستقبلا|مستقبلًا|في المستقبل|يمكن أن|س(?:ي|ت|ن)(?:ساهم|سهم|دعم|خدم|حقق|ساعد|كون|عمل|توافق)",
        tied=r"(?:ي|ت|ن|أ)?(?:ساهم|سهم|دعم|خدم|حقق|توافق|رتبط|ساعد|تعلق|تصل|ندرج)|مساهم|متوافق|مرتبط|متوائم",
        turned=r"لكن|بينما|غير أن|إلا أن|رغم",
        joined="[وف]?",
        weighed=r"(?:لا ت?زال |ما زالت |ما زال )?(?:قيد (?:ال)?(?:دراسة|تقييم|بحث|مراجعة|إعداد|نقاش|نظر)|تحت (?:ال)?(?:دراسة|تقييم)|محتمل|مقترح)",
    ),
    "zh": _Tongue(
        spoken="[\u3400-\u9fff]",
        spared="不仅|不但|不只|不僅|不断|不斷|不同|不光|无疑|無疑|不限于|未来|不可或缺|没有人|不让",
        denied="尚未|还未|還未|未能|未曾|从未|没有|沒有|尚无|并未|並未|并非|暂未|暫未|暂不|不|未|无法|無法|无关|非|除",
        ended="不再|曾经|曾|以前|过去",
        planned="(?<![该本此这项的市动设展规个])(?:计划|計劃|規劃|规划)(?!署)|拟|擬|预计|預計|预期|将(?!其|该|此)|將|即将|未来|未來|有望|可能|或将|打算|准备|準備|筹备|考虑|考慮|日后",
        tied="支持|符合|涉及|对应|對應|贡献|貢獻|服务|服務|属于|針對|针对|覆盖|实现|實現|促进|促進|推动|推動|助力|响应|有助|落实|契合|相关|對接|对接|纳入",
        turned="但|然而|而是|不过|却|虽然",
        reach=6,
        weighed=r"(?:的(?:关系|關係|联系|聯繫|关联|贡献|贡献度|一致性))?(?:仍|尚|还|還|正|目前)?(?:在|处于|有)?(?:研究|评估|評估|分析|论证|讨论|审核|待)(?:中|之中|确认|確認|定|研究|评估|商榷)|(?:已|被|已被)(?:排除|否决|放弃)|潜在|可能",
    ),
}

_MEANING = {
    "denied": Modality.NEGATED,
    "ended": Modality.PAST,
    "planned": Modality.PLANNED,
    "weighed": Modality.PLANNED,
}
_CLAUSE = re.compile(r"[;；。!?！？:：،؛]")
_COMMA = re.compile(r"[,，、](?!\s(?:что|чтобы|dass|że|che|que)(?!\w))")
_FAR = 160
_LOOSE = 40
"""How far a denial may stand from a goal where no verb ties the two."""


class _Reader(NamedTuple):
    spoken: re.Pattern[str]
    cue: re.Pattern[str]
    tied: re.Pattern[str]
    turned: re.Pattern[str]
    after: re.Pattern[str]
    reach: int


def _reader(tongue: _Tongue) -> _Reader:
    begin, end = ("", "") if tongue.reach < 10 else (rf"(?<![\w’']){tongue.joined}", r"(?!\w)")
    kinds = "|".join(
        f"(?P<{kind}>{getattr(tongue, kind)})" for kind in ("spared", "ended", "planned", "denied")
    )
    said = "|".join(
        f"(?P<{kind}>{getattr(tongue, kind)})" for kind in ("weighed", "ended", "planned", "denied")
    )
    return _Reader(
        re.compile(tongue.spoken),
        re.compile(f"(?i){begin}(?:{kinds}){end}"),
        re.compile(rf"(?i){begin}(?:{tongue.tied})"),
        re.compile(f"(?i){begin}(?:{tongue.turned}){end}"),
        re.compile(
            rf"(?i)\s?(?:[(（\[:：–—,，،-]|\s)\s?{tongue.joined}(?:{said}){end}"
            if begin
            else rf"\s?[(（\[:：–—,，-]?\s?(?:{said})"
        ),
        tongue.reach,
    )


TIES = "|".join(
    rf"(?:{row.tied})" if row.reach < 10 else rf"\b{row.joined}(?:{row.tied})\w{{0,12}}"
    for row in _TONGUES.values()
)
"""The verbs that tie a thing to a goal, of all rows."""

_READERS = {tag: _reader(tongue) for tag, tongue in _TONGUES.items()}


def said_in_tongue(before: str, goal: str, after: str, language: str) -> set[Modality]:
    """What a sentence says before a goal and right after it: by the row of the language, if it has one, else by every
    row whose words for goals are there."""
    sentence = f"{before} {goal}{after}"
    known = _READERS.get(language)
    readers = [known] if known else [each for each in _READERS.values() if each.spoken.search(sentence)]
    return {meaning for reader in readers for meaning in _said(reader, before, after)}


def _said(reader: _Reader, before: str, after: str) -> set[Modality]:
    found = {_MEANING[kind] for kind in [_kind(_right_after(reader, after))] if kind}
    clause = _last_clause(reader, before)
    for cue in reader.cue.finditer(clause):
        kind = cue.lastgroup or ""
        if kind in _MEANING and (kind != "denied" or _denies(reader, clause[cue.end() :])):
            found.add(_MEANING[kind])
    return found


def _right_after(reader: _Reader, after: str) -> re.Match[str] | None:
    """What is said right behind a goal; behind a comma only where the clause ends there, and does not deny another goal."""
    match = reader.after.match(after)
    goes_on = (
        match
        and match[0].strip()[:1] in ",，،"
        and after[match.end() :].strip()[:1] not in (*".;)。；）،,，", "")
    )
    return None if goes_on else match


def _kind(match: re.Match[str] | None) -> str:
    return (match.lastgroup or "") if match else ""


def _last_clause(reader: _Reader, before: str) -> str:
    """The clause that ends where the goal begins: what a “but”, or a comma before a verb that ties, begins is another."""
    clause = _CLAUSE.split(before[-_FAR:])[-1]
    turns = [match.end() for match in reader.turned.finditer(clause)]
    clause = clause[turns[-1] :] if turns else clause
    opening = reader.cue.match(clause.lstrip())
    if opening and opening.lastgroup == "planned":  # “Once launched, it contributes …”
        return clause
    for comma in reversed([match.end() for match in _COMMA.finditer(clause)]):
        if reader.tied.search(clause, comma):
            return clause[comma:]
    return clause


def _denies(reader: _Reader, gap: str) -> bool:
    """Whether a denial before this gap is of the tie: its verb comes soon, or none comes and the goal is near."""
    verb = reader.tied.search(gap)
    if verb:
        return verb.start() <= reader.reach
    return len(gap) <= (_LOOSE if reader.reach > 10 else 10) and "(" not in gap and "（" not in gap
