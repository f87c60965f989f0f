"""Times and conditions that put off what a sentence says: “once launched”, “if the council agrees”, “from 2027”."""

from __future__ import annotations

import re

__all__ = ["CONDITION", "DUE"]

_DONE = (
    r"(?:approved|adopted|agreed|granted|funded|secured|signed|finished|completed?|implemented|launched|opened|built|deployed|rolled\sout|developed|established"
    r"|available|operational|ready|live|up\sand\srunning|in\s(?:place|operation|use|force|service))"
)
CONDITION = re.compile(
    rf"(?i)(?<!\w)(?:(?:once|when|if|as\ssoon\sas|upon|after|until|unless)\s(?:(?:fully|finally|officially|being|it\sis|they\sare|(?:it|they)\sha(?:s|ve)\sbeen)\s){{0,2}}{_DONE}"
    r"|(?:once|when|if|as\ssoon\sas|unless)\s(?:the|our|its|a|an|this|all|it|they|their)\s(?:\w+\s){0,4}?(?:agrees?|approves?|adopts?|decides?|allows?|permits?|goes\s(?:ahead|on|live)"
    rf"|closes|opens|starts|is\sover|succeeds|(?:is|are|has\sbeen|have\sbeen|gets?)\s(?:\w+ly\s)?{_DONE})"
    r"|(?:subject\sto|conditional\s(?:up)?on|contingent\s(?:up)?on|depend(?:ing|ent|s)\son|pending)\s(?:the\s|its\s|a\s|an\s)?(?:\w+\s){0,2}?"
    r"(?:approval|funding|adoption|confirmation|budget|financing|availability|decision|agreement|funds|vote|tender))(?!\w)"
)
_POINT = r"(?:(?:early|mid|late|the|end|beginning|start|of|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)[\s-]){0,4}"
DUE = re.compile(
    rf"(?i)(?<!\w)(?:(?:as\s)?from|as\sof|with\seffect\sfrom|effective|(?:starting|beginning)(?:\s(?:in|from))?|not\sbefore"
    rf"|(?:after|with|following|upon)\s(?:its|the|their)\s(?:\w+\s)?(?:launch|opening|start|introduction|completion)\s(?:in|by|at))\s{_POINT}(?P<year>20\d\d)(?![\d–-])(?!\sto(?!\w))"
)
