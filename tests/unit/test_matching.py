"""The index: what speaks of the same comes first, what changed is found as it is, look-alikes are found."""

from itertools import combinations

import numpy as np
import pytest

from drafter.domain.errors import Cancelled
from drafter.domain.matching import Document, Index
from drafter.domain.matching.alike import THRESHOLD
from drafter.domain.matching.terms import term
from drafter.domain.records.ids import PositionId
from drafter.domain.records.ids import id_from as identity

TEXTS = {
    "grants": ("Long-term grants", "Small charities need core grants for three years or more."),
    "expenses": ("Volunteers’ expenses", "No volunteer should be out of pocket: pay travel and meals."),
    "trustees": ("Trustee training", "Trustees should be trained within six months of their election."),
    "buildings": ("Empty buildings", "Councils should lend empty buildings to community groups."),
}


def document(name, title="", text="", **more):
    return Document(id=PositionId(identity(name)), title=title, text=text, **more)


def an_index(**more):
    documents = [document(name, title, text) for name, (title, text) in TEXTS.items()]
    return Index.build([*documents, *(document(name, text, text) for name, text in more.items())])


def found(index, question, **more):
    names = {PositionId(identity(name)): name for name in (*TEXTS, "new", "other", "themed", "asked")}
    return [names[each.id] for each in index.match(question, **more)]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Ministers should fund small charities with longer grants.", "grants"),
        ("Pay volunteers’ travel.", "expenses"),
        ("A trustee must be trained.", "trustees"),
        ("Let communities use buildings that stand empty", "buildings"),
    ],
)
def test_what_speaks_of_the_same_comes_first(question, wanted):
    assert found(an_index(), question)[0] == wanted


def test_only_what_shares_a_word_is_found():
    assert found(an_index(), "Nothing whatever to do with cheese") == []
    assert found(an_index(), "the of and") == []
    assert found(an_index(), "") == []
    assert found(Index(), "grants") == []


def test_a_match_names_the_words_of_the_question_the_rarest_first():
    index = an_index(other="Charities and charities again")

    match = next(
        each for each in index.match("Should Charities get GRANTS?") if each.id == identity("grants")
    )

    assert match.words == ("GRANTS", "Charities")


def test_the_limit_holds():
    index = Index.build(document(str(number), "Grants", f"word{number}") for number in range(50))

    assert len(index.match("grants", limit=7)) == 7
    assert index.match("grants", limit=0) == ()


def test_what_a_position_answered_before_finds_it_again():
    index = an_index()
    asked = "The regulator ought to publish its benchmarks quarterly."
    assert found(index, asked) == []

    index.put(document("asked", "Openness", "We agree.", asked=(asked, "Something else")))

    assert found(index, "Publish benchmarks each quarter") == ["asked"]


def test_themes_are_found():
    index = an_index()

    index.put(document("themed", "A title", "A text", themes=("Gift Aid", "Taxation")))

    assert found(index, "taxation and gift aid")[0] == "themed"


def test_a_hint_counts_less_than_the_question():
    index = an_index()

    assert found(index, "trustees", hint="buildings") == ["trustees", "buildings"]
    assert found(index, "", hint="buildings") == ["buildings"]


def test_phrases_break_ties():
    index = Index.build(
        [
            document("new", "", "early access to grants late"),
            document("other", "", "grants access early, to late"),
        ]
    )

    assert found(index, "early access") == ["new", "other"]


@pytest.mark.parametrize("many", [0, 1_500])
def test_what_is_put_replaced_and_removed_is_found_as_it_is_now(many):
    # above a thousand documents what came later is packed by itself
    filler = (
        document(f"filler {number}", f"Filler {number}", f"stuff{number % 97}") for number in range(many)
    )
    index = Index.build(filler)
    index.put(document("new", "Libraries", "Public libraries matter."))
    assert found(index, "public libraries") == ["new"]

    index.put(document("new", "Museums", "Museums matter."))
    assert found(index, "public libraries") == []
    assert found(index, "museums") == ["new"]

    index.put(document("other", "Museums", "All museums."))
    assert set(found(index, "museums")) == {"new", "other"}

    index.remove(PositionId(identity("new")))
    index.remove(PositionId(identity("new")))
    assert found(index, "museums") == ["other"]
    assert len(index) == many + 1
    assert PositionId(identity("other")) in index
    assert PositionId(identity("new")) not in index


def test_a_packed_document_that_is_replaced_or_removed_is_not_found_by_its_old_words():
    index = Index.build(
        document(str(number), f"Filler {number}", f"stuff{number}") for number in range(1_500)
    )
    index.put(document("7", "Elsewhere", "changed"))
    index.remove(PositionId(identity("8")))

    assert [index.match("stuff7"), index.match("stuff8")] == [(), ()]
    assert [each.id for each in index.match("changed elsewhere")] == [identity("7")]


