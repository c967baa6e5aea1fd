"""Follow-ups as issues of a forge: what stands there, what should stand there, and the steps between."""
