"""``python -m kg`` is the command ``kg``."""

from kg.command import main

if __name__ == "__main__":
    main()
