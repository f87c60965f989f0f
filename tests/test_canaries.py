"""Canaries in every personal field, in free text and in the metadata of every format: no public byte has one of them."""

from __future__ import annotations

import base64
import email.mime.multipart
import email.mime.text
import gzip
import io
import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from pypdf import PdfReader, PdfWriter

from lgq_graph.library import build, write_contacts
from lgq_graph.publish import FORMATS

from .canaries import found_in, found_in_folder
from .conftest import EXAMPLES, ROOT
from .make_docx import LAYOUTS, response
from .make_page import MARKDOWN, PAGES
from .make_print import PRINTS
from .make_table import DELIMITED, WORKBOOKS

FIELDS = {10: "Vexilda Quorbane", 13: "v.quorbane@kanarie.example", 14: "+999 77 4113 0955",
          39: "Drusmela Otterwaal", 41: "otterwaal.d@kanarie.example", 42: "+999 77 4335 0977"}  # fmt: skip
"""What the questions for a person are answered with."""
SAID = (
    "For more contact Ms Ombrelith Zaktuva at o.zaktuva@kanarie.example, +999 77 4224 0966. Prepared by Tirsavel Umbrokk. "
    "Mayor Wexforda Yandrill said so. See https://www.linkedin.com/in/hobrint-zulfam and mailto:jeskwin@kanarie.example?subject=Hi. "
    "Write to pulvex.arrano (at) kanarie (dot) example, home address: 7 Qwelmarko Lane, Oldtown. Vexilda Quorbane heads it, Quorbane too.\n"
    "Kind regards\nIlmorra Pexquist"
)
TOKENS = (
    "Vexilda Quorbane Drusmela Otterwaal Ombrelith Zaktuva Tirsavel Umbrokk Wexforda Yandrill hobrint zulfam jeskwin pulvex arrano"
    " Qwelmarko Ilmorra Pexquist kanarie 41130955 42240966 43350977"
).split()
"""No public byte may have one of these, whatever the format."""
META = "Qxmeta"
"""What all words of metadata begin with: authors, companies, properties, comments, names of files."""
EXAMPLE = (EXAMPLES / "tampere-2022.txt").read_text(encoding="utf-8")


def planted(text: str = EXAMPLE) -> str:
    """The example with the fields filled in and free text under three questions."""
    for number, given in FIELDS.items():
        text, times = re.subn(
            rf"(?m)^({number}\. .*\n\n?).*$", lambda m, new=given: m[1] + new, text, count=1
        )
        assert times == 1, number
    return re.sub(r"(?m)^((?:18|21|24)\. .*\n\n)", lambda m: f"{m[1]}{SAID}\n", text)


def _docx(text: str) -> bytes:
    """Authors in the core and custom properties, a comment and its author, a tracked deletion and its author, a header."""
    word = docx.Document(io.BytesIO(response(text, LAYOUTS["glyphs"])))
    core = word.core_properties
    core.author = core.last_modified_by = f"{META}author"
    core.title, core.comments, core.keywords = f"{META}title", f"{META}description", f"{META}keywords"
    run = word.paragraphs[0].runs[0]
    word.add_comment([run], text=f"Ask {META}comment", author=f"{META}commenter", initials=META)
    word.sections[0].header.paragraphs[0].text = f"{META}header"
    deleted = f'<w:del xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="9" w:author="{META}deleter"><w:r><w:delText>{META}deleted</w:delText></w:r></w:del>'
    word.paragraphs[3]._p.append(docx.oxml.parse_xml(deleted))
    file = io.BytesIO()
    word.save(file)
    return _with_part(file.getvalue(), "docProps/custom.xml", f"<Properties>{META}custom</Properties>")


