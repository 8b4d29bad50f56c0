"""Small real forges: HTTP servers that speak the parts of two REST interfaces that we use.

They know who may do what, page their lists and refuse what the real ones refuse. They hold what a
forge holds, so a test reads there what people would see.
"""
