"""Other makers of sites: how each is installed, and how it is given the same pages."""
