"""A scene is what surrounds the triggers of a report; it is made once and asked often."""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.stages.attribute.speech import Speech
from rasad.stages.code.drafts import PlaceName
from rasad.stages.find.mentions import Mention
from rasad.stages.reading import Reading


@dataclass(frozen=True, slots=True)
class Scene:
    """The report's day and speeches; by sentence its places, mentions, parties of agreements and topic.

    The topic of a sentence is the subject of the one before in the same paragraph; what is carried into it is the
    one date told there, where it begins by pointing back. `located` are the words with which names begin that only
    tell where; `home` is the country of the outlet, `foes` are who is at war with whom on its day.
    """

    published: str
    speeches: Sequence[Speech]
    places: Sequence[Sequence[PlaceName]]
    mentions: Sequence[Sequence[Mention]]
    agreed: Sequence[Sequence[str]]
    topics: Sequence[Sequence[Mention]]
    carried: Sequence[str]
    located: Sequence[frozenset[int]] = ()
    home: str = ""
    foes: frozenset[tuple[str, str]] = frozenset()

    def countries(self, sentence: int) -> list[str]:
        """The countries named in the sentence, then in those before it, nearest first."""
        out = [p.place.country for p in self.places[sentence] if p.place is not None and p.place.country]
        for number in range(sentence, -1, -1):
            out += [m.code.partition(".")[0] for m in self.mentions[number] if told(m)]
        return list(dict.fromkeys(out))

    def speaker_before(self, sentence: int) -> Mention | None:
        """Who spoke last before the sentence, not more than a few sentences ago."""
        before = [s for s in self.speeches if sentence - _RECENT <= s.sentence <= sentence]
        return max(before, key=lambda s: s.sentence).speaker if before else None


_AROUND = frozenset({"in", "about"})
_RECENT = 4  # sentences for which somebody who spoke is who acts without being named


def located(reading: Reading) -> frozenset[int]:
    """The first words of capitals and countries that only tell where or about what: «در دوحه», «درباره لبنان»."""
    return frozenset(m.first for roles in reading.roles for c in roles.chunks if c.slot in _AROUND for m in c.mentions
                     if m.first == c.first and m.kind in {"country", "government"})


def told(mention: Mention) -> bool:
    """Whether a mention itself tells a country, no outlet and no guess."""
    return len(mention.code.partition(".")[0]) == 3 and mention.kind != "media" and not mention.guessed


def innermost(speeches: Sequence[Speech], offset: int) -> Speech | None:
    """The shortest speech that holds the offset; the cue of a speech is told by whoever tells of the speech."""
    inside = [s for s in speeches if s.start <= offset < s.end and (s.cue is None or s.cue[0] != offset)]
    return min(inside, key=lambda s: s.end - s.start) if inside else None
