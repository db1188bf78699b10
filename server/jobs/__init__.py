"""Work on a recording after it was received: queue, workers and the jobs themselves."""
