"""Words of titles and of the bodies that people head, in many languages: "Directora Nacional", "Secretário Municipal", "Leiter Digitalisierung".

Such a word behind a post is no name. It is known by its stem, which these languages share, or by an ending that makes abstract nouns and adjectives
of relation, unless people bear it: "Asunción", "Sarmiento".
"""

from __future__ import annotations

import re
from functools import lru_cache

from .name_lists import folded, is_family, is_given, is_seldom_family, is_seldom_given

__all__ = ["is_post_word"]

_LEVELS = r"""metropolitan municipal munizipal municipau na[czt]ional region regional provin[cz]ial departa?mental district distrital zonal lo[ck]al
[ck]om+unal federal esta[td]ual esta[td]al statal [ck]antonal parroquial territorial interna[cztj]ional stadtisch staatlich kommunal gemeentelijk"""
_RANKS = r"""ejecutiv executiv executif exekutiv esecutiv ad+ministra(?:tiv|tif) ad?djunt adjunct adjun[ck]t adjoint aggiunt general generale generau [ck]onstitu[czt]ional
interin interim encargad titular titulair suplent suppleant subrogant principal superior as+o[cs]iad associat associe delegad delegat delegue deleguee ministerial
presiden[czt]ial parlamentar honorari permanent direct(?:iv|if) consult(?:iv|atif) operat(?:iv|if|ional) corporat(?:iv|if) president presidente presidenta vi[cz]epresident"""
_FIELDS = r"""finan[cz]i(?:er|eir|ar|ari|el) finan[cz]as? juridi[ckq]u? giuridic [ck]omer[ctz]ial te[ck]h?ni[ckq]u? te[ck]h?nologi[ckq]?u? informati[ckq]u? ele[ck]?troni[ckq]u?
a[ck]+ademi[ckq]u? [ck]ienti(?:fi[ck]|fiqu) scienti(?:fi[ck]|fiqu) politi[ckq]u? e[ck]onomi[ckq]u? estrategi[ck] strategi[ckq]u? so[cz]ial cultural culturel kulturell
ambiental urbanisti[ckq]u? urbanism pedagogi[ckq]u? digital numeri[ckq]u? publi[ckq]u? publi[ckq]ues ciudadan cidadan citoyen human interinstitu[czt]ional
institu[czt]ional institutionel sanitari energeti[ck] geografi[ck] estadisti[ck] logisti[ck] turisti[ck] deportiv
gobiern govern gouvernement desarrol desenvolviment developpement sviluppo ha[cz]iend fa[zc]end obras movilidad vivienda habitat catastro cadastr salud saude sante
presidenci gerenci agenci asistenci emergenci cienci transparenci intendenci inteligenci convivenci governanc gobernanz
recurs ressourc asunto assunto affair servi[cz]i sistem system secretari gabinete cabinet despach proyecto projet projeto progetto
informasi layanan pelayanan dinas pemerintah belediye belediyesi belediyeler hizmet hizmetleri bilgi islem mudurlugu muduru baskanligi baskani yardimcisi dairesi
subesi birimi uzmani sorumlusu koordinatoru sefi muhendisi danismani tjenester utvikling"""
_ENDINGS = "o a os as e es s n en er em i x ul ului le les lle lles nt nte aux eaux it".split()
_STEMS = re.compile(
    f"(?:{'|'.join((_LEVELS + ' ' + _RANKS + ' ' + _FIELDS).split())})(?:{'|'.join(_ENDINGS)})?"
)
_SHAPED = re.compile(
    r"[a-z]{2,}(?:[cst]ion|[cs]iones|[cs]ao|[cs]oes|ation|[cst]ions|zione|zioni|ungs?|ungen|keit|heit|schaft|miento|mientos|amento|imento|mentos|idad|idades|idade|edad|edade"
    r"|alite|ilite|alites|ivite|[ao]logia|[ao]logias|[ao]logie|ologies|ologi|metria|ismo|isme|wesen|arbeit|technik|ering|isering"
    r"|ational|ationale|entale?s?|entais|entaux|istic[oa]s?|ologic[oa]s?|onomic[oa]s?|onic[oa]s?|ativ[oa]s?|utiv[oa]s?|itiv[oa]s?|ionales?|ionais|ionnelle?s?)"
)
_SHORTEST = 7
_ALSO_BORNE = frozenset(["ascensao", "visitacao"])
"""Names of people with such an ending that no list has."""


@lru_cache(maxsize=20_000)
def is_post_word(low: str) -> bool:
    """Whether a word, in small letters, belongs to a title or a body rather than to a name."""
    word = folded(low)
    shaped = len(word) >= _SHORTEST and _SHAPED.fullmatch(word) is not None
    borne = (
        is_given(word) or is_family(word) or (shaped and (is_seldom_given(word) or is_seldom_family(word)))
    )
    return not borne and (shaped or _STEMS.fullmatch(word) is not None)
