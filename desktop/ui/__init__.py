"""What people see; with `desktop.app` the only place that imports Qt."""
