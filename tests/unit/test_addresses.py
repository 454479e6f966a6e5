"""Which addresses may be links."""

import pytest

from drafter.domain.addresses import safe_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a?b=c#d",
        "mailto:office@example.org",
        "HTTPS://EXAMPLE.ORG/Ä",
    ],
)
def test_web_and_mail_addresses_may_be_links(address):
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "file://server/share",
        "\\\\server\\share",
        "//example.org",
        "example.org",
        "https:",
        "mailto:",
        "http://[broken",
        "ms-word:ofe|u|https://example.org",
    ],
)
def test_nothing_else_may(address):
    assert safe_address(address) == ""


def test_breaks_and_hidden_characters_are_taken_out():
    assert safe_address(" https://exam\nple.org/\x00\u200ba ") == "https://example.org/a"
