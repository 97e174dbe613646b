"""Puts resources/ and the built translations into the wheel.

Nothing for an editable installation: force-included files would land in site-packages while the code
stays in src/, where `cardprep.host.resources` finds them at the top of the tree anyway.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """`resources/` becomes `cardprep/resources`, each `i18n/NAME.ts` `cardprep/i18n/NAME.qm`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the translations and name what hatchling would not find by itself."""
        if version != "standard":
            return
        root = Path(self.root)
        subprocess.run([sys.executable, root / "packaging" / "translations.py", "build"], check=True)
        included = build_data["force_include"]
        included[str(root / "resources")] = "cardprep/resources"
        for source in sorted((root / "i18n").glob("*.ts")):
            name = f"{source.stem}.qm"
            included[str(root / "build" / "qm" / name)] = f"cardprep/i18n/{name}"
