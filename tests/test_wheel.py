"""The built wheel is what is tested: it finds its data files from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from .conftest import EXAMPLES, ROOT


def test_the_main_job_runs_from_the_wheel(tmp_path: Path) -> None:
    """Built without the checkout on the path, in a folder of its own, it builds the examples."""
    options = [
        "--no-deps",
        "--no-build-isolation",
        "--quiet",
        "--disable-pip-version-check",
        "--wheel-dir",
        str(tmp_path),
    ]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = "import lgq_graph, sys; assert lgq_graph.__file__.startswith(sys.argv[1]), lgq_graph.__file__;" \
           "print(len(lgq_graph.build([sys.argv[2]]).query('entities')))"  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code, str(site), str(EXAMPLES)],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(site)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 80
