"""Legislation and technical standards in the styles of the world."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.extract.legislation import find_laws
from lgq_graph.model import LawMention

from ..timing import assert_linear

RESPONSE = Path(__file__).resolve().parents[3] / "shared/responses/moscow-2022.txt"


def one(text: str, **about: str) -> LawMention:
    """The only law of a text."""
    (law,) = find_laws(text, **about)  # type: ignore[arg-type]
    return law


def numbers(text: str) -> list[tuple[str, str]]:
    return [(law.number, law.date) for law in find_laws(text)]


@pytest.mark.parametrize(
    ("text", "type_", "number", "date"),
    [
        ("under Law 25.326 and", "law", "25.326", ""),
        ("Act 25.326 governs data", "act", "25.326", ""),
        ("by Council Decision No. 05.1203 dated 13.12.2021.", "other", "05.1203", "2021-12-13"),
        ("by the decision No. K-41 of the Council on 9 May 2021;", "other", "K-41", "2021-05-09"),
        ("by decision No. 41 of 9 May 2021 and", "other", "41", "2021-05-09"),
        ("see Ley 1581 de 2012.", "law", "1581", "2012"),
        ("Law 1712 of 2014 applies", "law", "1712", "2014"),
        ("Ministerial Order Nº 002/08.03 of 2017 determining the tariffs", "order", "002/08.03", "2017"),
        (
            "Instructions of the Town Council nº 03/2020 of 12/05/2020 on noise",
            "other",
            "03/2020",
            "2020-05-12",
        ),
        ("the Privacy Act (S.C. 1999, c. 12) applies", "act", "12", "1999"),
        ("the Public Records Act (CQLR c. P-2.1) applies", "act", "P-2.1", ""),
        ("Act to amend rules as regards health files, known as Law 14", "act", "14", ""),
        ("Charter of the Irish language (CQLR c. D-7)", "law", "D-7", ""),
        (
            "Bylaw 18-101 on cameras was adopted by the council on March 3, 2019",
            "bylaw",
            "18-101",
            "2019-03-03",
        ),
        (
            "Internal Bylaw No. 24/2018, on Cameras, which was approved by the Town Board on 14. 5. 2018.",
            "bylaw",
            "24/2018",
            "2018-05-14",
        ),
        ("Ley 1978 de 2019", "law", "1978", "2019"),
        ("Decree 1078 of 2015", "decree", "1078", "2015"),
        ("the Law No. (24) of 2018", "law", "24", "2018"),
        ("Law n° 2016-1321 of 7 October 2016", "law", "2016-1321", "2016-10-07"),
        ("Loi n° 78-17 du 6 janvier 1978", "law", "78-17", "1978-01-06"),
        ("Lei nº 13.709/2018", "law", "13.709/2018", ""),
        ("Law No. 13,709/2018", "law", "13,709/2018", ""),
        ("Law N°21.180", "law", "21.180", ""),
        ("Law 39/2015, of 1 October", "law", "39/2015", "2015-10-01"),
        ("Royal Decree 1112/2018, of September 7", "decree", "1112/2018", "2018-09-07"),
        ("Organic Law 3/2018", "law", "3/2018", ""),
        ("Decree-Law No. 83/2018 of 19 October", "decree", "83/2018", "2018-10-19"),
        ("Legislative Decree No. 82/2005", "decree", "82/2005", ""),
        ("Supreme Decree No. 004-2013-PCM", "decree", "004-2013-PCM", ""),
        ("Royal Decree M/19", "decree", "M/19", ""),
        ("Royal Decree No. (M/19)", "decree", "M/19", ""),
        ("Presidential Decree No. 5349", "decree", "5349", ""),
        ("Decree No. 13/2023/ND-CP", "decree", "13/2023/ND-CP", ""),
        ("Decision No. 749/QD-TTg dated June 3, 2020", "other", "749/QD-TTg", "2020-06-03"),
        ("Executive Order 13960", "order", "13960", ""),
        ("Ministerial Order N°001/MINICT/2012 of 12/03/2012", "order", "001/MINICT/2012", "2012-03-12"),
        ("Act CXII of 2011", "act", "CXII", "2011"),
        ("Act no. 68 of 23 January 2018", "act", "68", "2018-01-23"),
        ("Act No. 106/1999 Coll.", "act", "106/1999", ""),
        ("Public Law 116-50", "law", "116-50", ""),
        ("Republic Act No. 11032", "act", "11032", ""),
        ("Local Law 11 of 2012", "law", "11", "2012"),
        ("Ordinance No. 5 of 3 March 2020", "ordinance", "5", "2020-03-03"),
        ("Municipal Ordinance 34/2019", "ordinance", "34/2019", ""),
        ("City Ordinance No. 2019-023", "ordinance", "2019-023", ""),
        ("Ordinance No. SP-2910, S-2020", "ordinance", "SP-2910", "2020"),
        ("Bylaw No. 12", "bylaw", "12", ""),
        ("By-law No. 15-2020", "bylaw", "15-2020", ""),
        ("Resolution 3.1/2020", "resolution", "3.1/2020", ""),
        ("Acuerdo 761 de 2020", "agreement", "761", "2020"),
        ("Proclamation No. 808/2013", "other", "808/2013", ""),
        ("Law No. 18-07 of 25 Ramadhan 1439 corresponding to June 10, 2018", "law", "18-07", "2018-06-10"),
        ("Федеральный закон от 27.07.2006 № 152-ФЗ", "law", "152-ФЗ", "2006-07-27"),
    ],
)
def test_numbered_citations(text: str, type_: str, number: str, date: str) -> None:
    """Type, number and date of the numbered styles, from dotted numbers to Roman ones and Hijri dates."""
    law = one(text)
    assert (law.type, law.number, law.date) == (type_, number, date)
    assert "type" in law.certain


@pytest.mark.parametrize(
    ("text", "title", "number", "date"),
    [
        ('Federal Law No. 77-FZ "On Libraries"', "On Libraries", "77-FZ", ""),
        (
            "by decision No. K-4 of 9 May 2021 the rules of lending („On Lending“, p. 3)",
            "On Lending",
            "K-4",
            "2021-05-09",
        ),
        (
            'the Federal Law "On Water, Air and Soil" dated March 5, 2004 No. 9-FZ',
            "On Water, Air and Soil",
            "9-FZ",
            "2004-03-05",
        ),
        ("Law of Ukraine «On Electronic Trust Services»", "On Electronic Trust Services", "", ""),
        (
            "the law “On the budget of Tampere for 2023 and 2024”",
            "On the budget of Tampere for 2023 and 2024",
            "",
            "",
        ),
        ("the Data Protection Act 2018 applies", "Data Protection Act", "", "2018"),
        ("Access to Information Act, 2016", "Access to Information Act", "", "2016"),
        ("Right to Information Act 2005", "Right to Information Act", "", "2005"),
        ("Information Technology Act, 2000", "Information Technology Act", "", "2000"),
        (
            "the Personal Data Protection Act (Act No. 30 of 2011)",
            "Personal Data Protection Act",
            "30",
            "2011",
        ),
        (
            "Protection of Personal Information Act 4 of 2013",
            "Protection of Personal Information Act",
            "4",
            "2013",
        ),
        ("Data Protection Act, 2012 (Act 843)", "Data Protection Act", "843", "2012"),
        ("Personal Data (Privacy) Ordinance (Cap. 486)", "Personal Data (Privacy) Ordinance", "486", ""),
        ("Personal Data Protection Act B.E. 2562", "Personal Data Protection Act", "", "2019"),
        ("Cybersecurity Law No. 16 of 2019", "Cybersecurity Law", "16", "2019"),
        ("Freedom of Information Law (FOIL)", "Freedom of Information Law", "", ""),
        ("the Electronic Transactions Law.", "Electronic Transactions Law", "", ""),
        ("the Privacy Act protects", "Privacy Act", "", ""),
        ("Kenya's Computer Misuse Act, 2018", "Computer Misuse Act", "", "2018"),
        ("the 2018 Data Protection Act", "Data Protection Act", "", "2018"),
        ("Local Government Act 1993", "Local Government Act", "", "1993"),
        ("Law No. 12 on Electronic Governance, and", "on Electronic Governance", "12", ""),
        ("The Regulation on Open Data and others", "Regulation on Open Data", "", ""),
        (
            "Law No. 19.628 on the protection of private life. It",
            "on the protection of private life",
            "19.628",
            "",
        ),
        (
            "the Law on access to public information and the strategy",
            "Law on access to public information",
            "",
            "",
        ),
        (
            "Act on the Provision of Digital Services (306/2019)",
            "Act on the Provision of Digital Services",
            "306/2019",
            "",
        ),
        ("Law of 29 July 1881 on the Freedom of the Press", "on the Freedom of the Press", "", "1881-07-29"),
        (
            "General Law of Transparency and Access to Public Information",
            "General Law of Transparency and Access to Public Information",
            "",
            "",
        ),
        (
            "Ley Orgánica de Protección de Datos Personales",
            "Ley Orgánica de Protección de Datos Personales",
            "",
            "",
        ),
        (
            "Law No. 27806, Law of Transparency and Access to Information",
            "Law of Transparency and Access to Information",
            "27806",
            "",
        ),
        (
            "Federal Law nº 12.527/2011 (Access to Information Law)",
            "Access to Information Law",
            "12.527/2011",
            "",
        ),
        (
            "Republic Act 10173, also known as the Data Privacy Act of 2012",
            "Data Privacy Act",
            "10173",
            "2012",
        ),
        ("das Onlinezugangsgesetz gilt", "Onlinezugangsgesetz", "", ""),
        (
            "Law on Information, Informatization and Data",
            "Law on Information, Informatization and Data",
            "",
            "",
        ),
        ('the "Open Data" Ordinance of 2019', "Open Data", "", "2019"),
        ("Constitution of Kenya, 2010", "Constitution of Kenya", "", "2010"),
        ("Part 2 of the Lease and Company Law Act 2011, on seals.", "Lease and Company Law Act", "", "2011"),
        ("The Family Law Reform Act 1987 holds.", "Family Law Reform Act", "", "1987"),
        ("The Housing Code Ordinance 2019 holds.", "Housing Code Ordinance", "", "2019"),
        (
            "Records Act 2011 (Public Act 2011 No 9, assented to on 4 May 2011, in force since 1 June 2012) holds",
            "Records Act",
            "9",
            "2011-05-04",
        ),
        (
            "Freedom Act 2003 (Act No. 5 of 2003, as amended in 2010) holds",
            "Freedom Act",
            "5",
            "2003",
        ),
        ("The Archives Act 2007 (Act 680, in force since 2008) holds", "Archives Act", "680", "2007"),
        ("The Road Act 2010, approved on 3 May 2018.", "Road Act", "", "2010"),
    ],
)
def test_titled_citations(text: str, title: str, number: str, date: str) -> None:
    """Titles in quotes, names before the type word, and "on …" behind it; years in a title are not the date."""
    law = one(text)
    assert (law.title, law.number, law.date) == (title, number, date)


@pytest.mark.parametrize(
    ("text", "level", "certain"),
    [
        ("Federal Law No. 1-FZ", "national", True),
        ("Royal Decree 203/2021", "national", True),
        ("Law of the Republic of Kazakhstan No. 418-V", "national", True),
        ('Law of Ukraine "On Data"', "national", True),
        ("Resolution of the Cabinet of Ministers No. 281", "national", True),
        ("Law 1712 of 2014", "national", False),
        ("Local Law 11 of 2012", "local", True),
        ("Law of the city of Tampere No. 5", "local", True),
        ("Law of Tampere No. 5", "local", True),
        ("Decree of the Government of Tampere No. 3-P", "local", True),
        ("Decree of the Tampere Government No. 3-P", "local", True),
        ("Decision No. 25 of the City Council", "local", True),
        ("Mayor's Decree No. 12-R", "local", True),
        ("Tampere City Charter", "local", True),
        ('the law "On the budget of Tampere for 2023"', "local", False),
        ("Decree of the Governor of Lapland No. 5", "local", False),
        ("Ordinance No. 5", "local", False),
        ("Bylaw No. 12", "local", False),
        ("Municipal Systems Act 32 of 2000", "national", False),
        ("Local Government Act 1993", "national", False),
        ("Regulation (EU) 2016/679", "supranational", True),
        ("Council Directive 95/46/EC", "supranational", True),
        ("Directive 2003/98/EC", "supranational", True),
        ("the GDPR", "supranational", True),
        ("UK GDPR", "national", True),
        ("ISO 37120", "supranational", True),
        ("GOST 34.601-90", "national", True),
    ],
)
def test_levels(text: str, level: str, certain: bool) -> None:
    """The level is what the words say; where they do not, it is likely only, and not among the certain."""
    law = one(text, city="Tampere", iso2="FI")
    assert (law.level, "level" in law.certain) == (level, certain)


def test_a_city_with_the_name_of_its_country_makes_no_law_local() -> None:
    """ "Law of Singapore" is the nation's."""
    assert one("Law of Singapore No. 5", city="Singapore", iso2="SG").level == "national"


