"""Answers in the other languages of the United Nations, and in Portuguese, are read as English ones are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.align.marks import read_choice
from lgq_graph.extract.dates import parse_date
from lgq_graph.extract.evened import even
from lgq_graph.extract.goals import find_goals
from lgq_graph.extract.legislation import find_laws
from lgq_graph.extract.numbers import find_numbers
from lgq_graph.extract.partners import find_partners
from lgq_graph.language import language_of
from lgq_graph.model import Block, MarkState, Mentions
from lgq_graph.questionnaire import load_questionnaire

GOALS = {
    "es": [
        ("El portal contribuye a los ODS 3, 4 y 11.", "3 4 11"),
        ("Contribuye a los Objetivos 3 a 5 de los ODS.", "3 4 5"),
        ("La aplicación apoya la meta 11.2 de los ODS.", "11.2"),
        ("Contribuye al Objetivo 6 (Agua limpia y saneamiento).", "6"),
        ("Contribuye a los ODS: Salud y bienestar, Educación de calidad.", "3 4"),
        ("No solo contribuye al ODS 6.", "6"),
        ("El servicio, que no tiene costo, contribuye al ODS 6.", "6"),
        ("El portal que no requiere registro previo contribuye al ODS 6.", "6"),
        ("No es gratuito, pero contribuye al ODS 6.", "6"),
        ("Aún no contribuye al ODS 6.", "-6"), ("Todavía no está alineado con el ODS 6.", "-6"),
        ("El portal no contribuye al ODS 6.", "-6"), ("Contribuye al ODS 3, pero no al ODS 4.", "3 -4"),
        ("Sin relación con el ODS 6.", "-6"), ("ODS 6: aún no", "-6"), ("ODS 14: no.", "-14"),
        ("Está previsto que contribuya al ODS 6.", "~6"), ("Contribuirá a los ODS 3 y 4.", "~3 ~4"),
        ("Se espera que el portal apoye el ODS 6.", "~6"), ("ODS 6 (previsto)", "~6"),
        ("El portal podría contribuir al ODS 6.", "~6"), ("Ya no contribuye al ODS 6.", "-6"),
        ("No contribuye a:\n- ODS 6\n- ODS 7", "-6 -7"), ("Contribuye al ODS 6, no al ODS 9.", "6 -9"), ("ODS 6, aún no.", "-6"),
    ],
    "fr": [
        ("L’application contribue aux ODD 3 et 11.", "3 11"), ("Elle vise les ODD 3 à 5.", "3 4 5"),
        ("Non seulement elle contribue à l’ODD 6.", "6"), ("Objectif 6 (Eau propre et assainissement)", "6"),
        ("Le service n’est pas payant, mais contribue à l’ODD 6.", "6"),
        ("Le portail ne contribue pas encore à l’ODD 6.", "-6"), ("Il n’est pas aligné sur l’ODD 6.", "-6"),
        ("Sans lien avec l’ODD 6.", "-6"), ("Contribue à l’ODD 3 mais pas à l’ODD 4.", "3 -4"),
        ("Il est prévu qu’il contribue à l’ODD 6.", "~6"), ("Il contribuera aux ODD 3, 4 et 11.", "~3 ~4 ~11"),
        ("Il devrait contribuer à l’ODD 6.", "~6"), ("ODD 6 (prévu)", "~6"), ("ODD 6 : non", "-6"),
        ("Il ne contribue plus à l’ODD 6.", "-6"), ("Il soutient la cible 11.2 mais pas l’ODD 9.", "11.2 -9"),
    ],
    "pt": [
        ("O portal, lançado no município, contribui para os ODS 3, 4 e 11.", "3 4 11"),
        ("A aplicação apoia os ODS 3 a 5.", "3 4 5"), ("Não só contribui para o ODS 6.", "6"),
        ("Ainda não contribui para o ODS 6.", "-6"), ("O portal não está alinhado com o ODS 6.", "-6"),
        ("Contribui para o ODS 3, mas não para o ODS 4.", "3 -4"), ("ODS 6: ainda não", "-6"),
        ("Está previsto que contribua para o ODS 6.", "~6"), ("O portal contribuirá para o ODS 6.", "~6"),
    ],
    "ru": [
        ("Портал соответствует ЦУР 3, 4 и 11.", "3 4 11"), ("Сервис связан с ЦУР 3–5.", "3 4 5"),
        ("Способствует достижению Цели устойчивого развития 11 «Устойчивые города».", "11"),
        ("Портал способствует не только ЦУР 6.", "6"),
        ("Услуга не требует оплаты, но способствует достижению ЦУР 6.", "6"),
        ("Цель 6 «Чистая вода и санитария»", "6"),
        ("Портал пока не соответствует ЦУР 6.", "-6"), ("Сервис не связан с ЦУР 6.", "-6"),
        ("Соответствует ЦУР 3, но не ЦУР 4.", "3 -4"), ("ЦУР 6 — нет.", "-6"), ("ЦУР 6: пока нет", "-6"),
        ("Планируется, что портал будет соответствовать ЦУР 6.", "~6"), ("ЦУР 6 (планируется)", "~6"),
        ("Портал будет способствовать достижению ЦУР 6.", "~6"),
    ],
    "ar": [
        ("تساهم المنصة في الهدف 6 من أهداف التنمية المستدامة.", "6"),
        ("تساهم في أهداف التنمية المستدامة ٣ و٤ و١١.", "3 4 11"),
        ("لا تساهم المنصة في أهداف التنمية المستدامة 3 و4.", "-3 -4"),
        ("لا يساهم بعد في الهدف 6 من أهداف التنمية المستدامة.", "-6"),
        ("من المقرر أن تساهم في الهدف ٦ من أهداف التنمية المستدامة.", "~6"),
        ("ستساهم المنصة في الهدف 6 من أهداف التنمية المستدامة.", "~6"),
        ("تدعم الهدفين 3 و13 من أهداف التنمية المستدامة؛ ولا تساهم في الهدف 5 من أهداف التنمية المستدامة.", "3 13 -5"),
    ],
    "zh": [
        ("该平台支持可持续发展目标3、4和11。", "3 4 11"), ("符合可持续发展目标３至５。", "3 4 5"),
        ("符合联合国可持续发展目标中的目标6。", "6"), ("该计划支持可持续发展目标11。", "11"),
        ("不仅支持可持续发展目标6。", "6"), ("该平台不收费，但支持可持续发展目标6。", "6"),
        ("该平台尚未符合可持续发展目标6。", "-6"), ("该平台不涉及可持续发展目标6。", "-6"),
        ("与可持续发展目标6无关。", "-6"), ("该平台计划支持可持续发展目标6。", "~6"),
        ("未来将支持可持续发展目标6。", "~6"), ("可持续发展目标6（计划中）", "~6"),
        ("可持续发展目标：清洁饮水和卫生设施、优质教育", "6 4"), ("支持可持续发展目标11，不涉及目标9。", "11 -9"),
    ],
}  # fmt: skip
_MARKS = {"current": "", "negated": "-", "past": "-", "planned": "~"}


@pytest.mark.parametrize(("text", "expected"), [row for rows in GOALS.values() for row in rows])
def test_goals_are_meant_as_the_sentence_means_them(text: str, expected: str) -> None:
    """A claim is a goal; what is denied or over (-) and what is planned (~) is none."""
    found = find_goals(even(text))
    assert (
        " ".join(_MARKS[goal.modality.value] + (goal.target or str(goal.goal)) for goal in found) == expected
    )


NUMBERS = {
    "es": [
        ("El portal tiene 1.234.567 usuarios.", "1234567 count usuarios"),
        ("El portal tiene 1,2 millones de usuarios.", "1200000 count usuarios"),
        ("Más de 3 millones de usuarios registrados.", ">3000000 count usuarios registrados"),
        ("El 85 por ciento de los servicios están en línea.", "85 percent servicios"),
        ("Al menos 300 servicios.", ">=300 count servicios"),
        ("El presupuesto es de 3 millones de euros.", "3000000 currency EUR presupuesto"),
        ("El 9 de agosto de 2011 se abrieron 12 oficinas.", "12 count oficinas"),
        ("Atiende 24 horas al día desde hace 5 años.", ""), ("Artículo 5 de la Ley 1712 de 2014.", ""),
    ],
    "fr": [
        ("Plus de 12 000 utilisateurs inscrits.", ">12000 count utilisateurs inscrits"),
        ("85 % des services sont en ligne.", "85 percent services"), ("Depuis 5 ans, 24 heures sur 24.", ""),
        ("Environ 2,5 millions de visites.", "~2500000 count visites"),
    ],
    "pt": [
        ("O portal tem mais de 2,5 milhões de usuários.", ">2500000 count usuários"),
        ("Não menos de 300 serviços.", ">=300 count serviços"), ("85 por cento dos serviços", "85 percent serviços"),
    ],
    "ru": [
        ("Портал насчитывает 1,5 млн пользователей.", "1500000 count пользователей"),
        ("Более 2 тыс. услуг.", ">2000 count услуг"), ("85% услуг доступны онлайн.", "85 percent услуг"),
        ("Не менее 300 услуг.", ">=300 count услуг"), ("Работает 24 часа в сутки, 7 дней в неделю.", ""),
        ("9 августа 2011 г. открыто 12 центров.", "12 count центров"), ("Пользователей: 300", "300 count Пользователей"),
        ("Бюджет составляет 3 млн рублей.", "3000000 currency RUB Бюджет"), ("Портал работает до 2025 года.", ""),
    ],
    "ar": [
        ("أكثر من 500 خدمة.", ">500 count خدمة"), ("١٬٢٣٤ مستخدما", "1234 count مستخدما"),
        ("١٫٥ مليون مستخدم", "1500000 count مستخدم"), ("المادة 5 من القانون رقم 20 لسنة 2018", ""),
    ],
    "zh": [
        ("用户超过500万。", ">5000000 count 用户"), ("注册用户超过500万人。", ">5000000 count 注册用户"),
        ("约300项服务。", "~300 count 服务"), ("预算为３００万元。", "3000000 currency CNY 预算"),
        ("2023年共有1.2万名用户。", "12000 count 用户"), ("85%的服务可以在线办理。", "85 percent 服务"),
        ("满意度达到92.5%。", "92.5 percent 满意度"), ("根据第5条规定。", ""), ("2023年8月9日发布。", ""),
        ("计划提供500项服务。", ""),
    ],
}  # fmt: skip
_BOUNDS = {"more-than": ">", "at-least": ">=", "about": "~", "less-than": "<", "at-most": "<="}


@pytest.mark.parametrize(("text", "expected"), [row for rows in NUMBERS.values() for row in rows])
def test_numbers_have_bound_unit_and_what_they_count(text: str, expected: str) -> None:
    """Scale words, bounds, currencies and plurals are those of the language; years and opening hours count nothing."""
    told = [
        (_BOUNDS.get(n.bound.value, "") + str(n.value), n.unit.value, n.currency, n.indicator)
        for n in find_numbers(even(text))
    ]
    assert "; ".join(" ".join(filter(None, row)) for row in told) == expected


LAWS = {
    "es": [
        ("Ley 1712 de 2014", "law 1712 2014 national"), ("Ley Nº 27.275", "law 27.275 national"),
        ("Decreto 1078 de 2015", "decree 1078 2015 national"),
        ("Ordenanza Municipal N° 123", "ordinance 123 local"),
        ("Ley 1712 del 6 de marzo de 2014", "law 1712 2014-03-06 national"),
        ("Acuerdo Municipal 32 de 2017", "agreement 32 2017 local"), ("según la ley", ""),
        ("Decreto Alcaldicio N° 318 de 2022", "decree 318 2022 local"),
        ("Resolución Exenta N° 12, de 5 de mayo de 2020", "resolution 12 2020-05-05 national"),
        ("Decreto Supremo N° 029-2021-PCM", "decree 029-2021-PCM national"),
        ("Ordenanza N.º 2145-2021-MML", "ordinance 2145-2021-MML local"),
        ("según la ley 1581 de 2012", "law 1581 2012 national"),
        ("Real Decreto 203/2021, de 30 de marzo", "decree 203/2021 2021-03-30 national"),
        ("Ley Orgánica 3/2018, de 5 de diciembre", "law 3/2018 2018-12-05 national"),
        ("Decreto Legislativo N° 1412", "decree 1412 national"),
        ("Reglamento Municipal N° 7 de 2019", "regulation 7 2019 local"),
        ("Resolución de Alcaldía N° 45 del 2 de junio de 2020", "resolution 45 2020-06-02 local"),
    ],
    "fr": [
        ("Loi n° 2004-575 du 21 juin 2004", "law 2004-575 2004-06-21 national"),
        ("Décret n° 2019-31", "decree 2019-31 national"), ("Arrêté du 5 mai 2017", "order 2017-05-05 national"),
        ("Ordonnance n° 2005-1516 du 8 décembre 2005", "ordinance 2005-1516 2005-12-08 national"),
        ("l’arrêté municipal n° 0457 du 1er mars 2021", "order 0457 2021-03-01 local"),
        ("loi n°78-17 du 6 janvier 1978", "law 78-17 1978-01-06 national"),
        ("la loi 2008-12", "law 2008-12 national"),
        ("délibération n° 2021-14 du conseil municipal du 9 juin 2021", "other 2021-14 2021-06-09 local"),
        ("Loi organique n° 2001-692 du 1er août 2001", "law 2001-692 2001-08-01 national"),
        ("le Dahir n° 1-09-15 du 18 février 2009", "decree 1-09-15 2009-02-18 national"),
        ("arrêté du maire n° 12/2022", "order 12/2022 local"),
    ],
    "pt": [
        ("Lei nº 12.965/2014", "law 12.965/2014 national"),
        ("Lei nº 12.965, de 23 de abril de 2014", "law 12.965 2014-04-23 national"),
        ("Lei Complementar nº 101/2000", "law 101/2000 national"),
        ("Decreto Municipal nº 5.432, de 3 de maio de 2016", "decree 5.432 2016-05-03 local"),
        ("Decreto-Lei n.º 135/99, de 22 de abril", "decree 135/99 1999-04-22 national"),
        ("Portaria n.º 1234/2020", "order 1234/2020 national"),
        ("Lei Federal nº 13.709/2018", "law 13.709/2018 national"),
        ("Resolução do Conselho de Ministros n.º 131/2021, de 10 de setembro", "resolution 131/2021 2021-09-10 national"),
        ("Medida Provisória nº 2.200-2, de 24 de agosto de 2001", "decree 2.200-2 2001-08-24 national"),
        ("Lei Estadual nº 14.000/2010", "law 14.000/2010 local"),
        ("Instrução Normativa nº 3, de 10 de maio de 2019", "other 3 2019-05-10 national"),
    ],
    "ru": [
        ("Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных»",
         "law 152-ФЗ 2006-07-27 national О персональных данных"),
        ("Постановление Правительства города от 9 августа 2011 г. № 35-ПП", "decree 35-ПП 2011-08-09 local"),
        ("Закон города № 5 от 01.02.2003", "law 5 2003-02-01 local"),
        ("Распоряжение мэра от 5 мая 2020 г. № 12-РМ", "order 12-РМ 2020-05-05 local"), ("по закону", ""),
        ("Закон РК № 94-V от 21.05.2013", "law 94-V 2013-05-21 national"),
        ("Постановление акимата города Алматы от 12 марта 2021 года № 1/158", "decree 1/158 2021-03-12 local"),
        ("решением маслихата от 5 февраля 2021 г. № 16", "resolution 16 2021-02-05 local"),
        ("Указ Президента Российской Федерации от 09.05.2017 № 203", "decree 203 2017-05-09 national"),
        ("Постановление Правительства РФ от 15.04.2014 № 313", "decree 313 2014-04-15 national"),
        ("Приказ Министерства цифрового развития от 1 февраля 2021 г. № 10", "order 10 2021-02-01 national"),
        ("в соответствии с Федеральным законом № 149-ФЗ", "law 149-ФЗ national"),
        ("решение городской Думы от 10.06.2020 № 55", "resolution 55 2020-06-10 local"),
        ("Закон Кыргызской Республики от 19 июля 2017 года № 127", "law 127 2017-07-19 national"),
    ],
    "ar": [
        ("القانون رقم 20 لسنة 2018", "law 20 2018 national"), ("المرسوم رقم ٥ لعام ٢٠١٢", "decree 5 2012 national"),
        ("القرار البلدي رقم (5) لسنة 2012", "resolution 5 2012 local"), ("قرار المجلس", ""),
        ("القرار رقم 15/2021", "resolution 15 2021 national"),
        ("قرار مجلس الأمانة رقم ١٥ لسنة ٢٠٢١", "resolution 15 2021 local"),
        ("نظام رقم (5) لعام 2019", "law 5 2019 national"),
        ("المرسوم الاتحادي بقانون رقم 45 لسنة 2021", "decree 45 2021 national"),
        ("قرار مجلس الوزراء رقم 3 لسنة 2020", "resolution 3 2020 national"),
        ("والقانون رقم (47) لسنة 2007 بشأن ضمان حق الحصول على المعلومات", "law 47 2007 national"),
        ("تعليمات رقم 3 لسنة 2020", "other 3 2020 national"),
        ("القانون رقم 09.08 المتعلق بحماية الأشخاص", "law 09.08 national"),
        ("القانون عدد 63 لسنة 2004", "law 63 2004 national"),
        ("المرسوم الملكي رقم (م/19) بتاريخ 16 سبتمبر 2021", "decree م/19 2021-09-16 national"),
        ("قانون البلديات رقم 41 الصادر بتاريخ 22 سبتمبر 2015", "law 41 2015-09-22 national"),
    ],
    "zh": [
        ("《个人信息保护法》", "law national 个人信息保护法"),
        ("《网络安全法》（2016年11月7日）", "law 2016-11-07 national 网络安全法"),
        ("《政府信息公开条例》（国务院令第711号）", "regulation 711 national 政府信息公开条例"),
        ("《某某市数据条例》", "regulation local 某某市数据条例"), ("《学习方法》", ""), ("《数据条例（草案）》", ""),
        ("《智慧城市规划》", ""),
        ("《成都市数据条例》（2022年）", "regulation 2022 local 成都市数据条例"),
        ("《上海市数据条例》（2021年11月25日通过）", "regulation 2021-11-25 local 上海市数据条例"),
        ("《网络安全法》（2017年6月1日起施行）", "law 2017-06-01 national 网络安全法"),
        ("《中华人民共和国数据安全法》", "law national 中华人民共和国数据安全法"),
        ("《电子政务电子认证服务管理办法》（国家密码管理局令第2号）", "regulation 2 national 电子政务电子认证服务管理办法"),
        ("《深圳经济特区数据条例》", "regulation local 深圳经济特区数据条例"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row for rows in LAWS.values() for row in rows])
def test_laws_have_type_number_date_and_level(text: str, expected: str) -> None:
    """A law is known by the manner in which its language cites; a bare word for law cites none."""
    found = [(law.type, law.number, law.date, law.level, law.title) for law in find_laws(even(text))]
    assert "; ".join(" ".join(filter(None, row)) for row in found) == expected


@pytest.mark.parametrize(
    "text",
    ["9 de agosto de 2011", "9 août 2011", "9 августа 2011 г.", "2011年8月9日", "٩ أغسطس ٢٠١١", "09/08/2011"],
)
def test_a_day_is_a_day_in_every_language(text: str) -> None:
    """The names of months, and the signs of Chinese, give the same day."""
    assert parse_date(text) == "2011-08-09"


NAMED = [
    ('El portal "Velo Nova" (https://b.example/) contribuye al ODS 11.', "Velo Nova portal 11"),
    ("La aplicación móvil Velo Nova (https://b.example/) contribuye al ODS 11.", "Velo Nova app 11"),
    ("Le portail « Velo Nova » (https://b.example/) ne contribue pas encore à l’ODD 11.", "Velo Nova portal -11"),
    ("A plataforma Velo Nova (https://b.example/) apoia o ODS 11.", "Velo Nova platform 11"),
    ('O aplicativo "Velo Nova" contribui para o ODS 11.', "Velo Nova app 11"),
    ("Мобильное приложение «Вело Нова» соответствует ЦУР 11.", "Вело Нова app 11"),
    ("Платформа «Вело Нова» пока не соответствует ЦУР 11.", "Вело Нова platform -11"),
    ('منصة "فيلو نوفا" (https://b.example/) تساهم في الهدف 11 من أهداف التنمية المستدامة.', "فيلو نوفا platform 11"),
    ("绿行平台（https://b.example/）支持可持续发展目标11。", "绿行平台 platform 11"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_noun_of_the_language_tells_the_kind(
    read: Callable[..., Mentions], text: str, expected: str
) -> None:
    """The noun beside a name tells what it is, and the goal of the sentence is the name's."""
    found = read(text)
    (name,), (goal,) = found.names, found.goals
    assert f"{name.name} {name.kind.value} {_MARKS[goal.modality.value]}{goal.goal}" == expected
    assert goal.owners == (0,)


