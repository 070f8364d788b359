import { openWorkbookFile, WorkbookHost } from '../../src/host';
import { HAU_GIANG_2023, type Plan, type Unit } from '../../src/rules';
import { makeSample } from '../../scripts/make-sample';
import { scoreIn, workbookOf, type Cell } from './build';
import { COMMUNE_HEAD, DISTRICT_HEAD, SMALL_PLAN, smallWorkbook } from './small';

/** A made-up province: so many communes in the 8 districts. */
function bigPlan(communes: number): Plan {
  const districts = HAU_GIANG_2023.units.filter(({ parent }) => parent === null);
  const units = Array.from({ length: communes }, (_, i): Unit => {
    const district = districts[i % districts.length] as Unit;
    const code = String(40000 + i);
    return { code, level: 'commune', type: 'Xã', name: `Số ${i}`, parent: district.code };
  });
  return { ...HAU_GIANG_2023, units: [...districts, ...units] };
}

async function requests(plan: Plan | null, file: Parameters<typeof scoreIn>[0]) {
  const host = new WorkbookHost(file);
  const outcome = await scoreIn(file, { host, ...(plan ? { plan } : {}) });
  expect(outcome.scored).toBeGreaterThan(0);
  return host.traffic.requests;
}

test('as many round trips for 83 units as for 9, and as few on a second run', async () => {
  const small = await smallWorkbook();
  const few = await requests(SMALL_PLAN, small);
  const sample = await openWorkbookFile(await makeSample());
  const first = await requests(null, sample);
  const second = await requests(null, sample);
  expect(first).toBe(few);
  expect(second).toBeLessThanOrEqual(first + 1);
  expect(first).toBeLessThanOrEqual(8);
});

test('for thousands of units more only by what a round trip may carry', async () => {
  const plan = bigPlan(4000);
  const row = (name: string): Cell[] => [name, 90, 100, 800, 1000];
  const [districts, communes] = ['district', 'commune'].map((level) =>
    plan.units
      .filter((unit) => unit.level === level)
      .map(({ type, name }) => row(`${type} ${name}`)),
  );
  const file = await workbookOf({
    Huyện: [DISTRICT_HEAD, ...(districts ?? [])],
    Xã: [COMMUNE_HEAD, ...(communes ?? [])],
  });
  const host = new WorkbookHost(file);
  await scoreIn(file, { host, plan });
  const chunks = Math.ceil(host.traffic.bytesIn / 2_500_000);
  expect(host.traffic.requests).toBeLessThanOrEqual(6 + 2 * chunks);
});