def _with_part(data: bytes, name: str, content: str) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def _pdf(text: str) -> bytes:
    """Author and the rest of the information dictionary, XMP, an attachment, a comment on the page."""
    data = next(iter(PRINTS.values()))(text)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.add_metadata(
        {
            f"/{key}": f"{META}{key}"
            for key in ("Author", "Title", "Subject", "Keywords", "Creator", "Company")
        }
    )
    writer.xmp_metadata = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="{META}xmp"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
    writer.add_attachment(f"{META}file.txt", f"{META}attached".encode())
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _xlsx(text: str) -> bytes:
    """Properties of all kinds, a defined name, a comment and its author, a hidden sheet's name, a header for printing."""
    book = openpyxl.load_workbook(io.BytesIO(WORKBOOKS["form"](text)))
    book.properties.creator = book.properties.lastModifiedBy = f"{META}author"
    book.properties.title = book.properties.description = f"{META}title"
    book.custom_doc_props.append(StringProperty(name=f"{META}property", value=f"{META}value"))
    book.defined_names[f"{META}name"] = DefinedName(f"{META}name", attr_text=f"{book.active.title}!$A$1")
    book.active["A1"].comment = Comment(f"{META}comment", f"{META}commenter")
    book.active.oddHeader.left.text = f"{META}header"
    book.create_sheet(f"{META}sheet").sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _html(text: str) -> bytes:
    """Author in the head, a comment, hidden text, the alternative of a picture, a title of an element, a data attribute."""
    page = PAGES["plain"](text)
    page = page if isinstance(page, str) else page.decode()
    more = f'<meta name=author content="{META}author"><meta property="og:title" content="{META}og"><!-- {META}comment -->'
    shown = f'<img alt="{META}alternative" src="{META}picture.png"><span hidden>{META}hidden</span><i title="{META}title" data-by="{META}data"></i>'
    page = page.replace("<body>", f"{more}<body>{shown}", 1)
    assert META in page
    return page.encode()


def _mhtml(text: str) -> bytes:
    """The headers of the mail that a saved page is."""
    mail = email.mime.multipart.MIMEMultipart("related")
    mail["From"] = f"{META}sender <{META}sender@kanarie.example>"
    mail["Subject"], mail["Snapshot-Content-Location"] = (
        f"{META}subject",
        f"file:///home/{META}user/page.html",
    )
    part = email.mime.text.MIMEText(_html(text).decode(), "html", "utf-8")
    part["Content-Location"] = f"file:///home/{META}user/page.html"
    mail.attach(part)
    return mail.as_bytes()


MADE: dict[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "md": lambda text: MARKDOWN["converted"](text).encode(),
    "docx": _docx,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": lambda text: str(DELIMITED["comma"](text)).encode(),
    "html": _html,
    "mhtml": _mhtml,
}
SOAK = bool(os.environ.get("LGQ_SOAK"))
each_format = pytest.mark.parametrize("ending", MADE)
some_formats = pytest.mark.parametrize("ending", MADE if SOAK else ("docx", "csv"))


def _file(folder: Path, ending: str) -> Path:
    """A planted response in a folder and a file with a person's name."""
    place = folder / f"{META}folder"
    place.mkdir()
    path = place / f"{META}file Vexilda Quorbane.{ending}"
    path.write_bytes(MADE[ending](planted()))
    return path


def _cli(*words: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "lgq_graph.cli", *words], capture_output=True, check=False, env=env, **more
    )


def _assert_clean(what: str, data: bytes, *also: str) -> None:
    assert not found_in(data, [*TOKENS, *also]), (what, data[-2000:])


def test_the_search_finds_what_is_packed() -> None:
    """However a token is written it is found, and no other: else the tests below would prove nothing."""
    token = "Qwelmarko"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", f"&#{ord('Q')};welmarko")
    for data in (
        b"by Qwelmarko.", b"QWELMARKO", "Qwelmarko".encode("utf-16"), b"%51welmark%6f", b"&#x51;welmarko", b"\\u0051welmarko",
        base64.b64encode(b"x Qwelmarko y"), base64.b64encode(b"Qwelmarko and"), base64.b64encode(b"xx Qwelmarko"),
        gzip.compress(b"Qwelmarko"), packed.getvalue(), gzip.compress(packed.getvalue()),
    ):  # fmt: skip
        assert found_in(data, [token, "Otterwaal"]) == {token}, data
    assert not found_in(b"Qwelmark o", [token])


@each_format
def test_the_canaries_stand_in_the_file(ending: str) -> None:
    """What is looked for below is there to be leaked."""
    data = MADE[ending](planted())
    if ending not in ("pdf",):  # fonts of a PDF have their own numbers for letters
        assert {"Quorbane", "Zaktuva", "Qwelmarko"} <= found_in(data, TOKENS)
    if ending not in ("txt", "md", "csv"):
        assert found_in(data, [META]), ending


@pytest.mark.soak
@some_formats
def test_no_public_byte_of_a_build_has_a_canary(ending: str, tmp_path: Path) -> None:
    """Store with its log, parts with their manifest, exports plain and packed, inspection; the private file has them, for its owner."""
    source, store, parts = _file(tmp_path, ending), tmp_path / "store", tmp_path / "parts"
    with build([source], store=store, parts=parts) as graph:
        graph.export(tmp_path / "exports", FORMATS)
        write_contacts(graph.receipts, tmp_path / "private.csv")
        dump = b"\n".join(str(quad).encode() for quad in graph.store.quads())
    _assert_clean("quads", dump, META, str(tmp_path))
    for folder in (store, parts, tmp_path / "exports"):
        assert found_in_folder(folder, [*TOKENS, META, str(tmp_path), "private.csv"]) == {}, folder.name
    assert stat.S_IMODE((tmp_path / "private.csv").stat().st_mode) == 0o600
    private = (tmp_path / "private.csv").read_text(encoding="utf-8")
    assert all(
        word in private
        for word in ("Quorbane", "Otterwaal", "Zaktuva", "Umbrokk", "Yandrill", "zulfam", "Pexquist")
    )


