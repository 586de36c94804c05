"""How one spelling becomes another, as the fewest edits.

Invariant: only blanks, half-spaces and unseen marks are put in or taken away; a letter, a
digit or a punctuation mark in the one stands in the other, in the same order.
"""

from collections.abc import Iterator

from rasad.stages.repair.letters import HALF_SPACE, NO_BREAK, UNSEEN, UNSEEN_BETWEEN
from rasad.stages.repair.offsets import Edit


def word_changes(raw: str, clean: str) -> Iterator[Edit]:
    """Yield how the word `raw` becomes `clean`, in offsets of `raw`."""
    at = 0
    for char in clean:
        if char not in (HALF_SPACE, " ") or raw[at] == char:
            while raw[at] != char:
                yield Edit(at, at + 1, "", "half-space" if raw[at] == HALF_SPACE else "mark")
                at += 1
            at += 1
        else:
            replaced = UNSEEN.match(raw[at]) is not None or raw[at] in (HALF_SPACE, NO_BREAK)
            yield Edit(at, at + replaced, char, "half-space" if char == HALF_SPACE else "space")
            at += replaced
    for rest in range(at, len(raw)):
        yield Edit(rest, rest + 1, "", "half-space" if raw[rest] == HALF_SPACE else "mark")


def gap_changes(gap: str, clean: str, start: int) -> Iterator[Edit]:
    """Yield how the gap between two words becomes `clean`; it begins at `start`."""
    if gap == clean:
        return
    kind = "half-space" if HALF_SPACE in clean else "space"
    at = 0
    for char in clean:
        skipped = at
        typed = char in (HALF_SPACE, " ")
        while at < len(gap) and gap[at] != char and (not typed or UNSEEN_BETWEEN.match(gap[at])):
            at += 1
        if skipped < at:
            yield Edit(start + skipped, start + at, "", kind)
        if at < len(gap) and gap[at] == char:
            at += 1
        else:
            replaced = at < len(gap) and gap[at] in (" ", NO_BREAK)
            yield Edit(start + at, start + at + replaced, char, kind)
            at += replaced
    if at < len(gap):
        yield Edit(start + at, start + len(gap), "", kind)
