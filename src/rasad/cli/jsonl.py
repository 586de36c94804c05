"""One coded report a line, in the order and with the names of the contract."""

import json

from rasad.records import CodedReport, Report, as_dict


def line(_report: Report, coded: CodedReport) -> str:
    """The coded report as one line of JSON."""
    return json.dumps(as_dict(coded), ensure_ascii=False) + "\n"
