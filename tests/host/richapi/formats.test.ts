/** Formats: written, read back, mixed, kept in the file. */
import { bench, load, plain, reopened } from './bench';

test('font, fill, alignment are read back, and are in the file', async () => {
  const first = await bench();
  const look = async (made: typeof first) =>
    made.run(async (context, ws) => {
      const { format } = ws.getRange('A1:B2');
      format.load(
        'horizontalAlignment,verticalAlignment,wrapText,indentLevel,textOrientation,shrinkToFit',
      );
      format.font.load('bold,italic,underline,strikethrough,name,size,color');
      format.fill.load('color');
      format.protection.load('locked');
      await context.sync();
      return plain(format.toJSON());
    });
  await first.run((_context, ws) => {
    const { format } = ws.getRange('A1:B2');
    format.font.bold = true;
    format.font.italic = true;
    format.font.underline = 'Single';
    format.font.strikethrough = true;
    format.font.name = 'Times New Roman';
    format.font.size = 13;
    format.font.color = '#0070c0';
    format.fill.color = 'yellow';
    format.horizontalAlignment = 'Center';
    format.verticalAlignment = 'Top';
    format.wrapText = true;
    format.protection.locked = false;
  });
  const wanted = {
    font: {
      bold: true,
      italic: true,
      underline: 'Single',
      strikethrough: true,
      name: 'Times New Roman',
      size: 13,
      color: '#0070C0',
    },
    fill: { color: '#FFFF00' },
    protection: { locked: false },
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    wrapText: true,
  };
  expect(await look(first)).toMatchObject(wanted);
  expect(await look(await reopened(first))).toMatchObject(wanted);
});

test('formats that differ read null, colours ""', async () => {
  const { run } = await bench();
  await run(async (context, ws) => {
    ws.getRange('A1').set({ format: { font: { bold: true, color: '#FF0000', size: 20 } } });
    ws.getRange('A1').format.fill.color = '#00FF00';
    ws.getRange('A1').format.horizontalAlignment = 'Right';
    ws.getRange('A1').format.columnWidth = 200;
    const { format } = ws.getRange('A1:B1');
    format.load('horizontalAlignment,columnWidth,wrapText');
    format.font.load('bold,color,size,italic');
    format.fill.load('color');
    await context.sync();
    const { font, fill } = format;
    expect([font.bold, font.size, font.italic, font.color]).toEqual([null, null, false, '']);
    expect([fill.color, format.horizontalAlignment, format.columnWidth, format.wrapText]).toEqual([
      '',
      null,
      null,
      false,
    ]);
  });
});

test('no fill reads white; clear takes a fill away', async () => {
  const { run, sheet, file } = await bench();
  await run(async (context, ws) => {
    const { fill } = ws.getRange('A1').format;
    fill.color = '#123456';
    fill.clear();
    fill.load('color');
    await context.sync();
    expect(fill.color).toBe('#FFFFFF');
  });
  expect(file.model.formatOf(sheet().styleAt(0, 0)).fillColor).toBeNull();
});

describe('number formats', () => {
  test('one for each cell, null leaves, "" is General', async () => {
    const { run } = await bench();
    const read = await run(async (context, ws) => {
      const range = ws.getRange('A1:C1');
      range.numberFormat = [['0.00%', 'dd/mm/yyyy', '@']];
      await context.sync();
      range.numberFormat = [[null, '', '0']];
      return load(range, 'numberFormat');
    });
    expect(read['numberFormat']).toEqual([['0.00%', 'General', '0']]);
  });

  test('the format of text keeps numbers that are written later as text', async () => {
    const { run, sheet } = await bench();
    await run((_context, ws) => {
      ws.getRange('A1:A2').numberFormat = [['@'], ['@']];
      ws.getRange('A1:A2').values = [['001'], [85]];
    });
    expect([sheet().read(0, 0).value, sheet().read(1, 0).value]).toEqual(['001', '85']);
  });
});

