"""How results are told: to a person, to another program, to a forge. Text from values, nothing else."""
