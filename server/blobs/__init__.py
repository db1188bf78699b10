"""Where the receiver keeps bytes: one interface, several stores."""
