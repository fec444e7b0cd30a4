"""Pictures inside a MkDocs build: which files are copied, what pages refer to, and what is taken away at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from smm_portfolio.hosts.written_pictures import Places, with_sizes
from smm_portfolio.pictures import PictureSet
from smm_portfolio.pictures.project import key_of, spoken_in

_SPEAKING = frozenset((".html", ".css", ".js", ".json", ".xml", ".webmanifest"))


@dataclass(slots=True)
class MkDocsPictures:
    """The pictures of one build.

    Args:
        pictures: everything that is ready.
        docs: the docs folder.
        whole_site: whether pictures of hand-written pages are shown in all their sizes too.
    """

    pictures: PictureSet
    docs: Path
    whole_site: bool
    _addresses: dict[str, str] = field(default_factory=dict)
    _spare: list[File] = field(default_factory=list)

    def choose(self, files: Files) -> None:
        """Put the cleaned copy in the place of each original; one that pages show otherwise is not copied at all."""
        for file in list(files):
            path = Path(file.abs_src_path) if file.abs_src_path else None
            if path is None or not path.is_relative_to(self.docs):
                continue
            name = path.relative_to(self.docs).as_posix()
            published = self.pictures.published(name, path)
            if published is None:
                files.remove(file)
            elif published != path:
                file.abs_src_path = str(published)
                self._addresses[unquote(file.url)] = name
                if name in self.pictures.shown and (self.whole_site or name in self.pictures.named):
                    self._spare.append(file)

    def page_content(self, content: str, page_url: str, files: Files, config: MkDocsConfig) -> str:
        """A finished page with its pictures in all their sizes, whose files become part of the site."""
        if self.whole_site:
            content = with_sizes(content, page_url.removeprefix("./"), Places(self.pictures, self._addresses))
        for uri, path in self.pictures.used_in(content).items():
            if uri not in files.src_uris:
                files.append(File.generated(config, uri, abs_src_path=str(path)))
        return content

    def tidy(self, site: Path) -> None:
        """Take away copies under the author's own names that nothing in the finished site speaks of."""
        if not self._spare:
            return
        spoken: set[str] = set()
        for path in site.rglob("*"):
            if path.suffix in _SPEAKING and path.is_file():
                spoken |= spoken_in(path.read_text(encoding="utf-8", errors="replace"))
        for file in self._spare:
            if key_of(file.src_uri) not in spoken:
                (site / file.dest_uri).unlink(missing_ok=True)
