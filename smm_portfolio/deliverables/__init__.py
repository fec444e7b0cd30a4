"""What a campaign gives away: calendars, files for schedulers, deck, sheets, pictures; all labelled as a mock."""
