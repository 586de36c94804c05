"""One coded report a line, in the order and with the names of the contract."""

import json

from rasad.records import CodedReport, Report, fields_of

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=fields_of)


def line(_report: Report, coded: CodedReport) -> str:
    """The coded report as one line of JSON."""
    return _JSON.encode(coded) + "\n"
