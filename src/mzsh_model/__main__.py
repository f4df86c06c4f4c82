"""`python -m mzsh_model`: the command line."""

import sys

try:
    from mzsh_model.cli.main import main
except ModuleNotFoundError as _error:
    if _error.name not in ("typer", "click", "rich"):
        raise
    sys.stderr.write('命令行需要附加组件：pip install "mzsh-model[cli]"\n')
    sys.exit(2)

if __name__ == "__main__":
    main()
