"""Who may do what: device tokens, user passwords and the policy that joins them."""
