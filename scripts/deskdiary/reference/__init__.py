"""The reference of fields and problems, and the schemas for editors: made from the code that reads notes."""
