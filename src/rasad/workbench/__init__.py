"""The workbench shows in a browser what the archive holds, and every figure leads to its sentence.

Its pages ask the archive what the API and the command line ask it, in the same words. Whatever a report, a name
or a judgement holds is shown as text and never obeyed; no page fetches anything from another host.
"""

from rasad.workbench.site import site_of

__all__ = ["site_of"]
