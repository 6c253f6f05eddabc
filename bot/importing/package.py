"""Office files are zip archives: what is looked at before anything is unpacked.

Limits from the measured bomb (199 KB that become 200 MB; the directory tells it in under a millisecond).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from bot.importing.faults import UnreadableFile

MAX_UNPACKED = 50 * 1024 * 1024
MAX_RATIO = 100
MAX_ENTRIES = 200
# Below this a ratio says nothing: a page of blank cells shrinks a hundredfold and harms nobody.
_SMALL = 1024 * 1024

BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError)

_NESTED = re.compile(r"\.(zip|xls[xmb]?|doc[xm]?|ppt[xm]?|jar|7z|rar|gz)$", re.IGNORECASE)
_ARCHIVE_START = (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b\x08")
# An Office file never declares entities. Looked for in the encodings that an XML parser detects by itself.
_DECLARATIONS = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def check_package(data: bytes) -> None:
    """Refuse an archive that is too big, nested, locked, has macros or declares entities. Raises UnreadableFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive.infolist())
            for entry in archive.infolist():
                _check_entry(entry, archive.read(entry))
    except BAD_ZIP as error:
        raise UnreadableFile("文件已损坏，打不开。请在 Excel 或 WPS 里重新保存后再导入。") from error


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    packed = sum(max(entry.compress_size, 1) for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if len(names) > MAX_ENTRIES or len(set(names)) < len(names):
        raise UnreadableFile(f"文件内部的部件超过 {MAX_ENTRIES} 个或有重名，不予打开。请另存为新文件后再导入。")
    if unpacked > MAX_UNPACKED or any(map(_swells, entries)) or (unpacked > _SMALL and unpacked > packed * MAX_RATIO):
        raise UnreadableFile("文件解压后过大（上限 50 MB、压缩比 100），不予打开。请拆成几个文件后再导入。")
    if any(_NESTED.search(name) for name in names):
        raise UnreadableFile("文件里嵌有别的压缩包或文档，不予打开。请删去嵌入的对象后再导入。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile("文件设有密码，打不开。请去掉密码后再导入。")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UnreadableFile("文件带有宏，不予打开。请另存为不带宏的 .xlsx 后再导入。")


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > entry.compress_size * MAX_RATIO


def _check_entry(entry: zipfile.ZipInfo, content: bytes) -> None:
    if content.startswith(_ARCHIVE_START):
        raise UnreadableFile("文件里嵌有别的压缩包或文档，不予打开。请删去嵌入的对象后再导入。")
    # Pictures (svg) may declare a document type; nobody parses them here.
    if "/media/" not in entry.filename and any(word in content for word in _DECLARATIONS):
        raise UnreadableFile("文件里有不该有的声明，可能不安全，不予打开。请另存为新文件后再导入。")
