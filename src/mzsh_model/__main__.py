"""`python -m mzsh_model`: the command line."""

from mzsh_model.cli.main import main

if __name__ == "__main__":
    main()
