"""Currencies: which words and signs beside a number name one, as ISO 4217 codes."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["BY_LETTER", "Money", "currency_after", "currency_before"]


class Money(NamedTuple):
    """A currency beside a number: its code, empty when the sign is used by several ("$", "Rs"), and where it stands."""

    code: str
    start: int
    end: int


_CODES = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL
    MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG
    QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD
    TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF YER ZAR ZMW""".split()
) - {"ALL", "TOP", "SDG"}  # these three are words and goals before they are money
_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "¥": "",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₦": "NGN",
    "₴": "UAH",
    "₱": "PHP",
    "₪": "ILS",
    "฿": "THB",
    "₫": "VND",
    "₸": "KZT",
    "₡": "CRC",
    "₵": "GHS",
    "₲": "PYG",
    "₼": "AZN",
    "₾": "GEL",
    "৳": "BDT",
    "R$": "BRL",
    "US$": "USD",
    "U$S": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "",
    "CA$": "CAD",
    "NZ$": "NZD",
    "$NZ": "NZD",
    "$US": "USD",
    "$AU": "AUD",
    "$HK": "HKD",
    "S$": "SGD",
    "HK$": "HKD",
    "N$": "NAD",
    "NT$": "TWD",
    "MX$": "MXN",
    "S/": "PEN",
    "$": "",
    "Rs": "",
    "Rs.": "",
    "Re": "",
    "Re.": "",
    "Sh": "",
    "Sh.": "",
    "KSh": "KES",
    "Ksh": "KES",
    "KShs": "KES",
    "Kshs": "KES",
    "USh": "UGX",
    "UShs": "UGX",
    "TSh": "TZS",
    "GH₵": "GHS",
    "GH¢": "GHS",
    "RMB": "CNY",
    "JD": "JOD",
    "KD": "KWD",
    "TL": "TRY",
    "TT$": "TTD",
    "J$": "JMD",
    "B/.": "PAB",
    "лв": "BGN",
    "лв.": "BGN",
    "Dhs": "AED",
    "Dh": "",
    "SR": "SAR",
    "RM": "MYR",
    "Rp": "IDR",
    "Rp.": "IDR",
    "Tk": "BDT",
    "Tk.": "BDT",
    "Kč": "CZK",
    "zł": "PLN",
    "Ft": "HUF",
    "kr": "",
    "Birr": "ETB",
    "CFA": "",
    "FCFA": "",
}
_ELSEWHERE = dict(
    row.rsplit(" ", 1)
    for row in """pesos chilenos CLP; pesos colombianos COP; pesos mexicanos MXN; pesos argentinos ARS; pesos uruguayos UYU; pesos filipinos PHP
; pesos dominicanos DOP; quetzales GTQ; lempiras HNL; guaran[ií]es PYG; bolivianos BOB; colones costarricenses CRC; c[oó]rdobas NIO; soles peruanos PEN
; bol[ií]vares VES; libras esterlinas GBP; d[oó]lares canadienses CAD; francs suisses CHF; francs rwandais RWF; dirhams marocains MAD; dinars tunisiens TND
; dinars algériens DZD; livres sterling GBP; livres égyptiennes EGP; gourdes HTG; ariary MGA; dollars canadiens CAD; meticais MZN; kwanzas AOA
; белорусских рублей BYN; российских рублей RUB; сом(?:ов|а)? KGS; сум(?:ов|а)? UZS; драм(?:ов|а)? AMD; лари GEL; грив(?:ен|ны) UAH; сомони TJS; юан(?:ей|я) CNY
; درهم مغربي MAD; دينار كويتي KWD; دينار بحريني BHD; دينار عراقي IQD; دينار تونسي TND; دينار جزائري DZD; دينار ليبي LYD; ريال قطري QAR; ريال عماني OMR
; جنيه إسترليني GBP; ليرة سورية SYP; ليرة لبنانية LBP; ليرة تركية TRY""".replace("\n", "").split("; ")
)
"""Names in other languages that tell the country; the mere “pesos” and “dinars” stand below."""
_NAMES = {
    **_ELSEWHERE,
    "euros?": "EUR",
    "евро": "EUR",
    "يورو": "EUR",
    "рубл(?:ь|я|ей)|руб": "RUB",
    "тенге": "KZT",
    "d[oó]lares (?:de los estados unidos|estadounidenses|americanos)|dollars (?:américains|des états-unis)": "USD",
    "долларов сша|دولار أمريكي": "USD",
    "d[oó]lares|долларов|دولار": "",
    "درهم إماراتي": "AED",
    "ريال سعودي": "SAR",
    "جنيه مصري": "EGP",
    "دينار أردني": "JOD",
    "درهم|ريال|جنيه|دينار|libras|rupias|dirhams|francs": "",
    "(?:元|人民币)": "CNY",
    "(?:us|american|u\\.s\\.) dollars?": "USD",
    "australian dollars?": "AUD",
    "canadian dollars?": "CAD",
    "singapore dollars?": "SGD",
    "new zealand dollars?": "NZD",
    "hong kong dollars?": "HKD",
    "dollars?": "",
    "(?:british pounds?|pounds? sterling)": "GBP",
    "egyptian pounds?": "EGP",
    "pounds?": "",
    "indian rupees?": "INR",
    "pakistani? rupees?": "PKR",
    "sri lankan? rupees?": "LKR",
    "nepal(?:ese|i)? rupees?": "NPR",
    "rupees?": "",
    "kenyan? shillings?": "KES",
    "ugandan? shillings?": "UGX",
    "tanzanian? shillings?": "TZS",
    "shillings?": "",
    "(?:japanese )?yen": "JPY",
    "(?:korean |krw )?won": "KRW",
    "(?:chinese )?(?:yuan|renminbi)": "CNY",
    "(?:russian )?(?:roubles?|rubles?)": "RUB",
    "bela?russian rubles?": "BYN",
    "mexican pesos?": "MXN",
    "colombian pesos?": "COP",
    "chilean pesos?": "CLP",
    "argentin(?:e|ian) pesos?": "ARS",
    "philippine pesos?": "PHP",
    "uruguayan pesos?": "UYU",
    "dominican pesos?": "DOP",
    "pesos?": "",
    "(?:brazilian )?rea(?:is|ls?)": "BRL",
    "(?:south african )?rands?": "ZAR",
    "jordan(?:ian)? dinars?": "JOD",
    "kuwaiti dinars?": "KWD",
    "bahraini dinars?": "BHD",
    "tunisian dinars?": "TND",
    "algerian dinars?": "DZD",
    "iraqi dinars?": "IQD",
    "serbian dinars?": "RSD",
    "dinars?": "",
    "(?:uae|emirati) dirhams?": "AED",
    "moroccan dirhams?": "MAD",
    "dirhams?": "",
    "saudi ri[ya]+ls?": "SAR",
    "qatari ri[ya]+ls?": "QAR",
    "omani rials?": "OMR",
    "ri[ya]+ls?": "",
    "(?:turkish )?liras?|(?:türk )?liras[ıi]": "TRY",
    "(?:ukrainian )?hryvnias?": "UAH",
    "(?:kazakhstani? )?tenge": "KZT",
    "(?:thai )?baht": "THB",
    "(?:polish )?zlot(?:y|ys)": "PLN",
    "(?:malaysian )?ringgit": "MYR",
    "(?:indonesian )?rupiahs?": "IDR",
    "(?:vietnamese )?dong": "VND",
    "(?:nigerian )?naira": "NGN",
    "(?:ghanaian? )?cedis?": "GHS",
    "(?:ethiopian )?birr": "ETB",
    "swiss francs?": "CHF",
    "rwandan? francs?": "RWF",
    "(?:(?:cfa )?francs?(?: cfa)?)": "",
    "swedish kron(?:or|as?)": "SEK",
    "norwegian kron(?:er|es?)": "NOK",
    "danish kron(?:er|es?)": "DKK",
    "czech (?:koruna|crown)s?": "CZK",
    "(?:hungarian )?forints?": "HUF",
    "(?:peruvian )?soles": "PEN",
    "(?:georgian )?lari": "GEL",
    "(?:armenian )?drams?": "AMD",
    "(?:bangladeshi? )?taka": "BDT",
    "(?:israeli )?shekels?": "ILS",
    "(?:uzbekistani? )?so[u']?ms?": "UZS",
    "(?:mongolian )?tugriks?": "MNT",
    "(?:zambian )?kwacha": "",
    "kron(?:or|er|a)": "",
}
_GAP = "[ \u00a0\u202f]?"
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_CODE = "|".join(sorted(_CODES))
_BEFORE = re.compile(rf"(?<!\w)(?:(?:{_CODE}){_GAP}[$€£₹]?|(?:{_SIGN}|R)){_GAP}$")
_AFTER = re.compile(
    rf"{_GAP}(?:(?P<token>{_SIGN}|{_CODE})(?!\w)|(?i:(?:de |d['’])?(?P<name>{'|'.join(f'(?:{n})' for n in _NAMES)}))\b)"
)
_COMPILED = tuple((re.compile(name, re.I), code) for name, code in _NAMES.items())
_WIDEST = 8
_NEVER = frozenset("0123456789,;:()[]<>~≈-–—\"'\n\t") | {chr(c) for c in range(ord("a"), ord("z") + 1)} - {
    sign[-1] for sign in _SIGNS
}


