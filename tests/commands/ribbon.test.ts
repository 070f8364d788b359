/** The script of the ribbon's commands, in an Excel with a ribbon for add-ins and in one without. */
import { COMMANDS } from '../../src/commands/commands';

type Handler = (event: { completed: () => void }) => Promise<void>;

/** Loads the script anew in an Office with these actions; answers when its `onReady` has run. */
async function load(actions?: { associate: (id: string, handler: Handler) => void }) {
  let ready: () => void = () => {};
  Object.assign(globalThis, {
    Office: { actions, onReady: (callback: () => void) => Promise.resolve((ready = callback)) },
  });
  await jest.isolateModulesAsync(async () => {
    await import('../../src/commands');
  });
  ready();
}

test('each button is told its function', async () => {
  const known = new Map<string, Handler>();
  await load({ associate: (id, handler) => void known.set(id, handler) });
  expect([...known.keys()].sort()).toEqual(Object.keys(COMMANDS).sort());
});

test('an Excel that has no ribbon for add-ins loads the script all the same', async () => {
  await expect(load()).resolves.toBeUndefined();
});
