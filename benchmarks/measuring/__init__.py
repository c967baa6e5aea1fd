"""Taking the time and the memory of whole processes, on this machine, one after the other."""
