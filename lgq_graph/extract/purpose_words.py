"""Words by which a sentence says what a thing is or does, and those that tell something else of it."""

from __future__ import annotations

import re

__all__ = [
    "APART",
    "BEHIND",
    "BRACKET",
    "BY_BEING",
    "CLOSE",
    "COUNTED",
    "CUT",
    "FOR",
    "GOAL",
    "IS",
    "LISTED",
    "NEW",
    "NEXT",
    "NO_APPOSITION",
    "NO_SUBJECT",
    "OPEN",
    "OPENS_WITH",
    "PART",
    "PARTED",
    "PAST",
    "PLURAL",
    "TAIL",
    "THEN",
    "TIES",
    "UNPLAIN",
    "USED_AT",
    "VERB",
    "WITH",
]

_LINK = r"(?:https?://|www\.)[^\s<>()\[\]]{1,300}"
BEHIND = re.compile(
    rf"(?:[\"”»’)\]]{{1,3}}|\s»)?(?:\s(?:app|application|card|portal|platform|service|website|page|tool|system|map|programme|program|project|plan|strategy)\b)?"
    r"(?:\s(?:of|del?|du|d[aeo])\s(?:the\s|la\s|el\s)?[A-ZÀ-Þ][^\W\d]{1,20}(?:\s[^\W\d]{1,20}){0,7}(?=,\s|\s\())?(?:\s\d[\d -]{2,18}\d)?"
    rf"(?:\]?\(?{_LINK}\)?|\s{{0,2}}[(\[<]{{1,2}}[^()\[\]\n]{{0,300}}[)\]>]{{1,2}}|\s?[,:;]?\s?{_LINK}(?<![.,;])){{0,2}},?[ \u00a0]"
)
"""What stands between a name and what is said of it: a closing mark, the noun of its kind, initials, its link."""
APART = re.compile(r"[()<>\d]|https?:|www\.")
BRACKET = re.compile(
    r"[\"”»’\]]{0,2}\s?[(（](?P<said>(?!(?:more than|over|about|up to)\s)[^\W\dA-Z][^()（）;\n]{8,300}?)(?=[,;:]?\s?<?(?:https?:|www\.)|[;)）])"
)
_NOT_FIRST = r"(?!(?:\w+\s){0,1}(?:[\d.,]*\d|more than|over|about|almost|around|approximately|up to|nearly|at least|más de|plus de|mais de|более)\b)"
_VERBS = (
    r"(?:lets?|allows?|enables?|helps?|offers?|provides?|gives?|shows?|lists?|marks?|informs?|publishes|displays|tells?|answers?|sends?|connects?|brings|gathers|collects|explains|estimates"
    r"|reserves|reminds|warns|guides|combines|presents|maps|measures|monitors|translates|calculates|finds|keeps|registers|records|handles|manages|processes|links|supplies|sells|lends|plans|holds"
    r"|receives|accepts|makes|covers|teaches|trains|unites|matches|reports|delivers|describes|contains|includes|serves|supports|hosts|stores|issues|simplifies|compares|issues|grants|books"
    r"|permiten?|ofrecen?|facilitan?|ayudan?|muestran?|informan?|publican?|reúnen?|permet(?:tent)?|offren?t?|aident?|affichent?|informent?|rassemblent?|oferecem?|ajudam?|mostram?|reúnem?"
    r"|позволя[ею]т|предоставля[ею]т|помога[ею]т|предлага[ею]т|показыва[ею]т|объединя[ею]т)"
)
VERB = re.compile(
    rf"(?:(?:also|además|también|également|também|также)\s)?{_VERBS}\s{_NOT_FIRST}(?!\w+\s(?:SDG|goal|target)|(?:SDG|goal|target))",
    re.I,
)
PLURAL = re.compile(
    r"(?i)(?:(?:also)\s)?(?:let|allow|enable|help|offer|provide|give|show|list|mark|inform|tell|answer|send)\s"
)
FOR = frozenset(("for", "para", "pour", "для"))
IS = re.compile(
    rf"(?:is|are|es|est|é)\s(?:an?|the|our|used|meant|where|un[ea]?|el|la|le|uma?|o)\s{_NOT_FIRST}(?:[\w’'-]+\s){{1,}}",
    re.I,
)
PARTED = re.compile(
    r"(?:[–—-]\s)?(?:"
    r"(?P<relative>(?:(?:through|with|in|on|from|by|for)\s)?which|that|who|where|whereby|que|donde|con (?:la|el) que|qui|où|dont|grâce auquel|onde|где|котор\w+|с помощью котор\w+)\s"
    r"|(?:the|an?|our|una?|el|la|une?|le|uma?|um|o)\s(?=[\w’'-]+)|(?:for|para|pour|для)\s(?=\w+ing\b|\w+\s\w+))",
    re.I,
)
WITH = re.compile(r"(?:with|para|for)\s(?:[\w’'-]+\s){2}")
PAST = re.compile(
    r"(?:(?:through|with|in|on|from|by|for)\s)?(?:which|that|who|where|que|qui)\s(?:in\s\d{4}\s|also\s|now\s|already\s|alone\s)?"
    r"(?:\w+ed\b|has\b|have\b|had\b|was\b|were\b|will\b|does\b|do\b|received|went|ran|won|drew|held|saw|began|grew|paid|gave|sent|made|built|took|led|became|cost"
    r"|(?:is|are)\s(?:also\s)?(?:linked|aligned|related|tied|part|due|administered|carried|operated|run|managed|directed|led|owned|issued|of\sthe)|contribut\w+|supports?\s(?:SDG|goal))",
    re.I,
)
COUNTED = re.compile(r"(?:(?:[\w’'-]+\s){0,6}?)\d[\d.,]*\s")
"""What tells how much rather than what: "on which 84 projects were opened"."""
NO_APPOSITION = re.compile(
    r"(?:the|our)\s(?:[A-ZÀ-Þ]|\w+\s(?:is|are|was|were|has|have|comes?|came|can|will)\b)"
)
GOAL = re.compile(
    r"(?i)\b(?:SDGs?|goals?|targets?|ODS|ODD|ЦУР|objetivos?|objectifs?)\s(?:no\.?\s)?\d|\bSustainable Development\b|\b2030 Agenda\b"
)
CUT = re.compile(
    rf"[;\t\n|]|\s[–—-]\s|:\s|\s?[(\[<（]|,?\s?{_LINK}|,\s(?=(?:and\s|but\s|while\s|y\s|et\s|e\s)?(?:is|are|was|were|has|have|had|will|supports?|serves?|contribut\w+|helps?\sto\sreach|responds|"
    r"went|received|reached|counts|drew|covers|sends|runs|est|sont|es|son|é|são|foi|fue|a\s(?:été|reçu))\b)|,?\s(?=and\s(?:which|that|where|has|have|had|is|was|were|contribut\w+|supports?\s|serves?\s|reached|received|went|is)\b)"
    r"|,\s(?:with\s|con\s|avec\s|com\s)?(?=\d)|,\s(?=\w+ed\s)|,\sand\s(?=(?:(?!that\s|which\s|who\s)[\w’'-]+\s){1,4}?(?:is|are|was|were|can|may|has|have)\s)"
    r"|,\s(?=(?:rather|while|whereas|whose|mientras|tandis)\b)"
)
_PEOPLE = (
    r"(?<!\w)(?:residents|citizens?|people|persons|users|visitors|owners|travell?ers|passengers|companies|businesses|entrepreneurs|builders|parents|families|students|pupils|teachers|tourists|drivers|voters|taxpayers"
    r"|tenants|employers|farmers|households|patients|everyone|anyone|one|they|you|we|ciudadan[oa]s|vecin[oa]s|habitantes|residentes|citoyens|résidents|habitants|cidadãos|moradores|жители|граждане|пользователи)"
)
_AT = r"(?:in|on|at|through|via|with|using|from|to|by means of|en|a través de|con|sur|avec|par|em|através de|com|на|в|через|с помощью)"
USED_AT = re.compile(
    rf"(?:(?:can|may|could)\s(?:also\s|then\s)?(?:be\s\w+|\w+)|(?:is|are)\s(?:also\s|then\s)?(?:\w+ed|made|paid|sent|given|kept|held|found|shown|bought|sold|seen|taken|put|won)|"
    rf"{_PEOPLE}\s(?:with\s[\w\s]{{2,30}}?\s)?(?:can\s|may\s)?(?!who\s|that\s|will\s|ha[sd]\s|have\s|were\s|are\s)\w+|puede[n]?\s\w+|peu(?:t|vent)\s\w+|pode[m]?\s\w+|могут\s\w+)\b[^:;()\n]{{0,200}}?\b{_AT}\s(?:the\s|our\s|el\s|la\s|le\s|o\s|a\s)?[\"“«„]?$"
    rf"|{_PEOPLE}\s(?:in\s[\w\s]{{2,20}}?\s)?(?:calls?|dials?|uses?|rings?|consults?|opens?|visits?|subscribes?\sto)\s(?:the\s|our\s)?[\"“«„]?\s?$"
    r"|(?:is|are)\s(?:also\s)?(?:answered|lent|given|provided|offered|shown|sent|handled|sold|shared|delivered)\sby\s(?:the\s|our\s)?[\"“«„]?$",
    re.I,
)
TIES = re.compile(
    r"(?i)\b(?:contribut|align|link(?:ed)?\b|respond|support|laid down|contained|anchored|named|called|approved|combined|integrat|connected|replaced|belong|related|referred|operated|part of)"
)
OPENS_WITH = re.compile(
    r"(?:through|with|via|using|in|on|at|a través de|con|par|avec|через|с помощью)\s(?:the\s|our\s|el\s|la\s|o\s)?(?:(?:mobile\s)?(?:app|application|portal|platform|service|website)\s)?[\"“«„\[]{0,2}$",
    re.I,
)
THEN = re.compile(rf"(?:the\s|all\s|our\s)?{_PEOPLE}\s\w+\s\w+", re.I)
BY_BEING = re.compile(
    r"(?:the|our|an?|el|la|le|o|nuestro|nuestra)\s(?P<said>(?:(?!(?:the|our|an?|el|la|le|o)\s)[\w’'-]+\s){1,9}?[\w’'-]+(?:\s(?:of|for|de|del|da|do|du)\s[^,;:.()\n]{2,60})?),\s[\"“«„\[]{0,2}$",
    re.I,
)
NEW = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas)\s")
"""Where another clause begins."""
UNPLAIN = re.compile(r"[()<>]|https?:|www\.")
LISTED = re.compile(r"(?:[,;]\s(?:and\s|y\s|et\s|e\s)?|\sand\s)(?:the\s|our\s)?[\"“«„\[]{0,2}$")
PART = re.compile(r",\s|\sand\s")
OPEN = re.compile(r"[\"“«„]")
CLOSE = re.compile(r"\s?[\"”»“]")
TAIL = re.compile(r",?\s(?:and|or|y|et|e|и)(?:\s(?:on|at|in|by|the|also))?$")
NO_SUBJECT = re.compile(r"(?i)(?:can|may|is|are|it|this|that|these|they|those)\s")
NEXT = re.compile(
    r"(?:it|this (?:service|app|application|portal|platform|site|website|tool|system|map|line)|the (?:service|app|application|portal|platform|site|website|tool|system)|este servicio|esta aplicación|ce service|este serviço)\s", re.I
)  # fmt: skip
