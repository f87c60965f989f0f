"""What is said right behind names of what they do or are: "Foo and Bar are partners of …", "… share data", "… advises us"."""

from __future__ import annotations

import re

__all__ = ["AGREED", "FOR_US", "OF_WHOM", "SUBJECT", "TAKES_PART", "TOGETHER", "WITH_US"]

_ARE = r"(?:is|are|were|have been|has been|became|est|sont|es|son|é|são|è|sono|ist|sind)\s+(?:(?:also|both|all|our|the|its|a|an|city's|official|long-standing|aussi|également|un|une|uno|una|um|uma|auch|también|também|anche)\s+){0,4}"
SUBJECT = re.compile(
    rf"(?i)\s*(?:\([^)]{{0,60}}\)\s*)?{_ARE}(?:sister|twin|partner|partenaire|soci[oa]s?(?!\w)|parceir|jumel|hermanad|gemell)"
)
OF_WHOM = re.compile(
    rf"(?i)(?:\s?\([^()\n]{{0,60}}\))?\s?{_ARE}(?:partners?|partenaires?|soci[oa]s?|parceir[oa]s?|partner)\s(?:of|du|des|de|del|do|da|di|von|der|de l['’]|dell['’])\s?(?:the\s|la\s|le\s)?[\"“«]?\s?"
)
"""What leads to the thing that the names before it are partners of, and not to a partner: "Foo and Bar are partners of the Lab"."""
AGREED = re.compile(
    r",?\s(?:under|by|through|on the basis of)\s(?:an?|the|our)\s(?:[\w-]+\s){0,2}(?:memorandum|agreement|mou|convention|protocol)\b",
    re.I,
)
TOGETHER = re.compile(
    r",?\s(?:(?:also|all|jointly|together|have|has|are|already|both)\s){0,3}(?:shar(?:e|ed|ing)|exchang(?:e|ed|ing)|co-?operat(?:e|ed|ing)|collaborat(?:e|ed|ing)|work(?:ed|ing)? (?:\w+ )?together|partner(?:s|ed)?|join(?:ed)? forces|jointly|signed|twinned)\b"
)
TAKES_PART = re.compile(
    r"(?i),?\s(?:(?:also|both|actively|jointly|have|has|are|is|an|our|the|se|nos|también)\s){0,3}(?:participat|t(?:ake|ook|akes)\spart|support|contribut|co-?operat|collaborat|work|join|partner|help|sponsor|co-?financ|fund|provid"
    r"|particip|colabor|apoya|apoia|soutien|contribu|beteilig|unterstütz|wirk|mitwirk)"
)
"""What those do who stand behind the field that they come from: "From the private sector, Foo and Bar take part in …"."""
FOR_US = re.compile(
    r",?\s(?:(?:also|both|regularly|independently|kindly)\s){0,2}(?:evaluat|support|advis|help|assist|train|review|audit|host|co-?fund|fund|sponsor)\w{0,3}\s(?:us|our)\b"
)
"""What a body does for the city that answers: "the university evaluates our work"."""
WITH_US = re.compile(
    r"(?i),?\s(?:(?:also|both|all|already|now|have|has|jointly|regularly)\s){0,2}(?:(?:us(?:e|es|ed|ing)|shar(?:e|es|ed)|runs?|adopt(?:s|ed)?|tak(?:e|es|en) over|rel(?:y|ies) on)\s(?:our|the city['’]s)\s[^.,;:\n]{2,60}?\s"
    r"(?:under|through|by|on the basis of|within)\s(?:an?|the|our)\s(?:[\w-]+\s){0,3}(?:memorandum|agreement|mou|convention|protocol|arrangement|contract|partnership)\b"
    r"|(?:exchang|shar|co-?operat|collaborat|work|partner|twin)\w{0,3}\s[^.,;:\n]{0,40}?(?<=\s)with\s(?:us|our (?:city|town|municipality|council))\b)"
)
"""What cities do together with the one that answers: "Foo and Bar use our portal under an agreement", "… share data with us"."""
