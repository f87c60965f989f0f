"""Links to social networks: whose page it is, whose account, and which networks a text names."""

from __future__ import annotations

import re

import pytest

from lgq_graph.social import _networks, account_name, host_of, is_post, network_of, networks_named


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
        ("https://x.com/town/status/123", "town"),
        ("https://twitter.com/town/with_replies", "town"),
        ("https://facebook.com/town/posts/99?x=y", "town"),
        ("https://facebook.com/pages/Town/123456", "Town"),
        ("https://facebook.com/groups/town/permalink/7", "town"),
        ("https://www.instagram.com/town/reel/Ab12/", "town"),
        ("https://www.instagram.com/p/Ab12/", ""),
        ("https://www.youtube.com/@town/videos", "town"),
        ("https://www.youtube.com/watch?v=abc", ""),
        ("https://youtu.be/abc", ""),
        ("https://www.tiktok.com/@town/video/123", "town"),
        ("https://t.me/s/town/55", "town"),
        ("https://vk.com/wall-12_345", ""),
        ("https://vk.com/town", "town"),
        ("https://www.flickr.com/photos/town/5123/", "town"),
        ("https://www.linkedin.com/company/town/posts/", "town"),
        ("https://www.linkedin.com/posts/town_news-1", ""),
        ("https://mastodon.social/@town/11", "town"),
        ("https://bsky.app/profile/town.example/post/3k", "town.example"),
        ("https://x.com/hashtag/town", ""),
        ("https://blog.naver.com/town/223", "town"),
    ],
)
def test_an_account_is_what_the_path_names(url: str, account: str) -> None:
    """Not the words that every address of the network has; empty when the address names none."""
    assert account_name(url) == account


POSTS = """x.com/town/status/123 twitter.com/hashtag/town facebook.com/town/posts/99 facebook.com/events/12 facebook.com/story.php?id=1
facebook.com/town/photos/a.1/2 instagram.com/p/Ab12 instagram.com/town/reel/Ab12 youtube.com/watch?v=a youtu.be/abc youtube.com/shorts/abc
tiktok.com/@town/video/123 t.me/town/55 vk.com/wall-12_345 flickr.com/photos/town/5123 linkedin.com/posts/town_news-1
mastodon.social/@town/11 bsky.app/profile/town.example/post/3k blog.naver.com/town/223 reddit.com/r/town/comments/ab/title""".split()
ACCOUNTS = """x.com/town facebook.com/town facebook.com/town/ facebook.com/profile.php?id=1 facebook.com/pages/Town/123456 facebook.com/town/photos
instagram.com/town youtube.com/@town/videos youtube.com/channel/UCtown youtube.com/c/town tiktok.com/@town t.me/town t.me/s/town vk.com/town
flickr.com/photos/town linkedin.com/company/town/posts weibo.com/u/123 ok.ru/group/123 mastodon.social/@town bsky.app/profile/town.example
reddit.com/r/town""".split()


@pytest.mark.parametrize(
    ("url", "post"), [*((url, True) for url in POSTS), *((url, False) for url in ACCOUNTS)]
)
def test_a_post_is_told_from_the_account(url: str, post: bool) -> None:
    """By the part of its path that says so, or by its number after the account."""
    assert is_post(f"https://www.{url}") is is_post(url) is post


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
