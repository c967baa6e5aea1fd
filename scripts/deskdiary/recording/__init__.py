"""What is to be written into which note when somebody says what they did: decided here, written elsewhere."""
