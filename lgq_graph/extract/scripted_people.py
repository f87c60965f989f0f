"""People named in scripts without capitals, which only a form of address, a post or a label beside the name tells.

A Chinese name is a common surname and one or two characters; an Arabic one is taken to be the two words after its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["find_scripted_people", "han_name", "han_pattern"]

_SURNAME = (
    "(?:[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧田董袁潘蒋蔣蔡余杜叶葉程"
    "苏蘇魏吕呂丁沈姚卢盧姜崔钟鍾谭譚陆陸汪范廖贾賈夏韦韋付傅邹鄒熊孟秦邱侯江尹薛闫段雷龙史陶黎贺顾顧毛郝龚邵万钱錢严嚴覃武戴莫孔]|(?<!主)任"
    "|欧阳|歐陽|司马|上官|诸葛|皇甫|某)"
)
_HAN = "[\u3400-\u9fff]"
_GIVEN = "(?:(?![或和与及由请向为是在于、])[\u3400-\u9fff])"
_POST = "主任|局长|局長|处长|處長|部长|部長|科长|科長|市长|市長|区长|秘书长|书记|总监|總監|经理|總經理|工程师|首席信息官|教授|博士"
_LABEL = "联系人|聯絡人|负责人|負責人|撰写人?|撰稿人?|作者|编辑|編輯|审核人?|審核人?|校对|摄影|攝影|填表人|填寫人|填写人|填报人|经办人|签署人|姓名"
_CHINESE = (
    re.compile(rf"(?P<name>{_SURNAME}{_GIVEN}{{0,2}}?)(?=先生|女士|小姐|同志)"),
    re.compile(rf"(?<!{_HAN})(?P<name>{_SURNAME}{_HAN}{{0,2}}?)\s?(?=(?:副)?(?:{_POST})(?!{_HAN}))"),
    re.compile(
        rf"(?:{_LABEL}|{_POST})(?:是|为)?\s?[:：、，,(（]?\s?(?P<name>{_SURNAME}{_HAN}{{1,2}})(?!{_HAN})"
    ),
    re.compile(
        rf"(?:{_POST})(?P<name>{_SURNAME}{_GIVEN}{{1,2}}?)(?=表示|指出|介绍|介紹|宣布|强调|強調|认为|認為|[说說称稱][，,：:])"
    ),
    re.compile(
        rf"(?<=由)(?P<name>{_SURNAME}{_GIVEN}{{1,2}}?)(?=(?:同志|先生|女士)?(?:填写|填寫|填报|撰写|撰寫|审核|審核|签署|簽署|编写|編寫|主持))"
    ),
)
_WORD = "[\u0621-\u0652]{2,14}"
_NO_NAME = r"(?!(?:ال|لل)?(?:رئيس|مدير|وزير|محافظ|عمدة|أمين عام|نائب|قسم|مكتب|دائرة|إدارة|سيد|بلدية|مدينة|أمانة|تطبيق|بوابة|منصة|خدمة|خدمات|موقع|نظام|برنامج|مشروع|مبادرة|مركز|وحدة|هيئة|شركة|وزارة|جامعة|مؤسسة|فريق|لجنة|في|من|على|إلى|مع|عن)(?!\w))"
_ARABIC = re.compile(
    r"(?:(?<!\w)[ولبفك]?(?:ال|لل)(?:سيدة?|آنسة|دكتورة?|مهندسة?|أستاذة?)\s?(?:[/.:]\s?)?|(?<!\w)[دم]\.\s?"
    r"|(?<!\w)(?:الاسم|جهة الاتصال|الشخص المسؤول|ضابط الارتباط|شخص الاتصال|اسم المسؤول|الموظف المسؤول)\s?[:：]\s?)"
    rf"(?P<name>{_NO_NAME}{_WORD}(?:\s{_NO_NAME}{_WORD})?)"
)
_ARABIC_CLOSING = re.compile(
    rf"مع\s(?:خالص\s|أطيب\s)?(?:ال)?تحي(?:ات|ة)(?:ي|نا)?[ \t]*(?:[،,.][ \t]*)?\n\s{{0,4}}(?P<name>{_NO_NAME}{_WORD}\s{_NO_NAME}{_WORD})(?=\s*(?:\n|$))"
)
_ARABIC_SPEAKER = re.compile(
    rf"(?<!\w)(?:و|ف)?(?:قالت?|صرحت?|أكدت?|أوضحت?|أشارت?|أضافت?)\s(?:ال)?(?:مدير|رئيس|وزير|محافظ|عمدة|نائب|مسؤول|سيد|دكتور|مهندس)ة?(?:\s{_WORD})?\s(?P<name>{_NO_NAME}{_WORD}\s{_NO_NAME}{_WORD})(?=\s(?:إن|أن|إلى)(?!\w))"
)
_TITLE = re.compile(rf"(?:(?:{_POST})|先生|女士|小姐|同志){{1,6}}$|^(?:{_POST})[:：\s]")
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,6}}[·•・]{_HAN}{{1,8}}")
_BODY = re.compile("办公室|辦公室|中心|部门|部門|委员会|委員會|[局处處部科室厅廳司]$|政府|公司|长$|長$")


def find_scripted_people(text: str) -> Iterator[tuple[int, int]]:
    """The places of the names."""
    if text.isascii():
        return
    for pattern in (*_CHINESE, _ARABIC, _ARABIC_SPEAKER, _ARABIC_CLOSING):
        yield from (match.span("name") for match in pattern.finditer(text))


def han_name(words: str) -> str | None:
    """The name that an answer in Chinese to "Name" gives, without a title; empty when it gives a post or a body, None for
    words in other scripts."""
    words = words.strip()
    if not re.match(_HAN, words):
        return None
    name = _TITLE.sub("", words).strip()
    return name if _NAME.fullmatch(name) and not _BODY.search(name) else ""


def han_pattern(name: str) -> str:
    """How a text names a person of this Chinese name: wholly, or by the surname before a post or form of address."""
    surname = re.match(_SURNAME, name)
    titled = f"|{surname[0]}(?={_POST}|先生|女士|小姐|老师)" if surname else ""
    return re.escape(name) + titled
