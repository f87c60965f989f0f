"""Tests against SPARQL endpoints, real ones and small ones of our own."""
