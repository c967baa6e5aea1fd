"""Asking servers who may read what: the forge with the token, the site as a stranger."""
