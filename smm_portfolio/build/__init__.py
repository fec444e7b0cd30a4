"""From a project folder to a published site: check, build each language, verify, swap."""