def test_an_address_ends_where_chinese_goes_on(read: Callable[..., Mentions]) -> None:
    """No space parts an address from the words behind it; the goal there is found."""
    found = read("“绿行”平台（https://b.example/）支持可持续发展目标11。")
    assert [link.url for link in found.links] == ["https://b.example/"]
    assert [(goal.goal, goal.owners) for goal in found.goals] == [(11, (0,))]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("El portal de la ciudad es para los vecinos.", "es"), ("Le portail de la ville est pour les habitants.", "fr"),
        ("O portal da cidade é para os moradores do município.", "pt"), ("Портал города (City Portal)", "ru"),
        ("بوابة المدينة", "ar"), ("城市门户 https://portal.example/", "zh"), ("Портал міста", "uk"),
        ("The portal of the city «Вело» is for residents.", "en"), ("12", "und"),
    ],
)  # fmt: skip
def test_the_language_of_an_answer(text: str, tag: str) -> None:
    """By script, by function words; a name in another script does not change it."""
    assert language_of(text) == tag


PARTNERS = [
    ("Colaboramos con Lyon y con la red Mercociudades, pero no tenemos acuerdo con Roma.", "Lyon FR; Mercociudades"),
    ("La Ville coopère avec Lyon et la société Thales. Elle n’a pas d’accord avec Rome.", "Lyon FR; Thales"),
    ("Elle est membre de l’AIMF et de Eurocities. Un jumelage avec Kyoto est prévu.", "AIMF; Eurocities"),
    ("Há cooperação com Lisboa, Luanda e Maputo e com o Banco Mundial.", "Lisboa PT; Luanda AO; Maputo MZ"),
    ("Соглашения подписаны с городами Минск (Беларусь) и Бангкок. Планируется соглашение с городом Ханой.", "Минск BY; Бангкок TH"),
    ("Город сотрудничает с компанией «Яндекс». С городом Пекин соглашений нет.", "Яндекс"),
    ("المدن التوأم: القاهرة (مصر)، ودبي، وإسطنبول (تركيا).", "القاهرة EG; دبي AE; إسطنبول TR"),
    ("وقعت مذكرة تفاهم مع مدينة سيول (كوريا الجنوبية) ومع جامعة الملك سعود. ولا توجد اتفاقية مع روما.", "سيول KR; جامعة الملك سعود"),
    ("友好城市：法国蒙彼利埃、英国谢菲尔德和北京。", "蒙彼利埃 FR; 谢菲尔德 GB; 北京 CN"),
    ("我市与日本东京和韩国首尔签署了合作协议，与罗马没有合作。计划与伦敦合作。", "东京 JP; 首尔 KR"),
    ("合作伙伴包括四川大学、华为公司和世界城市和地方政府联合组织。", "四川大学; 华为公司; 世界城市和地方政府联合组织"),
    ("没有合作城市。", ""), ("不断与各方合作。", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTNERS)
def test_partners_are_those_that_the_language_names_as_such(text: str, expected: str) -> None:
    """Also without capitals and without spaces; what is denied or planned is none."""
    found = find_partners(even(text), "XX")
    assert "; ".join(" ".join(filter(None, (place.name, place.iso2))) for place in found) == expected


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Sí, desde 2019", "yes"), ("Oui (depuis 2020)", "yes"), ("Да. С 2018 года", "yes"), ("نعم، منذ عام 2019", "yes"),
        ("是，自2019年起设立", "yes"), ("Não", "no"), ("Non, pas encore", "no"), ("لا، ليس بعد", "no"), ("否。", "no"), ("Todavía no", ""),
    ],
)  # fmt: skip
def test_yes_and_no_are_read_in_every_language(text: str, option: str) -> None:
    """Alone, and as the first word of a sentence before a mark of any script."""
    marks = read_choice((Block(text, 1),), load_questionnaire("2022").question(9)).marks
    assert "".join(mark.option for mark in marks if mark.state is MarkState.SELECTED) == option


