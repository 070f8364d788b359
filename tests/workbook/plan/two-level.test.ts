/**
 * A province of two levels without districts: its plan stands in its own workbook, and the cap and the
 * quotas go by clusters. Everything here can be checked by hand from `scripts/two-level.ts`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { openWorkbookFile, type WorkbookFile } from '../../../src/host';
import { fullName } from '../../../src/rules';
import type { RunOutcome } from '../../../src/workbook';
import { makeSample } from '../../../scripts/make-sample';
import { makeTwoLevel } from '../../../scripts/make-two-level';
import { TWO_LEVEL_2026 } from '../../../scripts/two-level';
import { scoreIn, sheetNamed, textsOf, told } from '../build';

let file: WorkbookFile;
let outcome: RunOutcome;
beforeAll(async () => {
  file = await openWorkbookFile(await makeTwoLevel());
  outcome = await scoreIn(file);
});

test('the plan is the sheet’s, as its script has it', () => {
  expect(outcome.plan.sheet).toBe('Tiêu chí');
  expect(outcome.result.plan).toEqual(TWO_LEVEL_2026);
  expect(outcome.plan.own?.problems).toEqual([]);
});

test('nothing is open', () => {
  expect(outcome.draft).toBe(false);
  const open = told(outcome).filter(
    (text) => !/^(nearJump|readingMatters|toBeLookedInto)/.test(text),
  );
  expect(open).toEqual([]);
});

test('the first ten, and who isn’t considered', () => {
  const units = outcome.result.levels['commune']?.units ?? [];
  const shown = units.map(({ unit, rank, total }) => [
    rank,
    fullName(unit),
    total.known ? Number(total.value.approx.toFixed(6)) : null,
  ]);
  expect(shown.slice(0, 9)).toEqual([
    // 96 % of dossiers is enough, 86 % of accounts too: 70 + 30.
    [1, 'Phường Mẫu Mai', 100],
    // 94 % × 70 + 30
    [2, 'Phường Mẫu Lan', 95.8],
    [3, 'Xã Mẫu Cúc', 95.1],
    [4, 'Phường Mẫu Sen', 94.4],
    [5, 'Xã Mẫu Súng', 93],
    [6, 'Đặc khu Mẫu Đảo', 92.3],
    // Exactly 95 %: 70; 70 % × 30.
    [7, 'Phường Mẫu Dừa', 91],
    // 93 % × 70 + 73 % × 30 and 90 % × 70 + 80 % × 30 are both 87: 930/465 = 2 before 900/300 = 3.
    [8, 'Xã Mẫu Sao', 87],
    [9, 'Xã Mẫu Cau', 87],
  ]);
  expect(units).toHaveLength(24);
  const gated = units.filter(({ status }) => status === 'gated').map(({ unit }) => unit.name);
  // 59,9 %; exactly 60 % is considered: 42 + 30.
  expect(gated).toEqual(['Mẫu Mận']);
  expect(shown).toContainEqual([expect.any(Number), 'Xã Mẫu Bách', 72]);
});

test('two of a cluster at most: the third of cluster 1 is passed over, eight are proposed', () => {
  const { places, passedOver, quotas } = outcome.result.awards;
  expect(places.map(({ unit }) => unit.unit.name)).toEqual([
    'Mẫu Mai',
    'Mẫu Lan',
    'Mẫu Sen',
    'Mẫu Súng',
    'Mẫu Đảo',
    'Mẫu Dừa',
    'Mẫu Sao',
    'Mẫu Cau',
  ]);
  expect(passedOver.map(({ unit }) => unit.unit.name)).toEqual(['Mẫu Cúc']);
  expect(
    quotas.map(({ group, quota, proposed }) => [fullName(group), quota, proposed.length]),
  ).toEqual([
    ['Cụm thi đua số 1', 2, 2],
    ['Cụm thi đua số 2', 2, 2],
    ['Cụm thi đua số 3', 2, 2],
    ['Cụm thi đua số 4', 3, 3],
  ]);
});

test('the sheets speak of clusters, not of districts', () => {
  const names = file.model.sheets.map(({ name }) => name);
  expect(names).not.toContain('Kết quả cấp huyện');
  const ours = ['Kết quả cấp xã', 'DS đề nghị khen thưởng', 'Đơn vị không đề nghị'].flatMap(
    (name) => textsOf(sheetNamed(file.model, name)),
  );
  expect(ours).toContain('Cụm thi đua');
  expect(ours.join(' ')).toContain(
    'Không đề nghị do cụm thi đua đã đủ 02 đơn vị (Cụm thi đua số 1)',
  );
  expect(ours.filter((text) => /huyện/i.test(text))).toEqual([]);
  // 8 × 5.000.000 đồng.
  expect(ours.join(' ')).toContain('Tổng tiền thưởng: 40.000.000 đồng');
});

test('the samples that are handed out are those that the scripts make', async () => {
  // How the parts are packed depends on what else a process has loaded: they are held part by part.
  const stored = (name: string) => unzipSync(new Uint8Array(readFileSync(join('samples', name))));
  expect(unzipSync(await makeTwoLevel())).toEqual(stored('hai-cap-2026.xlsx'));
  expect(unzipSync(await makeSample())).toEqual(stored('hau-giang-2023.xlsx'));
});
