"""`python -m deskdiary`, for machines where the console script is not on the path."""

from deskdiary.cli import main

if __name__ == "__main__":
    main()
