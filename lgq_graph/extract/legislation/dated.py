"""When a law was made: a day, a year, a year of another calendar, a day of the year in its number."""

from __future__ import annotations

import re

from ..dates import parse_date
from .draft import Draft, Page
from .patterns import CLOSING, OF_YEAR

__all__ = ["read_date", "read_date_told"]

_DATE_LEAD = re.compile(
    r",?\s{0,2}\(?(?:(?:dated|dtd?\.?|of|from|as of|(?:con |de )?fecha(?: de)?|de|del|du|vom|z dnia|af|ngày|от|adopted|enacted|approved|passed|issued|signed|promulgated|gazetted|ratified|di|da|[Ss]eries(?:\sof)?|[Tt]ahun|on(?=\s(?:the\s)?(?:\d|[A-Z])))\s"
    r"(?:on\s|in\s)?(?:the\s)?(?:year\s)?(?:\d{1,2}\s[^\W\d_]{3,12}(?:\s[^\W\d_]{1,8})?\s1[34]\d\d\s(?:AH\s)?corresponding\sto\s)?"
    r"|for\sthe\syear\s(?:of\s)?|S-|[Ss]\.\s|/(?!\s)|[/–—-]\s(?=\d{1,2}[\s./-])|the\s(?=\d))?"
)
_YEAR = re.compile(r"(?:1[6-9]\d|20[0-4])\d(?![\w%]|[-–/.,]\d)(?!\s?(?:г\.)?[-–]\s?\d)")
_YEAR_WORD = re.compile(r"\s(?:года|г\.?|r\.)(?!\w)")
_THAI_YEAR = re.compile(r",?\s{0,2}\(?B\.?E\.?\s?(2[45]\d\d)(?:\s?\(\d{4}\)|\))?")
_DAY_AND_MONTH = re.compile(
    r",?\s(?:of|de)\s(\d{1,2}\s(?:of\s|de\s)?[^\W\d_]{3,12}|[^\W\d_]{3,12}\s\d{1,2})(?!,?\s\d|\w)"
)

_MADE = (
    r"(?:adopted|enacted|approved|passed|issued|signed|promulgated|gazetted|ratified|sanctioned|published|decreed|voted|laid\sdown|assented\sto|given\s(?:royal\s)?assent"
    r"|aprobad[oa]|promulgad[oa]|publicad[oa]|sancionad[oa]|expedid[oa]|dictad[oa]|suscrit[oa]|emitid[oa]|aprovad[oa]|adotad[oa]|editad[oa]"
    r"|adoptée?|approuvée?|promulguée?|publiée?|votée?|approvat[oa]|adottat[oa]|emanat[oa]|pubblicat[oa]"
    r"|beschlossen|verabschiedet|erlassen|veröffentlicht|podjęt[aey]|uchwalon[aey]|przyjęt[aey]|diundangkan|ditetapkan)"
)
"""What is said of a law on the day that it is made."""
_ON_THE = r"(?:on|in|el|le|em|en|a|il|am|vom|w\sdniu|dnia|pada(?:\stanggal)?|de|du|del|of)"
_TOLD = re.compile(
    rf"(?:,\s(?:on|about|concerning)\s[^,;.()\n]{{3,80}}(?=,\s(?:which|that)\s(?:was|has)\s))?,?\s\(?(?:(?:which|that|que|qui|che)\s)?(?:(?:was|were|has\sbeen|is|fue|est|foi|a\sété|è\sstat[oa]|wurde|została?)\s)?(?:first\s)?{_MADE}\s"
    rf"(?:(?:by|por|par|pel[oa]|da(?:l|lla)?|durch|przez|oleh)\s(?:[\w'’]+\s){{1,6}}?)?(?:(?P<on>{_ON_THE})\s(?:the\s)?(?=[\dA-Z])|(?=\d))"
    rf"|,?\s(?:which|that)\s(?:the\s)?(?:\w+\s){{1,4}}?{_MADE}\s(?P<on2>on|in)\s(?:the\s)?(?=[\dA-Z])"
)
_OF_WHOM = re.compile(
    r"\s(?:of|by|from)\s(?:the\s|our\s)?[A-ZÀ-Þİ][\w.'’-]{0,30}(?:\s(?:of\s(?:the\s)?)?[A-ZÀ-Þİ][\w.'’-]{0,30}){0,4},?\s(?:dated|dtd\.?|adopted\son|issued\son|approved\son)\s(?:the\s)?(?=\d)"
)
"""What parts a citation from its date where a name stands between: "Open Data Directive of XYZ, dated 3.5.2021"."""
_BEHIND_LINK = re.compile(
    r"\s?[(<\[]?\ue000{4,500}[)>\]]?,?\s(?:of|from|dated|de|del|du|do|da|vom|von|di|dal?)\s(?:the\s)?(?=\d)"
)
"""What parts a citation from its date where its link, blanked out, stands between: "Ley 5 (https://…), de 2008"."""
_YEAR_ENDS = re.compile(r"(?:1[89]|20)\d\d(?=\s?[.,;)\n]|\s?$)")
_YEAR_ALONE = re.compile(r"(?:1[89]|20)\d\d(?![\w/-])")


