"""The steps by which the layout of an archive has grown, oldest first."""
