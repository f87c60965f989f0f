"""Personal data stays out of every export; the private file alone has it."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from lgq_graph.library import build, write_contacts
from lgq_graph.publish import files_of

from .conftest import EXAMPLES, REAL

PLANTED = ["Testa Exampla", "testa.exampla@town.example", "+358 40 555 0123"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example with a made-up person in the contact part and in free text."""
    text = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
    name, mail, phone = PLANTED
    text = re.sub(r"(?m)^(39\. .*\n\n?).*$", rf"\1{name}", text, count=1)
    text = re.sub(r"(?m)^(21\. .*\n\n?)", rf"\1Ask {name}, director, at {mail} or {phone}. ", text, count=1)
    path = tmp_path_factory.mktemp("planted") / "planted.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_planted_data_is_in_no_export(planted: Path, tmp_path: Path) -> None:
    """Not in any literal of any format, and all of it in the private file, which only its owner may read."""
    graph = build([planted])
    public = "\n".join(data.decode() for data in files_of(graph.store).values())
    for piece in PLANTED:
        assert piece not in public
    contacts = tmp_path / "contacts.csv"
    write_contacts(graph.built, contacts)
    private = contacts.read_text(encoding="utf-8")
    assert all(piece in private for piece in PLANTED)
    assert stat.S_IMODE(contacts.stat().st_mode) == 0o600


@pytest.mark.skipif(not REAL, reason="../shared with a real response is not at hand")
def test_no_contact_of_the_real_response_is_in_any_export() -> None:
    """No name, e-mail or phone number that was withheld stands in any export."""
    graph = build([REAL[0]])
    withheld = [item.text for item in graph.built[0].response.withheld]
    public = "\n".join(data.decode() for data in files_of(graph.store).values())
    assert len(withheld) >= 5
    assert not [text for text in withheld if text in public]