def test_a_state_of_a_federation_is_below_the_nation() -> None:
    """ "State Law" is the nation's in a unitary state, and below it in a federation; neither is sure."""
    assert one("State Law No. 12/2006", iso2="BR").level == "local"
    assert one("State Law No. 12/2006", iso2="KZ").level == "national"


REGIONAL = [
    ("US", "California Consumer Privacy Act of 2018"), ("US", "Law of the State of Illinois No. 5"), ("US", "New York State Technology Law"),
    ("DE", "Bavarian Digital Act of 22 July 2022"), ("DE", "E-Government Act of North Rhine-Westphalia"), ("DE", "Hamburg Transparency Act"),
    ("AU", "Government Information (Public Access) Act 2009 (NSW)"), ("AU", "Information Privacy Act 2009 (Qld)"), ("AU", "Victorian Privacy Act 2014"),
    ("CA", "Freedom of Information Act of British Columbia"), ("CA", "Quebec Law 25"), ("CA", "Alberta Freedom of Information Act"),
    ("BR", "Lei Estadual nº 10.294/1999"), ("IN", "Karnataka Open Data Act 2021"), ("AR", "Provincial Law No. 10.618"), ("ES", "Law 26/2010 of Catalonia"),
    ("ES", "Law 19/2014 of the Parliament of Catalonia"), ("ES", "Decree of the Autonomous Community of Madrid No. 5/2020"), ("ZA", "Western Cape Act No. 5 of 2010"),
    ("RU", "Decree of the President of the Republic of Tatarstan No. 5"), ("RU", "Law of the Sverdlovsk Region No. 5"), ("JP", "Osaka Prefectural Ordinance No. 12"),
    ("MX", "Ley de Transparencia del Estado de Jalisco"), ("IT", "Lombardy Regional Law No. 7 of 2012"), ("ID", "Regional Regulation No. 5 of 2020"),
]  # fmt: skip


