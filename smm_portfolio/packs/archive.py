"""PDF/A-3a and PDF/UA-1 in one file: the second claim, in words that the first allows.

WeasyPrint writes one claim. PDF/A demands that properties it does not know are described by an extension schema.
Source: ISO 19005-3, 6.6.2.3 (extension schemas); ISO 14289-1, 5 (version identification).
"""

from __future__ import annotations

import pikepdf

_END = b"</rdf:RDF>"
_CLAIM = b"http://www.aiim.org/pdfua/ns/id/"
_UA = (
    b'<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>'
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289 that is followed</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def claim_accessible(document: pikepdf.Pdf) -> None:
    """Add the claim of PDF/UA-1 to the metadata where it is missing."""
    metadata = document.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream):
        return
    data = metadata.read_bytes()
    if _CLAIM not in data:
        metadata.write(data.replace(_END, _UA + _END, 1))
