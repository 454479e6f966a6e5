"""The same list printed more than once: kept once, with all its pages."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

from rapidfuzz import fuzz

from drafter.reports.recognising.drafts import Draft
from drafter.reports.recognising.items import Item
from drafter.reports.recognising.labels import NUMBERS, Form
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.scoring import score_of
from drafter.reports.recognising.sections import section_of
from drafter.reports.recognising.starts import Run
from drafter.reports.recognising.voices import asks, share
from drafter.reports.recognising.wordings import STRONG

MENTION = 4
"""Fewer words than this only mention an item, they do not say what it asks for."""
_ALIKE = 80.0
_TITLE = 12
"""Items of fewer words are titles."""
_OPENING = 50
"""So many letters tell whether two items begin alike, after words such as "The Government should"."""
_LETTERS = 400
"""So many letters of each text are compared."""


def united(body: Body, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a list: runs of the same word that repeat, complete or continue each other become one."""
    ordered = sorted(drafts, key=_completeness, reverse=True)
    kept: list[Draft] = []
    families: dict[tuple[str, str], list[Draft]] = defaultdict(list)
    for draft in ordered:
        hosts = families[draft.run.word, draft.run.form]
        # Where chapters count anew there are several: the one whose items it repeats comes first.
        host = max(hosts[:_MOST_HOSTS], key=lambda each: _repeated(each, draft), default=None)
        if host is None or not _absorb(host, draft):
            kept.append(draft)
            hosts.append(draft)
    for draft in kept:
        draft.items.sort(key=lambda item: item.start.row.index)
        draft.score = score_of(body, draft.run, draft.items)
    return kept


_MOST_HOSTS = 60
"""So many lists, the first ones, may be what another repeats: to compare each with each takes long."""


def _completeness(draft: Draft) -> tuple[int, bool, bool, int]:
    """How many items with text; whether they advise, not only name; a heading for it; then the later one."""
    filled = sum(item.words >= MENTION for item in draft.items)
    advising = sum(STRONG.stand_in(item.text) for item in draft.items)
    return filled, advising * 2 > filled, draft.run.heading is not None, draft.run.starts[0].row.index


def _repeated(host: Draft, draft: Draft) -> int:
    known = {item.start.label.value: item.text for item in host.items}
    return sum(
        is_copy(item.text, known[item.start.label.value])
        for item in draft.items
        if item.start.label.value in known
    )


def _absorb(host: Draft, draft: Draft) -> bool:
    """Take the draft's items in as copies or as missing ones. False where it is another list."""
    known = {item.start.label.value: item for item in host.items}
    again: list[tuple[Item, Item]] = []
    missing: list[Item] = []
    others: list[Item] = []
    for item in draft.items:
        same = known.get(item.start.label.value)
        if same is None:
            missing.append(item)
        elif is_copy(item.text, same.text):
            again.append((same, item))
        else:
            others.append(item)
    if others and _is_misnumbered(host, draft, others):
        missing, others = [*missing, *others], []
    if len(others) * 2 > len(draft.items):
        return False
    for same, item in again:
        host.copies.setdefault(same.start.row.index, []).append(item)
    if missing and (again or not others):
        _add(host, missing)
    return True


def _is_misnumbered(host: Draft, draft: Draft, others: Sequence[Item]) -> bool:
    """One list in which a number stands twice: the second part begins where the first one ends."""
    upper, lower = sorted((host, draft), key=lambda each: each.first)
    last, first = upper.items[-1].start, lower.items[0].start
    numbers = {item.start.label.value for item in (*host.items, *draft.items)}
    said = all(len(item.text.split()) >= MENTION for item in others)
    goes_on = last.row.index < first.row.index and last.label.value <= first.label.value
    return said and goes_on and len(others) * _RARE <= len(numbers)


_RARE = 3
"""So many numbers are right for each that stands twice."""


def _add(host: Draft, missing: Sequence[Item]) -> None:
    filled = [item for item in missing if item.words >= MENTION]
    host.items.extend(filled)
    starts = sorted([*host.run.starts, *(item.start for item in filled)], key=lambda start: start.row.index)
    host.run = Run(host.run.form, host.run.word, starts, host.run.limit, host.run.heading)


def is_copy(one: str, other: str) -> bool:
    """The same words, or so much of them as a mention in passing repeats."""
    short, long = sorted((one[:_LETTERS], other[:_LETTERS]), key=len)
    if len(short.split()) < MENTION:
        return True
    return bool(
        # Told what is too little, they give 0 at once for most.
        fuzz.ratio(short, long, score_cutoff=_ALIKE)
        or fuzz.partial_ratio(short, long, score_cutoff=_ALIKE + 10)
    )