SPOKEN_OF = [
    ("El portal «Luz» (https://b.example/) muestra datos. Contribuye al ODS 6 y a la meta 12.5.", "6 12.5"),
    ("L’appli « Lux » (https://b.example/) montre des données. Elle s’inscrit dans l’Objectif 11 (Villes et communautés durables).", "11"),
    ("Сервис «Свет» (https://b.example/): 12 тыс. заявлений. Сервис не связан с ЦУР 2, но поддерживает ЦУР 1.", "-2 1"),
    ('منصة "نور" (https://b.example/) للسكان. المنصة تدعم الهدف 6 من أهداف التنمية المستدامة.', "6"),
    ("O portal «Luz» (https://b.example/) mostra dados. Esta plataforma contribui para o ODS 6.", "6"),
    ("Приложение «Свет» (https://b.example/) показывает данные. Оно поддерживает задачу 11.2 ЦУР.", "11.2"),
    ('تطبيق "نور" (https://b.example/) يعرض المواعيد. ويساهم في الغاية 11.2 من أهداف التنمية المستدامة، ولا يساهم في الهدف 5.', "11.2 -5"),
    ("“光明”平台（https://b.example/）提供数据。该平台支持可持续发展目标11和具体目标11.2。", "11 11.2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPOKEN_OF)
def test_a_sentence_goes_on_about_what_was_named(
    read: Callable[..., Mentions], text: str, expected: str
) -> None:
    """With a pronoun, with a noun for the thing, or, where the language allows, with neither."""
    found = read(text, 24)
    assert " ".join(_MARKS[g.modality.value] + (g.target or str(g.goal)) for g in found.goals) == expected
    assert {goal.owners for goal in found.goals} == {(0,)}


LISTS = [
    "一、“绿道”：好\n二、“蓝天”：好", "1、“绿道”：好\n2、“蓝天”：好", "（1）“绿道”：好\n（2）“蓝天”：好", "①“绿道”：好\n②“蓝天”：好",
    "包括：1、“绿道”：好；2、“蓝天”：好。", "一是“绿道”：好；二是“蓝天”：好。", "أ- “绿道”: x\nب- “蓝天”: x", "١- «绿道»: x\n٢- «蓝天»: x", "а) «绿道»: x\nб) «蓝天»: x",
    "1.- «绿道»: x\n2.- «蓝天»: x", "1º) «绿道»: x\n2º) «蓝天»: x", "1°) « 绿道 » : x\n2°) « 蓝天 » : x", "I - «绿道»: x\nII - «蓝天»: x",
]  # fmt: skip


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_told_by_the_marks_of_its_language(read: Callable[..., Mentions], text: str) -> None:
    """Each entry is a thing of its own, named by its quotation marks."""
    assert [name.name for name in read(text.replace("：好", "（https://b.example/）：好"), 24).names] == [
        "绿道",
        "蓝天",
    ]
