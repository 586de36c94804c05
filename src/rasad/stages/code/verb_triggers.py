"""A verb of the frames is a trigger with the element of its compound, with a gap, or alone.

The longest compound that ends at the verb wins; event nouns inside it are no triggers of their own.
"""

from collections.abc import Sequence
from dataclasses import replace

from rasad.language.fold import fold
from rasad.language.frames import BETWEEN, Frame, Frames
from rasad.stages.code.fitting import Fitting
from rasad.stages.code.gaps import Gaps
from rasad.stages.code.trigger import ACTIVE, PASSIVE, Hit, Trigger
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb

_TAKING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})  # types that are about another deed
_EASED = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_GOOD = frozenset({"COOPERATE", "AID", "SUPPORT", "AGREE", "CONSULT", "RETREAT"})
_OF_DEEDS = {"SUPPORT": _GOOD, "THREATEN": frozenset({"ASSAULT", "COERCE", "SANCTION"})}
_OVER = frozenset({"REQUEST", "ACCUSE"})  # types that say something of a deed named right before their verb
_NEAR = 14  # words from an event noun to the verb that says what became of it
_ELEMENT = 6  # words that the element of a compound may have


class VerbTriggers:
    """The verbs of one sentence that are triggers; `used` are the first words of the event nouns they take."""

    def __init__(self, fitting: Fitting, frames: Frames, used: set[int]) -> None:
        self.fitting, self.frames, self.used = fitting, frames, used
        self.keys = fitting.keys
        self.gaps = Gaps(fitting, frames)

    def compound(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> Trigger | None:
        """The longest compound whose element ends right before the verb, or stands at its noun."""
        end = verb.first - 1
        found = self.ending(clause, verb, end)
        if found is None and 0 <= verb.noun < end:
            end = verb.noun
            found = self.ending(clause, verb, end)
            longer = found is not None and self._longer(clause, verb, found, end)
            gapped = self.parted(clause, verb, inside) if longer else None
            if gapped is not None:
                return gapped
        if found is None:
            return self._written_on(clause, verb)
        first, frame = found
        made = ("".join(self.keys[first:end + 1]), verb.lemma) in self.frames.passives
        charge = verb.noun if frame.type == "ACCUSE" and 0 <= verb.noun < verb.first - 1 else verb.last
        self.used.update(hit[0] for hit in inside if first <= hit[0] <= charge)  # «متهم به ارسال سلاح کرد»
        near = [hit for hit in inside if hit[0] != first and verb.first - hit[0] <= _NEAR]
        inner = self._inner(near, clause, eased=frame.type == "CONCEDE")
        return self._trigger(frame, first, clause, verb, inner=inner, passive=made)

    def _longer(self, clause: Clause, verb: Verb, found: tuple[int, Frame], last: int) -> bool:
        """Whether a verb with a gap says more than the element parted from its verb: by its words or by its needs."""
        gap, (first, frame) = self.gaps.find(clause, verb), found
        if gap is not None and gap.between[1] < first:
            return True  # «با X وارد گفت‌وگو شد»: the element stands in the words after the gap
        if gap is None or gap.first != first:
            return False
        return gap.between[0] - 1 > last or (bool(gap.frame.needs) and not frame.needs)

    def _written_on(self, clause: Clause, verb: Verb) -> Trigger | None:
        """The copula written onto the element of its compound: «آماده‌ایم»."""
        if not verb.element:
            return None
        known = self.fitting.known(self.frames.compounds, (fold(verb.element), verb.lemma), verb)
        frame = self.fitting.fit(known, clause)
        return self._trigger(frame, verb.first, clause, verb) if frame is not None else None

    def parted(self, clause: Clause, verb: Verb, inside: Sequence[Hit]) -> Trigger | None:
        """The verb with a gap, when no event noun stands beside it."""
        gap = self.gaps.find(clause, verb)
        if gap is None:
            return None
        inside = [hit for hit in inside if self.fitting.fit(hit[2], clause, hit[1]) is not None]
        own = range(gap.between[1] + 1, verb.first)  # «با X وارد گفت‌وگو شد»: the noun is one of the pattern's words
        beside = any(hit[1] in (verb.first - 1, verb.noun) and hit[0] not in own for hit in inside)
        if beside and gap.frame.type not in _OVER:
            return None
        first, frame, between, negative = gap
        near = [hit for hit in inside if first < hit[0] <= between[1]]
        if frame.slots("R") == [BETWEEN] and any(hit[0] >= between[0] and not _bears(frame, hit) for hit in near):
            return None
        self.used.update(hit[0] for hit in inside if first <= hit[0] and hit[1] < between[0])  # «در بازداشت … بودن»
        self.used.update(hit[0] for hit in near if frame.type in _TAKING)
        self.used.update(hit[0] for hit in inside if hit[0] in own)
        return replace(self._trigger(frame, first, clause, verb), between=between, negative=negative,
                       inner=self._inner(near, clause))

    def simple(self, clause: Clause, verb: Verb) -> Trigger | None:
        """The verb alone."""
        known = self.fitting.known(self.frames.verbs, (verb.lemma,), verb)
        if verb.compound and verb.noun >= 0:  # «X را خطرناک خواند»: the noun of the compound is its complement
            known = tuple(frame for frame in known if "complement" in frame.notes)
        frame = self.fitting.fit(known, clause) if known else None
        return self._trigger(frame, verb.first, clause, verb) if frame is not None else None

    def ending(self, clause: Clause, verb: Verb, end: int) -> tuple[int, Frame] | None:
        """The longest element of the verb's compounds that ends at a word: where it begins, its frame."""
        best, key, endings = None, "", self.frames.element_ends.get(verb.lemma, frozenset())
        for i in range(end, max(-1, end - _ELEMENT), -1):
            key = self.keys[i] + key
            if key not in endings:
                break
            frames = self.fitting.known(self.frames.compounds, (key, verb.lemma), verb)
            frame = self.fitting.fit(frames, clause, end=end + 1) if frames and owns(clause, i) else None
            if frame is not None:
                best = (i, frame)
        return best

    def _trigger(self, frame: Frame, first: int, clause: Clause, verb: Verb, *,  # noqa: PLR0913
                 inner: Trigger | None = None, passive: bool = False) -> Trigger:
        voice = PASSIVE if verb.passive or passive else ACTIVE
        return Trigger(frame, first, verb.last, (-1, -1), clause, verbal=True, voice=voice,
                       negative=verb.negated and frame.rule in self.frames.negatives, inner=inner)

    def _inner(self, hits: Sequence[Hit], clause: Clause, *, eased: bool = False) -> Trigger | None:
        """The first event noun, or the first that can be `eased`: a sanction, a siege, an attack."""
        framed = [(hit, frame) for hit in hits if (frame := self.fitting.fit(hit[2], clause)) is not None]
        fit = [pair for pair in framed if pair[1].type in _EASED] if eased else []
        for (first, last, _), frame in (fit or framed)[:1]:
            return Trigger(frame, first, last, (first, last), clause, verbal=False)
        return None


def owns(clause: Clause, word: int) -> bool:
    """Whether a word is one of the clause's own."""
    return bool(clause.words) and clause.words[0] <= word <= clause.words[-1] and word in clause.words


def _bears(frame: Frame, hit: Hit) -> bool:
    """Whether a verb tells of a deed in its gap what it tells of its doer: thanks for help, warnings of attacks."""
    return frame.type in _OF_DEEDS and {f.type for f in hit[2]} <= _OF_DEEDS[frame.type]
