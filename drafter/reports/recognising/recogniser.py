"""All candidate lists of a document, best first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.domain.records.reports import Candidate
from drafter.reports.recognising.chapters import restarted, with_chapters_joined
from drafter.reports.recognising.copies import (
    across_forms,
    united,
    without_chapter_heads,
    without_excerpts,
    without_fuller_copies,
)
from drafter.reports.recognising.drafts import Draft, Held, drafted, unscored
from drafter.reports.recognising.labels import NUMBERS, PART_OF, Form, Label, label_of, named_behind
from drafter.reports.recognising.quoted import quoted_runs
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.repeating import repeating_runs
from drafter.reports.recognising.reviewed import reviewed_runs
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.running_on import running_on_drafts
from drafter.reports.recognising.runs import contents_pages, numbered_runs
from drafter.reports.recognising.scoring import PLAUSIBLE, score_of
from drafter.reports.recognising.shared_headings import with_shared_headings
from drafter.reports.recognising.sorts import asks_nothing
from drafter.reports.recognising.starts import Start
from drafter.reports.recognising.trailing import trailing_runs
from drafter.reports.recognising.unnumbered import unnumbered_runs
from drafter.reports.recognising.voices import commends, share
from drafter.reports.recognising.worded import worded_runs
from drafter.reports.recognising.wordings import ANNOUNCING, DECOY, INTRODUCING, STRONG, names_a_reply

_MOST = 8
_FEWEST, _MOST_DOUBTED = 3, 2
_ENOUGH = 3
"""Lists to choose from."""
_PLAIN = 0.8
"""Labels of one word that score so much leave little else to look for, and that takes time."""
_SURE = 0.7
"""Labels that advise or ask have so much; "R1" in a register of risks has not."""


def recognise(body: Body) -> tuple[Candidate, ...]:
    """The lists that are plausible, best first."""
    contents = contents_pages(body)
    drafts = list(_drafts(body, contents))
    plausible = without_fuller_copies([draft for draft in drafts if draft.score >= PLAUSIBLE])
    plausible = without_chapter_heads(without_excerpts(plausible))
    held = Held(plausible)
    whole = [draft for draft in plausible if not any(map(draft.is_part_of, held.around(draft)))]
    whole.sort(key=lambda draft: (-draft.score, not _is_named(draft), -len(draft.items)))
    chosen: list[Draft] = []
    held = Held()
    for draft in whole:
        if not any(map(draft.is_within, held.around(draft))):
            chosen.append(draft)
            held.add(draft)
    whole = with_chapters_joined(body, across_forms(chosen))
    whole.sort(key=lambda draft: -draft.score)
    whole = _with_named_first(whole)
    doubted = _doubted(body, [draft for draft in drafts if draft.score < PLAUSIBLE], whole)
    plain = whole and whole[0].run.form is Form.WORD and whole[0].score >= _PLAIN
    if not plain and len(whole) + len(doubted) < _ENOUGH:
        other = _repeating(body, contents, drafts, whole)
        if other is not None and _is_sure(body, other, whole):
            whole.insert(0, other)
        elif other is not None:
            doubted.append(replace(other.candidate(body), doubted=True))
    return (*(draft.candidate(body) for draft in whole[:_MOST]), *doubted)


def _with_named_first(drafts: list[Draft]) -> list[Draft]:
    """Before numbered paragraphs that hold a list's items among others goes the list, if about as likely."""
    first = drafts[0] if drafts else None
    if first is None or first.run.form not in NUMBERS or _is_named(first):
        return drafts
    texts = [item.text for item in first.items]
    for at, draft in enumerate(drafts[1:], start=1):
        if draft.score < first.score - _SLACK or not _is_named(draft):
            continue
        held = sum(any(_opening(item.text) in text for text in texts) for item in draft.items)
        if held * 10 >= _MOSTLY * len(draft.items):
            return [draft, *drafts[:at], *drafts[at + 1 :]]
    return drafts


def _opening(text: str) -> str:
    """Without what stands before it in brackets."""
    return _BRACKETED.sub("", text)[:_LETTERS]


_BRACKETED = re.compile(r"^[\[(][^\])]{1,20}[\])]\s")
_SLACK, _LETTERS, _MOSTLY = 0.15, 60, 8
"""Of the score; of each item's text; tenths of the items."""


def _is_named(draft: Draft) -> bool:
    """Its heading says that here is the list, and nothing else."""
    heading = draft.run.heading
    if heading is None or DECOY.search(heading.text):
        return False  # such as "Findings and recommendations"
    return is_name(heading.text) or ANNOUNCING.search(heading.text) is not None


def _doubted(body: Body, drafts: Sequence[Draft], taken: Sequence[Draft]) -> list[Candidate]:
    """Labelled lists that only a decoy or an objection keeps out, for the officer to judge."""
    labelled = [draft for draft in drafts if draft.run.form is Form.WORD and len(draft.items) >= _FEWEST]
    held = Held(taken)
    labelled = [draft for draft in labelled if not any(map(draft.is_within, held.around(draft)))]
    unopposed = [draft for draft in labelled if _score_unopposed(body, draft) >= _SURE]
    unopposed.sort(key=lambda draft: (-draft.score, draft.first))
    return [replace(draft.candidate(body), doubted=True) for draft in unopposed[:_MOST_DOUBTED]]


