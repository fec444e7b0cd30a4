"""The website: views, page templates, drawings, and the docs tree they make."""
