#!/usr/bin/env python3
"""Makes the workbooks in tests/fixtures with tools that aren't ours: openpyxl and LibreOffice.

Run: python3 scripts/make-fixtures.py   (Debian: python3-openpyxl, libreoffice-calc)
"""
import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "fixtures"
WHEN = datetime.datetime(2023, 7, 1, 8, 0, 0)

CUSTOM_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<plan xmlns="urn:fixture"><round>1</round></plan>'
CUSTOM_PROPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{6B29FC40-CA47-1067-B31D-00DD010662DA}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rich():
    """A workbook with everything that a save could lose."""
    book = Workbook()
    book.properties.created = WHEN
    book.properties.modified = WHEN
    data = book.active
    data.title = "Xã"
    data.append(["Đơn vị", "a", "b", "Tỷ lệ"])
    for i in range(1, 11):
        data.append([f"Xã {i}", i * 10, 100, f"=B{i + 1}/C{i + 1}"])
    bold = Font(name="Times New Roman", size=13, bold=True, color="FF0000FF")
    for cell in data[1]:
        cell.font = bold
        cell.fill = PatternFill("solid", fgColor="FFFFE699")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = Border(*[Side(style="thin", color="FF000000")] * 4)
    data["B2"].number_format = "0.00%"
    data["C2"].font = Font(color=Color(theme=4, tint=0.5))
    data["F1"] = "Văn bản '85"
    data["F2"] = "85"
    data["F3"] = True
    data["F4"] = "#REF!"
    data["F4"].data_type = "e"
    data["F5"] = WHEN
    data["F6"] = "  hai dấu cách  "
    data["F7"] = "=B2:B3*2"
    data.formula_attributes["F7"] = {"t": "array", "ref": "F7:F8"}
    data["F9"].comment = Comment("Ghi chú", "Người ghi")
    data["F9"].hyperlink = "https://example.org/?a=1&b=2"
    data["F9"].value = "liên kết"
    data["F10"].hyperlink = "#'Kết quả'!A1"
    data["F10"].value = "nội bộ"
    data.merge_cells("H1:I2")
    data["H1"] = "Gộp ô"
    data.auto_filter.ref = "A1:D11"
    data.auto_filter.add_filter_column(0, ["Xã 1", "Xã 2"])
    for row in range(4, 12):
        data.row_dimensions[row].hidden = True
    data.freeze_panes = "B2"
    data.column_dimensions["A"].width = 30
    data.row_dimensions[1].height = 40
    data.column_dimensions["G"].hidden = True
    data.sheet_properties.tabColor = "FF00B050"
    rule = CellIsRule(operator="lessThan", formula=["0.7"], fill=PatternFill(bgColor="FFFF0000"))
    data.conditional_formatting.add("D2:D11", rule)
    choice = DataValidation(type="list", formula1='"Có,Không"', allow_blank=True)
    choice.add("E2:E11")
    data.add_data_validation(choice)
    data.protection.sheet = True
    data.print_title_rows = "1:1"
    data.print_title_cols = "A:A"
    data.print_area = "A1:D11"
    data.page_setup.orientation = "landscape"
    data.page_setup.paperSize = 9
    data.sheet_properties.pageSetUpPr.fitToPage = True
    data.page_setup.fitToHeight = 0
    data.page_margins.left = 0.5
    data.print_options.horizontalCentered = True
    data.oddHeader.center.text = "Kế hoạch"
    data.oddFooter.right.text = "&P/&N"
    chart = BarChart()
    chart.add_data(Reference(data, min_col=2, min_row=1, max_row=11), titles_from_data=True)
    data.add_chart(chart, "K2")

    result = book.create_sheet("Kết quả")
    result.append(["Hạng", "Tên"])
    result.append([1, "Xã 1"])
    result.append([2, "Xã 2"])
    table = Table(displayName="BangKetQua", ref="A1:B3")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    result.add_table(table)
    result["D1"] = "=SUM('Xã'!B2:B11)"

    hidden = book.create_sheet("Ẩn")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "dấu"

    book.defined_names.append(DefinedName("TongA", attr_text="'Xã'!$B$2:$B$11", comment="Tổng a"))
    book.defined_names.append(DefinedName("AnDi", attr_text="0.7", hidden=True))
    book.defined_names.append(DefinedName("Rieng", attr_text="'Kết quả'!$A$1", localSheetId=1))
    book.save(FIXTURES / "rich.xlsx")
    rewrite(FIXTURES / "rich.xlsx", with_package_parts)


