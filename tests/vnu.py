"""The Nu HTML checker, a Java program in a package of npm: `python tests/vnu.py` fetches it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
import urllib.request
from base64 import b64decode
from pathlib import Path

VERSION = "26.9.27"
# What the registry calls `dist.integrity`; whoever sent the file, these are its bytes.
SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
JAR = Path(__file__).parent.parent / "build" / "tools" / f"vnu-{VERSION}.jar"
NEEDED = "The HTML checker is missing. Please run: sh tests/tools.sh"


def fetch() -> None:
    """Put the checker where the suite looks for it."""
    with tempfile.TemporaryDirectory() as folder:
        package = _package(Path(folder))
        if hashlib.sha512(package.read_bytes()).digest() != b64decode(SHA512):
            raise SystemExit(f"vnu-jar {VERSION} is not the file it was when this was written.")
        with tarfile.open(package) as tar, tar.extractfile("package/build/dist/vnu.jar") as jar:  # type: ignore[union-attr]
            JAR.parent.mkdir(parents=True, exist_ok=True)
            part = JAR.with_suffix(".part")
            part.write_bytes(jar.read())
            part.replace(JAR)


def faults(urls: list[str]) -> str:
    """What is wrong with pages, one line each; nothing if they are valid.

    Pages are asked for over HTTP: in a file, `'self'` has no meaning, and the checker would doubt
    every stylesheet.
    """
    java = shutil.which("java")
    assert java, NEEDED
    assert JAR.is_file(), NEEDED
    here = ("allow-forbidden-hosts=true", "allowed-address-type=all")
    done = subprocess.run(
        [java, *(f"-Dnu.validator.servlet.{name}" for name in here), "-jar", JAR,
         "--stdout", "--format", "json", *urls],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    found = json.loads(done.stdout)["messages"]
    return "\n".join(f"{m.get('url')}: {m['message']} {m.get('extract', '')}" for m in found)


def _package(folder: Path) -> Path:
    package = folder / f"vnu-jar-{VERSION}.tgz"
    if npm := shutil.which("npm"):  # it knows the registry of this machine and the way there
        subprocess.run(
            [npm, "pack", "--silent", f"vnu-jar@{VERSION}"],
            cwd=folder, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    else:
        registry = os.environ.get("NPM_CONFIG_REGISTRY", "https://registry.npmjs.org").rstrip("/")
        urllib.request.urlretrieve(f"{registry}/vnu-jar/-/{package.name}", package)
    return package


if __name__ == "__main__" and not JAR.is_file():
    fetch()