@pytest.mark.parametrize(("iso2", "text"), REGIONAL)
def test_a_law_of_a_region_is_not_the_nations(iso2: str, text: str) -> None:
    """What a state, province or region made stands below the nation; the words name the issuer and not the level."""
    law = one(f"The {text} applies.", iso2=iso2, city="Exampleton")
    assert (law.level, "level" in law.certain) == ("local", False)


@pytest.mark.parametrize(
    ("iso2", "text"),
    [
        ("US", "Privacy Act of 1974"),
        ("AU", "Privacy Act 1988 (Cth)"),
        ("DE", "California Privacy Act of 2018"),
        ("GH", "Central Data Act 2012"),
        ("GH", "Eastern Data Act 2012"),
        ("MX", "Law of Mexico No. 5"),
        ("RU", "Decree of the Government of the Russian Federation No. 1"),
        ("JP", "Basic Act on the Development of Hokkaido"),
        ("ES", "Organic Law 3/2018"),
    ],
)
def test_what_is_no_region_of_the_country_makes_no_law_local(iso2: str, text: str) -> None:
    """Points of the compass, the country's own name, a title about a region, and regions elsewhere say nothing."""
    assert one(f"The {text} applies.", iso2=iso2, city="Exampleton").level == "national"


@pytest.mark.parametrize(
    ("text", "span", "number", "title"),
    [
        ("ISO 37120 certified", "ISO 37120", "37120", ""),
        ("ISO/IEC 27001:2013,", "ISO/IEC 27001:2013", "27001:2013", ""),
        ("WCAG 2.1 AA", "WCAG 2.1", "2.1", "WCAG"),
        ("the WCAG (<https://example.org>) international standard", "WCAG", "", "WCAG"),
        (
            "Web Content Accessibility Guidelines (WCAG) 2.2",
            "Web Content Accessibility Guidelines (WCAG) 2.2",
            "2.2",
            "Web Content Accessibility Guidelines",
        ),
        ("GOST R 57580-2017", "GOST R 57580-2017", "R 57580-2017", ""),
        ("EN 301 549", "EN 301 549", "301 549", ""),
        ("KS X 9101 or", "KS X 9101", "X 9101", ""),
        ("ITU-T Y.4903 indicators", "ITU-T Y.4903", "Y.4903", ""),
    ],
)
def test_technical_standards(text: str, span: str, number: str, title: str) -> None:
    """A standard is its issuer's letters and number; its year is a part of the number, not a date."""
    law = one(text)
    assert (law.type, law.span.of(text), law.number, law.date, law.title) == (
        "standard",
        span,
        number,
        "",
        title,
    )


def test_enumerations_are_taken_apart() -> None:
    """Each number of an enumeration is a law; a number that counts something else is not."""
    assert numbers("Laws 1712 of 2014 and 1581 of 2012") == [("1712", "2014"), ("1581", "2012")]
    assert numbers("Acts No. 3/2018 and 39/2015") == [("3/2018", ""), ("39/2015", "")]
    assert numbers("Laws No. 5, No. 7 and No. 9/2020") == [("5", ""), ("7", ""), ("9/2020", "")]
    assert numbers("Law No. 5 and 2019 reports") == [("5", "")]
    assert numbers("Laws 7 of 2014 and 12 decrees") == [("7", "2014")]


def test_one_citation_is_one_mention() -> None:
    """Brackets with number or abbreviation belong to the span, a bracket with a link does not."""
    text = "Regulation (EU) 2016/679 (GDPR) (<https://example.org/Law-No.-7>)"
    assert one(text).span.of(text) == "Regulation (EU) 2016/679 (GDPR)"
    text = "GDPR (Regulation (EU) 2016/679)"
    assert one(text).span.of(text) == text
    text = "the Data Act, 2012 (Act No. 9 of 2012) (https://example.org)"
    assert one(text).span.of(text) == "Data Act, 2012 (Act No. 9 of 2012)"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the Aarhus Convention of the United Nations", "Aarhus Convention"),
        ("the Budapest Convention on Cybercrime", "Budapest Convention on Cybercrime"),
        ("in line with the Istanbul Convention", "Istanbul Convention"),
    ],
)
def test_a_convention_between_states_is_supranational(text: str, title: str) -> None:
    """A subject, a body or words of compliance tell a treaty."""
    law = one(text)
    assert (law.title, law.level) == (title, "supranational")


def test_a_title_may_mix_capitals_and_small_words() -> None:
    """Titles in the manner of Westminster go on over "and the Safety of"."""
    title = "Act respecting Roads owned by towns and the Safety of persons walking"
    assert one(f"1. {title} (RSQ c. B-3.2);").title == title


def test_neighbours_stay_apart() -> None:
    """Laws of one list are as many mentions."""
    text = (
        "Law on E-Government, Law on Personal Data; Open Government Data Act and Freedom of Information Act"
    )
    assert [law.title for law in find_laws(text)] == [
        "Law on E-Government",
        "Law on Personal Data",
        "Open Government Data Act",
        "Freedom of Information Act",
    ]
    assert [law.title for law in find_laws('Law No. 5, "My City" app')] == [""]


def test_a_number_on_the_next_line_is_a_list_marker() -> None:
    """A line break parts a law from the number that begins the next item."""
    assert numbers("Data Protection Ordinance\n5. Open data portal") == [("", "")]


