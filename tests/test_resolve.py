"""Which names of a response are one thing: what joins them, what keeps them apart, and the reason that is kept."""

from __future__ import annotations

import random
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgq_graph.model import (
    Answer,
    Country,
    Entity,
    Kind,
    LawMention,
    LinkMention,
    Mentions,
    NameMention,
    Place,
    PlaceKind,
    Response,
    Span,
    Status,
)
from lgq_graph.pipeline import Built
from lgq_graph.resolve import fold, page_key, resolve

CITY = Place("Porto Alto", PlaceKind.CITY, "BR")
COUNTRY = Country("Brazil", "BR", "BRA", "076")
PAGE = "https://town.example/permits"


class Case:
    """A response under construction: each call adds one mention to the answer of a question."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._names: dict[int, list[NameMention]] = {}
        self._links: dict[int, list[LinkMention]] = {}

    def _write(self, question: int, words: str) -> Span:
        text = self._texts.setdefault(question, "")
        self._texts[question] = f"{text}{words}\n"
        return Span(len(text), len(text) + len(words))

    def say(
        self,
        question: int,
        name: str,
        kind: Kind = Kind.SERVICE,
        *urls: str,
        proper: bool = True,
        aliases: tuple[str, ...] = (),
        law: tuple[str, str, str, str] | None = None,
        described: bool = False,
    ) -> Case:
        """Name a thing, with its links; `law` is (title, number, date, level)."""
        span = self._write(question, name)
        also = tuple(self._write(question, alias) for alias in aliases)
        names = self._names.setdefault(question, [])
        cited = LawMention(span, law[0], "law", *law[1:]) if law else None
        names.append(
            NameMention(
                span, name, kind, span, aliases=also, law=cited, proper=proper,
                description=self._write(question, "what it is for") if described else None,
            )
        )  # fmt: skip
        for url in urls:
            link = LinkMention(self._write(question, url), url, len(names) - 1)
            self._links.setdefault(question, []).append(link)
        return self

    def mentions(self) -> list[Mentions]:
        """What an extractor would have found."""
        return [
            Mentions(number, tuple(names), tuple(self._links.get(number, ())))
            for number, names in self._names.items()
        ]

    def response(self) -> Response:
        """The response with the text that was written."""
        answers = tuple(Answer(q, Status.ANSWERED, text) for q, text in sorted(self._texts.items()))
        return Response("hand.txt", "2022", CITY, COUNTRY, answers)

    def entities(self) -> tuple[Entity, ...]:
        """What these mentions resolve to."""
        return resolve(self.response(), self.mentions())

    def reasons(self) -> list[str]:
        """One reason for each merge; [] when all stayed apart."""
        return [merge.reason for entity in self.entities() for merge in entity.merges]


def one(case: Case) -> Entity:
    """The only entity of a case."""
    (entity,) = case.entities()
    return entity


# --- keys ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Open Data Portal", "open data PORTAL"),
        ("Ålesund Digital", "Alesund digital"),
        ("The Resident Card", "Resident Card"),
        ("“Citizen’s Desk”", "Citizen's Desk"),
        ("e-Permit", "e‑Permit"),
        ("Straße", "STRASSE"),
        ("Ωδή", "ωδη"),
        ("ﬁle desk", "File Desk"),
        ("خِدْمَة", "خدمة"),
        ("Đường Phố", "đường phô\u0301"),
        ("Ёлка й", "елка и\u0306"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(first: str, second: str) -> None:
    """Case, accents, quotation marks, hyphens and a leading article do not count."""
    assert fold(first) == fold(second) != ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Permit 1", "Permit 2"),
        ("Line A", "Line B"),
        ("서울", "부산"),
        ("Газета", "Газеты"),
        ("خدمات", "خدمة"),
    ],
)
def test_different_names_keep_different_keys(first: str, second: str) -> None:
    """In any script with an alphabet."""
    assert fold(first) != fold(second)


@pytest.mark.parametrize(("first", "second"), [("की सेवा", "का सेवा"), ("ที่ดิน", "ทีดิน"), ("দান", "দিন"), ("பணி", "பண"), ("ខេត្ត", "ខត"), ("ガス", "カス")])  # fmt: skip
def test_vowel_signs_are_letters_and_no_accents(first: str, second: str) -> None:
    """Names that differ by a vowel sign are two names."""
    assert fold(first) != fold(second)


@pytest.mark.parametrize(
    "url",
    ["http://town.example/A", "https://town.example/A", "https://www.town.example/A", "HTTPS://Town.Example/A/",
     "www.town.example/A", "town.example/A/", " https://town.example/A "],
)  # fmt: skip
def test_one_page_has_one_key(url: str) -> None:
    """Scheme, `www.`, case of the host and a closing slash do not count."""
    assert page_key(url) == "town.example/A"


def test_different_pages_have_different_keys() -> None:
    """Case of the path, query and fragment count; so does the host below another."""
    urls = ["t.example/a", "t.example/A", "t.example/a?x=1", "t.example/a#x", "t.example", "a.t.example"]
    assert len({page_key(url) for url in urls}) == len(urls)


def test_an_international_host_and_its_ascii_form_are_one() -> None:
    """As the domain name system reads it; a host that it cannot read does no harm."""
    assert page_key("https://MÜNCHEN.example/x") == page_key("http://xn--mnchen-3ya.example/x/")
    assert page_key("https://ü" + "x" * 80 + ".example/") == "ü" + "x" * 80 + ".example"


# --- names --------------------------------------------------------------------------------------------------------


def test_one_name_in_two_answers_is_one_thing() -> None:
    """Joined, with the reason and both places."""
    entity = one(Case().say(4, "Permit Desk").say(24, "permit desk"))
    assert (entity.name, entity.slug, entity.mentions) == ("Permit Desk", "permit-desk", ((4, 0), (24, 0)))
    (merge,) = entity.merges
    assert (merge.reason, merge.mention.question, merge.with_.question) == ("same-name", 24, 4)


def test_one_name_with_two_pages_is_one_thing() -> None:
    """A service may have more than one page."""
    case = (
        Case()
        .say(4, "Permit Desk", Kind.SERVICE, "a.example")
        .say(24, "Permit Desk", Kind.SERVICE, "b.example")
    )
    assert case.reasons() == ["same-name"]


def test_one_name_with_one_page_says_so() -> None:
    """Two pieces of evidence are one better reason."""
    case = Case().say(4, "Permit Desk", Kind.SERVICE, PAGE).say(24, "Permit Desk", Kind.SERVICE, PAGE + "/")
    assert case.reasons() == ["same-name-and-page"]


@pytest.mark.parametrize(
    ("first", "second"), [*combinations([Kind.PORTAL, Kind.SERVICE, Kind.PLATFORM, Kind.INITIATIVE], 2)]
)
def test_sites_services_and_projects_are_one_family(first: Kind, second: Kind) -> None:
    """One name is one thing there, whatever each answer calls it."""
    assert len(Case().say(4, "Green Loop", first).say(24, "Green Loop", second).entities()) == 1


@pytest.mark.parametrize(
    "kind", [Kind.PORTAL, Kind.SERVICE, Kind.ORGANISATION, Kind.ACCOUNT, Kind.NETWORK, Kind.POST]
)
def test_an_app_is_never_what_shares_its_name_and_page(kind: Kind) -> None:
    """An app and its portal stay two."""
    case = Case().say(4, "Green Loop", kind, PAGE).say(52, "Green Loop", Kind.APP, PAGE)
    assert [entity.kind for entity in case.entities()] == [kind, Kind.APP]
    assert case.reasons() == []


def test_a_closing_noun_of_a_proper_name_does_not_count() -> None:
    """ "Green Loop" and "Green Loop portal" are one; a single everyday word before the noun is not enough."""
    assert Case().say(4, "Green Loop portal").say(24, "Green Loop").reasons() == ["same-name"]
    assert Case().say(4, "Transport portal").say(24, "Transport").reasons() == []


@pytest.mark.parametrize(
    ("long", "short"),
    [("Porto Alto Night Bus", "Night Bus"), ("Night Bus Porto Alto", "Night Bus"), ("Rain model of Porto Alto", "Rain model"), ("BUPA Porto Alto", "BUPA"), ("Porto Alto OnLine", "OnLine")],
)  # fmt: skip
def test_the_citys_name_beside_a_name_does_not_count(long: str, short: str) -> None:
    """In its own response a city may leave its name out, where what remains tells something."""
    assert Case().say(4, long).say(24, short).reasons() == ["same-name"]
    assert Case().say(4, short).say(24, long).reasons() == ["same-name"]
    assert Case().say(4, long, Kind.APP).say(24, short).reasons() == []


def test_short_forms_with_pages_in_two_domains_are_two_things() -> None:
    """The city's open data and the country's; a page elsewhere in one domain is no hindrance, nor is one name in full."""
    town, state = "https://www.town.example/data", "https://data.state.example"
    city, country = ("Porto Alto Open Data", Kind.PORTAL, town), ("Open Data Portal", Kind.PORTAL)
    assert Case().say(6, *city).say(6, *country, state).reasons() == []
    assert Case().say(6, *city).say(6, *country, "https://data.town.example").reasons() == ["same-name"]
    assert Case().say(6, *city).say(21, "Porto Alto Open Data", Kind.PORTAL, state).reasons() == ["same-name"]


def test_a_single_everyday_word_in_two_answers_joins_nothing() -> None:
    """Mere phrases need two words; "the portal" here is not "the portal" there."""
    assert Case().say(4, "portal", proper=False).say(24, "portal", proper=False).reasons() == []
    case = Case().say(4, "resident card", proper=False).say(24, "resident card", proper=False)
    assert case.reasons() == ["same-name"]


# --- pages --------------------------------------------------------------------------------------------------------


def test_a_mere_phrase_is_what_its_page_is() -> None:
    """The proper name becomes the main one."""
    case = Case().say(4, "permits online", Kind.SERVICE, PAGE, proper=False)
    case.say(24, "Baulotse", Kind.SERVICE, PAGE)
    assert case.reasons() == ["same-page"]
    assert one(case).name == "Baulotse"


def test_two_proper_names_with_one_page_need_a_telling_word() -> None:
    """ "Permit Desk" and "Building Permit Window" share one; words such as "online service" tell nothing."""
    case = (
        Case().say(4, "Permit Desk", Kind.SERVICE, PAGE).say(24, "Building Permit Window", Kind.SERVICE, PAGE)
    )
    assert case.reasons() == ["same-page"]
    case = Case().say(4, "Baulotse", Kind.SERVICE, PAGE).say(24, "Mitmachen", Kind.SERVICE, PAGE)
    assert case.reasons() == []
    case = Case().say(4, "Parking Online Service", Kind.SERVICE, PAGE)
    assert case.say(24, "Library Online Service", Kind.SERVICE, PAGE).reasons() == []


@pytest.mark.parametrize(
    "variant", ["http://town.example/permits", "https://www.town.example/permits/", "TOWN.example/permits"]
)
def test_variants_of_an_address_are_one_page(variant: str) -> None:
    """However it is printed."""
    case = Case().say(4, "Permit Desk", Kind.SERVICE, PAGE).say(24, "Permit Window", Kind.SERVICE, variant)
    assert case.reasons() == ["same-page"]


def test_two_apps_with_one_store_link_stay_two() -> None:
    """Even with a word in common, when one answer lists both."""
    store = "https://store.example/publisher/town"
    case = Case().say(52, "Town Parking", Kind.APP, store).say(52, "Town Library", Kind.APP, store)
    assert len(case.entities()) == 2
    assert case.reasons() == []


def test_a_mere_phrase_is_no_bridge_between_two_proper_names() -> None:
    """It may be either; the two stay two, as they are without it."""
    case = (
        Case()
        .say(4, "Baulotse", Kind.SERVICE, PAGE)
        .say(5, "permits online", Kind.SERVICE, PAGE, proper=False)
    )
    assert len(case.say(24, "Mitmachen", Kind.SERVICE, PAGE).entities()) == 2


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_a_mere_phrase_bridges_nothing_by_any_way(order: tuple[int, ...]) -> None:
    """Neither by two pages, nor by its own words in two answers, in whatever order they come."""
    said = [("Baulotse", "a.example", True), ("permits online", "a.example", False),
            ("permits online", "b.example", False), ("Mitmachen", "b.example", True)]  # fmt: skip
    case = Case()
    for question, at in enumerate(order, 4):
        name, page, proper = said[at]
        case.say(question, name, Kind.SERVICE, page, proper=proper)
    both = {frozenset(said[order[question - 4]][:2] for question, _ in e.mentions) for e in case.entities()}
    assert both == {frozenset({said[0][:2], said[1][:2]}), frozenset({said[2][:2], said[3][:2]})}


def test_two_proper_names_that_share_a_word_meet_beside_a_phrase() -> None:
    """What joins them without the phrase joins them with it."""
    case = Case().say(4, "Permit Desk", Kind.SERVICE, PAGE)
    case.say(5, "forms online", Kind.SERVICE, PAGE, proper=False)
    assert one(case.say(24, "Permit Window", Kind.SERVICE, PAGE)).name == "Permit Desk"


@pytest.mark.parametrize("kind", [Kind.SERVICE, Kind.APP])
def test_the_name_of_the_city_tells_nothing(kind: Kind) -> None:
    """Half of a city's services begin with it; one page in two answers does not make them one."""
    case = Case().say(4, "Porto Alto Parking", kind, PAGE).say(24, "Porto Alto Library", kind, PAGE)
    assert case.reasons() == []
    case = Case().say(4, "Parking Brazil", kind, PAGE).say(24, "Pôrto Library of Brazil", kind, PAGE)
    assert case.reasons() == []
    case = Case().say(4, "Porto Alto Parking", kind, PAGE).say(24, "Parking in Porto Alto", kind, PAGE)
    assert case.reasons() == ["same-page"]


