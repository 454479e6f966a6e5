"""Point by point: chapter, label and quoted recommendation, stance in words, answer."""

from bisect import insort
from collections import Counter
from collections.abc import Iterator

from drafter.domain.composing.blocks import HEADINGS, Block, BlockRole, capital, line
from drafter.domain.composing.material import Material
from drafter.domain.composing.passages import (
    passage_blocks,
    quotation,
    says_all_in_its_name,
    stance_block,
    title_block,
)
from drafter.domain.fields import first_words, joined_labels
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Section
from drafter.domain.records.stances import Stance


def point_by_point(material: Material) -> Iterator[Block]:
    yield from title_block(material)
    yield from points(material, quoted=material.choices.quote_recommendations)


def points(material: Material, *, quoted: bool) -> Iterator[Block]:
    """Her sections, each answer under its label; the title block is left to the form."""
    return _Points(material, quoted=quoted).blocks()


class _Points:
    """Sections in order.

    What answers a recommendation stands under its label, quotation and stance, each once. Readers look for
    labels first, so her own heading follows the label on the same line; above several answers it is their
    chapter.

    A passage that answers several is printed under the first, with all their labels. Each of the others has
    its own label in the report's order, and there it is referred to.
    """

    def __init__(self, material: Material, *, quoted: bool) -> None:
        self._material = material
        self._quoted = quoted
        self._known = material.known
        self._recommendations = tuple(material.known.values())
        written = [each for each in material.response.passages if not each.text.is_empty]
        self._to_come = Counter(answered for each in written for answered in set(each.answers))
        """How many passages that answer a recommendation are not printed yet."""
        self._printed: set[RecommendationId] = set()
        self._owed: dict[RecommendationId, str] = {}
        """Answered under another's label, by what that is called; to be referred to in its own place."""
        self._order = {each: number for number, each in enumerate(self._known)}
        self._waiting = [
            self._order[each.id]
            for each in self._known.values()
            if self._is_stance_alone(each) and not self._to_come[each.id]
        ]
        """Places in the report of what has a label and no words of its own, in order."""
        self._under: tuple[Recommendation, ...] = ()
        """What the words that come next answer, as the heading above them says."""
        self._chapter = ""
        self._level = 0

    def blocks(self) -> Iterator[Block]:
        sections = self._material.response.sections
        answering = [number for number, each in enumerate(sections) if set(each.answers) & self._known.keys()]
        last = max(answering, default=min(0, len(sections) - 1))
        for section in sections[: last + 1]:
            yield from self._section(section)
        yield from self._in_between()
        for section in sections[last + 1 :]:
            yield from self._section(section)
        if self._material.choices.list_unanswered:
            yield from self._unanswered()

    def _section(self, section: Section) -> Iterator[Block]:
        passages = [
            (each, self._material.answered_by(each)) for each in section.passages if not each.text.is_empty
        ]
        if not passages:
            return
        first = next((answered for _, answered in passages if answered), ())
        own = _is_own_chapter(section, [answered for _, answered in passages])
        if own:
            yield from self._in_between(before=first[0].id)
            yield from self._own_heading(section.heading)
        elif not first:
            yield from self._own_heading(section.heading)
        else:
            yield from self._heading(first, section.heading)
        for passage, answered in passages:
            if answered:
                yield from self._heading(answered, is_inside=own)
            yield from passage_blocks(passage, self._material.values_in(passage), heading=self._level)
            self._to_come.subtract(set(passage.answers))

    def _own_heading(self, heading: str) -> Iterator[Block]:
        """Her heading above words that answer nothing, or several; without one they go on in the chapter."""
        self._under = ()
        if heading:
            self._chapter = ""
            yield from self._chapter_heading(heading)
        self._level = 1 if heading else min(self._level, 1)

    def _heading(
        self, answered: tuple[Recommendation, ...], title: str = "", *, is_inside: bool = False
    ) -> Iterator[Block]:
        """Chapter, label(s) with her heading, quotation and stance, where they were not printed before.

        Inside a section that is a chapter of its own the report's chapters are not named.
        """
        if answered == self._under and not title:
            return
        fresh = tuple(each for each in answered if each.id not in self._printed)
        owed = tuple(each for each in answered if each.id in self._owed)
        if fresh and not is_inside:
            yield from self._in_between(before=fresh[0].id)
            yield from self._chapter_heading(fresh[0].heading)
        name = joined_labels(answered)
        label = capital(name) if fresh or owed else f"More on {name}"
        if title and title.casefold() not in {label.casefold(), self._chapter.casefold()}:
            label = f"{label}: {title}"
        yield self._label(label)
        self._under = answered
        for each in owed:
            yield self._reference(each)
        for each in fresh:
            yield from self._point(each, named=len(answered) > 1)
        for each in fresh[1:]:
            self._owed[each.id] = name
            insort(self._waiting, self._order[each.id])

    def _label(self, label: str) -> Block:
        self._level = 2 if self._chapter else 1
        return line(HEADINGS[self._level - 1], label)

    def _point(self, recommendation: Recommendation, *, named: bool) -> Iterator[Block]:
        self._printed.add(recommendation.id)
        if self._quoted and (named or not says_all_in_its_name(recommendation)):
            yield from quotation(recommendation, named=named)
        taken = self._material.stance_on(recommendation)
        stance = stance_block(taken, on=joined_labels((recommendation,)) if named else "")
        if stance is not None:
            yield stance

    def _reference(self, recommendation: Recommendation) -> Block:
        """Where the answer to it was printed."""
        together = self._owed.pop(recommendation.id)
        return line(BlockRole.BODY, f"We answer this under {together}, above.")

    def _chapter_heading(self, chapter: str) -> Iterator[Block]:
        if chapter and chapter != self._chapter:
            yield line(BlockRole.HEADING1, chapter)
        self._chapter = chapter

    def _in_between(self, before: RecommendationId | None = None) -> Iterator[Block]:
        """What has a label and no words of its own, in the report's order.

        A stance alone is the answer; what was answered together with another is referred to. Those that come
        before a recommendation in the report, or all that are left.
        """
        end = len(self._order) if before is None else self._order[before]
        ready = [place for place in self._waiting if place < end]
        self._waiting = self._waiting[len(ready) :]
        for place in ready:
            each = self._recommendations[place]
            if before is not None and self._to_come[each.id] > 0:
                insort(self._waiting, place)
            elif each.id in self._owed:
                yield from self._labelled(each)
                yield self._reference(each)
            elif each.id not in self._printed:
                yield from self._labelled(each)
                yield from self._point(each, named=False)

    def _labelled(self, recommendation: Recommendation) -> Iterator[Block]:
        yield from self._chapter_heading(recommendation.heading)
        yield self._label(capital(joined_labels((recommendation,))))
        self._under = (recommendation,)

    def _is_stance_alone(self, recommendation: Recommendation) -> bool:
        taken = self._material.stance_on(recommendation)
        return taken.stance is not Stance.UNDECIDED and not taken.set_aside

    def _unanswered(self) -> Iterator[Block]:
        left = [each for each in self._known.values() if each.id not in self._printed]
        if not left:
            return
        yield line(BlockRole.HEADING1, "Not answered here")
        for each in left:
            label = f"{each.name}: " if each.label else ""
            yield line(BlockRole.BULLET, f"{label}{first_words(each.text, 16)}")


def _is_own_chapter(section: Section, answered: list[tuple[Recommendation, ...]]) -> bool:
    """Her heading stands above several answers, or above words of its own that come before the first."""
    groups = set(filter(None, answered))
    return bool(section.heading and groups) and (len(groups) > 1 or not answered[0])
