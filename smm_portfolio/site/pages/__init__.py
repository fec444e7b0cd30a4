"""One module per kind of page: content into a view, a view into a page."""
