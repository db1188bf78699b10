"""What keeps a receiver healthy: health, metrics, logging, the janitor and the audit trail."""
