"""What tests say of a report as the grammar alone codes it: no fitted weights have the last word.

Tests of a mechanism of the grammar take these in place of those of `support`, so that they do not break when the
weights are fitted anew on other reports.
"""

from copy import copy
from functools import cache

import support
from support import PUBLISHED, Told

from rasad.pack import Pack, load_pack
from rasad.records import CodedReport
from rasad.stages.code.choosing import Choosing
from rasad.stages.code.keeping import Keeping
from rasad.stages.found import Coding


@cache
def grammar() -> Pack:
    """The Persian pack without weights; its tables are those of the pack."""
    support.coded(".")  # what the pack has read already is not read again for its copy
    pack = copy(load_pack("fa"))
    pack.choosing, pack.keeping = Choosing({}), Keeping({})
    return pack


def coded(text: str, *, published: str = PUBLISHED, source: str = "") -> CodedReport:
    """The coding of a text as one report."""
    return support.coded(text, published=published, source=source, pack=grammar())


def stages(text: str, *, published: str = PUBLISHED) -> Coding:
    """What every stage found in a text."""
    return support.stages(text, published=published, pack=grammar())


def events(text: str) -> list[Told]:
    """The events of a text, in the order of the coding."""
    return support.events(text, grammar())
