"""One folder a kind of document (文种), which describes it whole, and what asks all the descriptions."""
