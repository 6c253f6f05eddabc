"""A small city, a way to make files, and the shared data where it is at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.importing.sheets import Row, Sheet
from bot.understanding.world import Unit

UNITS = (
    Unit("青岭区人民政府", "青岭区", ("青岭区政府",), "区"),
    Unit("河湾区人民政府", "河湾区", ("河湾区政府",), "区"),
    Unit("云东区人民政府", "云东区", ("云东区政府",), "区"),
    Unit("市发展和改革委员会", "市发改委", ("发改委",), "部门"),
    Unit("市工业和信息化局", "市工信局", ("工信局",), "部门"),
    Unit("市市场监督管理局", "市场监管局", (), "部门"),
    Unit("市住房和城乡建设局", "住建局", (), "部门"),
    Unit("市自然资源和规划局", "资规局", ("国土房管局",), "部门"),
    Unit("市金融工作办公室", "市金融办", (), "部门"),
    Unit("市政府办公室督查室", "督查室", (), "科室"),
    Unit("云川水务集团有限公司", "水务集团", (), "企业"),
)


@pytest.fixture
def units() -> tuple[Unit, ...]:
    return UNITS


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Makes an xlsx of rows, with cells merged."""

    def make(rows: Sequence[Sequence[object]], merged: Sequence[str] = (), name: str = "台账.xlsx") -> Path:
        workbook = Workbook()
        sheet = workbook.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def shared() -> Path:
    """The folder of published data; it does not belong to the product, so it may be absent."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the published data are not here")
    return folder


def sheet(*rows: Sequence[str], name: str = "台账") -> Sheet:
    """A sheet as it would be read, blank rows left out."""
    return Sheet(name, tuple(Row(i, tuple(row)) for i, row in enumerate(rows, 1) if any(row)))
