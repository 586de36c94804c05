"""What somebody says of others is a charge where its words are: misdeeds, pretexts, what others want to do."""

import pytest
from rasad.pack import load_pack
from rasad.stages.code.keeping import Keeping
from support import case, coded

PACK = load_pack("fa")


@pytest.fixture(autouse=True)
def _grammar_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weights of the last word are left out: what is tested is what is drafted."""