@pytest.mark.parametrize(
    "text",
    [
        "This was decision No. 3 of a long day.",
        "determined by laws and other regulatory legal acts",
        "done by law",
        "a similar law is in force",
        "law enforcement",
        "in accordance with the law",
        "the Act says",
        "Act now!",
        "order a certificate",
        "in order to",
        "Rule of Law Index 2020",
        "a QR code, the source code",
        "Code for Nairobi",
        "the Decree was signed on 3 May 2020",
        "The Smart Lund Convention was held in 2019",
        "at the Lund Convention Centre",
        "https://example.org/Law-No-5/act/2018",
        "www.example.org/act/2018",
        "Standard 4 of the charter",
        "Resolution of complaints",
        "charter flights",
        "the service standard",
        "Orders: 500 in 2020",
        "under order No. 12345",
        "Purchase Order No. 77",
        "Service Level Agreement No. 5",
        "Code 2025",
        "the Legal Act",
        "Faculty of Law",
        "Law Society of Kenya",
        "Bachelor of Law",
        "Murphy's Law",
        "Common Law",
        "Local Law",
        "According to the Organic Law",
        "National Laws and Regulations",
        "Laws and Regulations on Digital Government",
        'the law "is the law"',
        "The services of Law Firms",
        "Journal of Laws of 2005, No. 64",
        "Law No problem",
        "Law number one",
        "Act (2018)",
        "Law (<https://example.org>)",
        "ISO certified",
        "EN 2022 version",
        "Open Data Charter",
        "the Constitution",
        "Data Protection Law Office",
        "Regulation 5 users",
        "Law 5",
        "Decree 2020",
        "he will act on 5 May 2020",
    ],
)
def test_what_is_no_law(text: str) -> None:
    """Words that only sound like law, back references, and numbers of other things."""
    assert find_laws(text, city="Tampere", iso2="FI") == ()


DAYS = [
    "30 August 2021", "August 30, 2021", "30.08.2021", "2021-08-30", "30th August 2021", "30 Aug 2021", "Aug. 30, 2021", "30/08/2021",
    "August 30th, 2021", "30th of August 2021", "the 30th of August, 2021", "August 30 2021", "30-08-2021",
]  # fmt: skip
DATED = [
    ("The Administrative Regulations of the City of Exampleton of {}", ""), ("The Ordinance of {} on open data", ""), ("Council Resolution of {}", ""),
    ("The Decree dated {} on open data", ""), ("Decree No. 15 of {}", "15"), ("Decree No. 15 dated {}", "15"), ("Decree No. 15 ({})", "15"),
    ("Law of {} No. 15-FZ", "15-FZ"), ("Law No. 15 as of {}", "15"), ("Ordinance 15/2021 of {}", "15/2021"), ("Act 12 of {}", "12"),
    ("Federal Law No. 152-FZ (adopted {})", "152-FZ"), ("Decree 15, {}", "15"), ("The Open Data Act ({})", ""), ("Open Data Act from {}", ""),
    ("The Open Data Act, adopted on {}", ""), ("Resolution of the City Council from {} on digital services", ""),
]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("text", "number"), DATED)
def test_a_day_is_no_number(text: str, number: str, day: str) -> None:
    """However a day is written and wherever it stands, it is the date, and the number is the law's."""
    assert numbers(text.format(day) + " applies.") == [(number, "2021-08-30")]


def test_a_month_after_a_number_is_no_day() -> None:
    """The number before "of August 2021" is marked as one."""
    assert numbers("Decree No. 15 of August 2021 applies.") == [("15", "2021-08")]


def test_the_day_of_coming_into_force_is_not_that_of_the_law() -> None:
    """A law is dated by when it was made."""
    assert numbers("The Open Data Act, in force since 1 January 2022, applies.") == [("", "")]


def test_dates_follow_the_custom_of_the_country() -> None:
    """Month first when told so."""
    assert one("Ordinance No. 5 of 03/04/2020").date == "2020-04-03"
    assert find_laws("Ordinance No. 5 of 03/04/2020", month_first=True)[0].date == "2020-03-04"


PIECES = [
    "Law",
    "Act",
    "No. 5",
    "of 2014",
    "on Open Data",
    '"On X"',
    "(",
    ")",
    "City of Tampere",
    ",",
    "and",
    "Federal",
    "\n",
    "GDPR",
    "ISO 37120",
    "Data Protection",
    "3 May 2020",
    "https://example.org/a",
    "’",
    "„",
    "ß",
    "𝒜",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_words_are_verbatim_and_apart(text: str) -> None:
    """Spans are in order and apart, a title is the text at its span and lies within the citation."""
    laws = find_laws(text, city="Tampere")
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(laws))
    for law in laws:
        assert 0 <= law.span.start < law.span.end <= len(text)
        assert law.title == (law.title_span.of(text) if law.title_span else "")
        assert law.title_span is None or law.span.holds(law.title_span)


HOSTILE = {
    "law": "Law No. ",
    "quote": '"',
    "act": "Act ",
    "open": '("Law" ',
    "of": "Law of City ",
    "on": "Law on data and ",
    "name": "Aa Act ",
    "numbers": " and No. 5",
    "digits": "1/",
    "bracket": "Law No. 1 of 2012 (Aa Act) ",
    "iso": "ISO/",
    "capitals": "Aa of the ",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_linear_time(name: str) -> None:
    """Beginnings of citations that never end."""
    assert_linear(lambda text: find_laws(f"Law No. 1{text}"), HOSTILE[name], 2_500 * len(HOSTILE[name]))


@pytest.mark.skipif(not RESPONSE.is_file(), reason="the real response is not in the repository")
def test_the_real_response() -> None:
    """All its laws, with number, date and level, and nothing else."""
    text = re.sub(r"\s+\n", "\n", RESPONSE.read_text(encoding="utf-8"))
    found = {(law.type, law.number, law.date, law.level) for law in find_laws(text, iso2="RU", city="Moscow")}
    assert found == {
        ("standard", "", "", "supranational"),
        ("standard", "R 52872-2019", "", "national"),
        ("law", "149-FZ", "2006-07-27", "national"),
        ("law", "52", "2001-10-24", "local"),
        ("law", "152-FZ", "", "national"),
        ("law", "210-FZ", "", "national"),
        ("decree", "349-PP", "2011-08-09", "local"),
        ("law", "", "", "local"),
    }


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("E-Services Act, Federal Law Gazette I No. 8/2003", "8/2003", ""),
        ("Data Secrecy Act (DSA), BGBl. I Nr. 44/2001", "44/2001", ""),
        ("Tender Act 2017 (Federal Law Gazette I No. 31/2017)", "31/2017", "2017"),
        ("Law on Personal Data (Official Gazette of Serbia No. 87/2018)", "87/2018", ""),
        ("Harbour Data Act, Law of 9 November 2016, LGBl. No. 7/2016", "7/2016", "2016-11-09"),
        ("IT Security Decree of 5 May 2021 (AB-C 45/21)", "AB-C 45/21", "2021-05-05"),
    ],
)
def test_the_place_of_printing_is_the_number_of_one_law(text: str, number: str, day: str) -> None:
    """A gazette, a bare second citation that dates it, or the code of an office."""
    (law,) = find_laws(text)
    assert (law.number, law.date) == (number, day)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("National:\n- Data Act 2019\nCounty:\n- County Works Act 2016", ["national", "local"]),
        ("[National]\n- Cyber Data Act 2018\n[Local]\n- Data Use Act 2018", ["national", "local"]),
        ("At the national level the Cyber Act 2015 applies. At the local level, the Street Act 2014 applies.", ["national", "local"]),
        ("The Footpaths Local Law 2021 governs it, and the Local Government Act 2020.", ["local", "national"]),
    ],
)  # fmt: skip
def test_a_heading_tells_the_level_of_the_laws_below_it(text: str, levels: list[str]) -> None:
    """Where their own words do not; "Local Law" is a law of a council."""
    assert [law.level for law in find_laws(text)] == levels


