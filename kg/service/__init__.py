"""The graph as a service on the web: SPARQL, an editor, pages of things; read-only.

``keeper`` holds the data in a process of its own and forks one worker for each query that runs at a time;
``pool`` hands queries to workers and bounds them; ``app`` and its neighbours speak HTTP.
"""
