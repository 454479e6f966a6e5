"""Positions from files that are not as they should be: nothing lost, nothing executed, one sentence."""

import json

import docx
import pytest

from drafter.domain.errors import NotALibraryFile
from drafter.domain.richtext_html import to_html
from drafter.services.finding import Suggestions, find
from drafter.services.importing import add_positions
from drafter.services.library_csv import write_library_csv
from drafter.services.library_files import write_library_json
from drafter.services.lookalikes import look_alike_of
from drafter.services.past_responses import proposals_of
from tests.builders import present

ARABIC = "نرحب بالتمويل طويل الأجل"
HEBREW = "אנו מברכים על מימון"
EMOJI = "We welcome it 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽"
TURNED = "left \u202eright\u202c left"
LONG = " ".join(f"word{number % 977}" for number in range(100_000))


def a_library_file(*bodies, **more):
    entries = [{"title": f"Title {number}", "body": body} | more for number, body in enumerate(bodies)]
    return json.dumps({"format": "drafter-library", "version": 1, "positions": entries})


def plain(library):
    return sorted(each.newest.text.plain for each in library.positions())


@pytest.fixture
def add(library, tmp_path):
    def give(name, content):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return add_positions(library, path, by="Ann")

    return give


def test_two_entries_of_one_id_are_both_kept_and_it_is_said(library, add):
    done = add("two.json", a_library_file("<p>One.</p>", "<p>Another.</p>", id="the same"))

    assert plain(library) == ["Another.", "One."]
    assert done.sentence == ("Came in: 2 positions. Two entries have the id of “Title 1”; both were kept.")


@pytest.mark.parametrize(
    ("body", "words", "html"),
    [
        ("<p>We <script>alert(1)</script>welcome it.</p>", "We welcome it.", "<p>We welcome it.</p>"),
        ("<p onclick='steal()'>We welcome it.</p>", "We welcome it.", "<p>We welcome it.</p>"),
        ("<p><a href='javascript:steal()'>Here</a></p>", "Here", "<p>Here</p>"),
        ("<p>See<img src='file://server/share/a.png' onerror='x()'> it.</p>", "See it.", "<p>See it.</p>"),
        ("<iframe src='https://example.org'>Inside</iframe><p>After.</p>", None, None),
        ("<style>p {color: red}</style><p>Words.</p>", "Words.", "<p>Words.</p>"),
        (
            "<p>One <strong>two <em>three</p><p>four</strong> five",
            "One two three\nfour five",
            None,
        ),
        ("<ul><li>One<li>Two</ul></li></p>Three", "One\nTwo\nThree", None),
        ("<p>1 < 2 && 3 > 2", "1 < 2 && 3 > 2", None),
        ("<blockquote><blockquote><p>Deep</blockquote>", "Deep", None),
        (f"<p>{ARABIC} (2026) {HEBREW}</p>", f"{ARABIC} (2026) {HEBREW}", None),
        (f"<p>{EMOJI}</p>", EMOJI, f"<p>{EMOJI}</p>"),
        (f"<p>{TURNED}</p>", TURNED, None),
        pytest.param(f"<p>{LONG}</p>", LONG, f"<p>{LONG}</p>", marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_words_come_in_whole_and_nothing_that_could_run(library, add, ending, body, words, html):
    if ending == ".json":
        add("one.json", a_library_file(body))
    else:
        add("one.csv", 'title,body\nOne,"' + body.replace('"', '""') + '"\n')

    (stored,) = library.positions()
    written = to_html(stored.newest.text)
    assert not any(each in written for each in ("script", "onclick", "onerror", "file:", "iframe", "style"))
    if words is not None:
        assert stored.newest.text.plain == words
    if html is not None:
        assert written == html


@pytest.mark.parametrize("writer", [write_library_json, write_library_csv])
@pytest.mark.parametrize("words", [ARABIC, HEBREW, EMOJI, TURNED, pytest.param(LONG, marks=pytest.mark.long)])
def test_such_words_go_out_and_come_in_again(library, add, tmp_path, writer, words):
    add("one.json", a_library_file(f"<p>{words}</p>"))
    target = tmp_path / f"out.{'json' if writer is write_library_json else 'csv'}"
    writer(library, target)

    again = add_positions(library, target, by="Ann")

    assert (again.new, again.reworded, again.known) == (0, 0, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            "title,theme\nOne,Funding\n",
            "“bad.csv” has no column “body”. The first row must name the columns:",
        ),
        ("theme,owner\nA,B\n", "“bad.csv” has no column “body” and no “title”."),
        ('title,body\nOne,"We wel"come it\n', "“bad.csv” has broken quotation marks near line 2."),
        ('title,body\nOne,"We welcome it\n', "“bad.csv” has broken quotation marks near line"),
        (";;\n", "“bad.csv” has no rows."),
        ("title,body,kind\nOne,Words,policy\n", "In row 2 of “bad.csv” “policy” is no kind"),
    ],
)
def test_a_spreadsheet_that_cannot_be_read_is_told_in_a_sentence_and_nothing_comes_in(
    library, add, content, sentence
):
    with pytest.raises(NotALibraryFile) as raised:
        add("bad.csv", content)

    assert raised.value.sentence.startswith(sentence)
    assert raised.value.sentence.endswith(".")
    assert plain(library) == []


def test_a_position_of_100000_words_comes_in_whole(library, add):
    add("long.json", a_library_file(f"<p>{LONG}</p>"))

    assert plain(library) == [LONG]


@pytest.mark.long
def test_a_position_of_100000_words_is_found_compared_and_proposed(library, add, tmp_path):
    add("long.json", a_library_file(f"<p>{LONG}</p>", f"<p>{LONG} more</p>"))
    first, second = (each.id for each in library.entries())
    path = tmp_path / "long.docx"
    made = docx.Document()
    made.add_paragraph(LONG)
    made.save(path)

    assert [each.entry.id for each in find(library, "more")] == [second]
    assert present(look_alike_of(library, Suggestions.build(library), second)).second == first
    (proposal,) = proposals_of([path], library)
    assert (proposal.text.plain, present(proposal.like).position, present(proposal.like).share) == (
        LONG,
        first,
        1.0,
    )
