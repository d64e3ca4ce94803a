"""Words by which parts of a book are known, in English, German, French and others.

Only words that stand for a part by themselves are here; a word that is missing costs
a less exact `@type`, never a word of the text.
"""

import re
from typing import Final


def words(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


# Words before a number in the heading of a division, from the greatest part down.
RANKS: Final[dict[str, int]] = {
    **dict.fromkeys(
        words(
            """volume vol tome tomo tomus band theil teil part partie parte pars deel
            część"""
        ),
        0,
    ),
    **dict.fromkeys(words("book livre buch libro livro boek księga liber"), 1),
    **dict.fromkeys(
        words(
            """chapter chap chapitre kapitel capitel capítulo capitulo capitolo cap
            hoofdstuk rozdział caput capitulum canto gesang chant zang pieśń letter
            brief carta lettera epistola epistula"""
        ),
        2,
    ),
    **dict.fromkeys(
        words(
            """section abschnitt sección sezione secção seção afdeling sectio lecture
            vorlesung essay lesson"""
        ),
        3,
    ),
    **dict.fromkeys(
        words("scene szene scène auftritt escena scena cena tooneel toneel"), 4
    ),
}
TYPES: Final = {0: "part", 1: "book", 2: "chapter", 3: "section", 4: "scene"}

_ORDINALS: Final = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\w{3,5}teenth|twentieth"
    "|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|sechste[rs]?"
    "|siebente[rs]?|siebte[rs]?|achte[rs]?|neunte[rs]?|zehnte[rs]?|elfte[rs]?"
    r"|zwölfte[rs]?|\w{3,7}zehnte[rs]?"
    "|premi(?:er|ère)|deuxième|second|troisième|quatrième|cinquième|sixième|septième"
    "|huitième|neuvième|dixième|onzième|douzième|treizième|quatorzième|quinzième"
    "|(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim|und[ée]cim"
    "|duod[ée]cim|vig[ée]sim)[oa]"
    "|(?:prim|second|terz|quart|quint|sest|settim|ottav|non|decim|undicesim|dodicesim)[oa]"
    "|(?:primeir|segund|terceir|quart|quint|sext|s[ée]tim|oitav|non|d[ée]cim)[oa]"
    "|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde"
    "|twaalfde"
    "|(?:pierwsz|drug|trzec|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt)[yia]{1,2}"
    "|(?:prim|secund|terti|quart|quint|sext|septim|octav|non|decim)(?:us|um|a)"
)
_NUMBERS: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_ORDINAL: Final = rf"(?:{_ORDINALS})(?:\s+(?:{_ORDINALS}))?"
_NUMBER: Final = rf"(?:\d{{1,3}}|[ivxlc]{{1,9}}|(?:{_NUMBERS})(?:-\w+)?|{_ORDINAL})"
_WORD: Final = "|".join(sorted(RANKS, key=len, reverse=True))
_PART: Final = re.compile(
    rf"(?:the\s+)?(?:(?P<word>{_WORD})\.?\s+(?:the\s+)?(?P<number>{_NUMBER})"
    rf"|(?P<ordinal>{_ORDINAL})\s+(?P<noun>{_WORD}))\b\.?"
)
_OLD: Final = str.maketrans("ſıİ", "sii")  # what is no other letter in capitals
BARE_NUMBER: Final = re.compile(
    r"(?:§\s*)?(?:\d{1,3}|[IVXLC]{1,9})[.)]?|\[\d{1,3}\]", re.ASCII
)

# Headings of whole parts, and what these parts are called in TEI.
FRONT: Final = {
    "preface": "preface avant-propos préface vorwort vorrede foreword avertissement "
    "préambule vorbemerkung prefatory geleitwort prólogo prefacio prefácio prefazione "
    "advertencia advertência avvertenza voorwoord voorrede voorbericht przedmowa "
    "praefatio",
    "introduction": "introduction einleitung prologue prolog prologe introductory "
    "einführung introducción introduzione introdução inleiding wstęp proemio proemium",
    "contents": "contents inhalt inhaltsverzeichnis inhaltsverzeichniss sommaire "
    "índice indice sumario sommario sumário inhoud inhoudsopgave",
    "illustrations": "illustrations abbildungen abbildungsverzeichnis plates maps "
    "ilustraciones illustrazioni ilustrações illustraties platen",
    "dedication": "dedication widmung dédicace zueignung dedicatoria dedicatória "
    "dedica opdracht dedykacja",
    "acknowledgements": "acknowledgements acknowledgments danksagung remerciements "
    "agradecimientos ringraziamenti agradecimentos dankwoord podziękowania",
    "epigraph": "epigraph motto épigraphe",
    "abbreviations": "abbreviations abkürzungen abréviations",
    "about": "about",
    "advertisement": "advertisement",
}
BACK: Final = {
    "appendix": "appendix appendices anhang appendice annexe annexes apéndice "
    "apêndice bijlage bijlagen aanhangsel dodatek",
    "notes": "notes footnotes endnotes anmerkungen fußnoten noten notas aantekeningen "
    "przypisy",
    "index": "index register namenregister sachregister",
    "bibliography": "bibliography bibliographie literatur literaturverzeichnis "
    "literature sources references quellen works bibliografía bibliografia fuentes "
    "fonti fontes bronnen",
    "glossary": "glossary glossar glossaire glosario glossario glossário",
    "epilogue": "epilogue epilog épilogue nachwort afterword postface postscript "
    "conclusion epílogo epilogo epiloog nawoord posłowie conclusión conclusione "
    "conclusão",
    "colophon": "colophon",
    "errata": "errata corrigenda corrections berichtigungen erratas",
}

