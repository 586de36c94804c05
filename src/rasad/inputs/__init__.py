"""Every item of a batch comes out as a report or as a fault that names it; one bad item never hides the next.

`reports` walks files, folders and standard input and yields both kinds in order.
"""

from rasad.inputs.count import expected
from rasad.inputs.faults import Fault, InputError
from rasad.inputs.fields import checked, report_of
from rasad.inputs.files import Limits, Taken, is_known, reports, taken, taken_from

__all__ = ["Fault", "InputError", "Limits", "Taken", "checked", "expected", "is_known", "report_of", "reports", "taken",
           "taken_from"]