def _repeating(
    body: Body, contents: set[int], known: Sequence[Draft], taken: Sequence[Draft]
) -> Draft | None:
    """The best of what counts or looks like a list in no form that is known: for the officer to judge.

    What has a known form has been judged, and refused where it is no list.
    """
    seen = Held(known)
    drafts = [drafted(body, run) for run in repeating_runs(body, contents)]
    plausible = [draft for draft in drafts if draft.score >= PLAUSIBLE]
    others = [draft for draft in plausible if not any(map(draft.begins_with, seen.around(draft)))]
    others = [
        draft
        for draft in others
        if not any(draft.is_within(other) or other.is_within(draft) for other in taken)
    ]
    return max(others, key=lambda draft: (draft.score, len(draft.items)), default=None)


def _is_sure(body: Body, draft: Draft, taken: Sequence[Draft]) -> bool:
    """It says itself that it recommends, or is likelier and much longer than what has a known form."""
    if not taken:
        says_so = share([item.text for item in draft.items], commends) > _NEARLY_ALL
        return says_so and not asks_nothing(body)
    return draft.score > taken[0].score and len(draft.items) >= 2 * len(taken[0].items)


_NEARLY_ALL = 0.8


def _score_unopposed(body: Body, draft: Draft) -> float:
    return score_of(body, draft.run, draft.items, opposed=False)


def _drafts(body: Body, contents: set[int]) -> Iterator[Draft]:
    labelled = _labelled(body, contents)
    for run in reviewed_runs(body, labelled):
        yield drafted(body, run)
        theirs = {start.row.index for start in run.starts}
        labelled = [start for start in labelled if start.row.index not in theirs]
    yield from united(body, [unscored(body, run) for run in worded_runs(body, labelled)])
    numbered = [drafted(body, run) for run in numbered_runs(body, labelled)]
    yield from numbered
    yield from restarted(body, numbered)
    yield from (drafted(body, run) for run in trailing_runs(body, contents))
    yield from (drafted(body, run) for run in unnumbered_runs(body, contents))
    yield from (drafted(body, run) for run in quoted_runs(body, labelled))
    yield from running_on_drafts(body, contents)


def _labelled(body: Body, contents: set[int]) -> list[Start]:
    found: list[Start] = []
    for row in body.rows:
        if row.page not in contents:
            label = label_of(row)
            if label is not None and not _is_in_contents(row, label) and not _is_aside(label):
                found.append(Start(row, replace(label, rest="") if names_a_reply(label.rest) else label))
    return with_shared_headings(body.rows, _with_words_behind(_with_words_above(_with_codes(found))))


def _is_in_contents(row: Row, label: Label) -> bool:
    """Dots lead to a page; behind a whole sentence they may, too, in a list of what is recommended."""
    if not row.has_leaders:
        return False
    said = label.form is Form.WORD and STRONG.stand_in(label.rest)
    return not said or len(label.rest.split()) <= _TITLE


_TITLE = 12
"""Words: no title in a list of contents has more."""


def _is_aside(label: Label) -> bool:
    """A paragraph that only says that the list follows, or a note."""
    return INTRODUCING.match(label.rest) is not None or (
        label.form is Form.BARE and _NOTE.match(label.rest) is not None
    )


_NOTE = re.compile(
    r"(?:ibid\b|op\. ?cit|(?:HC|HL) deb\b|transcript,|see (?:also )?(?:the |para|[A-Z])|Q{1,2}\s?\d|cf\. |https?://|www\.)",
    re.I,
)
"""So begin footnotes, whose numbers may count on from an item's."""


def _with_codes(found: Sequence[Start]) -> list[Start]:
    """Where "MR11" fills the gaps between "R10" and "R12" it is one of them: that which is monitored."""
    plain = {start.label.value for start in found if start.row.text.startswith("R") and _is_worded(start)}
    coded = [start for start in found if _CODED.fullmatch(start.label.number)]
    values = {start.label.value for start in coded}
    whole = sorted(plain | values)
    steps = sum(now[-1] == before[-1] + 1 for before, now in pairwise(whole))
    if not plain or plain & values or steps < _FEWEST or steps < len(whole) - 1:
        return list(found)
    return [
        Start(start.row, replace(start.label, form=Form.WORD, word="recommendation", sign=""))
        if start in coded
        else start
        for start in found
    ]


def _is_worded(start: Start) -> bool:
    return start.label.form is Form.WORD and start.label.word == "recommendation"


_CODED = re.compile(r"[A-Z]R\d{1,3}")


def _with_words_above(found: Sequence[Start]) -> list[Start]:
    """Under a bare "Question 1" stand "1(a)" and "1(b)": these are the questions."""
    kept: list[Start] = []
    word = ""
    for at, start in enumerate(found):
        label = start.label
        if label.form is Form.WORD:
            below = next((each.label for each in found[at + 1 : at + 2]), label)
            parted = below.sign == PART_OF and not label.rest and label.value == below.value[:1]
            word = label.word if parted else ""
            if not parted:
                kept.append(start)
        elif word and label.sign == PART_OF:
            kept.append(Start(start.row, replace(label, form=Form.WORD, word=word)))
        else:
            kept.append(start)
    return kept


def _with_words_behind(found: Sequence[Start]) -> list[Start]:
    """Heads such as "1. Recommendation", "2. Recommendation" are labels if they count on, else sections.

    "2.35 Recommendation. The board should ..." is one anyhow.
    """
    named = {at: label for at, start in enumerate(found) if (label := named_behind(start.label)) is not None}
    heads = [label.value[-1] for label in named.values() if not label.rest]
    counting = sum(now == before + 1 for before, now in pairwise(heads))
    if len(heads) < _FEWEST or counting * 10 < 6 * (len(heads) - 1):
        named = {at: label for at, label in named.items() if label.rest}
    return [Start(start.row, named[at]) if at in named else start for at, start in enumerate(found)]
