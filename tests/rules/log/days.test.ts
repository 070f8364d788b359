import fc from 'fast-check';
import {
  dayInBytes,
  dayIso,
  dayNumber,
  daysOfPeriod,
  isoDay,
  NO_DAY,
  type Period,
} from '../../../src/rules';

const dayIn = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const day = dayInBytes(bytes, 0, bytes.length);
  return day === NO_DAY ? null : dayIso(day);
};

test.each([
  ['05/11/2023', '2023-11-05'],
  ['5-11-2023', '2023-11-05'],
  ['05.11.2023', '2023-11-05'],
  [' 05/11/2023 14:30:05', '2023-11-05'],
  ['14:30 05/11/2023', '2023-11-05'],
  ['2023-11-05', '2023-11-05'],
  ['2023-11-05T00:10:00+07:00', '2023-11-05'],
  ['2023/11/05', '2023-11-05'],
  ['20231105', '2023-11-05'],
  ["'05/11/2023", '2023-11-05'],
  ['45235', '2023-11-05'],
  ['45235.604166', '2023-11-05'],
  ['29/02/2024', '2024-02-29'],
])('%s is a day', (text, iso) => {
  expect(dayIn(text)).toBe(iso);
});

test.each([
  // Month and day the other way round: which was meant isn't guessed.
  '11/25/2023',
  '29/02/2023',
  '31/04/2023',
  '00/10/2023',
  '05/11/23',
  '05/11',
  '05/11-2023',
  '14:30',
  'chưa rõ',
  'ngày 05/11/2023',
  '093000111222',
  '7',
  '',
])('%s is none', (text) => {
  expect(dayIn(text)).toBe(null);
});

test('every day there and back, as the calendar has it', () => {
  const time = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2110, 0, 1) });
  fc.assert(
    fc.property(time, (ms) => {
      const date = new Date(ms);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const iso = date.toISOString().slice(0, 10);
      expect(dayIso(dayNumber(year, month, day))).toBe(iso);
      expect(dayIn(`${day}/${month}/${year}`)).toBe(iso);
      expect(isoDay(iso)).toBe(Math.floor(ms / 86_400_000) + 25_569);
    }),
  );
});

test('any bytes end in a day or in none', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9:/. T-]{0,24}$/), (text) => {
      const iso = dayIn(text);
      if (iso !== null) expect(isoDay(iso)).toBeGreaterThan(0);
    }),
  );
});

const PERIODS: readonly [Period['kind'], string, string | null, string | null][] = [
  ['month', '2', '2024', '2024-02-01 2024-02-29'],
  ['month', '10', null, '2023-10-01 2023-10-31'],
  ['month', '13', null, null],
  ['quarter', '4', '2023', '2023-10-01 2023-12-31'],
  ['year', '2023', null, '2023-01-01 2023-12-31'],
  ['months', '6 dau', null, '2023-01-01 2023-06-30'],
  ['months', '6 cuoi', '2022', '2022-07-01 2022-12-31'],
  ['months', '9', null, '2023-01-01 2023-09-30'],
  ['range', '1/10/2023-31/12/2023', null, '2023-10-01 2023-12-31'],
  ['range', '31/12/2023-1/10/2023', null, null],
  ['week', '40', '2023', null],
];

test.each(PERIODS)('the days of %s %s, year %s', (kind, number, year, expected) => {
  const days = daysOfPeriod({ kind, number, year }, 2023);
  expect(days && `${dayIso(days.from)} ${dayIso(days.to)}`).toBe(expected);
});