@pytest.mark.parametrize(
    ("text", "title", "number", "date"),
    [
        ("Act No. 10711 of 5 August 2014, the Data Act (https://a.example), binds us", "Data Act", "10711", "2014-08-05"),
        ("Act No. 10711, the Data Act, signed on 8 May 2014, binds us", "Data Act", "10711", "2014-05-08"),
        ("Act No. 10711, better known as the Data Act, binds us", "Data Act", "10711", ""),
        ("Ordinance No. AB-198 (https://a.example), also called the Green Roofs Ordinance", "Green Roofs Ordinance", "AB-198", ""),
        ("the Data Protection Act, Act No. 843 of 2012, binds us", "Data Protection Act", "843", "2012"),
        ("Ordinance No. AB-198, Series of 2021, says so", "", "AB-198", "2021"),
        ("Presidential Regulation (PerPres) No. 39 of 2019", "", "39", "2019"),
        ("Peraturan Walikota (Mayor Regulation) No. 7 Tahun 2021", "", "7", "2021"),
        ("Peraturan Daerah Nomor 7 Tahun 2021", "", "7", "2021"),
        ("Mayor Decree No. 188.41/98/432.2.1/2020 on the team", "on the team", "188.41/98/432.2.1/2020", ""),
        ("adopted by Resolution No. AB-714 on 8 March 2021; it", "", "AB-714", "2021-03-08"),
        ("Regulation (EU) 2022/2065 (DS Act) of 19 October 2022", "DS Act", "2022/2065", "2022-10-19"),
        ("Ordenanza Municipal de Participación Ciudadana, aprobada por el Pleno el 4 de junio de 2018",
         "Ordenanza Municipal de Participación Ciudadana", "", "2018-06-04"),
        ("Act of 1 May 2020 on Open Files and the Lending of Public Records", "on Open Files and the Lending of Public Records", "", "2020-05-01"),
    ],
)  # fmt: skip
def test_a_law_cited_by_number_and_by_title_is_one(text: str, title: str, number: str, date: str) -> None:
    """Number, title and date in whatever order, with a gloss or a link between, are of one law."""
    law = one(text, iso2="ES")
    assert (law.title, law.number, law.date) == (title, number, date)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Act No. 5 of 2012, the Data Act and the Archives Act apply", 3),
        ("Act No. 5 of 2012, the Data Act, and the Archives Act apply", 3),
        ("Law No. 5 of 2012, the Data Act, applies", 2),
        ("the Data Act, Act No. 5 and Act No. 6 apply", 3),
        ("the Data Act and Act No. 5 apply", 2),
        ("Act No. 5\nthe Data Act", 2),
        ("Act No. 5 of 2012; the Data Act", 2),
    ],
)
def test_laws_of_a_list_stay_apart(text: str, count: int) -> None:
    """A law named after another in a list is no title of it."""
    assert len(find_laws(text)) == count


def test_a_title_stops_before_who_comes_next() -> None:
    """The words "and the" go on with what a law is on, not with a ministry; a target year is no date."""
    assert one("Law on Open Data and the Ministry of Health").title == "Law on Open Data"
    assert one("Decree No. 5 on 2030 targets").date == ""
    assert not find_laws("la Ordenanza Municipal de Buenos Aires", iso2="ES")


ELSEWHERE = [
    ("PT", "the Decreto-Lei n.º 47/98, of 5 May (https://a.example), which sets", "decree", "47/98", "1998-05-05", "", "national"),
    ("PT", "a Lei n.º 12/2017, of 9 August, on the access to public archives;", "law", "12/2017", "2017-08-09", "on the access to public archives", "national"),
    ("PT", "approved by Deliberação n.º 31/CM/2020, of 2 July, with", "resolution", "31/CM/2020", "2020-07-02", "", "local"),
    ("PT", "At local level we have the Despacho n.º 8/P/2019, of 3 June, which", "order", "8/P/2019", "2019-06-03", "", "local"),
    ("PT", "the Lei n.º 3/2016, of 1 March (Regime Jurídico dos Arquivos)", "law", "3/2016", "2016-03-01", "Regime Jurídico dos Arquivos", "national"),
    ("AR", "Ley N° 31.422 de Acceso a los Archivos Públicos", "law", "31.422", "", "Acceso a los Archivos Públicos", "national"),
    ("ES", "Ley 44/2016, de 3 de mayo, de archivos municipales y la Ordenanza", "law", "44/2016", "2016-05-03", "archivos municipales", "national"),
    ("PE", "Decreto Legislativo N° 9912, Ley de Archivos Digitales", "decree", "9912", "", "Ley de Archivos Digitales", "national"),
    ("CO", "Ley 1999 de 2009, por la cual se regulan los archivos", "law", "1999", "2009", "por la cual se regulan los archivos", "national"),
    ("CL", "Ordenanza N° 18-2019 de fecha 6 de marzo de 2019", "ordinance", "18-2019", "2019-03-06", "", "local"),
    ("BR", "Lei nº 9.913, de 14 de agosto de 2017 (Lei Geral de Arquivos - LGA)", "law", "9.913", "2017-08-14", "Lei Geral de Arquivos", "national"),
    ("FR", "Loi n° 2015-99 du 7 octobre 2015 pour une Ville numérique", "law", "2015-99", "2015-10-07", "pour une Ville numérique", "national"),
    ("FR", "Au niveau local, l'arrêté n° 2020/077 du 3 mai 2020", "order", "2020/077", "2020-05-03", "", "local"),
    ("IT", "Legge 8 marzo 2006, n. 14", "law", "14", "2006-03-08", "", "national"),
    ("IT", "D.Lgs. 8 marzo 2006, n. 14 (Codice degli Archivi Digitali)", "decree", "14", "2006-03-08", "Codice degli Archivi Digitali", "national"),
    ("IT", "Delibera di Giunta n. 45/2019", "resolution", "45/2019", "", "", "local"),
    ("PL", "Ustawa z dnia 6 września 2002 r. o dostępie do archiwów", "law", "", "2002-09-06", "o dostępie do archiwów", "national"),
    ("PL", "Uchwała nr XLI/105/19 Rady Miasta z dnia 26 listopada 2019 r.", "resolution", "XLI/105/19", "2019-11-26", "", "local"),
    ("CZ", "Zákon č. 206/1998 Sb., o archivech a spisové službě", "law", "206/1998", "", "o archivech a spisové službě", "national"),
    ("RO", "Legea nr. 99/2004 privind accesul la arhive", "law", "99/2004", "", "privind accesul la arhive", "national"),
    ("RO", "HCL nr. 45/2019", "resolution", "45/2019", "", "", "local"),
    ("TR", "4999 sayılı Bilgi Arşivi Kanunu", "law", "4999", "", "Bilgi Arşivi Kanunu", "national"),
    ("TR", "the Law numbered 4999 on the Archives of Data", "law", "4999", "", "on the Archives of Data", "national"),
    ("ID", "Perwali No. 14 Tahun 2020 tentang Arsip Kota", "regulation", "14", "2020", "tentang Arsip Kota", "local"),
    ("DK", "Lov nr. 66 af 12. juni 2014 om arkiver", "law", "66", "2014-06-12", "om arkiver", "national"),
    ("SE", "the Public Archives Act (1998:77)", "act", "1998:77", "", "Public Archives Act", "national"),
    ("PH", "RA 19873", "act", "19873", "", "", "national"),
    ("AE", "Cabinet Resolution (14) of 2018", "resolution", "14", "2018", "", "national"),
    ("IE", "S.I. No. 77 of 2019", "regulation", "77", "2019", "", "national"),
    ("ES", "Regulation EU No 77/2014", "regulation", "77/2014", "", "", "supranational"),
    ("ES", "Reglamento de Archivos Municipales", "regulation", "", "", "Reglamento de Archivos Municipales", "national"),
    ("ES", "Law 9/2012 on transparency, access to archives and good government.", "law", "9/2012", "", "on transparency, access to archives and good government", "national"),
]  # fmt: skip


