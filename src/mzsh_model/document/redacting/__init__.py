"""Who and what a paper tells of, replaced by names that tell nothing."""
