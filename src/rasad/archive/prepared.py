"""All that a report needs before it is kept is worked out of it alone, so that many processes can do it at once."""

import json
from dataclasses import dataclass
from typing import Any

from rasad.archive.copies import Signature, signature
from rasad.archive.packing import json_text
from rasad.archive.words import tokens
from rasad.pack import Pack
from rasad.public import code_report
from rasad.records import Report, as_dict


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report's coding, the tokens it is found by, and the signature its copies are known by."""

    coded: dict[str, Any]
    tokens: list[str]
    signature: Signature


def prepare(report: Report, pack: Pack) -> str:
    """What was worked out of a report, as a line that travels between processes."""
    found = tokens_of(report)
    return json_text([as_dict(code_report(report, pack)), " ".join(found), signature(found)])


def tokens_of(report: Report) -> list[str]:
    """The tokens of a report's title and text."""
    return tokens(f"{report.title}\n{report.text}")


def code_again(report: Report, pack: Pack) -> str:
    """The coding of a report alone, as a line that travels between processes."""
    return json_text(as_dict(code_report(report, pack)))


def taken(line: str) -> Prepared:
    """What `prepare` worked out."""
    coded, found, values = json.loads(line)
    return Prepared(coded, found.split(), values)
