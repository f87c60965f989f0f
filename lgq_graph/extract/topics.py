"""Technologies, which head what a city does with them and are none of its things: "AI: chatbot Foo", "5G – a pilot"."""

from __future__ import annotations

import re

from ..model import Span

__all__ = ["behind_technology", "is_technology"]

_TECHNOLOGIES = r"""ai | a\.i\. | artificial intelligence | machine learning | deep learning | generative ai | iot | internet of things | the internet of things
| blockchain | distributed ledgers? | 5g | 4g | 6g | 3d | 3d printing | 3d modelling | vr | ar | xr | vr/ar | ar/vr | virtual reality | augmented reality
| virtual/augmented reality | virtual and augmented reality | mixed reality | robots | robotics | drones | uavs? | big data | cloud | cloud computing | cloud services | edge computing
| metaverse | rpa | quantum computing | gis | bim | biometrics | emerging technologies | new technologies
| ia | inteligencia artificial | internet de las cosas | realidad virtual | realidad aumentada | robótica | impresión 3d | cadena de bloques | computación en la nube
| intelligence artificielle | internet des objets | réalité virtuelle | réalité augmentée | robotique | impression 3d | chaîne de blocs | informatique en nuage
| inteligência artificial | internet das coisas | realidade virtual | realidade aumentada | impressão 3d
| ki | künstliche intelligenz | internet der dinge | virtuelle realität | robotik | drohnen | intelligenza artificiale | realtà virtuale
| yapay zeka | nesnelerin interneti | kecerdasan buatan | sztuczna inteligencja | internet rzeczy
| ии | искусственный интеллект | интернет вещей | блокчейн | роботы | робототехника | дроны | большие данные
| الذكاء الاصطناعي | إنترنت الأشياء | 人工智能 | 物联网 | 区块链"""
_NAMES = "|".join(" ".join(name.split()) for name in _TECHNOLOGIES.split("|"))
_ONE = rf"(?:{_NAMES})(?:\s?\([\w./ -]{{2,30}}\))?"
_JOINED = rf"{_ONE}(?:(?:,\s|\s?[/&]\s?|\s(?:and|or|y|et|e|und|и)\s|,\sand\s){_ONE}){{0,4}}"
_TECHNOLOGY = re.compile(_JOINED, re.I)
_HEADING = re.compile(rf"{_JOINED}(?:\s?[:：]\s{{0,2}}|\s[–—-]\s)(?=\S)", re.I)


def is_technology(words: str) -> bool:
    """Whether words name a technology or several, and nothing else."""
    return _TECHNOLOGY.fullmatch(words) is not None


def behind_technology(text: str, span: Span) -> Span:
    """A stretch without the technology that heads it: "AI: chatbot Foo"."""
    heading = _HEADING.match(text, span.start, span.end)
    return Span(heading.end(), span.end) if heading else span
