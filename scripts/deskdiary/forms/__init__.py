"""Notes edited with forms in the browser: what the form program is told, made from the fields themselves."""