# Phrases of several words that open a part.
_PHRASES: Final = (
    ("contents", r"table of contents|table des matières"),
    ("illustrations", r"(?:list|table) of (?:the )?(?:illustrations|plates|figures)"),
    ("illustrations", r"(?:liste|table) des (?:illustrations|figures|gravures)"),
    ("illustrations", r"(?:lista de ilustra|indice delle illustra|spis ilustra)\w+"),
    ("illustrations", r"lijst (?:van|der) (?:platen|afbeeldingen|illustraties)"),
    ("contents", r"tabla de (?:materias|contenidos?)|spis (?:treści|rzeczy)"),
    ("contents", r"(?:indice|índice) (?:general|generale|geral|de |delle |das )"),
    ("illustrations", r"verzeichni(?:s|ß|ss) der abbildungen"),
    ("tables", r"list of tables"),
    ("maps", r"list of maps"),
    ("about", r"about the authors?|über de[nr] (?:autor|verfasser)|l[’']auteur"),
    ("preface", r"author[’']s (?:note|preface)|note (?:to|on) the \w+"),
    (
        "preface",
        r"(?:to the reader|au lecteur|an den leser|al lector|al lettore|ao leitor"
        r"|aan den lezer|do czytelnika|ad lectorem)",
    ),
    (
        "dedication",
        r"to (?:mr|mrs|miss|sir|lady|lord|my|the (?:rev|right|memory|hon))"
        r"|à (?:m\.|mme|madame|monsieur|mon|ma|mes) ",
    ),
    ("bibliography", r"(?:select |selected )?bibliography|further reading|works cited"),
    ("titlepage", r"title[ -]page"),
    ("imprint", r"copyright(?: page)?$"),
    ("acknowledgements", r"acknowledge?ments"),
)
_PHRASE: Final = re.compile("|".join(rf"({phrase}\b)" for _, phrase in _PHRASES))
_FIRST_WORD: Final = re.compile(r"[^\W\d_][\w-]*")
_FIRST: Final = {
    word: name
    for table in (FRONT, BACK)
    for name, group in table.items()
    for word in group.split()
}
BACK_TYPES: Final = frozenset(BACK)
FRONT_TYPES: Final = (
    frozenset(FRONT) | {name for name, _ in _PHRASES} | {"frontispiece"}
) - BACK_TYPES
NAMED_TYPES: Final = FRONT_TYPES | BACK_TYPES
NOTES_HEAD: Final = re.compile(
    r"(?:foot|end)?notes?(?: (?:and references|to .{1,60}))?[.:]?|anmerkungen[.:]?"
    r"|fu(?:ß|ss)noten[.:]?|notes de bas de page[.:]?|notas[.:]?|aantekeningen[.:]?"
    r"|przypisy[.:]?",
    re.IGNORECASE,
)


def numbered(text: str) -> re.Match[str] | None:
    """Match the number of a part of a book at the beginning of a text.

    The match is one of the text in small letters: patterns of many words are slow
    where small and great letters are to be the same.
    """
    return _PART.match((text if text.isascii() else text.translate(_OLD)).lower())


def part_type(title: str) -> str:
    """Tell which named part of a book a heading opens; empty if none."""
    plain = " ".join(title.lower().split())
    phrase = _PHRASE.match(plain if plain.isascii() else plain.translate(_OLD))
    if phrase:
        return _PHRASES[(phrase.lastindex or 1) - 1][0]
    first = _FIRST_WORD.match(plain)
    name = _FIRST.get(first[0], "") if first else ""
    if not name or len(plain) > 90:
        return ""
    if name in ("about", "advertisement") and len(plain.split()) > 2:
        return ""
    alone = len(plain.split()) <= 2 or name in ("preface", "introduction", "appendix")
    return name if alone or re.match(r"[\w-]+ (?:of|to|zu[rm]?|der|d)\b", plain) else ""


# Words of readers' sites: buttons and links around a scraped text.
INTERFACE: Final = words(
    """font size larger smaller reset night mode day off on turn navi scroll up top next
    previous prev page home back menu login register search share bookmark settings
    download print close toggle sidebar theme dark light add to library report error
    comment comments chapter list go continue reading read online free tweet facebook
    twitter pinterest whatsapp click here skip content navigation advertisement sign in
    schriftgröße nachtmodus seite zurück weiter suivant précédent accueil"""
)

# The most frequent small words, by which a language is known.
FREQUENT: Final = {
    "en": words("the and of to in that was his he it with as is for had but not her"),
    "de": words("der die und das ist nicht ein zu den von sich mit dem auf ich er sie"),
    "fr": words("le la les et des est une dans que qui pas pour il du ne au ce vous"),
    "es": words("el los las y que una por con para su del se lo como más pero al"),
    "it": words("il che di non per una gli con del della sono si da ma come più"),
    "la": words("et in est non ad ut cum quod qui ex sed per quae si enim esse ab"),
    "pt": words("os as que não uma um com por para se do da em mais ao ele mas"),
    "pl": words(
        "i w na się z nie do że to jest jak po od za ale przez co jego był ich"
    ),
    "nl": words("de het een en van dat niet te zijn op aan met voor was hij zij ook"),
}
