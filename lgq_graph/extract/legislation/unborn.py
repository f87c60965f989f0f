"""Whether a law that has neither number nor date is said to be only a draft: "… has been drafted but awaits consent"."""

from __future__ import annotations

import re

from .draft import Draft, Page, text_before

__all__ = ["is_unborn"]

_MADE = r"(?:adopted|approved|passed|enacted|issued|signed|made(?!\s(?:available|public|known|clear))|promulgated|in\sforce)"
_DRAWN = r"(?:drafted|prepared|elaborated|written|drawn\sup|finali[sz]ed)"
_BROUGHT = r"(?:drafted|proposed|prepared|submitted|tabled|introduced|presented|drawn\sup)"
_ADVERBS = r"(?:(?:still|currently|now|yet|also|already|soon|only|presently|\w{2,12}ly)\s){0,2}"
_STAGE = r"(?:preparation|development|elaboration|discussion|consideration|drafting|draft|debate|(?:the\s)?pipeline)"
_AFTER = re.compile(
    rf"(?i)(?:\s\([^()\n]{{0,60}}\))?,?\s(?:which\s|that\s)?(?:"
    rf"(?:is|are)\s{_ADVERBS}(?:being\s{_DRAWN}|(?:under|in)\s{_STAGE}|at\s(?:the\s)?draft\sstage|planned|pending|awaited|foreseen|envisaged|proposed|(?:only\s)?an?\sdraft|awaiting|before\s(?:the\s)?(?:parliament|council|assembly|senate|congress)|to\sbe\s{_MADE})"
    rf"|(?:has|have)\sbeen\s{_ADVERBS}{_BROUGHT}(?![^.\n]{{0,120}}(?<!not\s)(?<!not\sbeen\s)(?<!not\syet\s)(?<!not\syet\sbeen\s)(?<!to\sbe\s)(?<!never\s)\b{_MADE})"
    rf"|(?:has|have|is|are|was|were)\snot\syet\s(?:been\s)?{_MADE}"
    rf"|(?:will|shall|should|(?:is|are)\s(?:expected|planned|due|scheduled|set)\sto)\s{_ADVERBS}(?:be\s{_ADVERBS}(?:{_MADE}|drafted|tabled|submitted)|(?:enter|come)\sinto\sforce)"
    r"|awaits?|est[áa]n?\se[nm]\s(?:trámite|tramita\w+|elabora\w+|prepara\w+|discus\w+|proyecto|debate|consulta)|sont\sen\s(?:préparation|discussion)|est\sen\s(?:préparation|discussion|cours\sd\w*['’]?(?:élaboration|adoption))"
    r"|(?:ist|wird)\s(?:derzeit\s)?(?:in\s(?:Vorbereitung|Arbeit)|vorbereitet|erarbeitet|geplant)"
    r")(?!\w)"
)
_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:drafts?|proposed|planned|future|forthcoming|upcoming|(?:drafting|elaborating)(?:\s(?:of|an?|the|our|its))*|(?:draft|preparation|drafting)\sof\s(?:an?|the)"
    r"|(?:ante)?proyecto\sde|projet\sde|projeto\sde|entwurf\s(?:des|der|einer))\s(?:new\s|own\s)?$"
)


def is_unborn(page: Page, draft: Draft) -> bool:
    """Whether the words beside a citation say that it is not made yet."""
    return bool(_AFTER.match(page.text, draft.end) or _BEFORE.search(text_before(page.text, draft.start, 40)))
