"""Who did a deed that is told without its doer is told by the report: the attackers, the state, the people there.

Nobody is named where the report tells of more than one who may have done it.
"""

from collections.abc import Sequence

from rasad.stages.code.drafts import Draft, codes, countries
from rasad.stages.code.scene import Scene
from rasad.stages.find.mentions import Mention

_OF_STATES = frozenset({"arrest", "censor", "ban", "curfew", "martial-law", "deport"})  # modes that states do at home
_PERSONS = frozenset({"CVL", "MED", "CRM", "EDU", "NGO", "REL", "PTY", "BUS"})  # whom a state holds at home
_OUTLAWS = frozenset({"REB", "CRM", "CVL"})  # who arrest nobody
_AT_WAR = frozenset({"ASSAULT", "COERCE"})


def name_doers(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> None:
    """The draft has the actors that the rest of the report tells, where its own words tell none."""
    if draft.type == "PROTEST":
        _crowd(draft, scene)
    elif "state" in draft.frame.notes:
        _state(draft, scene)
    elif draft.type == "ASSAULT" and draft.status == "actual":
        draft.actors = _doers(draft, drafts, frozenset({"ASSAULT"}))
        draft.guesses += len(draft.actors)
    elif draft.type == "COERCE" and draft.status in {"actual", "historical"}:
        _coerced(draft, drafts, scene)


def _coerced(draft: Draft, drafts: Sequence[Draft], scene: Scene) -> None:
    """Who holds or besieges somebody is who else does it to them, else the state where it is done."""
    others = _told_again(draft, drafts) or _doers(draft, drafts, _AT_WAR)
    arrested = bool(_OF_STATES & {draft.mode, draft.frame.mode})
    if arrested and any(m.sector in _OUTLAWS for m in others):
        others = []
    draft.actors = others or _host(draft, scene)
    draft.guesses += len(draft.actors)


def _told_again(draft: Draft, drafts: Sequence[Draft]) -> list[Mention]:
    """The actors of the nearest other telling of the same kind of deed done to the same people."""
    same = [d for d in drafts if d is not draft and d.type == draft.type and d.frame.mode == draft.frame.mode
            and codes(d.actors) and countries(d.recipients) & countries(draft.recipients)]
    near = min(same, key=lambda d: abs(d.sentence - draft.sentence), default=None)
    return [*near.actors] if near is not None else []


def _host(draft: Draft, scene: Scene) -> list[Mention]:
    """The outlet's own state, which it leaves out where people are held at home."""
    if not draft.verbal or not _OF_STATES & {draft.mode, draft.frame.mode} or _where(draft) not in {"", scene.home}:
        return []
    held = [m for m in draft.recipients if m.code.partition(".")[2] in _PERSONS]
    return [_country(draft, scene.home)] if held and countries(held) == {scene.home} else []


def _doers(draft: Draft, drafts: Sequence[Draft], types: frozenset[str]) -> list[Mention]:
    """Whoever the report says attacked the same victims, when it names one side only: «… کشته شدند»."""
    victims = countries(draft.recipients)
    told = [d for d in drafts if d.type in types and d.status == "actual" and codes(d.actors)
            and not d.guesses and countries(d.recipients) & victims and not countries(d.actors) & victims]
    near = min(told, key=lambda d: abs(d.sentence - draft.sentence), default=None)
    if near is None or len({c for d in told for c in countries(d.actors)}) > 1:
        return []
    return near.actors


def _state(draft: Draft, scene: Scene) -> None:
    """A sentence passed or carried out is that of the state where it is, when nobody else is named."""
    befell = [m.code.partition(".")[0] for m in draft.recipients if m.code]
    country = _where(draft) or next(iter([*befell, *scene.countries(draft.sentence)]), "")
    if country:
        draft.actors = [_country(draft, country)]
        draft.guesses += 1


def _crowd(draft: Draft, scene: Scene) -> None:
    """A demonstration without its people is one of the people of where it is."""
    country = _where(draft) or next(iter(scene.countries(draft.sentence)), "")
    if country:
        draft.recipients = [m for m in draft.recipients if m.code != country]
        draft.actors = [Mention(draft.sentence, draft.first, draft.first, "people", country, country, f"{country}.CVL")]
        draft.guesses += 1


def _where(draft: Draft) -> str:
    """The country of the place of a draft, empty where none is told."""
    return draft.place.place.country if draft.place is not None and draft.place.place is not None else ""


def _country(draft: Draft, country: str) -> Mention:
    return Mention(draft.sentence, draft.first, draft.first, "country", country, country, country)