def test_accounts_with_one_address_are_one() -> None:
    """An account is its address."""
    url = "https://social.example/town"
    case = Case().say(30, "Town on Social", Kind.ACCOUNT, url).say(31, "@town", Kind.ACCOUNT, url)
    assert case.reasons() == ["same-account"]


def test_a_site_named_by_its_address_is_the_thing_whose_root_that_is() -> None:
    """And two bare addresses are one; neither becomes the main name beside a proper one."""
    case = (
        Case()
        .say(4, "Open Town", Kind.PORTAL, "https://www.data.town.example/")
        .say(6, "data.town.example", Kind.PORTAL)
    )
    assert (case.reasons(), one(case).name) == (["same-page"], "Open Town")
    case = Case().say(4, "data.town.example", Kind.PORTAL).say(6, "www.data.town.example", Kind.PORTAL)
    assert len(case.entities()) == 1


def test_a_page_below_a_site_is_not_the_site() -> None:
    """Only the root stands for the site."""
    case = Case().say(4, "Permit Desk", Kind.SERVICE, "https://town.example/permits")
    assert len(case.say(6, "town.example", Kind.PORTAL).entities()) == 2


# --- aliases and spellings ----------------------------------------------------------------------------------------


def test_a_name_that_another_gives_as_its_alias_is_the_same() -> None:
    """In either order of the answers."""
    long = ("Resident Information System", Kind.PLATFORM)
    assert Case().say(4, *long, aliases=("RIS",)).say(24, "RIS", Kind.PLATFORM).reasons() == ["alias"]
    assert Case().say(4, "RIS", Kind.PLATFORM).say(24, *long, aliases=("RIS",)).reasons() == ["alias"]
    plan = ("Green Port Plan", Kind.STRATEGY)
    assert Case().say(21, *plan, aliases=("GPP",)).say(23, "GPP", Kind.PORTAL).reasons() == ["alias"]
    assert not Case().say(21, *plan, aliases=("GPP",)).say(23, "GPP", Kind.ORGANISATION).reasons()


