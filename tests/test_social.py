"""Links to social networks: whose page it is, whose account, and which networks a text names."""

from __future__ import annotations

import re

import pytest

from lgq_graph.social import _networks, account_name, host_of, network_of, networks_named


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Town.example/a", "town.example"),
        ("town.example?x=1", "town.example"),
        ("http://town.example:8080/", "town.example"),
        ("https://town.example#top", "town.example"),
        ("", ""),
    ],
)
def test_a_host_is_found(url: str, host: str) -> None:
    """In lower case, without scheme, `www.`, port, path, query and fragment."""
    assert host_of(url) == host


def test_every_network_has_one_page_of_its_own() -> None:
    """Whichever of its hosts a link leads to: accounts are grouped by it."""
    for one, other in (("fb.com/town", "m.facebook.com/town"), ("youtu.be/a", "youtube.com/@town")):
        assert network_of(one).home == network_of(other).home
    assert network_of("youtu.be/a").home == "https://youtube.com/"
    assert all(re.fullmatch(r"https://[\w.-]+/", network.home) for network in _networks())


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.facebook.com/town", "Facebook"),
        ("https://m.facebook.com/town", "Facebook"),
        ("https://de-de.facebook.com/town", "Facebook"),
        ("fb.com/town", "Facebook"),
        ("https://twitter.com/town", "X (Twitter)"),
        ("https://x.com/town", "X (Twitter)"),
        ("https://youtu.be/abc", "YouTube"),
        ("https://t.me/town", "Telegram"),
        ("https://www.instagram.com/town/", "Instagram"),
    ],
)
def test_a_network_is_known_by_its_hosts(url: str, name: str) -> None:
    """By each host, and any host under it."""
    network = network_of(url)
    assert network is not None
    assert network.name == name


@pytest.mark.parametrize(
    "url",
    ["https://notfacebook.com/a", "https://facebook.com.town.example/", "https://town.example/facebook.com",
     "https://max.example", "https://netflix.com", "", "https://", "com"],
)  # fmt: skip
def test_other_sites_are_no_network(url: str) -> None:
    """A host that merely ends, begins or goes on like one is another's."""
    assert network_of(url) is None


@pytest.mark.parametrize(
    ("url", "account"),
    [
        ("https://facebook.com/cityoftown", "cityoftown"),
        ("https://facebook.com/cityoftown/?ref=page", "cityoftown"),
        ("https://www.youtube.com/@cityoftown", "cityoftown"),
        ("https://www.youtube.com/channel/UCtown", "UCtown"),
        ("https://www.youtube.com/user/town#x", "town"),
        ("https://linkedin.com/company/town/", "town"),
        ("https://facebook.com/profile.php?id=1", ""),
        ("https://facebook.com", ""),
        ("https://facebook.com/", ""),
    ],
)
def test_an_account_is_what_the_path_names(url: str, account: str) -> None:
    """Not the words that every address of the network has; empty when the address names none."""
    assert account_name(url) == account


def test_networks_named_stand_where_they_are_said_to() -> None:
    """Each with its place in the text and one name for its several spellings."""
    text = "We post on Youtube, YouTube and Twitter (since 2012), and on FB."
    found = [(span.of(text), network.name) for span, network in networks_named(text)]
    assert found == [
        ("Youtube", "YouTube"),
        ("YouTube", "YouTube"),
        ("Twitter", "X (Twitter)"),
        ("FB", "Facebook"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "See facebook.com/town.",
        "We face books.",
        "@Telegram",
        "MyFacebooks",
        "the telegram arrived",
        "Telegram-like",
    ],
)
def test_a_name_within_another_word_is_none(text: str) -> None:
    """An address, a handle, a longer word and a word in small letters name no network."""
    assert list(networks_named(text)) == []
