"""Makes PDFs: small ones at test time with reportlab, and with real tools the files under `tests/data/files/`.

python -m tests.make_pdf      makes the latter again; wants chromium, soffice, groff, and pango with its Python module
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from .asked import ITEM, LINK, lines_of
from .conftest import EXAMPLES
from .make_page import columns, form, right_to_left, table

FILES = Path(__file__).parent / "data" / "files"
_QUESTION = re.compile(r"\d+\. ")


def canvas(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """The bytes of a PDF on whose first page `draw` draws, with reportlab."""
    buffer = io.BytesIO()
    page = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(page)
    page.save()
    return buffer.getvalue()


def lines(*texts: str, x: float = 72, top: float = 760, leading: float = 14) -> Callable[[Canvas], None]:
    """Draws lines under one another."""

    def draw(page: Canvas) -> None:
        for number, text in enumerate(texts):
            page.drawString(x, top - number * leading, text)

    return draw


def raw(
    content: bytes,
    *more: bytes,
    resources: bytes = b"",
    kids: bytes = b"3 0 R",
    count: int = 1,
    catalog: bytes = b"",
) -> bytes:
    """A PDF written by hand around a content stream, packed or not; `more` objects are numbered from 6."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        page % resources,
        content if content.startswith(b"<<") else stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return bytes(
        out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A compressed stream."""
    return _stream(zlib.compress(data, 9), extra)


def repeated(piece: bytes, times: int) -> bytes:
    """A compressed stream of a million bytes and more, made without holding them."""
    packer, block = zlib.compressobj(9), piece * 10_000
    return _stream(b"".join(packer.compress(block) for _ in range(times // 10_000)) + packer.flush(), b"")


def _stream(packed: bytes, extra: bytes) -> bytes:
    return b"<<%s/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (extra, len(packed), packed)


# --- a response in the layouts of real tools ----------------------------------------------------------------------


def manuscript(text: str) -> str:
    """A response for troff, which justifies and hyphenates, with a running header and page numbers."""
    out = [".nr PO 2.5c\n.nr LL 16c\n.nr HM 3c\n.ds CH LGQ response\n.ds CF Page %\n"]
    for line in lines_of(text):
        line = LINK.sub(r"\1 (\2)", line)
        line = re.sub(r"\S*(?:https?:|www\.)", lambda found: rf"\%{found[0]}", line)
        if item := ITEM.fullmatch(line):
            out.append(f".IP \\(bu 2\n{item[1]}")
        else:
            quoted = line.replace('"', "\\(dq")
            out.append(f'.LP\n.B "{quoted}"' if _QUESTION.match(line) else f".LP\n{line}")
    return "\n".join(out) + "\n"


_PANGO = r"""
import gi, sys, re
gi.require_version("Pango", "1.0"); gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo
import cairo
W, H, M = 595, 842, 60
surface = cairo.PDFSurface(sys.argv[1], W, H); c = cairo.Context(surface)
y, page = M, 1
def show(text, x, y, font):
    layout = PangoCairo.create_layout(c); layout.set_font_description(Pango.FontDescription(font)); layout.set_text(text, -1)
    c.move_to(x, y); PangoCairo.show_layout(c, layout)
def foot(): show(f"City response   {page} / 9", W - 160, H - 35, "DejaVu Sans 8")
for text in sys.stdin.read().split("\n"):
    if not text.strip(): continue
    layout = PangoCairo.create_layout(c); layout.set_width((W - 2 * M) * Pango.SCALE); layout.set_wrap(Pango.WrapMode.WORD_CHAR)
    layout.set_font_description(Pango.FontDescription("DejaVu Sans 9")); layout.set_text(text.strip(), -1); layout.set_justify(True)
    for i in range(layout.get_line_count()):
        line = layout.get_line_readonly(i); _, r = line.get_pixel_extents()
        if y + r.height > H - M: foot(); c.show_page(); page += 1; y = M
        c.move_to(M, y - r.y); PangoCairo.show_layout_line(c, line); y += r.height
    y += 5
foot(); surface.finish()
"""


def _chromium(text: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "response.html"
        source.write_text(text, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-pdf-tagging", f"--print-to-pdf={target}"]
        subprocess.run(["chromium", *options, str(source)], check=True, capture_output=True)


def _libreoffice(text: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "response.html"
        source.write_text(text, encoding="utf-8")
        form = json.dumps({"ExportFormFields": {"type": "boolean", "value": "true"}})
        options = [f"-env:UserInstallation=file://{place}/profile", "--headless"]
        options.append("--infilter=HTML (StarWriter)")
        export = ["--convert-to", f"pdf:writer_pdf_Export:{form}", "--outdir", place]
        subprocess.run(["soffice", *options, *export, str(source)], check=True, capture_output=True)
        target.write_bytes((Path(place) / "response.pdf").read_bytes())


def _groff(text: str, target: Path) -> None:
    made = subprocess.run(
        ["groff", "-k", "-ms", "-Tpdf"], input=text.encode(), check=True, capture_output=True
    )
    target.write_bytes(made.stdout)


def _pango(text: str, target: Path) -> None:
    plain = LINK.sub(r"\1 (\2)", text)
    subprocess.run(["/usr/bin/python3", "-c", _PANGO, str(target)], input=plain.encode(), check=True)


MADE: dict[str, tuple[str, Callable[[str], str], Callable[[str, Path], None]]] = {
    "chromium-form.pdf": ("medellin-2022", form, _chromium),
    "chromium-columns.pdf": ("tampere-2022", columns, _chromium),
    "chromium-right-to-left.pdf": ("tampere-2022", right_to_left, _chromium),
    "libreoffice-form.pdf": ("tampere-2022", form, _libreoffice),
    "libreoffice-right-to-left.pdf": ("tampere-2022", right_to_left, _libreoffice),
    "libreoffice-table.pdf": ("tampere-2022", table, _libreoffice),
    "groff.pdf": ("medellin-2022", manuscript, _groff),
    "pango.pdf": ("tampere-2022", str, _pango),
}
"""Each file: the response that it holds, its layout, and what makes it."""


def main() -> None:
    """Makes all files that real tools make."""
    FILES.mkdir(parents=True, exist_ok=True)
    for name, (stem, layout, make) in MADE.items():
        make(layout((EXAMPLES / f"{stem}.txt").read_text(encoding="utf-8")), FILES / name)


if __name__ == "__main__":
    main()
