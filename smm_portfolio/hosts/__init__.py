"""Thin adapters from the docs tree to a site generator."""
