"""Where the frozen program starts: the same `main` as the installed command."""

import sys

from cardprep.__main__ import main

sys.exit(main())
