"""Which frame a predicate has where it stands: the one whose needs the words around it meet.

A word bears on what a verb means unless it tells only time, place, topic or reason.
"""

from collections.abc import Mapping
from typing import Any

from rasad.language.fold import fold
from rasad.language.frames import Frame, Frames
from rasad.language.grammar import Grammar
from rasad.stages.find.roles import Chunk
from rasad.stages.read.clauses import Clause
from rasad.stages.read.verbs import Verb
from rasad.stages.reading import Reading

_ASIDE = frozenset({"in", "from", "about", "for", "time", "cause", "until", "if", "between"})
_NEAREST = 6  # words before the verb that its complement may take
_PREDICATE = 1  # words right before the verb that are its complement wherever they stand
_LAST = 4  # words at the end of a phrase that say what its subject is
_DESCRIBING = 3  # words after an event noun that describe it


class Fitting:
    """The frames of one sentence's predicates, by their words and those around them."""

    def __init__(self, reading: Reading, frames: Frames, grammar: Grammar) -> None:
        self.reading, self.frames = reading, frames
        self.batches = grammar["batch"]
        self.keys = reading.sentence.keys
        self.classes: dict[int, frozenset[str]] = {}

    def fit(self, frames: tuple[Frame, ...], clause: Clause, noun: int = -1, end: int = -1) -> Frame | None:
        """The frame whose needs are met in the clause, else the one that needs nothing, else None.

        Of an event noun that ends at the word `noun`, what follows it bears on it wherever it stands. The
        complement of a verb stands before it, or before `end` where its verb is told only later.
        """
        if not frames or (len(frames) == 1 and not frames[0].needs):
            return frames[0] if frames else None
        classes = self.classes.get(clause.number)
        if classes is None:
            classes = self.classes[clause.number] = self.frames.classes(self._bearing(clause))
        if noun >= 0:
            classes |= self.frames.classes(self.keys[noun + 1:noun + 1 + _NEAREST])
        for frame in frames:
            if frame.needs and frame.needs & self._words_for(frame, clause, classes, noun, end):
                return frame
        return next((frame for frame in frames if not frame.needs), None)

    @staticmethod
    def known(table: Mapping[Any, tuple[Frame, ...]], key: tuple[str, ...], verb: Verb) -> tuple[Frame, ...]:
        """The frames of a verb; those of its negative go first when it is negated."""
        negative = table.get((*key, True), ()) if verb.negated else ()
        return negative or table.get((*key, False), ())

    def counted(self, chunk: Chunk) -> bool:
        """Whether «از» only brings in what is counted: «مجموعه‌ای از تحریم‌ها», «موج تازه‌ای از حملات»."""
        return chunk.slot == "from" and any(
            key in self.batches for key in self.keys[max(0, chunk.first - 3):max(0, chunk.first - 1)])

    def _words_for(self, frame: Frame, clause: Clause, classes: frozenset[str], noun: int,
                   end: int) -> frozenset[str]:
        """The classes of words that a frame may need: those beside its complement, of the whole clause, or near."""
        if "complement" in frame.notes:
            described = self.keys[noun + 1:noun + 1 + _DESCRIBING]
            return self.frames.classes(described) if noun >= 0 else self._beside(clause, end)
        if "wide" in frame.notes:
            return self.frames.classes([self.keys[i] for i in clause.words])
        return classes

    def _beside(self, clause: Clause, end: int) -> frozenset[str]:
        """The classes of the words right before the verb, after the object or the subject and any preposition."""
        verb, roles = clause.verb, self.reading.roles[clause.number]
        if verb is None:
            return frozenset()
        end = verb.first if end < 0 else end
        start = max((self._after(c, end) for c in (roles.subject, roles.object) if c is not None and c.first < end),
                    default=0)
        aside = {i for c in roles.chunks if c.slot and c.slot != "complement" for i in range(c.first, c.last + 1)}
        last = end - _PREDICATE  # «از سوی X مضحک است»: what is said of the subject is no part of the phrase
        beside = range(max(start, end - _NEAREST), end)
        written = [fold(verb.element)] if verb.element else []  # «دروغگوست»
        return self.frames.classes([*(self.keys[i] for i in beside if i not in aside or i >= last), *written])

    def _after(self, chunk: Chunk, end: int) -> int:
        """Where what is said of a phrase begins: after the name it opens with, in it where it ends at the verb."""
        opening = next((m for m in chunk.mentions if m.first == chunk.first), None)
        label = opening.label if opening is not None and opening.label is not None else (-1, -1)
        named = 0 if opening is None else label[1] + 1 if label[0] == opening.first else opening.last + 1
        if 0 < named <= chunk.last:
            return named  # «ترامپ قاتل X است»
        whole = not any(key.isalnum() for key in self.keys[chunk.last + 1:end])
        return max(chunk.first, end - _LAST) if whole else chunk.last + 1  # «… یک گروه تروریستی است»

    def _bearing(self, clause: Clause) -> list[str]:
        """The words of a clause that bear on what its verb means: no times, places, topics and reasons."""
        roles = self.reading.roles[clause.number]
        aside = {i for c in roles.chunks if c.slot in _ASIDE and not self.counted(c)
                 for i in range(c.first, c.last + 1)}
        first, last = max(clause.first, 0), clause.last + 1
        words = [self.keys[i] for i in range(first, last) if i not in aside]
        if clause.parent >= 0:
            outer = self.reading.clauses[clause.parent]
            words += [self.keys[i] for i in outer.words]
        return words
