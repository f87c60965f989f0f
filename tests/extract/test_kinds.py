"""Kinds that the question and the list tell, and networks that give no account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract.kinds import kind_of_description, kind_of_name
from lgq_graph.extract.names.networks import is_unused, shortened
from lgq_graph.model import Kind, Mentions, Span

Read = Callable[..., Mentions]
PAGE, SITE = "https://city.example/p", "https://fees.example"


@pytest.mark.parametrize(
    "item",
    [
        f"1.- Hora Previa ({PAGE}): hora en las oficinas",
        f"1.) Market Fees Online\n{PAGE}\nStall holders settle what they owe.",
        f"1) Volante de Residencia: {PAGE}",
        f"• Grave Plots – {PAGE}",
        f"a) Dog Licence Online: {PAGE}",
        "a) House Tax Account – no address yet",
        "- Water Meter Readings: sent once a year",
        f"i.) Nursery Places ({PAGE})",
    ],
)
def test_items_of_a_list_of_e_services_are_services(read: Read, item: str) -> None:
    """Whatever is got on a page of the portal, in a list under the question on e-services, is a service."""
    name = read(f"The portal offers:\n{item}", 4).names[0]
    assert name.kind is Kind.SERVICE
    assert name.name[0].isalpha()


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (f"1. Transport Portal: {PAGE}", Kind.PORTAL),
        (f"1. TownOne: {SITE}", Kind.PORTAL),
        (f"1. Town Library Online: {SITE}", Kind.PORTAL),
        (f"1. Dog Licence Online: {SITE}", Kind.SERVICE),
        (f"1. Town E-Services: {SITE}", Kind.PORTAL),
        (f"1. Town in the Pocket ({PAGE}), the mobile app of the city", Kind.APP),
    ],
)
def test_sites_and_apps_in_that_list_are_none(read: Read, item: str, kind: Kind) -> None:
    """A noun, or a site of its own, tells otherwise."""
    assert read(f"The city offers:\n{item}", 4).names[0].kind is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Market Fees Online", Kind.SERVICE),
        ("Licencias de Obra en Línea", Kind.SERVICE),
        ("Sede electrónica del Ayuntamiento de Tal", Kind.PORTAL),
        ("Comisión del Agua", Kind.ORGANISATION),
        ("Online", None),
    ],
)
def test_names_tell_their_kind_by_their_head(name: str, kind: Kind | None) -> None:
    """What a name ends or opens with tells, not the body that owns it."""
    assert kind_of_name(name) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("school admission, open in June", None),
        ("presentación de proyectos y planos", None),
        ("la aplicación móvil que suma autobús y tranvía", Kind.APP),
        ("a platform for consultations", Kind.PLATFORM),
        ("a project funded by the bank", Kind.INITIATIVE),
    ],
)
def test_a_noun_that_only_modifies_tells_no_kind(text: str, kind: Kind | None) -> None:
    """The head of a description tells what a thing is."""
    assert kind_of_description(text) is kind


def _unused(text: str, name: str) -> bool:
    at = text.index(name)
    return is_unused(text, Span(at, at + len(name)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TikTok is not used", "TikTok"),
        ("TikTok no se utiliza.", "TikTok"),
        ("TikTok n'est pas utilisé", "TikTok"),
        ("We do not use Facebook, TikTok or Snapchat.", "Snapchat"),
        ("LinkedIn: under preparation", "LinkedIn"),
        ("An account on Threads is planned", "Threads"),
        ("We plan to open a Threads channel", "Threads"),
        ("TikTok (planned)", "TikTok"),
        ("TikTok is under study.", "TikTok"),
        ("no account on TikTok yet", "TikTok"),
        ("Instagram was closed in 2021", "Instagram"),
        ("Não usamos TikTok", "TikTok"),
        ("WhatsApp: none", "WhatsApp"),
    ],
)
def test_a_network_that_is_not_used_gives_no_account(read: Read, text: str, name: str) -> None:
    """Denied, planned or closed: no account, neither in a list nor in a sentence."""
    assert _unused(text, name)
    assert name not in [found.name for found in read(text, 36).names]
    assert name not in [
        found.name for found in read(f"- YouTube: https://youtube.com/@town\n- {text}", 36).names
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We use Facebook, but not for notices", "Facebook"),
        ("Not only Facebook but also Instagram", "Facebook"),
        ("Facebook (no paid notices)", "Facebook"),
        ("We do not answer by phone but on Facebook", "Facebook"),
        ("Facebook is considered the most useful", "Facebook"),
        ("Twitter is closed to comments", "Twitter"),
        ("Instagram – 12,000 followers, not counting groups", "Instagram"),
        ("people who do not use the portal can write on WhatsApp", "WhatsApp"),
        ("Twitter and Facebook are used, TikTok is not.", "Twitter"),
        ("We do not use it at night. Facebook is ours", "Facebook"),
        ("We plan to stay on Facebook", "Facebook"),
    ],
)
def test_a_network_that_is_used_gives_one(read: Read, text: str, name: str) -> None:
    """Denials of something else leave the account."""
    assert not _unused(text, name)
    assert name in [found.name for found in read(text, 36).names]


def test_a_remark_is_no_part_of_an_account(read: Read) -> None:
    """The network names the account, not what is said behind a comma; one with a link has no twin without."""
    text = "Threads, since spring, no link"
    assert shortened(text, Span(0, len(text))).of(text) == "Threads"
    found = read(
        "Facebook is where people are: the page of the town (https://www.facebook.com/town) has 9 fans.", 36
    )
    assert len([name for name in found.names if name.kind is Kind.ACCOUNT]) == 1
