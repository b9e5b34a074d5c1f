"""Where names of entities stand in a report, and of what type they are."""