def read_date_told(page: Page, draft: Draft) -> None:
    """The date that the words right after a citation tell: "… was adopted by the council on 3 May 2018"; no part of it.

    A year that was read is made a day of that year.
    """
    lead = None if len(draft.date) > 4 else _TOLD.match(page.text, draft.end)
    if lead:
        year = _YEAR_ALONE.match(page.text, lead.end()) if lead["on"] or lead["on2"] else None
        told = page.dates.get(lead.end(), (0, year[0] if year else ""))[1]
        draft.date = told if told.startswith(draft.date) else draft.date
    elif not draft.date and (whom := _OF_WHOM.match(page.text, draft.end)):
        draft.date = page.dates.get(whom.end(), (0, ""))[1]
    elif not draft.date and (link := _BEHIND_LINK.match(page.text, draft.end)):
        day, ends = page.dates.get(link.end(), (0, ""))[1], _YEAR_ENDS.match(page.text, link.end())
        draft.date = day if len(day) > 4 else ends[0] if ends else ""


def read_date(page: Page, draft: Draft) -> bool:
    """The date, once; a year may still be made a day: "Act of 2018, adopted on 3 May 2018"."""
    lead = _DATE_LEAD.match(page.text, draft.end)
    assert lead is not None
    bracket = "(" in lead[0]
    end, iso = _date_at(page, lead, draft, spelled=bool(lead[0].strip(" ,(\n")) or bracket)
    if len(iso) < 10 and lead[0].strip(" ,(").startswith("on"):
        return False  # "Decree No. 5 on 2030 targets"
    if not iso and not draft.date:
        return _read_thai_year(page, draft) or _read_day_of_numbered_year(page, draft)
    if not iso or (draft.date and not (len(iso) == 10 > len(draft.date) and iso.startswith(draft.date))):
        return False
    if bracket:
        closing = CLOSING.match(page.text, end)
        if not closing:
            return False
        end = closing.end()
    year_word = _YEAR_WORD.match(page.text, end)
    draft.date, draft.end = iso, year_word.end() if year_word else end
    return True


def _date_at(page: Page, lead: re.Match[str], draft: Draft, *, spelled: bool) -> tuple[int, str]:
    """The date after a lead, a bare year included where one may stand: after a name, a number or "of"."""
    at = lead.end()
    if at == draft.end or ("\n" in lead[0] and not spelled):
        return at, ""
    if at in page.dates and (len(page.dates[at][1]) > 4 or spelled):
        return page.dates[at]
    year = _YEAR.match(page.text, at)
    named = draft.titled_by in ("name", "issuer") or (draft.type == "act" and bool(draft.words))
    if not year or not (named or draft.title or draft.number) or OF_YEAR.match(page.text, year.end()):
        return at, ""
    return (year.end(), year[0]) if spelled or named else (at, "")


def _read_thai_year(page: Page, draft: Draft) -> bool:
    """A year of the Buddhist era, 543 ahead of the common one."""
    match = _THAI_YEAR.match(page.text, draft.end)
    if match:
        draft.date, draft.end = str(int(match[1]) - 543), match.end()
    return bool(match)


def _read_day_of_numbered_year(page: Page, draft: Draft) -> bool:
    """The day in "Law 39/2015, of 1 October", whose year is that of the number."""
    match = _DAY_AND_MONTH.match(page.text, draft.end)
    iso = parse_date(f"{match[1]} {_year_of_number(draft.number)}") if match else ""
    if match and iso:
        draft.date, draft.end = iso, match.end()
    return bool(iso)


def _year_of_number(number: str) -> str:
    """The year at the end of a number: "39/2015", "135/99"."""
    year = re.search(r"(?:[/-]((?:19|20)\d\d)|/(\d\d))$", number)
    if not year:
        return ""
    return year[1] or ("19" if year[2] >= "40" else "20") + year[2]
