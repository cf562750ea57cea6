"""Build hook: put the index of the catalogue into the wheel, beside the catalogue itself."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Calls the index builder; an editable install reads the YAML of its checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Validate the catalogue and add its index to the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from disruptref.build.index import build

        folder = tempfile.TemporaryDirectory()
        self._folder = folder  # kept until the wheel is written
        target = Path(folder.name) / "index.sqlite"
        build(root / "measures", str(target))
        build_data["force_include"][str(target)] = "disruptref/index.sqlite"
