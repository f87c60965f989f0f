"""Numbers in words of Spanish, Portuguese, French and Italian, where the noun of what a city counts follows."""

from __future__ import annotations

__all__ = ["COUNTED", "NUMERAL", "value_of"]

_VALUES = {
    2: "deux due duas",  # “dos” is “of the” in Portuguese
    3: "tres três trois tre",
    4: "cuatro quatro quatre quattro",
    5: "cinco cinq cinque",
    6: "seis sei",
    7: "siete sete sept sette",
    8: "ocho oito huit otto",
    9: "nueve nove neuf",
    10: "diez dez dix dieci",
    11: "once onze undici",
    12: "doce doze douze dodici",
    13: "trece treze treize tredici",
    14: "catorce catorze quatorze quattordici",
    15: "quince quinze quindici",
    20: "veinte vinte vingt venti",
    22: "veintidós vingt-deux ventidue",
    30: "treinta trinta trente trenta",
    40: "cuarenta quarenta quarante quaranta",
    50: "cincuenta cinquenta cinquante cinquanta",
}
_OF_WORD = {word: value for value, words in _VALUES.items() for word in words.split()}
COUNTED = frozenset(
    """aplicaciones apps portales plataformas servicios sistemas canales trámites sitios proyectos centros escuelas barrios puntos bibliotecas
    oficinas sensores cámaras encuestas consultas empresas universidades ciudades distritos hospitales estaciones propuestas talleres
    aplicativos aplicações portais serviços sistemas canais projetos projectos escolas bairros pontos câmaras inquéritos cidades hospitais estações
    bases registos oficinas
    applications portails plateformes services systèmes canaux démarches sites projets centres écoles quartiers bibliothèques capteurs caméras
    enquêtes entreprises universités villes hôpitaux gares ateliers
    applicazioni app portali piattaforme servizi sistemi canali siti progetti centri scuole quartieri punti biblioteche sensori sportelli imprese
    città ospedali stazioni""".split()
)
"""What cities count, as plurals; a number in words before another noun is mostly idiom."""
NUMERAL = (
    rf"(?<![\w'’-])(?P<elsewhere>{'|'.join(sorted(_OF_WORD, key=len, reverse=True))})"
    rf"(?=[ \u00a0](?:{'|'.join(sorted(COUNTED, key=len, reverse=True))})(?![\w'’-]))"
)


def value_of(word: str) -> int:
    """The value of a word that `NUMERAL` found."""
    return _OF_WORD[word.lower()]
