"""An event noun is a noun of the frames that stands outside names and verbs and modifies no other noun."""

from collections.abc import Container
from dataclasses import replace
from functools import cache

from rasad.language.frames import Frame, Frames
from rasad.language.grammar import Grammar
from rasad.stages.code.trigger import Hit
from rasad.stages.reading import Reading

_NAMES = frozenset({"country", "government", "person", "organisation"})
_BODIES = frozenset({"institution", "role", "office"})  # named by two words or more they end like a name
_DEEDS = frozenset({"", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"})  # types whose nouns may be parted
_SUFFERED = frozenset({"COERCE", "ASSAULT"})  # types whose participles tell what somebody suffered: «بازداشت‌شده»
_BETWEEN = 4  # words that may stand between the parts of an event noun: «نقض مکرر آتش‌بس»
_PARTS = 3  # words after them that may end it
_NAMED = 2  # words before an infinitive that say what something is called
_NOTHING: frozenset[str] = frozenset()
_PARTNERS = frozenset({"with", "between"})  # slots that hang on a noun, never on an adjective


@cache
def _openers(grammar: Grammar) -> frozenset[str]:
    """The words before which a noun phrase begins: what follows them modifies nothing."""
    return (grammar["count"] | grammar["not"] | grammar["and"] | grammar["preposition"] | grammar["object"]
            | grammar["demonstrative"] | grammar["that"])


class EventNouns:
    """The event nouns of one sentence."""

    def __init__(self, reading: Reading, frames: Frames, grammar: Grammar) -> None:
        self.reading, self.frames = reading, frames
        self.adjectives, self.openers = grammar["adjective"], _openers(grammar)
        self.endings, self.over = grammar["ending-noun"], grammar["over-noun"]
        self.whole = self.openers | self.endings  # never parted from the noun after them: it is found by itself
        self.names = frozenset(m.last for m in reading.mentions
                               if m.kind in _NAMES or (m.kind in _BODIES and m.first < m.last))
        self.done, self.slots = grammar["done"], grammar.slots
        self.written = tuple(self.done)
        self.keys = reading.sentence.keys
        self.within = grammar["within-noun"]

    def hits(self) -> list[Hit]:
        """Every event noun of the sentence: first word, last word, its frames."""
        keys, reading, begins, entries = self.keys, self.reading, self.frames.nouns.begins, []
        barred: set[int] = set()
        barred.update(*[range(m.first, m.last + 1) for m in reading.mentions],
                      *[range(v.first, v.last + 1) for v in reading.verbs])
        after = 0
        for i in [i for i, key in enumerate(keys) if begins[key] and i not in barred]:
            found = self.frames.nouns.longest(keys, i, len(keys)) if i >= after else None
            if (found is None or found[0] == i + 1) and i >= after and i + 2 < len(keys):
                found = self._parted(i, barred) or found
            if found is not None and not (found[0] == i + 1 and self._modifies(i)):
                entries.append((i, found[0] - 1, found[1]))
                after = found[0]
        others = [*self._participles(), *self._names(barred)]
        return sorted([*entries, *others], key=lambda hit: hit[0]) if others else entries

    def _parted(self, i: int, barred: Container[int]) -> tuple[int, tuple[Frame, ...]] | None:
        """The event noun of several words whose first word is parted from the others: «اعزام ۵۰۰۰ نیرو»."""
        keys, nouns, at = self.keys, self.frames.nouns, i + 1
        if keys[i] in self.whole or not self._between(keys[at]) or not nouns.opens(keys[i]):
            return None
        while at < min(len(keys), i + 1 + _BETWEEN) and self._between(keys[at]):
            at += 1
        if at >= len(keys) or at in barred:
            return None
        words = [keys[i], *keys[at:at + _PARTS]]
        found = nouns.longest(words, 0, len(words))
        if found is None or found[0] == 1 or not all(frame.type in _DEEDS for frame in found[1]):
            return None
        return at + found[0] - 1, found[1]

    def _between(self, key: str) -> bool:
        return key in self.within or key.isdigit()

    def done_by(self, first: int, last: int) -> bool:
        """Whether an event noun is the participle that tells who did it: «توقیف‌شده توسط X», «توقیف شده از سوی X»."""
        if first == 0:
            return False
        written = self.keys[last].endswith(self.written) and self.frames.nouns.get(self.keys[last]) is None
        at = last + 1 if written else last + 2
        if not (written or (last + 1 < len(self.keys) and self.keys[last + 1] in self.done)):
            return False
        found = self.slots.longest(self.keys, at, len(self.keys)) if at < len(self.keys) else None
        return found is not None and found[1] == "agent"

    def _participles(self) -> list[Hit]:
        """The participles written in one word with what was done to somebody: «بازداشت‌شده», «کشته‌شدگان»."""
        out: list[Hit] = []
        verbs = {i for verb in self.reading.verbs for i in range(verb.first, verb.last + 1)}
        for i, key in [(i, key) for i, key in enumerate(self.keys) if key.endswith(self.written) and i not in verbs]:
            base = next((key[:-len(word)] for word in self.done if key.endswith(word) and key != word), "")
            frames = self._participle(base) if base else ()
            if frames and (self.done_by(i, i) or (i > 0 and all(map(_suffered, frames)))):
                out.append((i, i, frames))
        return out

    def _names(self, barred: Container[int]) -> list[Hit]:
        """The infinitives that call something what the word right before them says: «نامشروع خواندن جنگ»."""
        naming, out = self.frames.naming, list[Hit]()
        for i, key in [(i, key) for i, key in enumerate(self.keys) if key in naming]:
            classes = self.frames.classes(self.keys[max(0, i - _NAMED):i]) if i not in barred else frozenset()
            frames = tuple(replace(frame, needs=_NOTHING) for frame in naming[key] if frame.needs & classes)
            if frames:
                out.append((i, i, frames[:1]))
        return out

    def _participle(self, base: str) -> tuple[Frame, ...]:
        """The frames of the event noun, or of the compound, that a participle is made of."""
        frames = self.frames.nouns.get(base)
        return frames or next((found for lemma, _ in reversed(self.frames.left_out)
                               if (found := self.frames.compounds.get((base, lemma, False)))), ())

    def ended(self, frame: Frame, first: int) -> bool:
        """Whether a word before an event noun says that it goes on no more; talks at their end took place."""
        words = [key for key in self.keys[max(0, first - 2):first] if key in self.endings]
        return bool(words) and not (frame.type == "CONSULT" and set(words) <= self.over)

    def _modifies(self, i: int) -> bool:
        """Whether a word with the form of an adjective follows a noun, no name: «گلوله جنگی», not «با ایران توافقی»."""
        if self.keys[i] not in self.adjectives or i == 0 or i - 1 in self.names:
            return False
        before, after = self.keys[i - 1], self.keys[i + 1] if i + 1 < len(self.keys) else ""
        if self.slots.get(after) in _PARTNERS or any(t.first <= i - 1 <= t.last for t in self.reading.times):
            return False  # «مذاکراتی با X», «امروز مذاکراتی …»: one of many, no adjective
        return before.isalpha() and before not in self.openers


def _suffered(frame: Frame) -> bool:
    """Whether a participle of the frame tells by itself what befell somebody; the killed are counted by their toll."""
    return frame.type in _SUFFERED and not frame.needs and "killed" not in frame.notes
