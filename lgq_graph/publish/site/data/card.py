"""The dataset in the words of schema.org, inside the data page, where search engines for data look."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..frame import data_block
from .dcat import Listed
from .dumps import Dump
from .statistics import Statistics
from .void import DATASET, LICENCE, SUMMARY, TITLE

__all__ = ["dataset_card"]


def dataset_card(base: str, counts: Statistics, dumps: Sequence[Dump], listed: Sequence[Listed]) -> str:
    """JSON-LD to embed in the data page."""
    card = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": DATASET.value,
        "name": TITLE,
        "description": f"{SUMMARY} {len(listed)} responses, {counts.triples} statements.",
        "url": f"{base}data/",
        "license": LICENCE.value,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "The lgq-graph authors"},
        "temporalCoverage": sorted({one.edition for one in listed}),
        "spatialCoverage": sorted({one.city for one in listed}),
        "distribution": [_download(base, dump) for dump in dumps],
    }
    return data_block(json.dumps(card, ensure_ascii=False))


def _download(base: str, dump: Dump) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": dump.title,
        "contentUrl": base + dump.name,
        "encodingFormat": dump.media,
        "contentSize": f"{dump.size} B",
        "sha256": dump.sha256,
    }
