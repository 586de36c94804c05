"""The archive over HTTP: the same selections, records and exports as on the command line, and nothing more.

A request never becomes part of a command, an answer never holds a traceback, and nothing is fetched from
another host. Who is not on this machine shows a token; only a reviewer judges.
"""

from rasad.api.app import app_of

__all__ = ["app_of"]
