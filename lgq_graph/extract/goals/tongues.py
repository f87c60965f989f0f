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


_TONGUES = {
    "es": _Tongue(
        spoken=r"(?<!\w)(?:ODS|objetivos?|metas?)(?!\w)",
        spared=r"no (?:s[oó]lo|solamente|[uú]nicamente|obstante|menos|cabe duda)|sin (?:duda|embargo)",
        denied=r"no|a[uú]n no|todav[ií]a no|ni|tampoco|nunca|ning[uú]n|ninguno|sin|excepto|salvo",
        ended=r"ya no|dej[oó] de|hab[ií]a|anteriormente|en el pasado",
        planned=r"(?:est[aá]|est[aá]n|tiene|tenemos)? ?(?:previst[oa]s?|planead[oa]s?|planificad[oa]s?)|se (?:prev[eé]|espera|planea|pretende|proyecta)"
        r"|prev[eé]|planea(?:mos|n)?|pretende(?:mos|n)?|proyecta(?:mos|n)?|espera(?:mos|n)? que|va a|vamos a|van a|podr[ií]an?|en (?:el )?futuro|potencialmente|posiblemente|quiz[aá]s?|tal vez"
        r"|(?:contribuir|apoyar|servir|ayudar|promover|abordar|impulsar|fomentar|atender|responder|corresponder)(?:[áa]n?|emos|[ií]an?)|se alinear[áa]n?|(?:estar|ser)[áa]n?",
        tied=r"contribu|apoy|sirv|aline|respond|correspond|relacion|vincul|abord|promuev|ayud|atiend|cumpl|impuls|foment|aport",
        turned=r"pero|sino|aunque|mientras|sin embargo",
    ),
    "fr": _Tongue(
        spoken=r"(?<!\w)(?:ODD|objectifs?|cibles?)(?!\w)",
        spared=r"non seulement|ne (?:\w+ )?(?:que|pas (?:que|seulement|uniquement))|sans (?:doute|aucun doute)|pas (?:que|seulement|uniquement)|(?:n['’]est|ne \w+) pas seulement",
        denied=r"ne|n['’]\w+|non|pas|pas encore|ni|aucune?|jamais|sans|sauf|hormis",
        ended=r"ne (?:\w+ )?plus|n['’]\w+ plus|auparavant|par le passé|autrefois",
        planned=r"(?:est|sont|était)? ?(?:prévue?s?|envisagée?s?|planifiée?s?)|prévoi(?:t|ent|ons)|envisage(?:nt|ons)?|devrai(?:t|ent)|pourrai(?:t|ent)|va|vont|à l['’]avenir|dans le futur|éventuellement|peut-être"
        r"|(?:contribuer|soutiendr|aider|appuier|appuyer|servir|répondr|correspondr|favoriser|promouvr|ser|participer|s['’]aligner)(?:a|ont|ons|ait|aient)",
        tied=r"contribu|soutien|soutenir|appui|appuy|serv|sert|align|répon|correspon|rattach|li[ée]|aid|favoris|particip|promeu|œuvr|inscri|vis[ea]|conform|concern|couvr|relèv|relev|atteind",
        turned=r"mais|alors que|tandis que|bien que|cependant|toutefois",
    ),
    "pt": _Tongue(
        spoken=r"(?<!\w)(?:ODS|objetivos?|metas?)(?!\w)",
        spared=r"n[aã]o (?:s[oó]|apenas|somente|obstante)|sem (?:d[uú]vida)",
        denied=r"n[aã]o|ainda n[aã]o|nem|tampouco|nunca|nenhum|sem|exceto|salvo",
        ended=r"j[aá] n[aã]o|deixou de|n[aã]o (?:\w+ )?mais|anteriormente|no passado",
        planned=r"(?:est[aá]|est[aã]o)? ?(?:previst[oa]s?|planead[oa]s?|planejad[oa]s?)|prev[eê](?:-se)?|pretende(?:mos|m)?|planeja(?:mos|m)?|espera-se|vai|vamos|v[aã]o|poder[aá]|poder(?:ia|ão)|no futuro|futuramente|potencialmente|possivelmente|talvez"
        r"|(?:contribuir|apoiar|servir|ajudar|promover|abordar|responder|corresponder)(?:[áa]|ão|emos|iam?)|(?:estar|ser)[áa]|(?:estar|ser)ão",
        tied=r"contribu|apoi|serv|alinh|respond|correspond|relacion|vincul|abord|promov|ajud|atend|cumpr|impuls|foment",
        turned=r"mas|por[eé]m|embora|enquanto|contudo",
    ),
    "ru": _Tongue(
        spoken="[а-яё]",
        spared=r"не только|не менее|не более|не позднее|не исключ\w+|несомненно|не раз",
        denied=r"не|пока нет|ещ[её] нет|пока не|ещ[её] не|нет|ни|без|кроме|за исключением|нельзя|никак|отсутств\w+",
        ended=r"больше не|уже не|перестал\w*|ранее|раньше|прежде",
        planned=r"планиру\w+|запланирован\w*|предполага\w+|предусмотрен\w* в будущем|намерен\w*|ожида\w+|будет|будут|будем|станет|станут|сможет|смогут|может|могут|возможно|в будущем|в перспективе|вероятно|потенциально|готовится",
        tied=r"соответств|способств|вносит|вносят|внос|поддерж|содейств|направлен|связан|относ|отвеча|служ|помога|реализ|достижен|достиг|вклад|охватыва|касает",
        turned=r"но|однако|хотя|зато|тогда как|при этом",
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
    ),
}

_MEANING = {"denied": Modality.NEGATED, "ended": Modality.PAST, "planned": Modality.PLANNED}
_CLAUSE = re.compile(r"[;；。!?！？:：،؛]")
_COMMA = re.compile(r"[,，、]")
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
    said = "|".join(f"(?P<{kind}>{getattr(tongue, kind)})" for kind in ("ended", "planned", "denied"))
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
