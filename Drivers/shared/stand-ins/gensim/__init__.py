"""Stands in for gensim, which has no build for Python 3.14 and later.

The SDK imports two text filters of it for its index tools' document loaders; no other Confluence tool calls them.
"""