def test_a_shared_abbreviation_needs_a_shared_word() -> None:
    """ "RIS" may stand for two things."""
    case = Case().say(4, "Resident Information System", Kind.PLATFORM, aliases=("RIS",))
    case.say(24, "Resident Info", Kind.PLATFORM, aliases=("RIS",))
    assert case.reasons() == ["abbreviation"]
    case = Case().say(4, "Resident Information System", Kind.PLATFORM, aliases=("RIS",))
    assert case.say(24, "River Inspection Survey", Kind.PLATFORM, aliases=("RIS",)).reasons() == []


def test_an_alias_joins_no_app_with_a_service() -> None:
    """Kinds that cannot be one thing stay two."""
    case = Case().say(4, "Resident Information System", Kind.PLATFORM, aliases=("RIS",))
    assert case.say(52, "RIS", Kind.APP).reasons() == []


@pytest.mark.parametrize(
    "dated", ["Town Programme 2021–2027", "Town Programme until 2030", "Town Programme 2027"]
)
def test_a_plan_without_its_years_is_the_only_one_with_them(dated: str) -> None:
    """The years join where one name has them, and the programme asked for as a strategy stays one; of two with years, neither."""
    case = Case().say(21, dated, Kind.STRATEGY).say(38, "Town Programme", Kind.INITIATIVE)
    (entity,) = case.entities()
    assert entity.kind is Kind.STRATEGY
    assert len(case.say(39, "Town Programme 2014–2020", Kind.STRATEGY).entities()) == 3
    assert (
        len(Case().say(21, "Green Town 2030", Kind.STRATEGY).say(24, "Green Town", Kind.STRATEGY).entities())
        == 2
    )


