/** A pane for the tests of the workbench: says what it hears, and does what tests ask of it. */
function log(text) {
  const line = document.createElement('li');
  line.textContent = text;
  document.getElementById('log').append(line);
}

function command(name, work) {
  Office.actions.associate(name, async (event) => {
    log(`command ${name} ${event.source.id}`);
    try {
      await work();
    } finally {
      event.completed();
    }
  });
}

async function started(info) {
  command('chamDiem', () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1').values = [['Đã chấm']];
      await context.sync();
    }),
  );
  command('taoBieuMau', () => Office.addin.showAsTaskpane());
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async ({ address }) => log(`changed ${address}`));
    worksheets.onSelectionChanged.add(async ({ address }) => log(`selected ${address}`));
    worksheets.onActivated.add(async () => log('activated'));
    await context.sync();
  });
  Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, () =>
    log('document selection'),
  );
  document.getElementById('state').textContent = `${info.host} ${info.platform}`;
}

document.addEventListener('DOMContentLoaded', () => Office.onReady(started));
