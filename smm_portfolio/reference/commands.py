"""The page of commands, read from the command line program itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer.main
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from smm_portfolio.cli.app import app
from smm_portfolio.reference.markdown import code, fence, heading, page, table

_INTRO = """\
Type a command in a terminal, in the folder of your project. `smm --help` lists them, `smm build --help` explains one.
In a clone of the repository `make` calls them for you: `make help` lists what you can type."""

_EXITS = """\
`0` all is well; `1` there are problems, and they were shown; `2` the command line was not understood; `130` you pressed
Ctrl-C."""


def commands() -> dict[str, TyperCommand]:
    """Every subcommand by name, in the order of ``smm --help``; one of a group as ``campaign case``."""
    program = typer.main.get_command(app)
    assert isinstance(program, TyperGroup)
    return dict(_in_group(program, ""))


def _in_group(group: TyperGroup, before: str) -> Iterator[tuple[str, TyperCommand]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _in_group(command, f"{before}{name} ")
        elif isinstance(command, TyperCommand) and not command.hidden:
            yield f"{before}{name}", command


def _anchor(name: str) -> str:
    return name.replace(" ", "-")


def commands_page(order: int) -> str:
    """Every command with arguments and options."""
    rows = [(f"[`smm {name}`](#{_anchor(name)})", _first(command)) for name, command in commands().items()]
    parts = [_INTRO, table(("Command", "What it does"), rows)]
    for name, command in commands().items():
        parts += [heading(2, f"smm {name}", _anchor(name)), " ".join((command.help or "").split())]
        parts += [fence(usage(name, command), "text"), _parameters(command)]
    parts += [heading(2, "Exit codes", "exit-codes"), _EXITS]
    return page("Commands", "Every smm command with its arguments and options.", order, parts)


def usage(name: str, command: TyperCommand) -> str:
    """``smm new [OPTIONS] FOLDER``."""
    arguments = [_argument(one) for one in command.params if isinstance(one, TyperArgument)]
    return " ".join([f"smm {name} [OPTIONS]", *arguments])


def _first(command: TyperCommand) -> str:
    return " ".join((command.help or "").split())


def _parameters(command: TyperCommand) -> str:
    rows = [_row(one) for one in command.params if isinstance(one, TyperArgument | TyperOption)]
    return table(("Argument or option", "What it does", "Without it"), rows)


def _argument(one: TyperArgument) -> str:
    return str(one.name).upper()


def _row(one: TyperArgument | TyperOption) -> tuple[str, str, str]:
    if isinstance(one, TyperArgument):
        names = code(_argument(one))
    else:
        names = ", ".join(code(name) for name in (*one.opts, *one.secondary_opts))
    return names, one.help or "", "must be given" if one.required else _default(one)


def _default(one: TyperArgument | TyperOption) -> str:
    value = one.default
    if isinstance(value, bool) and one.secondary_opts:
        return code((one.opts if value else one.secondary_opts)[0])
    if value is None or isinstance(value, bool):
        return "–"
    return "this folder" if value == Path() else code(str(getattr(value, "value", value)))
