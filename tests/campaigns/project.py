"""A project with one campaign of one post, and files of every kind that a post can have."""

from __future__ import annotations

import datetime as dt
import struct
from pathlib import Path

from PIL import Image

from smm_portfolio.campaigns.checks import campaign_problems
from smm_portfolio.content.loader import load
from smm_portfolio.problems import Problem, errors_in

TODAY = dt.date(2026, 11, 23)
POST = {
    "id": "coat",
    "title": "Coat",
    "date": "2026-04-08",
    "time": "12:00",
    "platform": "instagram",
    "format": "feed",
    "text": "One coat.",
    "alt": "A coat",
}
CAMPAIGN = """\
title: Spring
summary: A plan.
brand: {name: Lapwerk, description: Coats.}
period: 2026-04-01..2026-04-30
brief:
  business_goal: More coats.
  objectives: [{metric: er_impressions, baseline: 3, target: 3.6}]
  insight: People tire of a colour.
  message: A coat with a past.
  tone: Dry.
  call_to_action: Choose.
audiences: [{name: Buyers, description: They look.}]
channels: [{platform: instagram, funnel: interest, job: Show}]
art: {motif: coat}
"""


def found(root: Path, *, brief: str = "", campaign: str = "", **post: str) -> list[Problem]:
    """The findings about a campaign whose post has these fields, as typed in YAML."""
    body = CAMPAIGN.replace("  tone: Dry.\n", f"  tone: Dry.\n{brief}") + campaign
    fields = {**POST, **post}
    lines = [f"    {key}: {value}" for key, value in fields.items() if value]
    body += "posts:\n  -" + "\n".join(lines)[3:] + "\n"
    folder = root / "site_src" / "campaigns"
    folder.mkdir(parents=True, exist_ok=True)
    (root / "smm.yml").write_text("languages: [en, nl]\ndocs: site_src\n", encoding="utf-8")
    (folder / "spring.yml").write_text(body, encoding="utf-8")
    loaded = load(root)
    assert not errors_in(loaded.problems), loaded.problems
    assert loaded.library.campaigns
    return campaign_problems(loaded.library, TODAY)


def picture(root: Path, name: str, size: tuple[int, int] = (1080, 1350), **options: object) -> str:
    """A picture in the docs folder; returns its name."""
    path = root / "site_src" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", size).save(path, **options)
    return name


def box(name: bytes, body: bytes) -> bytes:
    """One part of an MP4 header."""
    return struct.pack(">I4s", 8 + len(body), name) + body


def video_bytes(
    size: tuple[int, int] = (1080, 1920),
    seconds: float = 20,
    *,
    brand: bytes = b"isom",
    turned: bool = False,
    wide: bool = False,
    sound: bool = True,
) -> bytes:
    """The header of a video without a single picture in it."""
    time = struct.pack(">QQIQ" if wide else ">IIII", 0, 0, 1000, int(seconds * 1000))
    version = struct.pack(">I", (1 << 24) if wide else 0)
    mvhd = box(b"mvhd", version + time + bytes(80))
    straight, quarter = (
        (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000),
        (0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000),
    )
    before = bytes(32 + 16) if wide else bytes(20 + 16)
    matrix = struct.pack(">9i", *(quarter if turned else straight))
    shape = size[::-1] if turned else size
    tkhd = box(b"tkhd", version + before + matrix + struct.pack(">II", shape[0] << 16, shape[1] << 16))
    tracks = box(b"trak", tkhd + box(b"mdia", box(b"hdlr", bytes(8) + b"vide" + bytes(12))))
    if sound:
        tracks += box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + b"soun" + bytes(12))))
    return box(b"ftyp", brand + bytes(4)) + box(b"mdat", bytes(64)) + box(b"moov", mvhd + tracks)


def video(root: Path, name: str, size: tuple[int, int] = (1080, 1920), seconds: float = 20) -> str:
    """A video in the docs folder; returns its name."""
    path = root / "site_src" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(video_bytes(size, seconds))
    return name
