"""What the coder asks of its weights while it codes reports whose right answers are known, taken down case by case."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from steps import Case

from rasad.assemble import assemble
from rasad.coder import work
from rasad.inputs import report_of
from rasad.pack import Pack
from rasad.public import pack_of
from rasad.records import as_dict
from rasad.stages.code.choosing import TABLE, Choosing
from rasad.stages.code.completion import possible
from rasad.stages.code.drafts import Draft, codes
from rasad.stages.code.keeping import Keeping, event_signs
from rasad.stages.code.scene import Scene
from rasad.stages.code.signs import ACTOR, Setting, Standing, nobody, side_of, signs
from rasad.stages.find.mentions import Mention
from rasad.stages.found import Coding
from rasad.stages.reading import Reading

_EXACT = 0.3  # of the rightness of a party: that the sector is right too
_TOUCHES = 0.1  # of the union of two stretches of evidence: from here on they tell the same
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """Reports coded by hand, the folder of each, and the scorer that says what agrees."""

    documents: list[dict[str, Any]]
    folders: list[Path]
    score: ModuleType

    @classmethod
    def read(cls, folders: Sequence[Path], score: ModuleType) -> "Sample":
        """The reports of the folders in order of their names."""
        paths = [(folder, path) for folder in folders for path in sorted(folder.glob("*.json"))]
        return cls([json.loads(path.read_text(encoding="utf-8")) for _, path in paths], [f for f, _ in paths], score)


class _Chooser(Choosing):
    """Chooses as ever, and takes down the options of one side of every draft."""

    def __init__(self, weights: Weights, side: str) -> None:
        super().__init__(weights)
        self.watched, self.taken = side, list[tuple[Draft, list[tuple[int, int]], Any, list[Any]]]()

    def chosen(self, drafts: Sequence[Draft], readings: Sequence[Reading], scene: Scene) -> Sequence[Draft]:
        self.weights = self.weights or {"": 0.0}
        return super().chosen(drafts, readings, scene)

    def _side(self, found: Sequence[Standing], name: str, own: list[Mention],
              at: Setting) -> tuple[list[Mention], float]:
        if name == self.watched:
            side = side_of(name, at)
            told = [*[signs(one, side, at) for one in found], nobody(at)]
            options = [[name + sign for sign in option] for option in told]
            self.taken.append((at.draft, [*at.draft.evidence], options, [one.candidate.mention.code for one in found]))
        if not any(sign.startswith(name) for sign in self.weights):
            return own, 1.0
        return super()._side(found, name, own, at)


class _Keeper(Keeping):
    """Keeps what the grammar keeps, and takes down the signs of every draft."""

    def __init__(self) -> None:
        super().__init__({})
        self.taken: list[tuple[Draft, list[tuple[int, int]], list[str], list[str], list[str]]] = []

    def kept(self, drafts: Sequence[Draft], readings: Sequence[Reading], home: str) -> list[Draft]:
        self.taken = [(d, [*d.evidence], event_signs(d, readings[d.sentence]), codes(d.actors), codes(d.recipients))
                      for d in drafts if codes([*d.actors, *d.recipients]) and possible(d, home)]
        return super().kept(drafts, readings, home)


@dataclass(frozen=True, slots=True)
class Watch:
    """Which table is asked: the side of parties, with the weights that were fitted before on other parts."""

    table: str
    side: str
    parts: Sequence[int]
    before: Sequence[Weights] = ()

    def cases(self, sample: Sample) -> list[Case]:
        """Every case of the sample."""
        pack, out = pack_of(), list[Case]()
        for document, part in zip(sample.documents, self.parts, strict=True):
            chooser, keeper = _Chooser(self.before[part] if self.before else {}, self.side), _Keeper()
            coding = _worked(pack, document, chooser, keeper)
            gold = document["events"]
            if self.table == TABLE:
                for draft, evidence, options, found in chooser.taken:
                    event = _same(draft, evidence, coding, document, sample.score)
                    if event is not None:
                        out.append(Case(document["id"], options, _right(event, self.side, found, sample.score)))
                continue
            for draft, evidence, own, actors, recipients in keeper.taken:
                event = _same(draft, evidence, coding, document, sample.score) or next(
                    (g for g in gold if g["type"] == draft.type and _alike(g, actors, recipients, sample.score)), None)
                if event is None or not event.get("optional"):
                    out.append(Case(document["id"], [own, []], [event is not None, event is None]))
        return out


def coded(sample: Sample, folder: Path, parts: Sequence[int], weights: Sequence[tuple[Weights, Weights]],
          least: float) -> dict[str, dict[str, Any]]:
    """The reports of a folder, each coded with the weights fitted on the other parts."""
    pack, out = pack_of(), {}
    for document, own, part in zip(sample.documents, sample.folders, parts, strict=True):
        if own == folder:
            chosen, kept = weights[part]
            coding = _worked(pack, document, Choosing(chosen), Keeping(kept, least))
            out[document["id"]] = as_dict(assemble(coding, pack))
    return out


def _worked(pack: Pack, document: dict[str, Any], chooser: Choosing, keeper: Keeping) -> Coding:
    pack.__dict__.update(choosing=chooser, keeping=keeper)  # in place of those that it would load
    return work(report_of(document), pack)


def _same(draft: Draft, evidence: Sequence[tuple[int, int]], coding: Coding, document: dict[str, Any],
          score: ModuleType) -> dict[str, Any] | None:
    """The event of the report that the draft tells by its own words, if any."""
    sentence, repaired = coding.readings[draft.sentence].sentence, coding.repaired
    start = sentence.starts[draft.first]
    word = repaired.span(start, start + len(sentence.words[draft.first]))
    best: tuple[float, dict[str, Any] | None] = (0.0, None)
    for event in document["events"]:
        span = score.find(document["text"], event["evidence"])
        if event["type"] != draft.type or span is None:
            continue
        hit = min(word[1], span[1]) > max(word[0], span[0])
        near = max(score.overlap(span, repaired.span(*e)) for e in evidence)
        if hit or near > _TOUCHES:
            best = max(best, (2 * hit + near, event), key=lambda one: one[0])
    return best[1]


def _right(event: dict[str, Any], side: str, found: Sequence[str], score: ModuleType) -> list[float]:
    """How right each candidate is on a side, and nobody at the end."""
    told = {a for party in event["actors" if side == ACTOR else "recipients"] for a in score.alternatives(party)}
    lands = {score.country(a) for a in told}
    right = [(score.country(code) in lands) * (1 - _EXACT) + (code in told) * _EXACT for code in found]
    return [*right, 0.0 if any(right) else 1.0 if not lands else 0.5]


def _alike(event: dict[str, Any], actors: list[str], recipients: list[str], score: ModuleType) -> bool:
    return bool(score.party_match(event["actors"], actors, score.country)
                and score.party_match(event["recipients"], recipients, score.country))
