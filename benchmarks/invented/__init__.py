"""An invented library of any size: its people, its shelves and its diary. Chance comes in by a seed alone."""