def test_kept_up_to_date_it_ranks_as_if_built_anew():
    texts = [f"alpha beta{number % 7} gamma{number % 5} delta{number}" for number in range(40)]
    documents = [document(str(number), f"Title {number % 3}", text) for number, text in enumerate(texts)]
    kept = Index.build(documents[:10])
    for each in (*documents[5:], *documents[:5]):
        kept.put(each)

    built = Index.build(documents)

    ranked = [
        {each.id: round(each.score, 5) for each in index.match("beta3 gamma2 delta17", limit=40)}
        for index in (kept, built)
    ]
    assert ranked[0] == ranked[1]


def test_building_can_be_stopped():
    def stop(done, _):
        if done >= 200:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        Index.build((document(str(number), "x") for number in range(1_000)), stop)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Charities", "charit"),
        ("charity", "charit"),
        ("volunteers’", "volunt"),
        ("Government's", "govern"),
        ("Café", "cafe"),
        ("the", ""),
        ("a", ""),
        ("2026", "2026"),
        ("1234567", "1234567"),
        ("R2021010", "r2021010"),
        ("gas", "gas"),
        ("bus", "bus"),
        ("loss", "loss"),
    ],
)
def test_words_are_cut_to_what_they_share_with_their_relatives(word, wanted):
    assert term(word) == wanted


# --- alike


def words(*numbers):
    return " ".join(f"word{number:03d}x" for number in numbers)


def test_wordings_that_are_nearly_the_same_are_found_the_nearest_first():
    index = Index.build(
        [
            document("new", "Title", words(*range(40))),
            document("other", "Title", words(*range(40))),
            document("themed", "Title", words(*range(8, 48))),
            document("asked", "Title", words(*range(200, 240)), asked=(words(*range(40)),)),
        ]
    )

    pairs = index.alike()

    assert {pairs[0].first, pairs[0].second} == {identity("new"), identity("other")}
    assert pairs[0].cosine == pytest.approx(1)
    assert len(pairs) == 3
    assert identity("asked") not in {each for pair in pairs for each in (pair.first, pair.second)}


def test_every_pair_over_the_threshold_is_found_and_no_other():
    draw = np.random.default_rng(7)
    texts = [words(*draw.integers(0, 30, 12)) for _ in range(120)]
    index = Index.build(document(str(number), "", text) for number, text in enumerate(texts))

    found_pairs = {frozenset((each.first, each.second)): each.cosine for each in index.alike()}

    vectors = _vectors(texts)
    cosines = {
        frozenset((identity(str(one)), identity(str(other)))): float(vectors[one] @ vectors[other])
        for one, other in combinations(range(len(texts)), 2)
    }
    assert set(found_pairs) == {pair for pair, cosine in cosines.items() if cosine >= THRESHOLD}
    assert all(abs(cosines[pair] - cosine) < 1e-4 for pair, cosine in found_pairs.items())
    assert 10 < len(found_pairs) < len(cosines)


def _vectors(texts):
    """TF-IDF as the field's books write it, every cell of it."""
    counts = np.array([[text.split().count(words(number)) for number in range(30)] for text in texts], float)
    rarity = np.log((len(texts) + 1) / ((counts > 0).sum(0) + 1)) + 1
    weights = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0) * rarity
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)


def test_few_documents_are_no_trouble():
    assert Index().alike() == ()
    assert Index.build([document("new", "", ""), document("other", "", "")]).alike() == ()


def test_one_wording_is_compared_with_the_rest_the_nearest_first():
    index = Index.build(
        [
            document("same", "Title", words(*range(40))),
            document("near", "Title", words(*range(8, 48))),
            document("far", "Title", words(*range(200, 240))),
        ]
    )

    near = index.near("Title", words(*range(40)))

    assert [each.id for each in near] == [identity("same"), identity("near")]
    assert near[0].cosine == pytest.approx(1)
    assert {frozenset((each.first, each.second)): round(each.cosine, 3) for each in index.alike()} == {
        frozenset((identity("same"), identity("near"))): round(near[1].cosine, 3)
    }


def test_what_came_later_is_near_too_and_no_words_are_near_nothing():
    index = Index.build(document(str(number), "", words(*range(number, number + 9))) for number in range(300))
    index.put(document("new", "", words(*range(900, 940))))

    assert [each.id for each in index.near("", words(*range(900, 940)))] == [identity("new")]
    assert index.near("", "") == ()
    assert Index().near("Title", words(1)) == ()
