"""Due dates as calendar files: one for a person, one for everybody who has tasks for others.

Source: RFC 5545. All-day events that take no time; ids stay the same as long as task and person do, so that a calendar
program replaces what it has when a file is imported again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from icalendar import Calendar, Event

_BEGIN = b"BEGIN:VEVENT\r\n"
_PRODUCT = "-//smm-portfolio//packs//EN"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A due date.

    Args:
        day: when.
        title: what to do, and for whom where that is somebody else.
        note: what done means.
    """

    day: dt.date
    title: str
    note: str


def uid(*parts: str) -> str:
    """An id made from what the appointment is about."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:32] + "@smm-portfolio"


def calendar(title: str, appointments: Iterable[tuple[str, Appointment]], today: dt.date) -> bytes:
    """A calendar file.

    Args:
        title: its name.
        appointments: with their ids.
        today: stands as the time at which the file was made.
    """
    frame = Calendar()
    frame.add("prodid", _PRODUCT)
    frame.add("version", "2.0")
    frame.add("method", "PUBLISH")
    frame.add("x-wr-calname", title)
    head, end = frame.to_ical().split(b"END:VCALENDAR")
    # the id goes in as text: everything else of an event is the same for all who share task and day
    events = (
        _BEGIN + b"UID:" + key.encode() + b"\r\n" + _event(one, today)[len(_BEGIN) :] for key, one in appointments
    )
    return b"".join((head, *events, b"END:VCALENDAR", end))


@lru_cache(maxsize=20_000)
def _event(appointment: Appointment, today: dt.date) -> bytes:
    """An event without its id."""
    event = Event()
    event.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
    event.add("dtstart", appointment.day)
    event.add("dtend", appointment.day + dt.timedelta(days=1))
    event.add("summary", appointment.title)
    event.add("description", appointment.note)
    event.add("transp", "TRANSPARENT")
    written: bytes = event.to_ical()
    return written
