# The part of XlsxWriter that planner.office uses; the library ships no types. Extend it with what is used next.
from xlsxwriter.workbook import Workbook as Workbook
