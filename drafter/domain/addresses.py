"""Which addresses may be links: http, https and mailto, and nothing else."""

from urllib.parse import urlsplit

SAFE_SCHEMES = ("http", "https", "mailto")


def safe_address(address: str) -> str:
    """The address where it may be a link, else nothing."""
    if not address:
        return ""
    bare = "".join(each for each in address if each.isprintable()).strip()
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in SAFE_SCHEMES:
        return ""
    return bare if parts.netloc or (scheme == "mailto" and parts.path) else ""