def without_fuller_copies(drafts: Sequence[Draft]) -> list[Draft]:
    """Of numbered lists that begin alike, item for item, the one that holds the items alone, undiscussed.

    The others' pages are kept as those of copies.
    """
    begun: dict[int, list[tuple[Draft, frozenset[int]]]] = defaultdict(list)
    for draft in drafts:
        starts = frozenset(item.start.row.index for item in draft.items)
        for start in starts:
            begun[start].append((draft, starts))
    whole = [draft for draft in drafts if not _is_cut_short(draft, begun[draft.first])]
    hosts: list[tuple[Draft, Mapping[tuple[int, ...], tuple[str, str]]]] = []
    for draft in sorted(whole, key=_bareness):
        at = next((at for at, each in enumerate(hosts[:_MOST_HOSTS]) if _begins_like(*each, draft)), None)
        if at is None:
            hosts.append((draft, _openings(draft)))
        elif _is_fuller(draft, hosts[at][0]):
            _add_copies(draft, hosts[at][0])
            hosts[at] = draft, _openings(draft)
        else:
            _add_copies(hosts[at][0], draft)
    return [host for host, _ in hosts]


def _is_cut_short(draft: Draft, others: Sequence[tuple[Draft, frozenset[int]]]) -> bool:
    """Whether one of the lists in which its first item begins, too, holds all that it holds, and more."""
    mine = {item.start.row.index for item in draft.items}
    return any(mine < theirs and _is_longer(other, draft) for other, theirs in others)


def _is_fuller(draft: Draft, host: Draft) -> bool:
    """It goes on after the host's last number, and discusses no more: the full list in an annex."""
    if draft.run.values[-1] <= host.run.values[-1] or len(draft.items) <= len(host.items):
        return False
    heading = host.run.heading
    if draft.score < host.score - _SLACK or (heading is not None and _is_by_itself(host, heading, draft)):
        return False
    shared = set(host.run.values)
    rows = sum(len(item.rows) for item in draft.items if item.start.label.value in shared)
    return rows <= _AS_BARE * sum(len(item.rows) for item in host.items)


_AS_BARE = 1.25


def _add_copies(host: Draft, other: Draft) -> None:
    """What the other prints again, and where that is printed again."""
    by_value = {item.start.label.value: item for item in host.items}
    for item in other.items:
        same = by_value.get(item.start.label.value)
        if same is not None and same.start.row is not item.start.row:
            again = [item, *other.copies.get(item.start.row.index, ())]
            host.copies.setdefault(same.start.row.index, []).extend(again)


_SLACK = 0.1
"""A list that leaves numbers out, or counts anew, is a little less regular than each of its pieces."""


def _is_longer(other: Draft, draft: Draft) -> bool:
    """The same printing cut less short, if it holds all that begins here.

    A table's head is repeated on each page, and ends nothing.
    """
    heading = draft.run.heading
    if len(other.items) <= len(draft.items):
        return False
    if heading is not None and _is_by_itself(draft, heading, other):
        return False
    return other.score >= draft.score - _SLACK or _goes_on_from(other, draft)


def _is_by_itself(draft: Draft, heading: Row, other: Draft) -> bool:
    """What goes beyond its section are the paragraphs of another chapter, or a list with its own name."""
    section = section_of(heading)
    dotted = draft.run.form is Form.DOTTED and bool(section)
    if dotted and other.run.heading is None and all(value[:-1] == section for value in draft.run.values):
        return True
    if other.first >= heading.index:
        return False
    return not _begins_at_one(other) or (draft.run.form is Form.DOTTED and is_name(heading.text))


def _goes_on_from(whole: Draft, part: Draft) -> bool:
    """Of questions that count on through a survey, one part's."""
    first, begun = part.run.values[0], whole.run.values[0]
    return first[-1] > 1 and begun == (1,) and share([item.text for item in part.items], asks) * 2 > 1


def _bareness(draft: Draft) -> tuple[bool, bool, int]:
    """Rows in all; but a list of mere titles, or one that begins in the middle, comes last."""
    words = sum(item.words for item in draft.items)
    titles = words < _TITLE * len(draft.items)
    return titles, draft.run.values[0][-1] > 1, sum(len(item.rows) for item in draft.items)


def _begins_like(one: Draft, openings: Mapping[tuple[int, ...], tuple[str, str]], other: Draft) -> bool:
    if one.run.form is not other.run.form or one.run.form is Form.WORD or one.run.form is Form.LISTED:
        return False
    wanted = 6 * max(len(one.items), len(other.items))
    if 10 * len(other.items) < wanted:
        return False
    same = sum(
        _opens_like(*known, item.text)
        for item in other.items
        if (known := openings.get(item.start.label.value)) is not None
    )
    return same * 10 >= wanted


def without_chapter_heads(drafts: Sequence[Draft]) -> list[Draft]:
    """Without numbered headings between which longer lists of labelled items stand, or labelled questions."""
    labelled = [draft for draft in drafts if draft.run.form is Form.WORD]
    kept = [draft for draft in drafts if not _heads_another(draft, labelled)]
    questions = sorted(
        item.start.row.index
        for draft in labelled
        if draft.run.word == "question"
        for item in chain(draft.items, *draft.copies.values())
    )
    return [draft for draft in kept if not _heads_questions(draft, questions)]


