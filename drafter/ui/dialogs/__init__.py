"""The windows that ask or tell something."""
