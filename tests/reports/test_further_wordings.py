"""Inquiries that say "shall", questionnaires that bid as well as ask, and lists that are only examples."""

from drafter.reports.reading import read_html, read_text

SHALL = (
    "The Department and the operator shall publish a joint statement of what a fair offer is.",
    "All who claim shall be entitled to advice that the Department pays for before they decide.",
    "No claim shall be taken in after the last day of November, whatever the reason for the delay.",
    "The operator shall open its files to the inquiry’s successor within three months of this report.",
    "A senior lawyer shall be appointed to look at each first offer before it goes out to a claimant.",
)


def a_volume(heading):
    items = "".join(f"<li><p>{each}</p></li>" for each in SHALL)
    return f"<html><body><h1>{heading}</h1><ol>{items}</ol></body></html>"


def test_what_an_inquiry_says_shall_be_done_is_recommended_under_a_heading_that_says_so():
    found = read_html(a_volume("Volume 2 – 4. Recommendations")).recommendations

    assert [each.text for each in found] == list(SHALL)


def test_what_shall_be_done_elsewhere_is_a_law():
    assert read_html(a_volume("Part 2 – 4. Duties of the operator")).recommendations == ()


ASKED = (
    "Do you use the ferry to get to work?",
    "Please explain what would make you use it more often.",
    "What do you consider to be the best thing about the ferry? The ferry…",
    "If yes, please list the landings that you would like to see again.",
    "Would you say that a fare of two pounds is fair?",
    "b) and that it should be the same for all?",
    "Please specify:",
    "Should the last ferry leave after ten in the evening?",
)


def test_a_questionnaires_further_questions_belong_to_its_list():
    asked = "".join(
        f"<p>{at}. {said}</p><p>Yes No I don’t know</p>" for at, said in enumerate(ASKED, start=1)
    )

    found = read_html(f"<html><body><h1>The ferry</h1><h2>Landings</h2>{asked}</body></html>").recommendations

    assert [each.label for each in found] == [str(at) for at in range(1, len(ASKED) + 1)]


def test_examples_after_what_is_proposed_are_no_list():
    read = read_text(
        "Agreement on the ferries\n\nIt is proposed that the board should advise the councils on landings, "
        "and what it looks at will include such matters as the following:\n\n"
        "(a) the repair of piers and of the boats that call there;\n\n"
        "(b) the training of those who work on deck;\n\n"
        "(c) research into tides and into the silting of landings.\n\n"
        "The councils have all accepted and will send their members.\n"
    )

    assert read.recommendations == ()


def test_labels_that_name_the_chapter_too_are_whole():
    found = read_text(
        "Recommendations\n\nRecommendation 3-1: Ministers should fund the ferry for ten years.\n\n"
        "Recommendation 3-2: Councils should mend each landing before the winter.\n\n"
        "Recommendation 4-1: The operator should publish its timetable in May.\n"
    ).recommendations

    assert [(each.label, each.text.split()[0]) for each in found] == [
        ("3-1", "Ministers"),
        ("3-2", "Councils"),
        ("4-1", "The"),
    ]


def test_what_stands_below_a_bold_title_belongs_to_it_whether_or_not_the_title_ends_with_a_stop():
    titles = ("Open the landings", "Run later ferries.", "Fund the piers", "Tell people early.")
    said = "The operator should do so within a year, and the councils should help it to."
    items = "".join(f"<p><b>R{at} {each}</b></p><p>{said}</p>" for at, each in enumerate(titles, start=1))

    found = read_html(f"<h1>Ferries</h1><h2>Recommendations</h2>{items}<h2>Annex</h2>").recommendations

    assert [each.text for each in found] == [f"{title}\n{said}" for title in titles]


def test_bare_questions_in_a_questionnaire_are_asked_of_the_reader():
    asked = "\n\n".join(
        f"({at}) Should the ferry call at landing number {at} every day?" for at in range(1, 7)
    )

    found = read_text(f"Green Paper on the ferries\n\nQuestionnaire\n\n{asked}\n").recommendations

    assert [each.label for each in found] == ["1", "2", "3", "4", "5", "6"]