@pytest.mark.parametrize(("iso2", "text", "type_", "number", "date", "title", "level"), ELSEWHERE)
def test_laws_in_the_words_of_their_country(
    iso2: str, text: str, type_: str, number: str, date: str, title: str, level: str
) -> None:
    """Kinds, months, initials and titles as each country writes them, within an English sentence or without."""
    law = one(text, iso2=iso2, city="Exampleton")
    assert (law.type, law.number, law.date, law.title, law.level) == (type_, number, date, title, level)


@pytest.mark.parametrize(
    "text",
    [
        "Despacho No. 302, second floor",
        "the despacho n.º 5 is open",
        "Aviso N° 5 de mantenimiento",
        "RA 2019 and SI 500 units, DL 100 Mbps",
        "S.I. units and the R.A. of the building",
        "lag 5/2019 and wet 5 floors",
        "Règlement du Conseil Municipal",
        "la Ley de la ciudad",
        "Reglamento de Nueva York",
    ],
)
def test_offices_notices_and_initials_are_no_laws(text: str) -> None:
    """Words that cite only with a composite or dated number, and bodies behind a kind of law."""
    assert find_laws(text, city="Exampleton", iso2="ES") == ()


def test_who_made_a_law_is_no_title_of_it() -> None:
    """ "de" leads to an office or a place as well as to what a law is of; "o" is "or" outside Slavic tongues."""
    for text in (
        "Ley 17 de 2014 de la Ciudad",
        "Loi n° 8-6 du 3 mai 2003 de la République",
        "Ley 15 de 2012 o reglamento",
    ):
        assert one(text, iso2="ES").title == ""


@pytest.mark.parametrize(
    "text",
    [
        "A Bye-Law on Digital Services has been drafted but awaits the consent of the Ministry.",
        "The Open Data Law is being drafted.",
        "A Data Protection Act is under preparation.",
        "The Digital Services Ordinance will be adopted in 2024.",
        "The Open Data Ordinance has been submitted to the Council and is awaiting approval.",
        "A draft Open Data Act was published.",
        "The Open Data Act has not yet been passed.",
        "A Lei de Dados Abertos está em elaboração.",
        "The Connecting Roads Instrument pays for it.",
    ],
)
def test_a_law_that_is_only_a_draft_is_none(text: str) -> None:
    """Nor is an instrument with neither number nor year."""
    assert not find_laws(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Privacy Act was drafted in 2010 and passed in 2012.",
        "The Data Protection Act 2018 is being amended.",
        "The Data Protection Act will be made available to staff.",
        "The Data Act shall be presented to all staff.",
        "The Local Law on Archives has been drafted by the Office and adopted in 2019.",
    ],
)
def test_a_law_that_is_made_stays_one(text: str) -> None:
    assert one(text).title


def test_instruments_and_gazettes_of_the_commonwealth() -> None:
    """Instruments by their initials are the nation's, whatever body they are about; a date of the gazette is one."""
    law = one(
        "the Local Government (Exampleton Assembly) (Set-Up) Instrument, 2017 (L.I. 22)", city="Exampleton"
    )
    assert (law.type, law.number, law.date, law.level) == ("regulation", "22", "2017", "national")
    assert law.title == "Local Government (Exampleton Assembly) (Set-Up) Instrument"
    assert numbers("the Data Protection Regulations, 2021 (Legal Notice No. 263)") == [("263", "2021")]
    text = "National enactments. The Fee Act, 2012 applies. Local instruments. The Fee Resolution, gazetted on 14th January, 2022."
    assert [(law.date, law.level) for law in find_laws(text)] == [
        ("2012", "national"),
        ("2022-01-14", "local"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "number", "date"),
    [
        ("Ley de Archivos Abiertos y Memoria (LAAM), Ley N° 24 de 18 de mayo de 2004", "Ley de Archivos Abiertos y Memoria", "24", "2004-05-18"),
        ("Ley de Archivos Abiertos y Memoria, known as LAAM, Law No. 24 of 18 May 2004.", "Ley de Archivos Abiertos y Memoria", "24", "2004-05-18"),
        ("Lei de Arquivos Abertos, conhecida como LAA, Lei nº 12.999, de 18 de maio de 2011", "Lei de Arquivos Abertos", "12.999", "2011-05-18"),
        ("Loi sur la mémoire des archives, dite LMA, loi n° 24 du 18 mai 2004", "Loi sur la mémoire des archives", "24", "2004-05-18"),
        ("the Open Archives Act, better known as “OAA”, Act No. 24 of 2004", "Open Archives Act", "24", "2004"),
        ("the Open Archives Act, also called OAA (Act No. 24 of 2004)", "Open Archives Act", "24", "2004"),
        ("the Open Archives Act of 2004, which is Act No. 24 of 2004", "Open Archives Act", "24", "2004"),
        ("the Open Archives Act: Law No. 24 of 2004", "Open Archives Act", "24", "2004"),
        ("the Codice dell'Amministrazione Aperta (CAA), D.Lgs. 82/2005", "Codice dell'Amministrazione Aperta", "82/2005", ""),
    ],
)  # fmt: skip
def test_the_number_behind_the_name_of_a_law_is_its_own(
    text: str, title: str, number: str, date: str
) -> None:
    """Whether its initials stand between in brackets or in words, or nothing does."""
    law = one(text)
    assert (law.title, law.number, law.date) == (title, number, date)


