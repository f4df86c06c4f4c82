"""Many files: found, opened, checked one by one; a bad one never stops the rest."""
