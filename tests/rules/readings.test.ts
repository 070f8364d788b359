import { changedReadings, COMBINED_RATIOS, DEFAULT_READINGS } from '../../src/rules';

describe('the defaults of reading.md’s table', () => {
  test.each([
    ['2', 'combinedRatio', 'meanOfRatios'],
    ['3', 'post', 'leftOut'],
    ['4', 'unusableMember', 'leftOut'],
    ['5', 'noMembers', 'ownRatioAlone'],
    ['details, the gate', 'gate', 'wholeUnit'],
    ['6', 'tieMeasures', ['dossiersPerAccount', 'busiestShare']],
    ['6, k', 'busiestAccounts', 3],
    ['9, the plan’s own number of places', 'places', null],
    ['9, the plan’s own number a district', 'perGroup', null],
    ['13', 'rounding', null],
    ['14', 'percentOnly', null],
    ['15', 'memberSum', 'ownRow'],
    ['details, declined', 'declinedPrize', 'vacant'],
    ['details, to be looked into', 'lookInto', { onOneAccount: 30, busiestShare: '50%' }],
    ['details, near a jump', 'nearJump', '0.5'],
  ] as const)('row %s: %s', (_, key, value) => {
    expect(DEFAULT_READINGS[key]).toEqual(value);
  });

  test('there are no others', () => {
    expect(Object.keys(DEFAULT_READINGS)).toHaveLength(15);
  });

  test('row 2: four readings, the default first', () => {
    expect([...COMBINED_RATIOS].sort()).toEqual(
      ['meanOfRatios', 'meanOfPoints', 'meanCounts', 'pooledCounts'].sort(),
    );
    expect(COMBINED_RATIOS[0]).toBe(DEFAULT_READINGS.combinedRatio);
  });
});

describe('which readings differ from the defaults', () => {
  test('none', () => {
    expect(changedReadings({ ...DEFAULT_READINGS })).toEqual([]);
    expect(
      changedReadings({ ...DEFAULT_READINGS, lookInto: { ...DEFAULT_READINGS.lookInto } }),
    ).toEqual([]);
  });

  test.each([
    [{ gate: 'criterionOnly' }, ['gate']],
    [{ rounding: 2, post: 'inDenominator' }, ['post', 'rounding']],
    [{ tieMeasures: ['busiestShare', 'dossiersPerAccount'] }, ['tieMeasures']],
    [{ percentOnly: { letter: 'CV 1' } }, ['percentOnly']],
    [{ lookInto: { onOneAccount: 31, busiestShare: '50%' } }, ['lookInto']],
    [{ rounding: 0 }, ['rounding']],
  ] as const)('%j', (change, keys) => {
    expect(changedReadings({ ...DEFAULT_READINGS, ...change })).toEqual(keys);
  });

  test('from other readings than the defaults', () => {
    const from = { ...DEFAULT_READINGS, places: 5 };
    expect(changedReadings(DEFAULT_READINGS, from)).toEqual(['places']);
    expect(changedReadings(from, from)).toEqual([]);
  });
});