def _heads_questions(draft: Draft, questions: Sequence[int]) -> bool:
    """Its items are headings, and below most of them stands a question that has a label."""
    if not questions or not _is_headed(draft):
        return False
    begun = [start.row.index for start in draft.run.starts]
    asked = sum(
        bisect_left(questions, one) < bisect_left(questions, other)
        for one, other in pairwise([*begun, draft.run.limit])
    )
    return asked * 10 >= 6 * len(begun)


def _is_headed(draft: Draft) -> bool:
    """Its labels, which are no words, are those of headings."""
    headed = sum(item.start.row.heading > 0 for item in draft.items)
    return draft.run.form is not Form.WORD and headed * 2 > len(draft.items)


def _heads_another(heads: Draft, labelled: Sequence[Draft]) -> bool:
    if not _is_headed(heads):
        return False
    within = {row.index for item in heads.items for row in item.rows}
    return any(_stands_under(other, heads, within) for other in labelled)


def _stands_under(labelled: Draft, heads: Draft, within: set[int]) -> bool:
    if len(heads.items) >= len(labelled.items):
        return False
    starts = {item.start.row.index for item in labelled.items}
    return min(starts) > heads.first and not starts & within


def without_excerpts(drafts: Sequence[Draft]) -> list[Draft]:
    """Without lists that only pick, from a report's numbered paragraphs, what stands in its list of all.

    Their pages are kept as those of copies.
    """
    named = [draft for draft in drafts if draft.run.heading is not None and _begins_at_one(draft)]
    return [draft for draft in drafts if not _is_excerpt(draft, named)]


def _begins_at_one(draft: Draft) -> bool:
    return draft.run.starts[0].label.value[-1] == 1


def _is_excerpt(draft: Draft, named: Sequence[Draft]) -> bool:
    if draft.run.form not in NUMBERS or _begins_at_one(draft):
        return False
    return any(_holds(other, draft) for other in named)


def _holds(whole: Draft, excerpt: Draft) -> bool:
    """Whether nearly all items of the excerpt stand in the whole list, under numbers of their own."""
    if not len(excerpt.items) < len(whole.items) <= _MOST_OF_ALL:
        return False
    pairs: list[tuple[Item, Item]] = []
    spare = len(excerpt.items) * (10 - _NEARLY_ALL) // 10
    for item in excerpt.items:
        same = next((each for each in whole.items if _says_the_same(each.text, item.text)), None)
        if same is not None and same.start.row is not item.start.row:
            pairs.append((same, item))
        elif spare:
            spare -= 1
        else:
            return False
    for same, item in pairs:
        whole.copies.setdefault(same.start.row.index, []).append(item)
    return True


_MOST_OF_ALL = 300
"""Items: what counts on for longer are a report's paragraphs, and to compare each with each takes long."""


def across_forms(drafts: Sequence[Draft]) -> list[Draft]:
    """Of one list that counts in two ways, "Question 3" in its chapter and "3." in an annex, the first draft.

    The other's pages are kept as those of copies.
    """
    kept: list[Draft] = []
    for draft in drafts:
        for host in kept:
            if pairs := _paired(host, draft):
                for one, other in pairs:
                    again = [other, *draft.copies.get(other.start.row.index, ())]
                    host.copies.setdefault(one.start.row.index, []).extend(again)
                break
        else:
            kept.append(draft)
    return kept


def _paired(one: Draft, other: Draft) -> list[tuple[Item, Item]]:
    """Item for item, if nearly all say the same."""
    if one.run.form is other.run.form and one.run.word == other.run.word:
        return []
    most = max(len(one.items), len(other.items))
    values = {item.start.label.value: item for item in one.items}
    pairs = [
        (same, item)
        for item in other.items
        if (same := values.get(item.start.label.value)) and same.start.row is not item.start.row
    ]
    if len(pairs) * 10 < _NEARLY_ALL * most:
        return []
    alike = [(same, item) for same, item in pairs if _says_the_same(same.text, item.text)]
    return alike if len(alike) * 10 >= _NEARLY_ALL * most else []


_NEARLY_ALL = 8
"""Tenths."""


def _says_the_same(one: str, other: str) -> bool:
    return min(len(one.split()), len(other.split())) >= MENTION and is_copy(one, other)


def _openings(draft: Draft) -> dict[tuple[int, ...], tuple[str, str]]:
    """By number: how its items begin, and the words of advice in that, for many lists share those."""
    openings: dict[tuple[int, ...], tuple[str, str]] = {}
    for item in draft.items:
        opening = item.text[: 2 * _OPENING]
        found = STRONG.search(opening)
        lead = opening[: found.end()] if found else ""
        openings[item.start.label.value] = item.text[: len(lead) + _OPENING], lead
    return openings


def _opens_like(one: str, lead: str, other: str) -> bool:
    since = len(lead) if "\n" not in lead and other.startswith(lead) else 0
    until = since + _OPENING
    return fuzz.ratio(one[since:until], other[since:until]) >= _ALIKE
