"""Numbers as a spreadsheet shows them: days as days, shares as percentages, whole numbers without a fraction."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from ..archive import Element

__all__ = ["Formats"]

_BUILT_IN = {9: "0%", 10: "0.00%", **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "d")}
_BUILT_IN |= dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]{0,255}\]|_.|\*.')
_DAY, _HOUR = re.compile(r"[dy]", re.I), re.compile(r"[hs]", re.I)
_DIGITS = 15
_DAYS = range(2_900_000)


class Formats:
    """The formats of a workbook by the number of a style."""

    def __init__(self, styles: Element | None, properties: Element | None) -> None:
        own = styles.iterfind("numFmts/numFmt") if styles is not None else ()
        codes = {_whole(each.get("numFmtId")): each.get("formatCode", "") for each in own}
        cells = styles.iterfind("cellXfs/xf") if styles is not None else ()
        self._codes = [_bare((_BUILT_IN | codes).get(_whole(xf.get("numFmtId")), "")) for xf in cells]
        late = properties is not None and properties.get("date1904") in ("1", "true")
        self._epoch = datetime(1904, 1, 1) if late else datetime(1899, 12, 30)

    def shown(self, value: str, style: str) -> str:
        """A number as its style shows it; any other value as it is."""
        try:
            number = Decimal(value)
        except InvalidOperation:
            return value
        if not number.is_finite() or (number and abs(number.adjusted()) > _DIGITS):
            return value
        code = self._codes[_whole(style)] if _whole(style) < len(self._codes) else ""
        if "%" in code:
            return f"{_plain(_rounded(number * 100, code))}%"
        if _DAY.search(code) or _HOUR.search(code):
            return self._moment(number, code)
        return _plain(_rounded(number))

    def _moment(self, number: Decimal, code: str) -> str:
        """A day, a time, or both, as ISO 8601 writes them."""
        if int(number) not in _DAYS:
            return _plain(number)
        moment = self._epoch + timedelta(seconds=round(float(number) * 86_400))
        if number < 1 or not _DAY.search(code):
            return moment.strftime("%H:%M")
        return (
            moment.date().isoformat()
            if moment.time().isoformat() == "00:00:00"
            else moment.strftime("%Y-%m-%d %H:%M")
        )


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0


def _bare(code: str) -> str:
    """The code of positive numbers without literals, colours and conditions."""
    return _LITERAL.sub("", code[:400]).partition(";")[0].replace("General", "")


def _rounded(number: Decimal, code: str = "") -> Decimal:
    """A share with the digits its code has; any number without the noise of binary fractions."""
    if code:
        shown = len(re.match(r"0*", code.partition(".")[2])[0])  # type: ignore[index]
        return number.quantize(Decimal(1).scaleb(-shown), ROUND_HALF_UP)
    return Decimal(f"{number:.15g}")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
