"""The records that every room speaks in: frozen, keyword-only, with typed ids."""
