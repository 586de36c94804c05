"""A candidate is somebody who may be a party of a draft: told in its sentence, speaking there, or told just before.

Nobody without a code is one, and nobody is one twice.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.stages.code.drafts import Draft, countries
from rasad.stages.code.scene import Scene
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading

_BEFORE = 4  # mentions of the sentence before that are still in mind
_OFTEN = 3  # countries of a report that are told apart by how often it names them


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention, where it comes from, and whether it stands in the sentence of the draft."""

    mention: Mention
    source: str
    here: bool
    land: str  # the country or body, its sector left out


@dataclass(frozen=True, slots=True)
class Cast:
    """Who a report is about: by land its rank among those named most, and what it does and suffers in the drafts.

    `beside` tells the same of one sentence: how often a land is the actor («AASSAULT») or the recipient of a type.
    """

    ranks: dict[str, int]
    doing: Counter[tuple[str, str]]
    suffering: Counter[tuple[str, str]]
    beside: dict[tuple[int, str], Counter[str]]


def cast(drafts: Sequence[Draft], scene: Scene) -> Cast:
    """The cast of a report as its mentions and drafts tell it."""
    named = Counter(m.code.partition(".")[0] for row in scene.mentions for m in row if m.code and m.kind != "media")
    ranks = {land: min(rank, _OFTEN) for rank, (land, _) in enumerate(named.most_common())}
    out = Cast(ranks, Counter(), Counter(), {})
    for draft in drafts:
        actors, recipients = countries(draft.actors), countries(draft.recipients)
        out.doing.update((land, draft.type) for land in actors)
        out.suffering.update((land, draft.type) for land in recipients)
        for side, lands in (("A", actors), ("R", recipients)):
            for land in lands:
                out.beside.setdefault((draft.sentence, land), Counter())[side + draft.type] += 1
    return out


def candidates(draft: Draft, reading: Reading, scene: Scene) -> list[Candidate]:
    """Everybody who may be a party of the draft."""
    out: list[Candidate] = []
    seen: set[int] = set()
    for mention, source in _told(draft, reading, scene):
        if mention.code and id(mention) not in seen:
            seen.add(id(mention))
            same = reading.by_first.get(mention.first)
            here = source == "place" or (mention.sentence == draft.sentence and same is not None
                                         and same.last == mention.last)
            out.append(Candidate(mention, source, here, mention.code.partition(".")[0]))
    return out


def _told(draft: Draft, reading: Reading, scene: Scene) -> Iterator[tuple[Mention, str]]:
    for mention in reading.mentions:
        yield mention, "sentence"
    for mention in (*draft.actors, *draft.recipients):
        yield mention, "rule"
    for place in _places(draft, reading, scene):
        yield place, "place"
    number, speech = draft.sentence, draft.speech
    if speech is not None:
        yield speech.speaker, "speaker"
        for mention in speech.to:
            yield mention, "addressee"
    if number < len(scene.topics):
        for mention in scene.topics[number]:
            yield mention, "topic"
    before = scene.speaker_before(number)
    if before is not None:
        yield before, "before"
    if number:
        for mention in scene.mentions[number - 1][-_BEFORE:]:
            yield mention, "last"


def _places(draft: Draft, reading: Reading, scene: Scene) -> Iterator[Mention]:
    """The countries of the places of the sentence that are not named as somebody: «حمله به بندرعباس»."""
    if draft.sentence < len(scene.places):
        for place in scene.places[draft.sentence]:
            country = place.place.country if place.place is not None else ""
            if country and not any(m.first <= place.first <= m.last for m in reading.mentions):
                yield Mention(draft.sentence, place.first, place.last, "place", country, country, country)
