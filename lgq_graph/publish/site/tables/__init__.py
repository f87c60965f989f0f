"""Pages of rows: the queries of the catalogue, comparisons of cities, lists of what there is."""
