"""Tables of answers: workbooks and delimited text.

`xlsx` and `delimited` give the cells as a spreadsheet shows them, `records` reads a response from each row, `forms` from
each column or sheet that is laid out as the form is; `sheet` tells which of the two a file holds.
"""

from __future__ import annotations

from .delimited import read_delimited
from .xlsx import read_workbook

__all__ = ["READS"]

READS = {".xlsx": read_workbook, ".xlsm": read_workbook, ".csv": read_delimited, ".tsv": read_delimited}
