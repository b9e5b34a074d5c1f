"""Evaluation: a built graph against annotations, against its own ontology, and against the text it rests on."""
