"""The export window: what it is made of, from the form that is chosen to the pages that come out."""
