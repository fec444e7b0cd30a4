"""Puts the subcommands together and turns our errors into exit codes."""

from __future__ import annotations

import sys

import typer

from smm_portfolio import __version__
from smm_portfolio.cli import build, campaign, check, doctor, export, import_, new, pack, pdf, schema, serve
from smm_portfolio.cli.console import complain
from smm_portfolio.problems import UserError

app = typer.Typer(
    name="smm",
    help="YAML case studies, checklists, role comparisons and salary tables in; a website and printed guides out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("new")(new.new)
app.command("build")(build.build)
app.command("serve")(serve.serve)
app.command("check")(check.check)
app.command("pdf")(pdf.pdf)
app.command("pack")(pack.pack)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.add_typer(campaign.app, name="campaign")
app.command("schema")(schema.schema)
app.command("doctor")(doctor.doctor)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"smm-portfolio {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Options that stand before the subcommand."""


def main() -> None:
    """Run the command line; a problem in what the user typed ends with exit code 1 and without a traceback."""
    try:
        app()
    except UserError as error:
        complain(error.problems)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
