"""Personal data stays out of every export; the private file alone has it."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from lgq_graph.library import build, write_contacts
from lgq_graph.model import Block, Document
from lgq_graph.pipeline import respond
from lgq_graph.publish import files_of
from lgq_graph.questionnaire import load_questionnaire

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


# --- what the contact questions gave, wherever else it stands -----------------------------------------------------


def _texts(name: str, mail: str, phone: str, said: str) -> str:
    """All public text of the example after a contact was filled in and `said` was put into a free answer."""
    text = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
    for number, given in ((10, name), (13, mail), (14, phone)):
        text = re.sub(rf"(?m)^({number}\. .*\n\n).*$", lambda m, new=given: m[1] + new, text, count=1)
    text = re.sub(r"(?m)^(21\. .*\n\n)", lambda m: f"{m[1]}{said} ", text, count=1)
    blocks = tuple(Block(line, n) for n, line in enumerate(text.splitlines(), 1) if line.strip())
    answers = respond(Document("planted.txt", blocks), load_questionnaire("2022")).answers
    return "\n".join(answer.text for answer in answers)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Testa Exampla", "Ask TESTA EXAMPLA."),
        ("Testa Exampla", "Ask Ms Exampla, Testa."),
        ("Testa Exampla", "Ask Testa\u00a0Exampla."),
        ("Testa Maria Exampla", "Ask Testa Exampla."),
        ("Testa Exampla", "Ask Testa M. Exampla."),
        ("Ms. Testa Exampla", "Ask Testa Exampla."),
        ("Dr Testa Exampla (CIO)", "Ask Testa Exampla."),
        ("Testa Exampla, Chief Digital Officer", "Ask Testa Exampla."),
        ("EXAMPLA, Testa", "Ask Testa Exampla."),
        ("Testa Exampla / Testo Examplo", "Ask Testa Exampla."),
        ("Testa Exampla and Testo Examplo", "Ask Testa Exampla."),
        ("Téstà Exâmpla", "Ask Testa Exampla."),
    ],
)
def test_a_name_given_as_contact_is_withheld_elsewhere(given: str, said: str) -> None:
    """In another order, in capitals, without a middle name; and though a title, a post or a second person stood by it."""
    assert "exampla" not in _texts(given, "N/A", "N/A", said).casefold()


@pytest.mark.parametrize(
    ("mail", "said"),
    [
        ("testa@town.example", "Write to testa@town.example for a copy."),
        ("testa@town.example", "Write to <TESTA@town.example>."),
        ("testa@münchen.example", "Write to testa@münchen.example."),
        ("testa(at)town.example", "Write to testa(at)town.example or testa [at] town [dot] example."),
        ("testa @ town.example", "Write to testa @ town.example."),
    ],
)
def test_an_e_mail_given_as_contact_is_withheld_elsewhere(mail: str, said: str) -> None:
    """However its @ is written."""
    assert "testa" not in _texts("N/A", mail, "N/A", said).casefold()


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("+358 40 555 0123", "The director answers at +358 40 555 0123."),
        ("+358 40 555 0123", "The director answers at +358405550123."),
        ("+358 40 555 0123", "More is known under 040 555 0123."),
        ("2345 6789", "More is known under 2345 6789."),
        ("040 555 0123", "Call 040 555 0123."),
    ],
)
def test_a_phone_given_as_contact_is_withheld_elsewhere(phone: str, said: str) -> None:
    """Also a local number, and one after a word for a public line: it was given as a person's."""
    public = re.sub(r"\D", "", _texts("N/A", "N/A", phone, said))
    assert re.sub(r"\D", "", phone)[-7:] not in public


@pytest.mark.parametrize("said", ["Dial 112 in an emergency.", "The call centre answers at +358 3 565 600."])
def test_public_lines_stay(said: str) -> None:
    """What is there for everybody is public, by rule."""
    assert said in _texts("N/A", "N/A", "N/A", said)
