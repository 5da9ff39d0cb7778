class OutOfPaper(PrinterError):
    """The tray is empty."""

    __error_codes__ = (7,)


class PaperJam(PrinterError):
    """Paper is stuck."""

    __error_codes__ = (
        8,
        9,
    )
