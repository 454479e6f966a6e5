"""What time it is, said in one place: aware, in UTC."""

from datetime import UTC, date, datetime


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The day on the officer's own clock."""
    return datetime.now().astimezone().date()
