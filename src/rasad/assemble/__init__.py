"""What the stages found becomes records, with ids, names and places in the original text."""

from rasad.assemble.assembly import VERSION, assemble

__all__ = ["VERSION", "assemble"]
