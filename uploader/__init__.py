"""The persistent queue and the loop that empties it; knows neither Qt, cameras nor Flask."""
