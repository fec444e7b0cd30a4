"""Campaign plans: what platforms show, previews to scale, the content calendar, and their pages."""
