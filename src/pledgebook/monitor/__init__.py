"""Is the truce holding, is the pressure rising, is each point of the plan moving."""
