"""Web pages: a saved page of results, a page of a city's own, a document that a word processor saved as a page."""

from __future__ import annotations

import codecs
import re
from html import escape

from ...errors import InputError
from ...model import Document
from ..txt import decode
from .archive import is_archive, page_in
from .page import read_page

__all__ = ["READS", "document_of", "page_of"]

_SAMPLE = 4096
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.I)
_XML = re.compile(rb"\s{0,9}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,40})")
_ENCODINGS = re.compile(
    r"utf-?8|utf-16\w*|(?:windows|cp)-?12\d\d|iso-?8859-\d+|koi8-[ru]|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)"
    r"|us-ascii|ascii|latin-?1|macintosh|mac-?\w+",
    re.I,
)
# What a browser takes these names to mean, and so what pages that bear them are written in.
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030",
          "gbk": "gb18030", "iso-8859-9": "cp1254", "shift_jis": "cp932"}  # fmt: skip
_TAG = re.compile(r"<[a-z!/?]", re.I)
_HINT = "open it in a browser and save the page again, or its text"


def document_of(page: str, name: str) -> Document:
    """The lines that a page shows. InputError when it shows nothing."""
    blocks = read_page(page, name)
    if not blocks:
        raise InputError("there is no text in the page", file=name, hint=_HINT)
    return Document(name, blocks)


def _read(data: bytes, name: str) -> tuple[Document, ...]:
    return (document_of(page_of(data, name), name),)


READS = dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), _read)


def page_of(data: bytes, name: str) -> str:
    """The page of a file; a text without a tag is made one."""
    page = _page_in(data, name) if is_archive(data) else _decoded(data, name)
    return page if _TAG.search(page) else f"<pre>{escape(page)}"


def _page_in(data: bytes, name: str) -> str:
    if found := page_in(data):
        return _decoded(found[0], name, found[1])
    raise InputError("there is no page in this web archive", file=name, hint=_HINT)


def _decoded(data: bytes, name: str, charset: bytes = b"") -> str:
    """The text of a page: by its byte order mark, else as it says itself, else as any other text."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for told in (
            charset,
            *(found[1] for form in (_CHARSET, _XML) if (found := form.search(data[:_SAMPLE]))),
        ):
            encoding = told.decode("ascii", "replace").lower()
            # A page in UTF-16 that can be searched for its name is not in UTF-16.
            if _ENCODINGS.fullmatch(encoding) and not encoding.startswith("utf-16"):
                try:
                    return data.decode(_MEANT.get(encoding, encoding))
                except (UnicodeDecodeError, LookupError):
                    break
    return decode(data, name)
