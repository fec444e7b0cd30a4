"""YAML case studies, checklists, role comparisons and salary tables in; a portfolio website and printed guides out."""

__version__ = "0.1.0"
