"""``python -m smm_portfolio.cli``."""

from smm_portfolio.cli.app import main

main()
