"""A report refers to an agreement once, however often it mentions it.

Mentions are one reference when nothing keeps them apart: same sort of agreement, no different
parties, numbers or known agreement.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.stages.find.agreements import Agreement, AgreementLexicon


@dataclass(frozen=True, slots=True)
class Reference:
    """One agreement of a report: `members` are its mentions, `mention` the one to show."""

    mention: int
    members: tuple[int, ...]
    kind: str
    known: str
    date: str


def merge_agreements(found: Sequence[Agreement], lexicon: AgreementLexicon, published: str = "") -> list[Reference]:
    """The agreements a report refers to, in order of first mention; numbers are indices into `found`."""
    groups: list[list[int]] = []
    for index, mention in enumerate(found):
        for group in reversed(groups):
            if all(_same(found[member], mention) for member in group):
                group.append(index)
                break
        else:
            groups.append([index])
    return [_reference(found, group, lexicon, published) for group in groups]


def _same(one: Agreement, other: Agreement) -> bool:
    """Whether nothing keeps two mentions apart."""
    if one.known and one.known == other.known:
        return one.family == other.family or not (one.noun and other.noun)
    if one.kind != other.kind or (one.known and other.known):
        return False
    if one.open != other.open and (one.known or other.known):
        return False
    return one.bare or other.bare or (bool(one.noun and other.noun) and _compatible(one, other))


def _compatible(one: Agreement, other: Agreement) -> bool:
    """Whether two descriptions may be of one agreement."""
    if one.family != other.family or (one.numbers and other.numbers and set(one.numbers) != set(other.numbers)):
        return False
    mine, theirs = ({code for _, code in mention.parties} for mention in (one, other))
    return mine <= theirs or theirs <= mine


def _reference(found: Sequence[Agreement], group: Sequence[int], lexicon: AgreementLexicon,
               published: str) -> Reference:
    kind = found[group[0]].kind
    known = next((found[i].known for i in group if found[i].known), "")
    if not known and not any(found[i].open for i in group):
        parties = tuple(dict.fromkeys(party for i in group for party in found[i].parties))
        known = lexicon.known.by_words(kind, (), parties, published)
    shown = max(group, key=lambda i: (_fullness(found[i]), -i))
    date = lexicon.known.by_id[known].date if known else ""
    return Reference(shown, tuple(group), kind, known, date)


def _fullness(mention: Agreement) -> tuple[bool, int, bool]:
    """How well a mention tells which agreement is meant."""
    return bool(mention.known), len(mention.words), not mention.open
