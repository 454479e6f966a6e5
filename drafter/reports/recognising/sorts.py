"""The sort of document, by its title: minutes, guidance or a speech seldom ask anything of who reads them."""

import re
from collections.abc import Iterator

from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import Body

_SILENT = re.compile(
    r"\b(?:guidance|guidelines|(?<!\bto )guide|codes? of practice|instructions|manual|handbook|rules"
    r"|checklist|minutes|notes? of (?:the|a) meeting|terms of reference|terms and conditions|judgment"
    r"|quality standard|statistics|statistical|annual report|and accounts|corporate plan|business plan|speech"
    r"|keynote|frequently asked|(?:common )?questions (?:and answers|answered)|common questions|faqs?"
    r"|impact assessment|explanatory (?:memorandum|notes?)|oral evidence|transcript|hansard|written answers"
    r"|proceedings of the (?:national )?(?:assembly|house|parliament|senate|council)|verbatim report"
    r"|(?:library|research|commons|lords) briefing|briefing paper"
    r"|budget|(?:autumn|spring|ministerial) statement"
    r"|how to apply|application form|news release|press release|notes to editors"
    r"|research report|evaluation)\b",
    re.I,
)
_ASKING = re.compile(
    r"\b(?:consultation|consulting|calls? for (?:written )?evidence|have your say|your views|review"
    r"|inquir(?:y|ies)|inquest|recommendations?|proposals|response to|responding to|green paper"
    r"|discussion paper|our asks|manifesto|submission|representations?"
    r"|select committee|taskforce|scrutiny)\b",
    re.I,
)
_CONSULTING = re.compile(
    r"\b(?:consult\w*|calls? for (?:written )?(?:evidence|views|input)|have your say|your views"
    r"|questionnaire|survey|(?:green|issues|discussion|options) paper"
    r"|request for (?:comments?|information)|invitation to comment)\b",
    re.I,
)
_TITLE_PAGE, _LONGEST, _SHORT = 8, 120, 60
"""Rows that may hold the title, the letters that a row of it may have, and those of a line below it."""


def asks_nothing(body: Body) -> bool:
    """Whether the title says that the document is of a sort that tells, and does not ask or recommend."""
    title = " ".join([body.document.title, *_title_rows(body)])
    return _SILENT.search(title) is not None and _ASKING.search(title) is None


def consults(body: Body) -> bool:
    """Whether the title says that the reader is asked."""
    return _CONSULTING.search(" ".join([body.document.title, *_title_rows(body)])) is not None


def _title_rows(body: Body) -> Iterator[str]:
    """The headings at the beginning, and what stands above the first of them."""
    headed = False
    for row in body.rows[:_TITLE_PAGE]:
        if headed and not row.heading and len(row.text) > _SHORT:
            return
        headed = headed or row.heading > 0
        if len(row.text) < _LONGEST and not row.text.endswith(".") and not is_name(row.text):
            yield row.text
