"""One module per rule of the gate: RULE says what and why, check(facts) finds it.

Checks are pure functions of the files and, where passing time turns red to green, of today.
"""
