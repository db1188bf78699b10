"""What recorder, uploader and receiver must agree on: wire, manifest, layout, files, time."""
