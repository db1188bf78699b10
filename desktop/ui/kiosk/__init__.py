"""The guided full-screen flow's pages: dumb widgets, and what decides what they show."""
