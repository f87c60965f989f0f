"""The city that answers, however its name is inflected: it is none of its own things and none of its partners."""

from __future__ import annotations

from functools import lru_cache

from ..gazetteer import bare_name, fold

__all__ = ["is_own_city"]

_CHANGED = frozenset("a e i o u y ie iu em om ou ova ovi ovu ze ech ach ami ej ego uje as os es".split())
"""What takes the place of the end of a name in the cases of Slavic and Baltic tongues, without accents."""
_ADDED = _CHANGED | frozenset(
    """n en ssa sta lla lle lta ella essa esta an in on ban ben
    da de ta te dan den tan ten nin nun un yi ya ye""".split()
)
"""What the cases add to it in those, and in Finnic, Hungarian and Turkic ones."""
_MOST_CHANGED = 2
_SHORTEST = 3
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=10_000)
def is_own_city(words: str, city: str) -> bool:
    """Whether words are the name of the city in any case, and nothing more: "Exampletonu", "Exampleton'da"."""
    own, said = fold(bare_name(city)).split(), fold(words).split()
    if own and len(said) == len(own) + 1:
        said = [*said[:-2], said[-2] + said[-1]]  # an apostrophe parts the ending
    return bool(own) and len(said) == len(own) and all(map(_is_form, said, own))


def _is_form(said: str, name: str) -> bool:
    """Whether a word is another word or a case of it: the end of the name may change, the rest does not."""
    if said == name or (said.startswith(name) and said[len(name) :] in _ADDED):
        return True
    stems = (name[:at] for at in range(max(_SHORTEST, len(name) - _MOST_CHANGED), len(name)))
    return any(
        said.startswith(stem) and said[len(stem) :] in _CHANGED and not _VOWELS.isdisjoint(name[len(stem) :])
        for stem in stems
    )
