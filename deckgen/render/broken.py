"""How files show that they are no packages, or none that can be opened."""

from __future__ import annotations

import zipfile
import zlib

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a file begins that is protected by a password, or older than Office 2007 ([MS-CFB] 2.2)."""

BROKEN = (KeyError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error, ValueError, OSError)
"""What opening a package or unpacking a part raises where it lacks bytes, is encrypted or has been damaged."""
