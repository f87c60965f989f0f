"""Words that look like names of partners, and names of cities that are words."""

from __future__ import annotations

__all__ = ["GENERIC", "ORDINARY"]

GENERIC = frozenset(
    """sister twin cities city partner partners partnership partnerships cooperation agreement agreements
    memorandum understanding town towns municipality municipalities international national regional local
    project projects programme program smart digital mayor president minister mr mrs ms dr prof governor
    director companies company universities university networks network members member private public
    sector civil society government cityhall europe asia africa america latin north south east west
    organisations organizations region regions country countries continent year name mou mous twinning
    department departments office offices service services agency agencies ministry ministries registry authorities
    collaboration ngo ngos ong ongs academic research""".split()
)
"""Words that head a list or a sentence and are part of no partner that nothing else tells."""

ORDINARY = frozenset(
    """nice reading mobile bath of open smart cork march police central split bar man hub data most
    university union bank date link male same best young orange victoria florence enterprise independence
    progress orient surprise normal energy liberal deal sandy hope battle street rugby sale hull wells
    barking eye ware media tours lens salt lead council green park david san santa general police centre
    center east west north south service portal digital web net home start police vision plus metro
    online platform forum market agency team august may april june sunday monday carmel alliance grace
    faith bay lake hill hills valley river beach island forest garden college industry commerce police
    defiance liberty republic columbia aurora phoenix dover santos los angelo asia america mission code
    city town capital state nation global world""".split()
)
"""Names of cities that are words, first names or surnames too."""
