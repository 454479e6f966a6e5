"""What Word calls its own styles in other languages: some programs write these where Word writes English."""

from typing import Final

_HEADINGS: Final = (
    "Überschrift",
    "Titre",
    "Título",
    "Titolo",
    "Kop",
    "Overskrift",
    "Rubrik",
    "Otsikko",
    "Nagłówek",
    "Nadpis",
    "Címsor",
    "Заголовок",
)
_BULLETS: Final = (
    "Aufzählungszeichen",
    "Liste à puces",
    "Lista con viñetas",
    "Punto elenco",
    "Lista com marcas",
    "Lijst opsom.teken",
    "Opstilling - punkttegn",
    "Punktliste",
    "Punktlista",
    "Merkitty luettelo",
    "Lista punktowana",
)
_NUMBERS: Final = (
    "Listennummer",
    "Liste à numéros",
    "Lista con números",
    "Numero elenco",
    "Lista numerada",
    "Lijstnummering",
    "Opstilling - talt",
    "Nummerert liste",
    "Numrerad lista",
    "Numeroitu luettelo",
    "Lista numerowana",
)

LOCAL_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "normal": ("Standard", "Standaard", "Normale", "Normalny", "Normaali", "Обычный"),
    "body text": (
        "Textkörper",
        "Corps de texte",
        "Texto independiente",
        "Corpo testo",
        "Corpo de texto",
        "Plattetekst",
        "Brødtekst",
        "Brödtext",
        "Leipäteksti",
        "Tekst podstawowy",
    ),
    "title": ("Titel", "Titre", "Título", "Titolo", "Tittel", "Rubrik", "Otsikko", "Tytuł"),
    "subtitle": (
        "Untertitel",
        "Sous-titre",
        "Subtítulo",
        "Sottotitolo",
        "Ondertitel",
        "Undertitel",
        "Undertittel",
        "Underrubrik",
        "Alaotsikko",
        "Podtytuł",
    ),
    "quote": ("Zitat", "Cita", "Citazione", "Citação", "Citaat", "Citat", "Sitat", "Cytat"),
    "signature": ("Unterschrift", "Firma", "Assinatura", "Handtekening", "Underskrift", "Podpis"),
    "date": ("Datum", "Fecha", "Dato"),
    "strong": ("Fett", "Élevé", "Texto en negrita", "Enfasi (grassetto)", "Forte", "Zwaar", "Stærk", "Sterk"),
    "emphasis": (
        "Hervorhebung",
        "Accentuation",
        "Énfasis",
        "Enfasi (corsivo)",
        "Ênfase",
        "Nadruk",
        "Fremhævning",
        "Utheving",
        "Betoning",
    ),
    "footnote text": (
        "Fußnotentext",
        "Note de bas de page",
        "Texto nota pie",
        "Testo nota a piè di pagina",
        "Texto de nota de rodapé",
        "Voetnoottekst",
        "Fodnotetekst",
        "Fotnotetekst",
        "Fotnotstext",
    ),
    **{f"heading {level}": tuple(f"{each} {level}" for each in _HEADINGS) for level in (1, 2, 3)},
    **{
        f"list {kind}{number}": tuple(f"{each}{number}" for each in names)
        for kind, names in (("bullet", _BULLETS), ("number", _NUMBERS))
        for number in ("", " 2", " 3")
    },
}
"""By built-in name in small letters. Looked at only where a file has no style of the English name.

Names that mean something else in English (the French "Citation", the Italian "Data") are left out.
"""
