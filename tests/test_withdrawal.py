"""Withdrawing: of a response that is withdrawn nothing is left but that it was, and what is left elsewhere is found."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import shutil
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from typer.testing import CliRunner

from lgq_graph.cli import app
from lgq_graph.errors import DataError, InputError, UsageError
from lgq_graph.library import build, open_graph
from lgq_graph.store import MANIFEST, Store, Stored, changed, enriched_graph, response_graphs
from lgq_graph.verification import verify
from lgq_graph.vocabulary import schema
from lgq_graph.withdrawal import Withdrawn, needles, withdraw
from lgq_graph.withdrawal.canaries import canaries
from lgq_graph.withdrawal.needles import Needles
from lgq_graph.withdrawal.scan import CLOSED, COPY, LINK, OLD, SOURCE, UNSEEN, traces

from .trusted import TOWNS, made

Places = tuple[Path, Path, Path]
GONE = "fi-tampere"
RESPONSE = f"{GONE}/2022"
REASON = 'The <b>city</b> asked for it, & said "please".'
TELLING = {
    town: [portal, host, sentence[:24], sentence[-24:-1]]
    for town, (_, _, portal, host, sentence) in TOWNS.items()
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Three towns, in a store and exports; never changed."""
    return made(tmp_path_factory.mktemp("before"), site=False)