def test_a_spelling_with_a_letter_more_is_the_same() -> None:
    """Long proper names only, and never when the letter is a digit."""
    assert Case().say(4, "Town Gardens").say(24, "Town Garden").reasons() == ["spelling-variant"]
    assert Case().say(4, "Metros").say(24, "Metro").reasons() == []
    assert Case().say(4, "Town Council 1").say(24, "Town Council 12").reasons() == []
    assert Case().say(4, "Town Gardens", proper=False).say(24, "Town Garden", proper=False).reasons() == []


# --- organisations and laws ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    ["Health Department of Porto Alto", "Porto Alto Health Department", "Porto Alto City Health Department",
     "The Health Department", "Health Department of the City of Porto Alto", "Health Department, Municipality of Porto Alto"],
)  # fmt: skip
def test_a_public_body_is_the_same_without_the_citys_name(other: str) -> None:
    """The city's name, "city" and "municipality" do not count there."""
    case = Case().say(12, "Health Department", Kind.ORGANISATION).say(15, other, Kind.ORGANISATION)
    assert case.reasons() == ["same-name"]


def test_the_citys_name_counts_for_other_things_and_bodies_stay_apart() -> None:
    """A portal "Porto Alto Data" is not "Data"; two departments are two."""
    assert Case().say(4, "Porto Alto Data").say(24, "Data").reasons() == []
    case = Case().say(12, "Health Department", Kind.ORGANISATION)
    assert case.say(15, "Housing Department", Kind.ORGANISATION).reasons() == []


