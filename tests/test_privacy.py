"""Personal data stays out of every export; the private file alone has it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner

from lgq_graph.align import align
from lgq_graph.cli import app
from lgq_graph.errors import InputError, LgqError, OutputError
from lgq_graph.library import build, write_contacts
from lgq_graph.model import Block, Document, Kind
from lgq_graph.pipeline import Built, respond
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


VARIANTS = """Ask M. Exampla-Testova, Ms Testova, Testova M. or TESTOVA.
Exampla-Testova, Maria heads it; Mariya Téstova too; Мария Тестова too.
See https://city.example/staff/maria-testova and <https://linkedin.com/in/mtestova>.
Staff portal – https://city.example/people/MariaTestova?from=maria.testova%40town.example
- Street Reports by M. Testova – a mobile app for residents: https://app.city.example/m_testova
Write to maria.testova (at) town (dot) example, maria[at]testova.example, mailto:testova@town.example or @mtestova.
Mayor Jan Mustermuster, Dr. Mustermuster, and Jan Mustermuster, Chief Digital Officer, signed by Jan Mustermuster.
The head: tel. 0405 550 199, mobile +358 40 555 0199, WhatsApp: 0405 550199 ext. 7."""
LEAKS = re.compile(r"testov|exampla\b|тестов|muster|555\s?01", re.I)


def _planted_everywhere(folder: Path) -> Path:
    """An example whose free answers, posts and tick boxes name people in many ways, in a file of a person's name."""
    text = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(10\. .*\n\n).*$", r"\1Maria Exampla-Testova", text, count=1)
    text = re.sub(r"(?m)^((?:11|12|40|42)\. .*\n\n)", r"\1Maria Testova, ", text)
    text = re.sub(
        r"(?m)^((?:3|4|5|6|7|8|15|18|20|21|23|24|25|26|27|28|31|36|37|38)\. .*\n\n)",
        lambda m: m[1] + VARIANTS + "\n",
        text,
    )
    text = re.sub(r"(?m)^(☒ .*)$", r"\1 (Testova M.)", text)
    path = folder / "response_Maria_Exampla-Testova.TXT"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_way_to_name_a_person_reaches_any_export(tmp_path: Path) -> None:
    """No literal and no IRI of any format has a word of the names, whatever the form, question or file; the posts stay."""
    graph = build([_planted_everywhere(tmp_path)])
    for name, data in files_of(graph.store).items():
        leaked = LEAKS.search(
            unquote(data.decode("unicode_escape" if name.endswith((".nt", ".nq")) else "utf-8"))
        )
        assert not leaked, (name, leaked)
    posts = {e.name for item in graph.built for e in item.entities if e.kind is Kind.POST}
    assert "Chief Digital Officer" in posts
    assert not [e.name for item in graph.built for e in item.entities if "withheld" in e.name.casefold()]
    assert not [
        q for q in graph.store.quads() if "withheld" in str(q.subject) and "code/" not in str(q.subject)
    ]


def test_the_name_of_the_file_changes_nothing(tmp_path: Path) -> None:
    """The source is named by city, edition and format, so that the same response gives the same bytes from any file."""
    data = (EXAMPLES / "tampere-2022.txt").read_bytes()
    exports = []
    for name in ("Maria Testova.txt", "other.TXT"):
        (tmp_path / name).write_bytes(data)
        exports.append(files_of(build([tmp_path / name]).store))
    assert exports[0] == exports[1]
    assert b'"fi-tampere-2022.txt"' in exports[0]["lgq.nq"]


def test_an_error_still_names_the_file(tmp_path: Path) -> None:
    """Whoever has the file may read its name."""
    file = tmp_path / "Maria Testova.txt"
    file.write_text("nothing of the form", encoding="utf-8")
    with pytest.raises(InputError, match=r"Maria Testova\.txt"):
        build([file])


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
    planted = Document("planted.txt", blocks)
    answers = respond(planted, align(planted, load_questionnaire("2022"))).answers
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


# --- the private file ---------------------------------------------------------------------------------------------


def test_the_private_file_is_written_whole_or_not_at_all(
    built: tuple[Built, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that fails leaves the file of before as it was, and nothing beside it."""
    path = tmp_path / "contacts.csv"
    path.write_text("city,edition,question,what,text\nold", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_contacts(built, path)
    assert [p.name for p in tmp_path.iterdir()] == ["contacts.csv"]
    assert path.read_text(encoding="utf-8").endswith("old")


def test_no_other_file_is_written_over(built: tuple[Built, ...], tmp_path: Path) -> None:
    """Whoever names the response itself by mistake still has it; what an earlier build wrote is replaced."""
    response, private = tmp_path / "tampere.txt", tmp_path / "contacts.csv"
    response.write_bytes((EXAMPLES / "tampere-2022.txt").read_bytes())
    for path in (response, tmp_path / "graph" / "private.csv"):
        words = ["build", str(response), "-o", str(tmp_path / "graph"), "--contacts", str(path)]
        assert isinstance(CliRunner().invoke(app, words).exception, LgqError)
    assert response.read_bytes() == (EXAMPLES / "tampere-2022.txt").read_bytes()
    assert not (tmp_path / "graph").exists()
    assert write_contacts(built, private) == write_contacts(built, private) > 0


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are a matter of POSIX")
def test_only_a_file_is_replaced(built: tuple[Built, ...], tmp_path: Path) -> None:
    """A folder, a link to one, a pipe, a path below a file: a clear error, and all as it was."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.rglob("*"))
    for name in ("folder", "link", "pipe", "file/contacts.csv"):
        with pytest.raises(OutputError) as caught:
            write_contacts(built, tmp_path / name)
        assert caught.value.hint
        assert name in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_is_built_when_the_private_file_cannot_be_written(tmp_path: Path) -> None:
    """The path is looked at first: no store is left behind."""
    store, words = (
        tmp_path / "store",
        ["build", str(EXAMPLES / "tampere-2022.txt"), "--contacts", str(tmp_path)],
    )
    result = CliRunner().invoke(app, [*words, "-o", str(store)])
    assert isinstance(result.exception, OutputError)
    assert not store.exists()