@pytest.fixture
def places(before: Places, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of these to change."""
    for place in before[:2]:
        shutil.copytree(place, tmp_path / place.name)
    return tmp_path / "store", tmp_path / "exports"


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Withdrawn]:
    """Two towns with a site, of which one is withdrawn. Of the site before, the fast form has no more than tells that it is one."""
    folder = tmp_path_factory.mktemp("after")
    store, exports, site = made(folder, [GONE, "pl-krakow"], site=bool(os.environ.get("LGQ_SOAK")))
    if not site.is_dir():
        site.mkdir()
        (site / "robots.txt").write_text("User-agent: *\nSitemap: https://data.example.org/lgq/sitemap.xml\n")
        (site / "void.ttl").write_text(f"# {TOWNS[GONE][4]}", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1767312000")
        done = withdraw(RESPONSE, store, reason=REASON, exports=exports, site=site)
    return (store, exports, site), done


def content(path: Path) -> bytes:
    """What a file holds, unpacked, and the file itself."""
    data = path.read_bytes()
    return data + gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def found_below(folder: Path, strings: list[str]) -> list[str]:
    """The files that hold one of some strings, by a search that is not ours: raw, in gzip, in UTF-16."""
    wanted = [
        form
        for text in strings
        for form in (text.encode(), text.encode("utf-16-le"), json.dumps(text)[1:-1].encode())
    ]
    return [
        str(path) for path in sorted(folder.rglob("*"))
        if path.is_file() and any(form in content(path) for form in wanted)
    ]  # fmt: skip


def bytes_below(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- what is left -------------------------------------------------------------------------------------------------


@pytest.mark.soak
def test_no_word_is_left(after: tuple[Places, Withdrawn]) -> None:
    """In no file of store, exports and site, nor beside them; the words of the other town are."""
    (store, exports, site), done = after
    assert done.erased
    assert done.strings > 20
    for place in (store, exports, site):
        assert found_below(place, TELLING[GONE]) == []
        assert found_below(place, TELLING["pl-krakow"]) != []
    assert sorted(path.name for path in store.parent.iterdir()) == ["exports", "site", "store", "texts"]
    with Store.read_only(store) as opened:
        words = "\n".join(str(quad) for quad in opened.quads())
    assert not any(text in words for text in TELLING[GONE])


def test_all_of_it_is_sound_afterwards(after: tuple[Places, Withdrawn]) -> None:
    """As `verify` finds."""
    assert verify(*after[0]).text().startswith("Sound")


def test_what_remains_is_a_build_without_it(places: tuple[Path, Path], tmp_path: Path) -> None:
    """Byte for byte: all exports, and what the manifests say of data, but for what was withdrawn."""
    store, exports = places
    withdraw(RESPONSE, store, reason=REASON, exports=exports)
    others, tables, _ = made(tmp_path / "others", [town for town in TOWNS if town != GONE], site=False)
    one, other = bytes_below(exports), bytes_below(tables)
    manifests = [json.loads(files.pop("MANIFEST.json")) for files in (one, other)]
    assert one == other
    assert [len(manifest.pop("withdrawn")) for manifest in manifests] == [1, 0]
    assert manifests[0] == manifests[1]
    data = [json.loads((place / MANIFEST).read_bytes())["data"] for place in (store, others)]
    assert [len(part.pop("withdrawn")) for part in data] == [1, 0]
    assert data[0] == data[1]


def test_dropping_graphs_would_leave_the_words(places: tuple[Path, Path]) -> None:
    """Why all is made anew; and the search finds them in RocksDB's files."""
    store, _ = places
    with Store.read_only(store) as opened:
        wanted = Needles(canaries(opened, Stored(GONE, "2022")))
    with Store(store) as opened:
        opened.drop(GONE, "2022")
    assert found_below(store, TELLING[GONE]) != []
    assert [trace.what for trace in traces(wanted, [store], set())] == [COPY] * len(
        found_below(store, TELLING[GONE])
    )


@pytest.mark.soak
def test_the_last_response_can_be_withdrawn(tmp_path: Path) -> None:
    """What is left says that nothing is, also on the site."""
    whole = bool(os.environ.get("LGQ_SOAK"))  # a site of nothing takes as long as one of a little
    store, exports, pages = made(tmp_path, [GONE], site=whole)
    site = pages if whole else None
    done = withdraw(RESPONSE, store, reason=REASON, exports=exports, site=site)
    assert done.erased
    for place in (store, exports, pages):
        assert found_below(place, TELLING[GONE]) == []
    assert verify(store, exports, site).sound
    assert not site or (site / "response" / GONE / "2022" / "index.html").is_file()


def test_the_formats_of_exports_and_their_neighbours_stay(places: tuple[Path, Path]) -> None:
    """Of two formats no third is made; a letter that lies there stays, and is told when it has words of the response."""
    store, exports = places
    shutil.rmtree(exports)
    with open_graph(store) as graph:
        graph.export(exports, ["csv", "nquads"])
    (exports / "letter.md").write_text(f"On {TOWNS[GONE][4]}", encoding="utf-8")
    names = sorted(path.name for path in exports.iterdir())
    (trace,) = withdraw(RESPONSE, store, reason=REASON, exports=exports).traces
    assert sorted(path.name for path in exports.iterdir()) == names
    assert trace.path == str(exports / "letter.md")


def test_a_graph_of_others_keeps_what_it_says_of_other_towns(places: tuple[Path, Path]) -> None:
    """What another endpoint told of a place goes with the last response that names it."""
    store, _ = places
    graph = enriched_graph("query-example-org")
    with changed(store) as opened:
        names = [list(opened.quads(response_graphs(town, "2022")[1])) for town in (GONE, "pl-krakow")]
        mine, theirs = ({q.object for q in quads if q.predicate == schema.sameAs} for quads in names)
        only, kept = sorted(mine - theirs, key=str)[0], sorted(theirs, key=str)[0]
        said = [Quad(graph, schema.name, Literal("about"), graph)]
        said += [Quad(place, schema.name, Literal("a place"), graph) for place in (only, kept)]  # type: ignore[arg-type]
        opened.replace_graph(graph, said)
    withdraw(RESPONSE, store, reason=REASON)
    with Store.read_only(store) as opened:
        assert {quad.subject for quad in opened.quads(graph)} == {graph, kept}
    assert verify(store).sound


# --- what is said of it -------------------------------------------------------------------------------------------


def test_the_reader_of_its_iri_is_told(after: tuple[Places, Withdrawn]) -> None:
    """On its page, on the front page, in its data, in the catalogue, and in both manifests; escaped."""
    (store, exports, site), _ = after
    page = (site / "response" / GONE / "2022" / "index.html").read_text(encoding="utf-8")
    assert "withdrawn on 2026-01-02" in page
    assert "The &lt;b&gt;city&lt;/b&gt; asked for it, &amp; said" in page
    assert "<b>" not in page
    assert (
        f'<a href="response/{GONE}/2022/">{GONE} 2022</a> on 2026-01-02' in (site / "index.html").read_text()
    )
    for name in (f"response/{GONE}/2022.ttl", "data/catalogue.ttl"):
        data = (site / name).read_text()
        assert "dataset-status/WITHDRAWN" in data
        assert "Withdrawn on 2026-01-02" in data
    told = {"city": GONE, "edition": "2022", "date": "2026-01-02", "reason": REASON}
    assert json.loads((exports / "MANIFEST.json").read_bytes())["withdrawn"] == [told]
    assert json.loads((store / MANIFEST).read_bytes())["data"]["withdrawn"] == [told]
    assert f"https://data.example.org/lgq/response/{GONE}/2022/" in (site / "sitemap.xml").read_text()


def test_it_does_not_come_back_unasked(before: Places, places: tuple[Path, Path]) -> None:
    """A later build keeps what is said of it, refuses it and takes others; with `readmit` it is there again, and nothing is said."""
    store, _ = places
    texts = before[0].parent / "texts"
    withdraw(RESPONSE, store, reason=REASON)
    build([texts / "pl-krakow.txt"], edition="2022", store=store).store.close()
    with open_graph(store) as graph:
        assert [one.city for one in graph.store.withdrawn] == [GONE]
    with pytest.raises(InputError, match=r"was withdrawn on .*please") as caught:
        build([texts / f"{GONE}.txt"], edition="2022", store=store)
    assert "--readmit" in caught.value.hint
    told: list[object] = []
    build([texts], edition="2022", store=store, on_error=told.append).store.close()
    assert len(told) == 1
    assert verify(store).sound
    build([texts / f"{GONE}.txt"], edition="2022", store=store, readmit=True).store.close()
    with open_graph(store) as graph:
        assert Stored(GONE, "2022") in graph.responses()
        assert graph.store.withdrawn == ()
    assert verify(store).sound


@pytest.mark.parametrize(
    ("response", "reason", "words"),
    [
        ("fi-tampere", REASON, "holds co-medellin/2022, fi-tampere/2022, pl-krakow/2022"),
        ("fi-turku/2022", REASON, "holds co-medellin/2022"),
        ("../2022", REASON, "holds co-medellin/2022"),
        (RESPONSE, " \n\x00 ", "say in a sentence why"),
        (RESPONSE, f"Because of {TOWNS[GONE][4]}", "say it in other words"),
        (RESPONSE, "Ms Jane Doe asked for it", "write of roles"),
        (RESPONSE, "asked for by jane.doe@example.org", "write of roles"),
        (RESPONSE, "asked for at +358 40 555 01 23", "write of roles"),
    ],
)
def test_a_wrong_call_changes_nothing(
    places: tuple[Path, Path], response: str, reason: str, words: str
) -> None:
    """UsageError that says what is held, or what a reason is."""
    store, exports = places
    files = bytes_below(store.parent)
    with pytest.raises(UsageError) as caught:
        withdraw(response, store, reason=reason, exports=exports)
    assert words in caught.value.hint
    assert bytes_below(store.parent) == files


def test_a_wrong_place_or_a_fault_on_the_way_changes_nothing(
    places: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no site and no exports is told first; when the exports cannot be written, the store holds the response still."""
    store, exports = places
    files = bytes_below(store.parent)
    with pytest.raises(DataError, match="no site here"):
        withdraw(RESPONSE, store, reason=REASON, exports=exports, site=store)
    with pytest.raises(DataError, match="no exports here"):
        withdraw(RESPONSE, store, reason=REASON, exports=store)
    monkeypatch.setattr("lgq_graph.withdrawal.export", lambda *_: (_ for _ in ()).throw(DataError("broken")))
    with pytest.raises(DataError, match="broken"):
        withdraw(RESPONSE, store, reason=REASON, exports=exports)
    assert bytes_below(store.parent) == files


def test_a_folder_to_search_that_is_not_there_is_told_first(places: tuple[Path, Path]) -> None:
    """Of a name that was mistyped nothing would be found, which is what one hopes for; a pipe has no end."""
    files = bytes_below(places[0].parent)
    os.mkfifo(pipe := places[0].parent / "pipe")
    for wrong in (places[0].parent / "bakcups", pipe):
        with pytest.raises(UsageError, match="neither a folder nor a file"):
            withdraw(RESPONSE, places[0], reason=REASON, scan=[wrong])
    assert bytes_below(places[0].parent) == files


def test_no_sign_of_a_reason_turns_others_round(places: tuple[Path, Path]) -> None:
    """The reason stands in data and on pages."""
    done = withdraw(RESPONSE, places[0], reason="for\u202e a\x1b[1m\nlaw\u2066", dry_run=True)
    assert done.response.reason == "for a [1m law"


def test_what_another_process_did_meanwhile_is_not_undone(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what it withdrew would be back, and what it built would be gone."""
    store, _ = places

    def late(old: Store, gone: Stored) -> frozenset[str]:
        monkeypatch.undo()
        withdraw("pl-krakow/2022", store, reason=REASON)
        return canaries(old, gone)

    monkeypatch.setattr("lgq_graph.withdrawal.canaries", late)
    with pytest.raises(DataError, match="another process"):
        withdraw(RESPONSE, store, reason=REASON)
    with open_graph(store) as graph:
        assert graph.responses() == (Stored("co-medellin", "2022"), Stored(GONE, "2022"))
    assert withdraw(RESPONSE, store, reason=REASON).done


def test_twice_is_told(places: tuple[Path, Path]) -> None:
    """With the day of the first time."""
    withdraw(RESPONSE, places[0], reason=REASON)
    with pytest.raises(UsageError) as caught:
        withdraw(RESPONSE, places[0], reason=REASON)
    assert caught.value.hint.startswith("it was withdrawn on ")


def test_a_dry_run_tells_and_changes_nothing(places: tuple[Path, Path]) -> None:
    """How much it is, and in which files it stands."""
    store, exports = places
    files = bytes_below(store.parent)
    would = withdraw(RESPONSE, store, reason=REASON, exports=exports, dry_run=True)
    assert bytes_below(store.parent) == files
    assert not would.done
    assert not would.erased
    assert would.quads > 100
    assert str(exports / "lgq.nq") in {trace.path for trace in would.traces}


def test_an_old_store_that_is_still_read_is_told(places: tuple[Path, Path]) -> None:
    """It has made way and is not gone."""
    store, _ = places
    with open_graph(store):
        found = withdraw(RESPONSE, store, reason=REASON).traces
    assert {trace.what for trace in found} == {OLD}


# --- the command --------------------------------------------------------------------------------------------------


def test_the_command(before: Places, places: tuple[Path, Path]) -> None:
    """0 for a dry run; 1 when something is found in a folder, which is listed with its source documents."""
    store, exports = places
    texts = before[0].parent / "texts"
    options = [
        RESPONSE,
        "--reason",
        REASON,
        "--store",
        str(store),
        "--exports",
        str(exports),
        "--scan",
        str(texts),
    ]
    done = CliRunner().invoke(app, ["withdraw", *options, "--dry-run"])
    assert done.exit_code == 0
    assert "would be withdrawn" in done.stderr
    done = CliRunner().invoke(app, ["withdraw", *options, "--format", "csv"])
    assert done.exit_code == 1
    assert "Copies elsewhere" in done.stderr
    _, row = done.stdout.splitlines()
    assert row.startswith(f"{texts / 'fi-tampere.txt'},")
    assert SOURCE in row
    assert not any(text in done.stdout + done.stderr for text in TELLING[GONE])
    assert CliRunner().invoke(app, ["withdraw", "pl-krakow/2022", *options[1:7]]).exit_code == 0


# --- the search ---------------------------------------------------------------------------------------------------

WORDS = "Los vecinos piden la reparación"


def zipped(data: bytes) -> bytes:
    """As the one member of an archive."""
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inner.bin", data)
        return whole.getvalue()


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": bytes,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-16, big end first, after one byte": lambda data: b"x" + data.decode().encode("utf-16-be"),
    "JSON": lambda data: json.dumps(data.decode()).encode(),
    "Turtle": lambda data: data.decode().replace("ó", "\\u00F3").encode(),
    "HTML": lambda data: escape(data.decode()).encode(),
    "XML": lambda data: data.decode().encode("ascii", "xmlcharrefreplace"),
    "a URL": lambda data: quote(data.decode()).encode(),
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zip": zipped,
    "gzip in zip in gzip": lambda data: gzip.compress(zipped(gzip.compress(data))),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("length", [0, 1, 7, 100_000])
def test_words_are_found_in_every_form(tmp_path: Path, form: str, length: int) -> None:
    """Wherever they stand; and not in what does not hold them."""
    (tmp_path / "with").write_bytes(FORMS[form](b"a" * length + WORDS.encode() + b"zz"))
    (tmp_path / "without").write_bytes(FORMS[form](b"a" * length + WORDS.encode()[1:] + b"zz"))
    found = list(traces(Needles([WORDS]), [tmp_path], set()))
    assert [(trace.path, trace.strings, trace.what) for trace in found] == [(str(tmp_path / "with"), 1, COPY)]


def test_words_are_found_across_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read in pieces."""
    monkeypatch.setattr(needles, "_BLOCK", 64)
    for start in range(128):
        (tmp_path / str(start)).write_bytes(b"." * start + WORDS.encode() + b"." * 99)
    assert len(list(traces(Needles([WORDS]), [tmp_path], set()))) == 128


def test_what_cannot_be_unpacked_is_told(tmp_path: Path) -> None:
    """A broken archive, one within too many, a lock on one, and a kind that is not unpacked are no proof that nothing is there."""
    deep = WORDS.encode()
    for _ in range(9):
        deep = gzip.compress(deep)
    for name, data in {
        "cut": gzip.compress(b"x" * 999)[:-9],
        "deep": deep,
        "zip": b"PK\x03\x04" + b"\0" * 40,
        "7z": b"7z\xbc\xaf\x27\x1c" + b"\0" * 40,
        "packed.zst": gzip.compress(b"\x28\xb5\x2f\xfd" + b"\0" * 40),
    }.items():
        (tmp_path / name).write_bytes(data)
    assert [trace.what for trace in traces(Needles([WORDS]), [tmp_path], set())] == [UNSEEN] * 5


def test_what_a_link_leads_to_is_searched_or_told(tmp_path: Path) -> None:
    """A circle of links ends; a folder elsewhere is named, and not when it is searched itself."""
    inner, other = tmp_path / "in", tmp_path / "other"
    inner.mkdir()
    other.mkdir()
    (other / "file").write_text(WORDS)
    (inner / "circle").symlink_to(inner)
    (inner / "itself").symlink_to("itself")
    (inner / "link").symlink_to(other)
    assert [(one.path, one.what) for one in traces(Needles([WORDS]), [inner], set())] == [
        (str(inner / "link"), LINK)
    ]
    found = traces(Needles([WORDS]), [inner, other], set())
    assert [(one.path, one.what) for one in found] == [(str(other / "file"), COPY)]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no proof that nothing is there."""
    (closed := tmp_path / "closed").mkdir()
    scan = os.scandir

    def refusing(path: str | Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    (tmp_path / "file").write_text(WORDS)
    is_file = Path.is_file
    monkeypatch.setattr("os.scandir", refusing)  # whoever runs the tests may be allowed everything
    monkeypatch.setattr(
        Path, "is_file", lambda path: refusing(closed) if path.name == "file" else is_file(path)
    )
    found = traces(Needles([WORDS]), [tmp_path], set())
    assert [(one.path, one.what) for one in found] == [
        (str(closed), CLOSED),
        (str(tmp_path / "file"), UNSEEN),
    ]


@given(
    st.lists(st.text("abcäк😀 ", min_size=8, max_size=20), min_size=1, max_size=5),
    st.text("abcäк😀 ", max_size=60),
    st.integers(0, 9),
)
def test_the_search_finds_what_stands_there(strings: list[str], text: str, which: int) -> None:
    """As the plain search of each string does."""
    data = (text + strings[which % len(strings)] + text).encode() if which % 2 else text.encode()
    assert Needles(strings).found(data) == {one for one in strings if one.encode() in data or any(
        form in data for form in (one.encode("utf-16-le"), one.encode("utf-16-be"), quote(one).encode()))}  # fmt: skip


def test_canaries_tell_of_this_response_alone(before: Places) -> None:
    """No other town has one; each sentence, name and link gives some, cut where a format would escape."""
    with Store.read_only(before[0]) as store:
        mine = canaries(store, Stored(GONE, "2022"))
        others = "\n".join(q.object.value for q in store.quads() if isinstance(q.object, Literal | NamedNode)
                           and isinstance(q.graph_name, NamedNode) and f"/{GONE}/" not in q.graph_name.value)  # fmt: skip
    assert not any(one in others for one in mine)
    assert {"lake district portal", "https://desk.lakeside.example/services", "fi-tampere-2022.txt"} <= mine
    assert "Finland" not in mine
    assert not any(mark in one for one in mine for mark in "\"'<>&\\\n")
    assert all(one == one.strip() for one in mine)
