"""The pages for researchers and admins; no build step, nothing from other hosts."""
