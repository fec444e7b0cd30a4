"""From a library to PDFs: documents as HTML, laid out by WeasyPrint, cached, checked."""
