"""What machines read: dumps, VoID, the DCAT catalogue, networks, the ontology and its page."""
