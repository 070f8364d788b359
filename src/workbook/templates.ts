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
import { PlanUnusable } from './plan/unusable';
import { readRules } from './read/rules';
import {
  DocBuilder,
  FORMATS,
  type CellStyle,
  type DocValue,
  type SheetContent,
} from './sheets/doc';
import { freeNames } from './write/free-names';
import { addSheets } from './write/new-sheets';

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
 * @throws WriteFailed where writing failed; PlanUnusable; what Office.js throws where reading did
 */
export async function makeTemplates(
  context: Excel.RequestContext,
  abilities: Abilities,
  builtIn: Plan = HAU_GIANG_2023,
): Promise<string[]> {
  const { plan } = (await readRules(context, builtIn)).plan;
  if (!plan) throw new PlanUnusable();
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  await context.sync();
  const freeName = freeNames(worksheets.items.map(({ name }) => name));
  const templates = (['upper', 'lower'] as const).flatMap((which) => {
    const level = plan.levels.find(({ id }) => id === levelId(plan, which));
    if (!level) return [];
    const template = templateOf(plan, level, which);
    return [template];
  });
  const people = peopleTemplate(plan);
  const all = [...templates, ...(people ? [people] : [])].map((template) => ({
    ...template,
    name: freeName(template.name),
    ...(abilities.dataValidation
      ? { finish: (sheet: Excel.Worksheet) => guardFields(sheet, template) }
      : {}),
  }));
  await addSheets(context, all, active.name, abilities);
  return all.map(({ name }) => name);
}

function templateOf(plan: Plan, level: Level, which: 'upper' | 'lower'): Template {
  const { TEMPLATE, SHEETS } = words;
  const { columns } = TEMPLATE;
  const lower = which === 'lower';
  const given = [
    columns.order,
    lower ? columns.unit.commune : columns.unit.district,
    ...(lower ? [words.groupHeading(plan)] : []),
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
  doc.text(INDIVIDUALS.help(words.lowerFirst(words.groupHeading(plan))), {
    italic: true,
    horizontal: 'Left',
  });
  const head = doc.row(
    [
      columns.order,
      columns.name,
      columns.post,
      columns.workplace,
      words.groupHeading(plan),
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