def law(number: str, date: str = "", level: str = "national", title: str = "") -> tuple[str, str, str, str]:
    """The fields of a law, with the ones that a case is about first."""
    return title, number, date, level


def cite(first: tuple[str, str, str, str], second: tuple[str, str, str, str]) -> Case:
    """Two citations in two answers."""
    case = Case().say(18, first[0] or f"Law {first[1]}", Kind.LEGISLATION, law=first)
    return case.say(24, second[0] or f"Act no. {second[1]}", Kind.LEGISLATION, law=second)


def test_laws_are_one_by_their_number() -> None:
    """Whatever words surround it; a bare number needs the same year."""
    assert cite(law("13.709/2018"), law("13.709/2018", title="Data Protection Act")).reasons() == [
        "same-law-number"
    ]
    assert cite(law("1050", "2018-12-05"), law("1050", "2018")).reasons() == ["same-law-number"]
    assert cite(law("1050", "2018"), law("1050", "1999")).reasons() == []
    assert cite(law("13.709/2018"), law("13.710/2018")).reasons() == []


def test_one_number_at_two_levels_is_two_laws() -> None:
    """The city's ordinance 7 of 2020 is not the nation's law 7 of 2020."""
    assert cite(law("7/2020"), law("7/2020", level="local")).reasons() == []


def test_laws_without_number_are_one_by_their_title() -> None:
    """And one with a number joins one that is named by title alone."""
    titled = law("", title="Data Protection Act")
    assert cite(titled, titled).reasons() == ["same-name"]
    assert cite(law("12/2018", title="Data Protection Act"), titled).reasons() == ["same-name"]


