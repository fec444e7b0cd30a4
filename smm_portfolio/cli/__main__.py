"""``python -m smm_portfolio.cli``."""

from smm_portfolio.cli.app import main

if __name__ == "__main__":
    main()
