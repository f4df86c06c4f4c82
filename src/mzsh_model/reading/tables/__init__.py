"""Tables of problems and measures: which columns there are, what a row and a cell say."""
