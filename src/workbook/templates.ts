import type { Abilities } from './abilities';
import {
  fullName,
  HAU_GIANG_2023,
  individualQuotas,
  inOfficialOrder,
  type Level,
  type Plan,
} from '../rules';
import { words } from '../words';
import { rangeAddress } from './find/grid';
import { levelId } from './find/rows';
import { Pace } from './pace';
import {
  DocBuilder,
  FORMATS,
  type CellStyle,
  type DocValue,
  type SheetContent,
} from './sheets/doc';
import { WriteFailed } from './write/apply';
import { Batch } from './write/batch';
import { drawSheet, layOut } from './write/draw';

const HEAD: CellStyle = {
  bold: true,
  horizontal: 'Center',
  wrap: true,
  border: true,
  fill: '#DDEBF7',
};
const BODY: CellStyle = { border: true, horizontal: 'Left', vertical: 'Center' };
const COUNT: CellStyle = { border: true, horizontal: 'Right', numberFormat: FORMATS.count };

type Field = keyof typeof words.TEMPLATE.notes;

interface Template {
  readonly name: string;
  readonly doc: SheetContent;
  /** Columns that people type into, with what each holds. */
  readonly fields: readonly { readonly column: number; readonly field: Field }[];
  readonly firstRow: number;
  readonly rows: number;
}

/**
 * "Tạo biểu mẫu nhập": adds an input sheet for each level with every unit of the plan filled in, and
 * one for the people who are proposed. They
 * are the user's sheets from then on: no mark of ours. On a failure they are taken away again.
 * @returns the names of the new sheets
 * @throws WriteFailed where writing failed; what Office.js throws where reading did
 */
export async function makeTemplates(
  context: Excel.RequestContext,
  abilities: Abilities,
  plan: Plan = HAU_GIANG_2023,
): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  const templates = (['upper', 'lower'] as const).flatMap((which) => {
    const level = plan.levels.find(({ id }) => id === levelId(plan, which));
    if (!level) return [];
    const template = templateOf(plan, level, which);
    return [template];
  });
  const people = peopleTemplate(plan);
  const all = [...templates, ...(people ? [people] : [])].map((template) => ({
    ...template,
    name: firstFree(template.name, taken),
  }));
  const names = all.map(({ name }) => name);
  try {
    await writeTemplates(context, all, abilities);
    return names;
  } catch (cause) {
    throw new WriteFailed(cause, await takeAway(context, names, active.name));
  }
}

async function writeTemplates(
  context: Excel.RequestContext,
  templates: readonly Template[],
  abilities: Abilities,
): Promise<void> {
  const { worksheets } = context.workbook;
  const batch = new Batch(new Pace(context));
  for (const template of templates) {
    const sheet = worksheets.add(template.name);
    await layOut(batch, sheet, template.doc, abilities);
    await drawSheet(batch, sheet, template.doc);
    if (abilities.dataValidation) guardFields(sheet, template);
  }
  const [first] = templates;
  if (first !== undefined) worksheets.getItem(first.name).activate();
  await batch.send();
}

/** Takes half-made sheets away, once more where the first try fails; answers those that may be left. */
async function takeAway(
  context: Excel.RequestContext,
  names: readonly string[],
  active: string,
): Promise<readonly string[]> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await deleteSheets(context, names, active);
      return [];
    } catch {
      continue;
    }
  }
  return names;
}

