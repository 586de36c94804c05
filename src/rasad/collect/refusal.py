"""What is not fetched is refused with a reason, and with whether asking again may help."""

from rasad.inputs import InputError


class Refusal(InputError):  # noqa: N818 - what it is, not that it is an error
    """Raised where an address is not fetched; `lasting` where asking again later would change nothing."""

    def __init__(self, what: str, remedy: str = "", *, lasting: bool = False) -> None:
        super().__init__(what, remedy)
        self.lasting = lasting
