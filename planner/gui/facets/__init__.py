"""The view of the facets: their terms, and tagging measures with them."""
