"""Libraries and responses that mean harm, as JSON and as CSV: a sentence or the words, and nothing lost."""

import json

from drafter.cli import main
from drafter.domain.records.people import Person
from drafter.services import importing
from drafter.services.library_csv import write_library_csv
from drafter.store import checking
from drafter.store.library import Library
from tests.faults.hostile_cases import (
    DEEP,
    EITHER,
    READS,
    Case,
    cases,
    library_json,
    made,
    meets,
    one,
    sparse,
    still_sound,
)


def nested(what):
    return library_json()[:-1] + f', "x": {what}}}'


def much(folder):
    (folder / "much.json").write_text('{"positions": [' + "{}," * 6_000_000, encoding="utf-8")
    return folder / "much.json"


def rows(folder):
    (folder / "rows.csv").write_bytes(b"title,body\n" + b"a,b\n" * 5_500_000)
    return folder / "rows.csv"


LIBRARIES = (
    Case(name="too large", content=sparse("large.json", 201 * 1024 * 1024, b"{"), says="200 MB"),
    Case(name="too many", content=much, says="far more entries"),
    Case(name="too deep", content=nested("[" * DEEP + "]" * DEEP), says="not whole"),
    Case(name="too deep in objects", content=nested('{"a":' * DEEP + "1" + "}" * DEEP), says="not whole"),
    Case(name="too deep in a body", content=one(body="<div>" * DEEP + "x"), says=READS),
    Case(
        name="too deep in a version", content=library_json(versions=["[" * DEEP]), says="changed or cut off"
    ),
    Case(name="not closed", content='{"format": "drafter-library", "positions": [', says="not whole"),
    Case(name="zero bytes", content=one(title="a\x00b", body="c\x00d"), says=READS),
    Case(name="raw zero bytes", content=one().encode() + bytes(9), says="not whole"),
    Case(name="wrong encoding", content=one(title="Ünïted").encode("utf-16"), says=READS),
    Case(
        name="not utf-8",
        content=b'{"format": "drafter-library", "version": 1, "positions": [{"title": "\xff", "body": "x"}]}',
        says=READS,
    ),
    Case(name="surrogates", content=one().replace('"B"', '"\\ud800"'), says=EITHER),
    Case(name="a number without end", content=nested("1" * 100_000), says=EITHER),
    Case(name="a large exponent", content=nested("1e999999"), says=EITHER),
    Case(name="the same key twice", content=one().replace('"title"', '"title": "x", "title"'), says=READS),
    Case(name="an id that is a path", content=one(id="../../etc/passwd"), says=READS),
    Case(name="an id of another kind", content=one(id="'; DROP TABLE position; --"), says=READS),
    Case(name="a long title", content=one(title="word " * 200_000), says=READS),
    Case(
        name="a version of nothing",
        content=library_json(versions=["{}", "", "null"]),
        says="changed or cut off",
    ),
    Case(name="a cycle of ids", content=library_json(not_alike=[["a", "a"]]), says=EITHER),
    Case(
        name="links",
        content=one(
            body='<p><a href="javascript:x">y</a></p>',
            sources=[{"title": "s", "address": "file:///etc/passwd"}],
        ),
        says=READS,
    ),
)


TABLES = (
    Case(name="too large", content=sparse("large.csv", 201 * 1024 * 1024, b"title,body\n"), says="200 MB"),
    Case(name="too many rows", content=rows, says="far more entries"),
    Case(name="too long a cell", content="title,body\nT," + "a" * 50_000_001 + "\n", says=EITHER),
    Case(
        name="a quotation never closed", content='title,body\nT,"' + "a,b\n" * 100_000, says="quotation marks"
    ),
    Case(name="zero bytes", content=b"title,body\nT\x00T,B\x00\n", says=EITHER),
    Case(name="wrong encoding", content="title,body\nT,Ünïted\n".encode("utf-16-le"), says=EITHER),
    Case(name="half utf-8", content=b"title,body\nT,\xe2\x82\n", says=READS),
    Case(name="formulas", content='title,body\n"=cmd|\' /C calc\'!A0","@SUM(1)"\n+1,-2\n', says=READS),
    Case(name="many columns", content="title,body" + "," * 100_000 + "\nT,B\n", says=READS),
    Case(name="the same column twice", content="title,title,body\nT,U,B\n", says=READS),
    Case(name="nothing but commas", content=",\n" * 10_000, says="has no"),
    Case(name="too deep in a body", content="title,body\nT," + "<div>" * DEEP + "x\n", says=READS),
)


@cases(*LIBRARIES)
def test_a_library_as_json(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".json")
    meets(case, lambda: importing.add_positions(library, path, by="Ada"))
    still_sound(library)
    counted("hostile files")


@cases(*TABLES)
def test_a_library_as_csv(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".csv")
    meets(case, lambda: importing.add_positions(library, path, by="Ada"))
    still_sound(library)
    write_library_csv(library, tmp_path / "out.csv")
    cells = [
        cell.strip('"')
        for line in (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[:50]
        for cell in line.split(",")
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@")) and len(cell) > 1]
    counted("hostile files")


def response(**more):
    return json.dumps({"format": "drafter-response", "version": 1, "title": "T", "shape": "statement"} | more)


RESPONSES = (
    Case(
        name="too deep", content=response()[:-1] + ', "x": ' + "[" * DEEP + "]" * DEEP + "}", says="not whole"
    ),
    Case(
        name="too deep in a passage",
        content=response(sections=[{"passages": [{"body": "<ul><li>" * DEEP}]}]),
        says=READS,
    ),
    Case(
        name="an answer to nothing",
        content=response(sections=[{"passages": [{"body": "x", "answers": ["9"]}]}]),
        says=EITHER,
    ),
    Case(name="a report that is a path", content=response(report="../../etc/passwd"), says=EITHER),
    Case(name="a date without end", content=response(deadline="99999-01-01"), says="cannot be read"),
    Case(name="a number for a title", content=response(title=7), says="cannot be read"),
    Case(name="zero bytes", content=response(title="a\x00b"), says=READS),
    Case(name="a library", content=one(), says="not a response"),
)


@cases(*RESPONSES)
def test_a_response_as_json(case, library, tmp_path, counted):
    path = made(tmp_path, case, ".json")
    meets(case, lambda: importing.add_response(library, path, by=Person()))
    still_sound(library)
    counted("hostile files")


def test_a_position_of_100_000_words_works(tmp_path, capsys, counted):
    words = " ".join(f"word{each % 997}" for each in range(99_990)) + " and an elephant that nobody forgets"
    file, target = tmp_path / "long.json", tmp_path / "out.json"
    file.write_text(one(title="Long", body=f"<p>{words}</p>"), encoding="utf-8")
    library = str(tmp_path / "library.drafter")

    assert main(["--library", library, "library", "add", str(file)]) == 0
    assert main(["--library", library, "library", "find", "elephant"]) == 0
    assert main(["--library", library, "library", "export", str(target)]) == 0
    assert "Long" in capsys.readouterr().out
    with Library.open(tmp_path / "library.drafter") as opened:
        (position,) = opened.positions()
        assert position.current.text.plain == words
        assert checking.check(opened) == ()
    assert json.loads(target.read_bytes())["positions"][0]["body"] == f"<p>{words}</p>"
    counted("hostile files")
