"""Where a text stops being SPARQL, told so that a person finds the place."""

from __future__ import annotations

import re

#: Where the grammar of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar) sees no keyword: IRIs,
#: strings, comments, variables, the local part of prefixed names, language tags.
NO_KEYWORD = re.compile(
    r'''<[^<>"{}|^`\x00-\x20]*>|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\''''
    r'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|\#[^\n\r]*|[?$]\w+'''
    r'''|:(?:[\w:%]|\\.)(?:[\w.:%-]|\\.)*|@[\w-]+''', re.DOTALL)

_AT = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
#: What Oxigraph says in words, rather than listing the characters that it could have gone on with.
_WORDS = re.compile(r"(?:one of |, |^)((?:[A-Z][\w*]*)(?: [\w*]+){2,})")
_LONGEST, _DEEPEST = 10_000, 8  # what the slower second parser is asked about


def explain(error: str, query: str) -> str:
    """The place of a syntax error, what stands there and, if it is known, what is wrong with it.

    Oxigraph's own message names the furthest character that it looked at, often the end of the query. Where it
    gives no reason in words, the parser of rdflib says where the part begins that cannot be understood.

    >>> explain("error at 1:10: expected CONSTRUCT", "SELEKT * {}")
    'line 1, column 1, at “SELEKT”: not understood from here on'
    >>> explain("error at 1:15: expected one of OPTIONAL, ['a']", "SELECT * { ?s ?p")
    'line 1, column 17, at its end: a } is missing'
    """
    found = _AT.search(error)
    if not found:
        return " ".join(error.split())
    line, column = int(found[1]), int(found[2])
    words = _WORDS.search(found[3])
    if words:
        return f"{_place(query, line, column)}: {words[1]}"
    braces = NO_KEYWORD.sub(" ", query)
    if braces.count("{") > braces.count("}"):
        last = query.split("\n")
        return f"{_place(query, len(last), len(last[-1]) + 1)}: a }} is missing"
    line, column = _second_opinion(query, braces) or (line, column)
    return f"{_place(query, line, column)}: not understood from here on"


def _place(query: str, line: int, column: int) -> str:
    lines = query.split("\n")
    rest = "\n".join([lines[line - 1][column - 1:], *lines[line:]]).split() if line <= len(lines) else []
    return f"line {line}, column {column}, at " + (f"“{rest[0][:24]}”" if rest else "its end")


def _second_opinion(query: str, bare: str) -> tuple[int, int] | None:
    """Line and column by the parser of rdflib, where it fails as well; it is slow on long and nested queries."""
    depth = deepest = 0
    for bracket in re.findall(r"[({})]", bare):
        depth += 1 if bracket in "({" else -1
        deepest = max(deepest, depth)
    if len(query) > _LONGEST or deepest > _DEEPEST:
        return None
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(query)
    except ParseBaseException as error:
        return error.lineno, error.col
    except (ValueError, TypeError, AttributeError, RecursionError):  # its own trouble, not about the place
        return None
    return None
