"""Figures from real exports: files read, recognised, added up where that is true, and put into case studies."""
