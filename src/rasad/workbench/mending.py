"""The text after its repair shows every word that was changed, with the word as it was written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.public import DEFAULT, LANGUAGES, repair
from rasad.stages.repair import Step


@dataclass(frozen=True, slots=True)
class Mended:
    """A stretch of the repaired text; `before` is what was written where that was different."""

    text: str
    before: str | None = None

    @property
    def slight(self) -> bool:
        """Whether only letters were written in another way, as ي for ی."""
        return self.before is not None and len(self.before) == len(self.text) and " " not in self.before


def mended(text: str, language: str) -> list[Mended]:
    """The repaired text, in stretches that were changed and stretches that were not."""
    known = language if language in LANGUAGES else DEFAULT
    repaired = repair(text, language=known)
    return list(_stretches(text, repaired.steps))


def _stretches(text: str, steps: Sequence[Step]) -> Iterator[Mended]:
    at = 0
    for start, end, inside in _words(text, steps):
        if text[at:start]:
            yield Mended(text[at:start])
        before, after = text[start:end], _applied(text, start, end, inside)
        yield Mended(after, before) if before.split() != after.split() else Mended(after)
        at = end
    if text[at:]:
        yield Mended(text[at:])


def _words(text: str, steps: Sequence[Step]) -> list[tuple[int, int, list[Step]]]:
    """The words that have changes, with those changes; words that a change joins count as one."""
    out: list[tuple[int, int, list[Step]]] = []
    for step in steps:
        start, end = step.start, step.end
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if out and start < out[-1][1]:
            first, last, inside = out.pop()
            out.append((first, max(end, last), [*inside, step]))
        else:
            out.append((start, end, [step]))
    return out


def _applied(text: str, start: int, end: int, steps: Sequence[Step]) -> str:
    parts, at = [], start
    for step in steps:
        parts += [text[at:step.start], step.after]
        at = max(at, step.end)
    return "".join([*parts, text[at:end]])
