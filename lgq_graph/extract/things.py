"""Things that cities count, in the singular."""

from __future__ import annotations

__all__ = ["THINGS"]

THINGS = frozenset(
    """account accident action activity address agency agreement alert announcement answer apartment app appeal applicant application
    appointment area assistant attendee badge bed bench bicycle bike bill bin bridge booking branch building bus camera car card
    case category center centre certificate challenge channel charger child citizen city class clinic club comment committee company
    complaint computer connection consultation container contract contractor counter course customer database dataset decision
    department desk detector device dashboard district document download driver employee entity event facility family farmer feature
    follower form garden group holder home hospital hotspot house household hub idea indicator initiative innovation intersection inquiry
    inspection institution interaction invoice job kilometer kilometre kiosk kindergarten lamp language laptop layer library
    licence license light location lamppost location machine map market meeting member message module
    museum neighborhood neighbourhood network notification office officer official operator order organisation organization
    page park parcel parish participant partner passenger patient payment permit person petition photo pillar place plan plant platform
    plot poll pole portal procurement product program programme project property proposal province publication
    pupil query reader recommendation record region registration reply report request requirement resident respondent
    response restaurant review ride road room route school screen seat sensor server service session settlement shelter shop
    signal site siren spot staff stakeholder startup station step stop store street streetlight student submission subscriber subscription
    subsidy suggestion supplier survey system task taxi taxpayer team tender terminal ticket title tool topic tourist trader training
    tram transaction tree trip truck unit university user vehicle vendor video view viewer village visit visitor volunteer vote voter
    ward website winner woman worker workshop workstation zone""".split()
)
"""Nouns of what a city counts, which many leave in the singular after a number: "28 team", "85,000 download"."""
