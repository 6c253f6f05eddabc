"""The grammars, one module a subject: each reads a block of clauses and gives the acts in it."""