def test_one_title_with_two_numbers_is_two_laws() -> None:
    """A new act often takes the title of the one that it replaces."""
    old, new = law("29/1998", title="Data Protection Act"), law("12/2018", title="Data Protection Act")
    assert cite(old, new).reasons() == []


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (("", "2019-12-20"), ("", "2020-12-18"), False),
        (("", "2019-12-20"), ("", "2019"), True),
        (("", "2018"), ("12/2018", ""), True),
        (("", "1998"), ("12/2018", "2018-12-05"), False),
        (("1050", "2018-12-05"), ("1050/2018", ""), True),
        (("13.709", ""), ("13709/2018", ""), True),
        (("152-FZ", "2006-07-27"), ("No. 152", ""), True),
        (("7", "2019"), ("7", "2021"), False),
    ],
)
def test_laws_of_one_title_are_told_apart_by_number_and_year(
    first: tuple[str, str], second: tuple[str, str], one: bool
) -> None:
    """One citation may say less than the other; neither may say another thing."""
    laws = (law(number, date, title="Budget Act") for number, date in (first, second))
    assert bool(cite(*laws).reasons()) is one


def test_a_title_alone_is_no_bridge_between_two_laws() -> None:
    """It joins one of them, and the two stay two."""
    laws = [law("29/1998", title="Data Act"), law("", title="Data Act"), law("12/2018", title="Data Act")]
    for order in permutations(laws):
        case = Case()
        for question, item in enumerate(order, 18):
            case.say(question, "Data Act", Kind.LEGISLATION, law=item)
        assert len(case.entities()) == 2


def test_the_slug_of_a_law_is_its_number_and_year() -> None:
    """So that two cities mint one IRI for one national law; without number, its name."""
    laws = [
        law("1050", "2018-12-05"),
        law("13.709/2018", "2018"),
        law("152-FZ", "2006-07-27"),
        law("12/2018"),
    ]
    slugs = [one(Case().say(18, "Act", Kind.LEGISLATION, law=item)).slug for item in laws]
    assert slugs == ["1050-2018", "13-709-2018", "152-fz-2006", "12-2018"]
    assert one(Case().say(18, "Data Act", Kind.LEGISLATION, law=law("", title="Data Act"))).slug == "data-act"


# --- the entity ---------------------------------------------------------------------------------------------------


def test_the_main_name_is_proper_then_described_then_linked_then_first() -> None:
    """Of equal names, the first as written."""
    case = (
        Case()
        .say(4, "PERMIT DESK")
        .say(5, "Permit desk", Kind.SERVICE, PAGE)
        .say(6, "Permit Desk", described=True)
    )
    assert one(case).name == "Permit Desk"
    case = Case().say(4, "PERMIT DESK").say(5, "Permit desk", Kind.SERVICE, PAGE)
    assert one(case).name == "Permit desk"


def test_the_kind_is_what_a_description_states() -> None:
    """Before what an earlier answer merely lists."""
    case = Case().say(4, "Green Loop", Kind.PORTAL).say(24, "Green Loop", Kind.INITIATIVE, described=True)
    assert one(case).kind is Kind.INITIATIVE


def test_two_things_with_one_slug_keep_two() -> None:
    """The second gets a hash behind it, the same each time."""
    case = Case().say(4, "portal", proper=False).say(24, "portal", proper=False)
    first, second = (entity.slug for entity in case.entities())
    assert first == "portal"
    assert second.startswith("portal-")
    assert [entity.slug for entity in case.entities()] == [first, second]


def test_nothing_gives_nothing() -> None:
    """Answers without a name have no entity."""
    assert resolve(Case().say(4, "x").response(), [Mentions(4)]) == ()


