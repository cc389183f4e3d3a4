// Nothing of its own: the libraries that own a precompiled header need one source.
