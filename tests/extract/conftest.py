"""Reading one answer, as the pipeline does it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lgq_graph.extract import Context, extract
from lgq_graph.extract.links import top_domains
from lgq_graph.model import Answer, Mentions, Status
from lgq_graph.questionnaire import load_questionnaire

Read = Callable[..., Mentions]


@pytest.fixture(scope="session")
def read() -> Read:
    """`read(text, question=4)` gives the mentions of an answer of a made-up city."""
    form = load_questionnaire("2022")
    context = Context("Exampleton", "FI", year=2022, top_domains=top_domains())
    return lambda text, question=4: extract(
        Answer(question, Status.ANSWERED, text), form.question(question), context
    )