@pytest.mark.parametrize(
    "text",
    [
        "the Open Archives Act, known as OAA, and Law No. 24 of 2004",
        "the Open Archives Act, known as OAA, Law No. 24 of 2004 on noise",
        "the Open Archives Act of 2003, Act No. 24 of 2004",
        "the Open Archives Act, Act No. 24 of 2004 and the Noise Act 2004",
    ],
)
def test_the_next_law_is_another(text: str) -> None:
    """Behind an "and", with a subject or a year of its own, or in a list."""
    assert len(find_laws(text)) > 1


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Ley Orgánica de Datos Abiertos (LODA), Registro Oficial Suplemento 95 of May 26, 2021.", "", "2021-05-26"),
        ("Ley Orgánica de Datos Abiertos, R.O. 95 de 26 de mayo de 2021", "", "2021-05-26"),
        ("Ley de Gobierno Digital (Gaceta Oficial 6111, 3 May 2019)", "", "2019-05-03"),
        ("Ley General de Archivos Abiertos (DOF 04/05/2015)", "", "2015-05-04"),
        ("the Privacy Act, published in the Official Gazette No. 31 of 4 May 2015", "", "2015-05-04"),
        ("Data Archives Law, Resmî Gazete 7 April 2016, No. 29677", "", "2016-04-07"),
        ("Loi sur la mémoire des archives, Moniteur belge du 5 septembre 2018", "", "2018-09-05"),
        ("Codice dell'Amministrazione Aperta, Gazzetta Ufficiale n. 112 of 16 May 2005", "", "2005-05-16"),
        ("Onlinearchivgesetz (OAG) vom 30. Juni 2017, BGBl. I Nr. 44/2017", "44/2017", "2017-06-30"),
        ("Law on Open Archives (DG 12/05/2020)", "", ""),
    ],
)  # fmt: skip
def test_the_issue_of_a_gazette_dates_a_law(text: str, number: str, date: str) -> None:
    """It is no number of the law, unless it has the year in it."""
    law = one(text)
    assert (law.number, law.date) == (number, date)


@pytest.mark.parametrize(
    "told",
    [
        ", sanctioned on December 14, 2020", ", sanctioned by the Mayor on December 14, 2020", " (sanctioned on 14 December 2020)",
        ", which the council adopted on 14 December 2020", " was published on 14 December 2020", ", expedida el 14 de diciembre de 2020",
        " approvata il 14 dicembre 2020", ", beschlossen am 14. Dezember 2020", ", podjęta 14 grudnia 2020", ", adopté le 14 décembre 2020",
        ", sancionada em 14 de dezembro de 2020", " – 14 December 2020", " / 14 December 2020",
    ],
)  # fmt: skip
def test_the_day_on_which_a_law_is_said_to_be_made(told: str) -> None:
    """In many words; the number ends before it."""
    law = one(f"Ordinance No. 017-2020{told}")
    assert (law.number, law.date) == ("017-2020", "2020-12-14")


@pytest.mark.parametrize("told", [", in force since 14 December 2020", ", amended on 14 December 2020"])
def test_another_day_is_not_that_on_which_it_was_made(told: str) -> None:
    assert one(f"Ordinance No. 017-2020{told}").date == ""


@pytest.mark.parametrize("number", ["AB-21-13-nts", "19-2018-mtc", "2018/021-bis", "21-ter", "12-rq"])
def test_small_letters_end_a_number(number: str) -> None:
    """Those of an office behind several parts, and those that count what was put between."""
    assert one(f"Regulation No. {number} on archives").number == number


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Código Municipal (https://a.example) gathers them.", "Código Municipal"),
        ("The Código Orgánico de Organización Territorial (COT) says so.", "Código Orgánico de Organización Territorial"),
        ("Code général des collectivités locales", "Code général des collectivités locales"),
        ("Código de Procedimiento Administrativo", "Código de Procedimiento Administrativo"),
        ("Codice civile", "Codice civile"),
        ("Code of Administrative Offences", "Code of Administrative Offences"),
    ],
)  # fmt: skip
def test_a_code_whose_name_follows_it(text: str, title: str) -> None:
    assert one(text).title == title


@pytest.mark.parametrize(
    "text",
    ["Código QR", "Código Postal 170150", "Code of Conduct of the Municipality", "QR Code Municipal", "Code process", "Codice Fiscale", "Código de Ética Municipal"],
)  # fmt: skip
def test_other_codes_are_no_laws(text: str) -> None:
    assert not find_laws(text)


def test_an_office_may_be_what_a_law_is_on() -> None:
    """ "Ley de Gobierno Digital" is its name, and an ordinance on open government is still local."""
    assert one("Ley de Gobierno Digital, N° 1412").title == "Ley de Gobierno Digital"
    law = one("Ordenanza N° 12-2020 de Gobierno Abierto")
    assert (law.number, law.level) == ("12-2020", "local")


@pytest.mark.parametrize(("opening", "level"), [
    ("No Município, ", "local"), ("En el municipio, ", "local"), ("No plano federal, ", "national"), ("Au niveau local, ", "local"),
])  # fmt: skip
def test_the_place_that_opens_a_sentence_tells_the_level(opening: str, level: str) -> None:
    """In Romance languages, as "at the local level" does."""
    laws = find_laws(
        f"{opening}o Decreto nº 1.903, de 24 de janeiro de 2022, regula os dados.",
        iso2="BR",
        month_first=False,
        city="Norwood",
    )
    assert [law.level for law in laws] == [level]


@pytest.mark.parametrize(("text", "number", "date"), [
    ('Law "On personal data" (2 July 2019, AB-547)', "AB-547", "2019-07-02"),
    ('Law "On access to data" (dated 02.07.2019 No. 54)', "54", "2019-07-02"),
    ("Decree of the President DP-607 of October 5, 2020", "DP-607", "2020-10-05"),
    ("confirmed by the decision of city Council No. VI-44-12 from 25 December 2020", "VI-44-12", "2020-12-25"),
])  # fmt: skip
def test_numbers_behind_days_and_makers(text: str, number: str, date: str) -> None:
    """In one bracket with the day, right behind who made it, and of a decision in small letters."""
    law = one(text)
    assert (law.number, law.date) == (number, date)


def test_a_decision_that_nobody_made_is_no_law() -> None:
    """ "The decision of the court", and one without its day."""
    assert not find_laws(
        "We follow the decision of the court No. 45 of 5 May 2020, and of the council No. 4."
    )


