"""What every layer stands on: errors, paths, places, outcomes, numerals and dates of Chinese documents."""