describe('borders', () => {
  test('an edge and the lines inside', async () => {
    const { run, sheet, file } = await bench();
    await run(async (context, ws) => {
      const { borders } = ws.getRange('B2:C3').format;
      for (const side of ['EdgeTop', 'InsideHorizontal'] as const) {
        borders.getItem(side).style = 'Continuous';
        borders.getItem(side).color = '#FF0000';
      }
      borders.getItem('EdgeBottom').style = 'Double';
      borders.getItem('EdgeLeft').weight = 'Thick';
      const lines = (['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const).map((side) => {
        const line = borders.getItem(side);
        line.load('style,weight,color,sideIndex');
        return line;
      });
      await context.sync();
      expect(lines.map(({ style, weight, color }) => [style, weight, color])).toEqual([
        ['Continuous', 'Thin', '#FF0000'],
        ['Double', 'Thick', '#000000'],
        ['Continuous', 'Thick', '#000000'],
        ['None', 'Thin', '#000000'],
      ]);
    });
    const at = (row: number, column: number) =>
      file.model.formatOf(sheet().styleAt(row, column)).borders;
    expect([at(1, 1).top.style, at(2, 1).bottom.style, at(1, 1).left.style]).toEqual([
      'thin',
      'double',
      'thick',
    ]);
    expect([at(1, 1).bottom.style, at(2, 1).top.style, at(1, 2).left.style]).toEqual([
      'thin',
      null,
      null,
    ]);
  });

  test('an edge is seen from the cell beyond it, and goes from both sides', async () => {
    const { run } = await bench();
    await run(async (context, ws) => {
      ws.getRange('A1').format.borders.getItem('EdgeRight').style = 'Continuous';
      const seen = ws.getRange('B1').format.borders.getItem('EdgeLeft');
      seen.load('style');
      await context.sync();
      expect(seen.style).toBe('Continuous');
      seen.style = 'None';
      const own = ws.getRange('A1').format.borders.getItem('EdgeRight');
      own.load('style');
      await context.sync();
      expect(own.style).toBe('None');
    });
  });

  test('a line that is not the same all along reads null', async () => {
    const { run } = await bench();
    await run(async (context, ws) => {
      ws.getRange('A1').format.borders.getItem('EdgeTop').style = 'Continuous';
      const edge = ws.getRange('A1:B1').format.borders.getItem('EdgeTop');
      const { borders } = ws.getRange('A1:B1').format;
      edge.load('style,color');
      borders.load('count,items/sideIndex');
      await context.sync();
      expect([edge.style, edge.color, borders.count, borders.items.length]).toEqual([
        null,
        '',
        8,
        8,
      ]);
    });
  });
});

describe('sizes', () => {
  test('widths and heights in points, and back to the standard; kept in the file', async () => {
    const first = await bench();
    await first.run((_context, ws) => {
      ws.getRange('B:C').format.columnWidth = 105;
      ws.getRange('2:3').format.rowHeight = 30;
    });
    const again = await reopened(first);
    await again.run(async (context, ws) => {
      const range = ws.getRange('B2:C3').format;
      range.load('columnWidth,rowHeight,useStandardWidth,useStandardHeight');
      await context.sync();
      expect(plain(range)).toMatchObject({
        columnWidth: 105,
        rowHeight: 30,
        useStandardWidth: false,
        useStandardHeight: false,
      });
      range.useStandardWidth = true;
      range.useStandardHeight = true;
      range.load('useStandardWidth,useStandardHeight,columnWidth,rowHeight');
      ws.load('standardHeight,standardWidth');
      await context.sync();
      expect([range.useStandardWidth, range.useStandardHeight]).toEqual([true, true]);
      expect(range.rowHeight).toBe(ws.standardHeight);
    });
  });

  test('autofit: wider for longer text, higher for wrapped text', async () => {
    const { run } = await bench();
    await run(async (context, ws) => {
      ws.getRange('A1:B1').values = [['x', 'Ủy ban nhân dân xã Vị Thắng, huyện Vị Thủy']];
      ws.getRange('A:B').format.autofitColumns();
      ws.getRange('D2').values = [['một dòng rất dài '.repeat(10)]];
      ws.getRange('D2').format.wrapText = true;
      ws.getRange('D2').format.autofitRows();
      const [narrow, wide, high] = ['A1', 'B1', 'D2'].map((address) => {
        const { format } = ws.getRange(address);
        format.load('columnWidth,rowHeight');
        return format;
      });
      await context.sync();
      expect(wide?.columnWidth).toBeGreaterThan((narrow?.columnWidth ?? 0) * 3);
      expect(high?.rowHeight).toBeGreaterThan((narrow?.rowHeight ?? 0) * 2);
    });
  });
});

test('formats of several areas at once', async () => {
  const { run, sheet, file } = await bench();
  await run(async (context, ws) => {
    const areas = ws.getRanges('A1:A2,C1');
    areas.format.font.bold = true;
    areas.load('areaCount,cellCount,address');
    await context.sync();
    expect([areas.areaCount, areas.cellCount, areas.address]).toEqual([2, 3, 'Data!A1:A2,Data!C1']);
  });
  const bold = [0, 1, 2].map((c) => file.model.formatOf(sheet().styleAt(0, c)).bold);
  expect(bold).toEqual([true, false, true]);
});