BY_LETTER = r"(?<=[\s(:][PKQEMLDN])(?=[0-9]{1,3}(?:[.,][0-9]{1,3})? ?(?:million|billion|thousand|mn|bn|m)\b|[0-9]{1,3}(?:,[0-9]{3}){1,4}(?!\w|,[0-9]))"
_BY_LETTER = re.compile(BY_LETTER)
"""Where a number is money by the letter before it, as it is a large one; P and K are the letters of several currencies."""


def currency_before(text: str, at: int) -> Money | None:
    """The sign or code right before `at`, as in "€ 12", "USD 3", "R50", "P4.5 million"."""
    if _BY_LETTER.match(text, at):
        return Money("", at - 1, at)
    last = text[max(0, at - 2) : at].rstrip(" \u00a0\u202f")[-1:]
    if not last or last in _NEVER:
        return None
    window = max(0, at - _WIDEST)
    match = _BEFORE.search(text[window:at])
    if not match:
        return None
    word = match[0].strip("\u00a0\u202f ")
    code = word[:3] if word[:3] in _CODES else "ZAR" if word == "R" else _SIGNS.get(word, "")
    return Money(code, window + match.start(), at)


def currency_after(text: str, at: int) -> Money | None:
    """The sign, code or name right after `at`, as in "12 €", "250 million Kenyan shillings"."""
    match = _AFTER.match(text, at)
    if not match:
        return None
    return Money(
        _code_of(match), match.start("token") if match["token"] else match.start("name"), match.end()
    )


def _code_of(match: re.Match[str]) -> str:
    if token := match["token"]:
        return token if token in _CODES else _SIGNS[token]
    return next(code for name, code in _COMPILED if name.fullmatch(match["name"]))