@pytest.mark.parametrize(
    ("text", "title", "number", "date"),
    [
        ("4999 sayılı Bilgi Arşivi Kanunu (Archives Law) of 03.03.2011 and", "Bilgi Arşivi Kanunu", "4999", "2011-03-03"),
        ("4999 sayılı Bilgi Arşivi Kanunu (BAK, information archive law), dated 3/3/2011, applies", "Bilgi Arşivi Kanunu", "4999", "2011-03-03"),
        ("3 Mart 2011 tarihli ve 4999 sayılı Bilgi Arşivi Kanunu", "Bilgi Arşivi Kanunu", "4999", "2011-03-03"),
        ("03.03.2011 tarih ve 4999 sayılı Bilgi Arşivi Kanunu", "Bilgi Arşivi Kanunu", "4999", "2011-03-03"),
        ("4999 sayılı ve 03.03.2011 tarihli Bilgi Arşivi Kanunu", "Bilgi Arşivi Kanunu", "4999", "2011-03-03"),
        ("4999 sayılı Kent Yönetimi ve Arşiv Kanunu", "Kent Yönetimi ve Arşiv Kanunu", "4999", ""),
        ("4999 no'lu Bilgi Arşivi Kanunu", "Bilgi Arşivi Kanunu", "4999", ""),
        ("our Kent Arşivi Yönergesi (Town Archive Directive) of the XyBB, dated 3.03.2011.", "Kent Arşivi Yönergesi", "", "2011-03-03"),
        ("the Town Archive Directive of XyBB, dated 3.03.2011.", "Town Archive Directive", "", "2011-03-03"),
        ("Law No. 4999 (Bilgi Arşivi Kanunu) of 03.03.2011", "Bilgi Arşivi Kanunu", "4999", "2011-03-03"),
        ("4999 saylı Elektron Arxiv Qanunu", "Elektron Arxiv Qanunu", "4999", ""),
        ("Archivgesetz (Archives Act) vom 03.03.2011", "Archivgesetz", "", "2011-03-03"),
        ("the Town Council Decision (Kent Kararı) dated 03.03.2011 and numbered 07.412.", "", "07.412", "2011-03-03"),
        ("Decree dated 03.03.2011 with number 4999", "", "4999", "2011-03-03"),
        ("2011/7 sayılı Arşiv Hizmetleri Genelgesi", "Arşiv Hizmetleri Genelgesi", "2011/7", ""),
    ],
)  # fmt: skip
def test_a_law_named_in_two_languages_with_its_number_before_it(
    text: str, title: str, number: str, date: str
) -> None:
    """The number and the day may stand before the law, and its name in another language in a bracket before the day."""
    law = one(text, iso2="TR")
    assert (law.number, law.date) == (number, date)
    assert not title or law.title == title


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the Markets Act (Cap. 41:07) applies", "41:07"),
        ("the Markets Act [Chapter 41:07] applies", "41:07"),
        ("the Markets Act, Chapter 41:07 of the Laws", "41:07"),
        ("the Markets Act (Chap. 22:02)", "22:02"),
        ("the Markets Act (CAP 411A)", "411A"),
        ("the Markets Act [Cap. 288 R.E. 2019]", "288"),
        ("the Markets Act (Cap. 41:07, 2003)", "41:07"),
        ("Markets Act Cap 41:07", "41:07"),
    ],
)
def test_chapters_of_the_commonwealth(text: str, number: str) -> None:
    """A chapter is the number of an act whole, with the colon between its title and its place."""
    law = one(text)
    assert (law.title, law.number) == ("Markets Act", number)


@pytest.mark.parametrize(
    ("text", "title", "number", "date"),
    [
        ("the Noise Bye-Laws, 2019, published as S.I. No. 55 of 2019 on 3 May 2019", "Noise Bye-Laws", "55", "2019-05-03"),
        ("the Noise Bye-Laws, 2019 (published as Legal Notice No. 55 of 2019)", "Noise Bye-Laws", "55", "2019"),
        ("the Noise Regulations, 2019, which were gazetted as S.I. 55 of 2019", "Noise Regulations", "55", "2019"),
        ("the Noise Regulations, 2019, made by Statutory Instrument 55 of 2019", "Noise Regulations", "55", "2019"),
        ("the Noise By-law, published under Government Notice No. 55 of 2019", "Noise By-law", "55", "2019"),
        ("the Noise Regulations, L.N. No. 55 of 2019, forbid it", "Noise Regulations", "55", "2019"),
        ("the Noise Act, 2019, promulgated as Act No. 5 of 2019", "Noise Act", "5", "2019"),
        ("the Noise Act, enacted as Law No. 5 of 2019", "Noise Act", "5", "2019"),
    ],
)  # fmt: skip
def test_a_law_has_the_number_of_the_instrument_that_published_it(
    text: str, title: str, number: str, date: str
) -> None:
    """A law below an act and the instrument that it is printed as are one law."""
    law = one(text)
    assert (law.title, law.number, law.date) == (title, number, date)


@pytest.mark.parametrize(
    "text",
    ["The Harbour Records Act (as amended by the Harbour Data Act) applies", "The Harbour Records Act (Harbour Data Regulation) applies",
     "The Harbour Records Act (replaced by the Harbour Data Act) applies", "The Harbour Records Act (see the Harbour Data Act) applies"],
)  # fmt: skip
def test_another_law_in_the_bracket_is_no_translation(text: str) -> None:
    """A bracket that tells of another law is not the name of the first one."""
    assert len(find_laws(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "the Noise Act, 2019, made under Act No. 5 of 2010",
        "the Quiet Parks Regulations, 2019, published as S.I. No. 55 of 2018",
        "the Quiet Parks Regulations, 2019, S.I. No. 55 of 2019 and the Data Act, 2010",
        "the Quiet Parks Regulations, 2019, amended by S.I. No. 55 of 2020",
    ],
)
def test_a_law_has_no_number_of_another(text: str) -> None:
    """What a law is made under, amended by or listed with has a number of its own."""
    assert all(not (law.title and law.number) for law in find_laws(text))


DUTCH = [
    ("We follow the Wet open archieven (Woa) of 3 May 2019, Stb. 2019, 210.", ("Wet open archieven", "law", "Stb. 2019, 210", "2019-05-03", "national")),
    ("It rests on the Wet brandweerzorg of 3 May 2009.", ("Wet brandweerzorg", "law", "", "2009-05-03", "national")),
    ("The Wet digitale briefpost (https://a.example/w) (Stb. 2018, 99) applies.", ("Wet digitale briefpost", "law", "Stb. 2018, 99", "", "national")),
    ("See the Besluit veilige netwerken (Stb. 2017, 12), about keys.", ("Besluit veilige netwerken", "decree", "Stb. 2017, 12", "", "national")),
    ("The Verordening op de buurtraden 2020, laid down by the council on 3 May 2020 (Gemeenteblad 2020, 4321), is new.", ("Verordening op de buurtraden 2020", "ordinance", "", "2020-05-03", "local")),
    ("The Verordening burgerinitiatief (Gemeenteblad 2020, 4321) is new.", ("Verordening burgerinitiatief", "ordinance", "Gemeenteblad 2020, 4321", "", "local")),
    ("The Besluit berichten Exampleton is of the mayor.", ("Besluit berichten Exampleton", "decree", "", "", "local")),
    ("The Regeling open data (Stcrt. 2016, 77) holds.", ("Regeling open data", "regulation", "Stcrt. 2016, 77", "", "national")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DUTCH)
def test_a_name_in_small_letters_behind_its_kind(text: str, wanted: tuple[str, ...]) -> None:
    """In Dutch, with the paper, year and number by which it is cited."""
    (law,) = find_laws(text, iso2="NL", city="Exampleton")
    assert (law.title, law.type, law.number, law.date, law.level) == wanted


@pytest.mark.parametrize(
    "text",
    ["Wet floors are reported.", "Wet roads (see the map) and wet leaves.", "Wet roads and squares, 5 of them.", "Wet, windy days."],
)  # fmt: skip
def test_what_is_only_wet(text: str) -> None:
    """The adjective of English is no law."""
    assert not find_laws(text, iso2="NL")
