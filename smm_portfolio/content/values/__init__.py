"""Value types that several kinds of content share."""
