"""Years, seasons, decades and centuries are told by number, and counted in the calendar that number shows."""

from datetime import date
from typing import cast

from rasad.calendars import CalendarName, year_of
from rasad.stages.find.time_clue import Answer, Clue, calendar_of, full_year, part_of, shift, years_edtf
from rasad.stages.find.time_values import Stretch, edtf, in_month, in_year, nearest



