"""From a number to an observation: what a number measures, of when, done or promised.

Each module reads one thing off the words around a number: ``wording`` the lexicons, ``frames`` the words
that belong to it, ``attributes`` whether it measures anything, ``naming`` the indicator, ``lists`` several
numbers of several indicators, ``periods`` year and nature.
"""
