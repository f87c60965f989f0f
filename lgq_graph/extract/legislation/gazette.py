"""Where a law was printed: "BGBl. I Nr. 44/2001", "Official Gazette No. 31 of 4 May 2015"; or the code that an office gave it."""

from __future__ import annotations

import re
from dataclasses import replace

from .dated import read_date
from .draft import Draft, Page
from .numbered import holds_date
from .patterns import CLOSING, MARKER

__all__ = ["NOT_A_LAW_AFTER", "read_gazette"]

_PAPER = (
    r"(?:(?:[A-Z][\w-]{2,14}\s){0,3}(?:Law\s|Government\s)?(?:Gazette|Bulletin|Journal)(?:\sof\s(?:the\s)?[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20}){0,2})?"
    r"|[A-Z]{1,3}(?:GBl|gbl|Bl|bl|VBl)\.?|[A-Z]GBL\.?|Dz\.\s?U\.|Narodne\snovine|NN|SFS|Stb\.|Staatsblad|Journal\s[Oo]fficiel|G\.\s?N\."
    r"|(?:Di[aá]rio|Registro|Gaceta|Periódico|Bolet[íi]n|Boletim)\s(?:Oficial|Municipal)(?:\s(?:de\sla|del?|da|do)\s[A-ZÀ-Þ]\w{2,20})?|Di[aá]rio\sda\sRepública|Gazzetta\s[Uu]fficiale|Bollettino\s[Uu]fficiale"
    r"|Monitorul\sOficial|Moniteur\s[Bb]elge|Resm[iî]\sGazete|Lembaran\s(?:Negara|Daerah)|BOE|BOP|JORF|DOF|DOU|DOE|DOM|R\.\s?O\.|D\.\s?O\.|G\.\s?U\.|B\.\s?O\.)"
)
_PART = r"(?:,?\s(?:(?:[Ss]eries|[Pp]art|[Ii]ssue|[Vv]ol\.?|[Ss]eri[ea]|[Ss]upplement|[Ss]uplemento|[Ss]upl\.)(?:\s(?!\d{3})[\w.]{1,6}(?=\s))?|[IVX]{1,4}(?!\w)|\d\.ª\s[Ss]érie))"
_GAZETTE = re.compile(
    r"(?P<open>[,;–—]?\s{0,2}\(|[,;–—]?\s{1,2})(?:(?:published|printed|publicad[oa]|publiée?|pubblicat[oa])\s)?(?:(?:in|en|em|no|na|au|nella|sulla)\s)?(?:(?:the|el|la|le|l['’])\s?)?"
    rf"{_PAPER}{_PART}{{0,2}}(?:[,:]?\s{{0,2}}(?:(?P<mark>{MARKER})\s{{0,2}})?(?P<number>\d{{1,6}}(?:\.\d{{3}})?(?:\s?[/–-]\s?\d{{2,4}}(?![/.-]\d))?)(?![\w%]|[.,/]\d|\s[^\W\d_]{{3,12}}\s\d{{4}}|\s(?:de\s)[^\W\d_]{{3,12}}\s(?:de\s|del\s)?\d{{4}}))?"
)
_ISSUE = re.compile(rf",?\s{{0,2}}{MARKER}\s{{0,2}}\d{{1,6}}(?:\.\d{{3}})?(?![\w/])")
"""The number of the issue, behind its day."""
_YEAR_AND_NUMBER = re.compile(
    r"(?:\s?[(<\[]?\ue000{4,500}[)>\]]?)?(?P<open>[,;–—]?\s{0,2}\(|[,;–—]?\s{1,2})(?P<number>(?:(?P<national>Stb\.|Staatsblad|Stcrt\.|Staatscourant|Trb\.)|(?P<municipal>Gemeenteblad|Gmb\.)|(?P<provincial>Provinciaal\s[Bb]lad|Prb\.))"
    r"\s(?:19|20)\d\d,\s?(?:nr\.?\s)?\d{1,6})(?!\d|[.,]\d)"
)
"""The paper, the year and the number in it by which Dutch laws are cited: "Stb. 2018, 144". The paper tells whose law it is."""
_CODE = re.compile(
    r"\s{0,2}\((?P<number>[A-ZÀ-Þ]{1,5}(?:[-/][A-ZÀ-Þ]{1,5}){0,3}[\s-]\s?\d{1,6}(?:[/-]\d{1,4}){1,2})\)"
)
NOT_A_LAW_AFTER = re.compile(
    r"\s(?:Gazette|Bulletin|Journal|Reports?|School|Faculty|Firm|Society|Enforcement)(?!\w)"
)
"""What makes the word before it no law: "Federal Law Gazette"."""


def read_gazette(page: Page, draft: Draft) -> bool:
    """Where and when a law was printed is a part of its citation.

    The number is the law's, when it has no other, if it tells the year too: "No. 44/2001"; else it is that of the issue.
    """
    if not (draft.title or draft.number or draft.date):
        return False
    if cited := _YEAR_AND_NUMBER.match(page.text, draft.end):
        return _cite(page, draft, cited)
    match = _GAZETTE.match(page.text, draft.end)
    return _read_issue(page, draft, match) if match else _read_code(page, draft)


def _cite(page: Page, draft: Draft, cited: re.Match[str]) -> bool:
    """Paper, year and number together are the law's own number."""
    if draft.number:
        return False
    closing = CLOSING.match(page.text, cited.end()) if "(" in cited["open"] else None
    draft.number, draft.marked, draft.end = cited["number"], True, closing.end() if closing else cited.end()
    draft.words.append(next(level for level in ("national", "municipal", "provincial") if cited[level]))
    return True


def _read_issue(page: Page, draft: Draft, match: re.Match[str]) -> bool:
    printed = replace(draft, end=match.end(), words=[], date="")
    dated = read_date(page, printed)
    issue = _ISSUE.match(page.text, printed.end) if dated else None
    closing = CLOSING.match(page.text, (issue or match).end() if issue or not dated else printed.end)
    if not (dated or match["number"]) or ("(" in match["open"] and not closing):
        return False
    if not draft.number and match["number"] and re.search("[/–-]", match["number"]):
        draft.number, draft.marked = re.sub(r"\s?([/–-])\s?", r"\1", match["number"]), True
    draft.date = draft.date or printed.date
    draft.end = closing.end() if closing and "(" in match["open"] else issue.end() if issue else printed.end
    return True


def _read_code(page: Page, draft: Draft) -> bool:
    """The code of an office in brackets: "(ABC-12/2020)"."""
    match = None if draft.number else _CODE.match(page.text, draft.end)
    if not match or holds_date(page, match):
        return False
    draft.number, draft.marked, draft.end = match["number"], True, match.end()
    return True