def with_package_parts(parts):
    """Rich text, a shared formula with its values, phonetic hints and custom XML: by hand."""
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    sheet = sheet.replace(
        "<is><t>X&#227; 3</t></is>",
        '<is><r><rPr><b/></rPr><t>X&#227;</t></r><r><t xml:space="preserve"> 3</t></r>'
        '<rPh sb="0" eb="1"><t>xa</t></rPh></is>',
    )
    assert "<rPh" in sheet
    sheet = sheet.replace(
        "<f>B2/C2</f><v></v>", '<f t="shared" ref="D2:D11" si="0">B2/C2</f><v>0.1</v>'
    ).replace("<f>B2/C2</f><v />", '<f t="shared" ref="D2:D11" si="0">B2/C2</f><v>0.1</v>')
    sheet = re.sub(r"<f>B(?:[4-9]|1\d)/C\d+</f><v ?(?:/>|></v>)", '<f t="shared" si="0"/><v>0.5</v>', sheet)
    assert sheet.count('t="shared"') == 9, sheet.count('t="shared"')
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    parts["customXml/item1.xml"] = CUSTOM_XML.encode()
    parts["customXml/itemProps1.xml"] = CUSTOM_PROPS.encode()
    parts["customXml/_rels/item1.xml.rels"] = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    ).encode()
    relate(parts, "xl/_rels/workbook.xml.rels", "rIdCustom", f"{OFFICE}/customXml", "../customXml/item1.xml")
    override(parts, "/customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")


def relate(parts, rels, rel_id, kind, target):
    text = parts[rels].decode()
    entry = f'<Relationship Id="{rel_id}" Type="{kind}" Target="{target}"/>'
    parts[rels] = text.replace("</Relationships>", entry + "</Relationships>").encode()


def override(parts, part, content_type):
    text = parts["[Content_Types].xml"].decode()
    entry = f'<Override PartName="{part}" ContentType="{content_type}"/>'
    parts["[Content_Types].xml"] = text.replace("</Types>", entry + "</Types>").encode()


def rewrite(path, change):
    with zipfile.ZipFile(path) as source:
        parts = {name.lstrip("/"): source.read(name) for name in source.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def macros():
    """rich.xlsx as .xlsm, with a project that is only bytes."""

    def change(parts):
        types = parts["[Content_Types].xml"].decode()
        types = types.replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
        parts["[Content_Types].xml"] = types.encode()
        parts["xl/vbaProject.bin"] = bytes(range(256)) * 4
        relate(
            parts, "xl/_rels/workbook.xml.rels", "rIdVba",
            "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin",
        )
        override(parts, "/xl/vbaProject.bin", "application/vnd.ms-office.vbaProject")

    shutil.copy(FIXTURES / "rich.xlsx", FIXTURES / "macros.xlsm")
    rewrite(FIXTURES / "macros.xlsm", change)


def libreoffice():
    """rich.xlsx read and written anew by LibreOffice, and the old and protected kinds."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "libreoffice.xlsx"
        shutil.copy(FIXTURES / "rich.xlsx", source)
        out = pathlib.Path(folder) / "out"
        for target in ("xlsx", "xls"):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                 "--convert-to", target, "--outdir", str(out), str(source)],
                check=True, stdout=subprocess.DEVNULL,
            )
        shutil.copy(out / "libreoffice.xlsx", FIXTURES)
        shutil.copy(out / "libreoffice.xls", FIXTURES / "old.xls")


if __name__ == "__main__":
    FIXTURES.mkdir(parents=True, exist_ok=True)
    rich()
    macros()
    libreoffice()