/** Deletes those of the sheets that are there. @param active the sheet to show */
async function deleteSheets(
  context: Excel.RequestContext,
  names: readonly string[],
  active: string,
): Promise<void> {
  const { worksheets } = context.workbook;
  const added = names.map((name) => worksheets.getItemOrNullObject(name));
  for (const sheet of added) sheet.load('name');
  await context.sync();
  worksheets.getItem(active).activate();
  for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

function firstFree(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted} (${n})`;
  taken.add(name.toLowerCase());
  return name;
}

function templateOf(plan: Plan, level: Level, which: 'upper' | 'lower'): Template {
  const { TEMPLATE, SHEETS } = words;
  const { columns } = TEMPLATE;
  const lower = which === 'lower';
  const given = [
    columns.order,
    lower ? columns.unit.commune : columns.unit.district,
    ...(lower ? [columns.group] : []),
  ];
  const fields: Field[] = [
    'dvcA',
    'dvcB',
    'eidA',
    'eidB',
    ...(lower ? (['accounts'] as const) : []),
  ];
  const widths = [6, 26, ...(lower ? [26] : []), ...fields.map(() => 17)];
  const doc = new DocBuilder(widths);
  doc.text(TEMPLATE.title(level.name), { bold: true, horizontal: 'Center', size: 14 });
  doc.text(TEMPLATE.period, { italic: true, horizontal: 'Center' });
  doc.text(TEMPLATE.help, { italic: true, horizontal: 'Left' });
  const head = doc.row([...given, ...fields.map((field) => columns[field])], HEAD);
  const numbers = doc.row(
    widths.map((_, i) => `(${i + 1})`),
    { ...HEAD, bold: false, italic: true, size: 10 },
  );
  const firstRow = doc.next;
  const units = plan.units.filter((unit) => unit.level === level.id).sort(inOfficialOrder);
  units.forEach((unit, i) => {
    const row: DocValue[] = [i + 1, fullName(unit)];
    doc.row(lower ? [...row, words.parentName(plan, unit)] : row);
  });
  doc.style(firstRow, 0, units.length, given.length, BODY);
  doc.style(firstRow, 0, units.length, 1, { horizontal: 'Center' });
  doc.style(firstRow, given.length, units.length, fields.length, COUNT);
  return {
    name: lower ? SHEETS.communeTemplate : SHEETS.districtTemplate,
    doc: doc.content({ landscape: true, titleRows: { first: head, last: numbers } }),
    fields: fields.map((field, i) => ({ column: given.length + i, field })),
    firstRow,
    rows: units.length,
  };
}

/** "Cá nhân": as many rows for each group as it may propose people (IV.2.c). */
function peopleTemplate(plan: Plan): Template | null {
  const { INDIVIDUALS, SHEETS } = words;
  const { columns } = INDIVIDUALS;
  const quotas = individualQuotas(plan, []);
  if (quotas.length === 0) return null;
  const doc = new DocBuilder([5, 24, 20, 26, 24, 40, 22]);
  doc.text(INDIVIDUALS.title, { bold: true, horizontal: 'Center', size: 14 });
  doc.text(INDIVIDUALS.help, { italic: true, horizontal: 'Left' });
  const head = doc.row(
    [
      columns.order,
      columns.name,
      columns.post,
      columns.workplace,
      columns.group,
      columns.achievements,
      columns.proposedBy,
    ],
    HEAD,
  );
  const firstRow = doc.next;
  for (const { group, quota } of quotas) {
    for (let i = 0; i < quota; i += 1) {
      doc.row([doc.next - head, null, null, null, fullName(group)]);
    }
  }
  const rows = doc.next - firstRow;
  doc.style(firstRow, 0, rows, doc.widths.length, { ...BODY, wrap: true });
  doc.style(firstRow, 0, rows, 1, { horizontal: 'Center' });
  return {
    name: SHEETS.individuals,
    doc: doc.content({ landscape: true, titleRows: { first: head, last: head } }),
    fields: [],
    firstRow,
    rows,
  };
}

/** Only whole numbers from 0 up; a note on each column says what belongs there. */
function guardFields(sheet: Excel.Worksheet, { fields, firstRow, rows }: Template): void {
  const { TEMPLATE } = words;
  for (const { column, field } of fields) {
    const { dataValidation } = sheet.getRange(rangeAddress(firstRow, column, rows, 1));
    dataValidation.rule = {
      wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' },
    };
    dataValidation.prompt = {
      showPrompt: true,
      title: TEMPLATE.columns[field].slice(0, LONGEST_TITLE),
      message: TEMPLATE.notes[field],
    };
    dataValidation.errorAlert = {
      showAlert: true,
      style: 'Stop',
      title: TEMPLATE.columns[field].slice(0, LONGEST_TITLE),
      message: TEMPLATE.invalid,
    };
  }
}

/** What Excel allows as the title of a note or an alert. */
const LONGEST_TITLE = 32;
