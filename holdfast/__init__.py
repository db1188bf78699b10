"""What recorder, uploader and receiver must agree on: wire, manifest, layout, durable files, time."""