def test_the_command_tells_none(tmp_path: Path) -> None:
    """What is printed while a document is built and inspected; the paths are those that the caller gave."""
    source = _file(tmp_path, "docx")
    done = _cli("build", str(source), "-o", str(tmp_path / "s"), "--contacts", str(tmp_path / "c.csv"))
    assert done.returncode == 0, done.stderr
    _assert_clean("build", done.stdout + done.stderr, META)
    done = _cli("inspect", str(source))
    assert done.returncode == 0, done.stderr
    told = (done.stdout + done.stderr).replace(str(source).encode(), b"").replace(source.name.encode(), b"")
    _assert_clean("inspect", told, META)


@pytest.mark.parametrize(("what", "change"), [
    ("no city", lambda text: text.replace("\nTampere\n", "\n\n", 1)),
    ("a person for a country", lambda text: text.replace("\nFinland\n", "\nMs Ombrelith Zaktuva\n", 1)),
    ("no form", lambda text: SAID + "\nVexilda Quorbane\n"),
    ("a broken byte beside a name", lambda text: text.replace("Quorbane heads", "Quorbane\udcff heads")),
])  # fmt: skip
def test_an_error_quotes_no_person(what: str, change: Callable[[str], str], tmp_path: Path) -> None:
    """The message names file and place, and never the words beside the fault."""
    path = tmp_path / "r.txt"
    path.write_bytes(change(planted()).encode(errors="surrogateescape"))
    done = _cli("build", str(path), "-o", str(tmp_path / "store"))
    assert done.returncode == 3, what
    assert b"r.txt" in done.stderr
    _assert_clean(what, done.stdout + done.stderr)
    assert not (tmp_path / "store").exists()


def test_two_files_of_one_city_are_told_by_their_paths_alone(tmp_path: Path) -> None:
    """The refusal of both names the files, which their owner gave, and nothing in them."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(planted(), encoding="utf-8")
    done = _cli("build", str(tmp_path), "-o", str(tmp_path / "store"))
    assert done.returncode == 3
    _assert_clean("twice", done.stdout + done.stderr)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store and a site of a planted response."""
    pytest.importorskip("jinja2")
    folder = tmp_path_factory.mktemp("published")
    source = _file(folder, "docx")
    with build([source], store=folder / "store") as graph:
        graph.publish(folder / "site")
    return folder


def test_no_file_of_the_site_has_a_canary(published: Path) -> None:
    """Pages, data beside them, dumps, search, packed or not."""
    leaks = found_in_folder(published / "site", [*TOKENS, META, str(published)])
    assert leaks == {}
    assert len([p for p in (published / "site").rglob("*") if p.is_file()]) > 100


def test_no_reply_and_no_log_has_a_canary(published: Path, tmp_path: Path) -> None:
    """Results, explanations, catalogue, errors; and a name that a client puts in its query is not written into the log."""
    pytest.importorskip("uvicorn")
    from .serve.serving import running

    with running(published / "store", tmp_path, "--site", str(published / "site")) as server:
        all_there_is = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
        for accept in ("application/sparql-results+json", "text/csv", "application/sparql-results+xml"):
            reply = server.ask(all_there_is, accept)
            assert reply.status == 200
            _assert_clean(accept, reply.body + str(reply.headers).encode(), META)
        answers = json.loads(server.ask(all_there_is, "application/sparql-results+json").body)
        assert len(answers["results"]["bindings"]) > 500
        for name in ("strategy", "responses", "links", "evidence-of-entity", "unknown-and-withheld-answers"):
            for ending in ("json", "csv"):
                _assert_clean(name, server.get(f"/api/{name}.{ending}").body, META)
        for path in (
            "/",
            "/answers",
            "/nothing",
            "/sparql?query=SELECT%20Zaktuva",
            "/api/none.json?name=Zaktuva",
            "/?q=Zaktuva%20kanarie",
        ):
            server.get(path)
        server.ask("SELECT * { ?s ?p 'Zaktuva' . FILTER(Zaktuva) ")
        log = server.log
    _assert_clean("log", log.encode(), META)