def everything() -> Case:
    """A response in which every rule has work."""
    case = (
        Case()
        .say(4, "Permit Desk", Kind.SERVICE, PAGE)
        .say(4, "Open Town", Kind.PORTAL, "https://data.town.example")
    )
    case.say(5, "permits online", Kind.SERVICE, PAGE, proper=False).say(6, "data.town.example", Kind.PORTAL)
    case.say(12, "Health Department", Kind.ORGANISATION).say(
        15, "Health Department of Porto Alto", Kind.ORGANISATION
    )
    case.say(18, "Act", Kind.LEGISLATION, law=law("12/2018")).say(
        24, "Law", Kind.LEGISLATION, law=law("12/2018")
    )
    case.say(24, "Resident Information System", Kind.PLATFORM, aliases=("RIS",)).say(25, "RIS", Kind.PLATFORM)
    case.say(30, "Town", Kind.ACCOUNT, "s.example/t").say(31, "@t", Kind.ACCOUNT, "s.example/t")
    return case.say(40, "Town Gardens").say(41, "Town Garden").say(52, "Permit Desk", Kind.APP, PAGE)


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_answers_come_is_of_no_account(chance: random.Random) -> None:
    """They are taken by number."""
    case = everything()
    shuffled = case.mentions()
    chance.shuffle(shuffled)
    assert resolve(case.response(), shuffled) == case.entities()


def test_every_merge_has_a_reason_and_every_mention_one_entity() -> None:
    """As many merges as mentions that joined an earlier one; nothing is lost or doubled."""
    entities = everything().entities()
    mentions = [at for entity in entities for at in entity.mentions]
    assert len(mentions) == len(set(mentions)) == 15
    for entity in entities:
        assert len(entity.merges) == len(entity.mentions) - 1
        assert all(merge.reason and merge.mention != merge.with_ for merge in entity.merges)
    assert {m.reason for e in entities for m in e.merges} == {
        "same-page", "same-name", "same-law-number", "alias", "same-account", "spelling-variant",
    }  # fmt: skip


def test_entities_of_the_examples_hold_what_is_promised(built: tuple[Built, ...]) -> None:
    """The same on whole responses: one entity for each mention, a merge for each that joined, slugs apart."""
    for response in built:
        mentions = [at for entity in response.entities for at in entity.mentions]
        expected = [(m.question, i) for m in response.mentions for i in range(len(m.names))]
        assert sorted(mentions) == sorted(expected)
        assert all(len(e.merges) == len(e.mentions) - 1 for e in response.entities)
        assert len({(e.kind, e.slug) for e in response.entities}) == len(response.entities)


def test_many_mentions_take_no_long_time() -> None:
    """Twenty thousand mentions of one phrase, and as many of one page, are done in seconds."""
    case = Case()
    for number in range(20_000):
        case.say(1 + number % 50, f"Desk {number % 7}", Kind.SERVICE, PAGE, proper=number % 2 == 0)
    assert len(case.entities()) >= 1


def test_a_plan_without_its_years_and_its_city_is_the_dated_one() -> None:
    """The city may leave out both; of two dated plans none is meant."""
    long, other = "Porto Alto Digital Strategy 2021-2026", "Porto Alto Digital Strategy 2015-2020"
    case = Case().say(21, long, Kind.STRATEGY).say(22, "Digital Strategy", Kind.STRATEGY)
    assert case.reasons() == ["same-name"]
    assert case.say(23, other, Kind.STRATEGY).reasons() == []


@pytest.mark.parametrize(
    ("titles", "bare", "one"),
    [
        ([("12", "2018", "Data Act")], ("12", "", ""), True),
        ([("12", "2018-05-03", "Data Act")], ("12", "", ""), True),
        ([("12", "", "Data Act")], ("12", "", ""), True),
        ([("12", "2018", "Data Act")], ("12", "2019", ""), False),
        ([("12", "2018", "Data Act")], ("13", "", ""), False),
        ([("12", "2018", "Data Act"), ("12", "2003", "Road Act")], ("12", "", ""), False),
    ],
)
def test_a_law_cited_again_by_its_number_alone_is_the_only_one_of_that_number(
    titles: list[tuple[str, str, str]], bare: tuple[str, str, str], one: bool
) -> None:
    """Also where the paragraph speaks of another level, before or behind the whole citation; of two laws it is neither."""
    laws = [law(number, date, title=title) for number, date, title in titles]
    for level in ("national", "local"):
        for order in ([*laws, law(*bare[:2], level=level)], [law(*bare[:2], level=level), *laws]):
            case = Case()
            for question, item in enumerate(order, 18):
                case.say(question, item[0] or f"Act {item[1]}", Kind.LEGISLATION, law=item)
            found = case.entities()
            assert len(found) == len(laws) + (not one)
            assert not one or found[0].name == titles[0][2]
