"""Two countries or bodies have between them every event with one on each side, whichever of them acted."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from rasad.archive.finding import EVENT, meant
from rasad.archive.lands import CONFLICT, land
from rasad.archive.selection import Selection
from rasad.archive.tables import EVENTS, PARTIES
from rasad.archive.view_rows import SIDES, VOUCHES


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two countries or bodies, with the events of cooperation and of conflict between them."""

    one: str
    other: str
    cooperation: int
    conflict: int

    @property
    def events(self) -> int:
        """How many events are between the two."""
        return self.cooperation + self.conflict


def dyads(connection: Connection, chosen: Selection) -> Sequence[Dyad]:
    """Every dyad in what the selection means, the one with most events first; nobody is a dyad with themselves."""
    acts, suffers = PARTIES.alias("acts"), PARTIES.alias("suffers")
    doer, sufferer = land(connection, acts.c.code), land(connection, suffers.c.code)
    swapped = doer > sufferer
    # Parties are looked up by event: a side that is asked for by name might be looked up by that instead.
    pairs = (meant(connection, EVENT, chosen)
             .join(acts, (acts.c.event == EVENTS.c.id) & acts.c.side.not_in((SIDES["recipients"], VOUCHES)))
             .join(suffers, (suffers.c.event == EVENTS.c.id) & suffers.c.side.not_in((SIDES["actors"], VOUCHES)))
             .where(acts.c.code != "", suffers.c.code != "", doer != sufferer)
             .with_only_columns(EVENTS.c.id, case((EVENTS.c.quad.like(CONFLICT), 1), else_=0).label("conflict"),
                                case((swapped, sufferer), else_=doer).label("one"),
                                case((swapped, doer), else_=sufferer).label("other"))
             .distinct()).subquery()
    counted = (select(pairs.c.one, pairs.c.other, func.sum(1 - pairs.c.conflict), func.sum(pairs.c.conflict))
               .group_by(pairs.c.one, pairs.c.other))
    found = (Dyad(one, other, int(together), int(against)) for one, other, together, against in
             connection.execute(counted))
    return sorted(found, key=lambda dyad: (-dyad.events, dyad.one, dyad.other))
