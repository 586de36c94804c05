"""What may follow the prefix of a verb, and what a past participle looks like.

Invariant: the answer follows from stems and endings of the tables; no form is listed.
"""

from dataclasses import dataclass

from rasad.stages.repair.words import WordList

_HEH = "\u0647"
_NOON = "\u0646"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The forms of the verbs whose stems a word list has."""

    words: WordList

    def finite(self, word: str) -> bool:
        """Return whether `word` is what may follow the prefix of the present: a stem and a person."""
        return word in self.words["bare"] or any(
            self._ends_in(word, tense, f"{tense}-ending") for tense in ("past", "present", "spoken")
        )

    def participle(self, word: str) -> bool:
        """Return whether `word` is a past participle, negated or not."""
        if not word.endswith(_HEH):
            return False
        stem, past = word[:-1], self.words["past"]
        return stem in past or any(
            stem.startswith(prefix) and stem[len(prefix) :] in past for prefix in self.words["participle-prefix"]
        )

    def is_verbal(self, word: str) -> bool:
        """Return whether `word` is a verb form, a participle or an infinitive, negated or not."""
        stem = word[1:] if word[0] == _NOON else word
        return self.finite(stem) or self.participle(stem) or stem[:-1] in self.words["past"]

    def _ends_in(self, word: str, stems: str, endings: str) -> bool:
        known = self.words[stems]
        return any(
            word.endswith(ending) and word[: len(word) - len(ending)] in known for ending in self.words[endings]
        )
