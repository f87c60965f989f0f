"""Numbers in words of Spanish, Portuguese, French and Italian, where the noun of what a city counts follows in the same tongue.

The noun is asked for since most of these words are others elsewhere: "once" is eleven before "servicios", and not before "services".
"""

from __future__ import annotations

__all__ = ["COUNTED", "NUMERAL", "value_of"]

_FROM_TWO = {
    "es": """- tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve
        veinte veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta""",
    "pt": """duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte""",
    "fr": """deux trois quatre cinq - sept huit neuf dix onze douze treize quatorze quinze - dix-sept dix-huit dix-neuf
        vingt - vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente""",
    "it": """due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto
        diciannove venti ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto ventinove trenta""",
}
"""From two on, one after the other; a dash stands for a word that English has too, or that is another in a neighbour ("dos", "six", "seize")."""
_MORE = {
    "es": {40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"},
    "pt": {14: "quatorze", 16: "dezasseis", 17: "dezassete", 19: "dezanove", 30: "trinta", 40: "quarenta", 50: "cinquenta", 60: "sessenta", 70: "setenta",
           80: "oitenta", 90: "noventa"},
    "fr": {40: "quarante", 50: "cinquante", 60: "soixante"},
    "it": {40: "quaranta", 50: "cinquanta", 60: "sessanta", 70: "settanta", 80: "ottanta", 90: "novanta"},
}  # fmt: skip
"""The tens, and what is spelled in two ways."""
_NOUNS = {
    "es": """aplicaciones portales plataformas servicios sistemas canales trámites sitios proyectos centros escuelas barrios puntos bibliotecas
        oficinas sensores cámaras encuestas consultas empresas universidades ciudades distritos hospitales estaciones propuestas talleres""",
    "pt": """aplicativos aplicações portais plataformas serviços sistemas canais projetos projectos centros escolas bairros pontos bibliotecas
        oficinas sensores câmaras inquéritos consultas empresas universidades cidades distritos hospitais estações propostas bases registos""",
    "fr": """applications portails plateformes services systèmes canaux démarches sites projets centres écoles quartiers bibliothèques capteurs
        caméras enquêtes entreprises universités villes hôpitaux gares ateliers""",
    "it": """applicazioni app portali piattaforme servizi sistemi canali siti progetti centri scuole quartieri punti biblioteche sensori sportelli
        imprese città ospedali stazioni""",
}
COUNTED = (frozenset(" ".join(_NOUNS.values()).split()) | {"apps"}) - {"app"}
"""What cities count, as plurals; a number in words before another noun is mostly idiom. One "app" is a plural in Italian alone."""


def _values(tongue: str) -> dict[str, int]:
    counted = {word: value for value, word in enumerate(_FROM_TWO[tongue].split(), start=2) if word != "-"}
    return counted | {word: value for value, word in _MORE[tongue].items()}


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_OF_WORD = {word: value for tongue in _NOUNS for word, value in _values(tongue).items()}
NUMERAL = (
    r"(?<![\w'’-])(?P<elsewhere>"
    + "|".join(
        rf"(?:{_longest_first([*_values(tongue)])})(?=[ \u00a0](?:{_longest_first(nouns.split())})(?![\w'’-]))"
        for tongue, nouns in _NOUNS.items()
    )
    + ")"
)


def value_of(word: str) -> int:
    """The value of a word that `NUMERAL` found."""
    return _OF_WORD[word.lower()]
