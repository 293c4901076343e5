import { after, type TestContext } from 'node:test';
import type { EngineName } from './browsers.ts';
import { startEngine, type Engine, type Tab } from './engines.ts';

const running = new Map<EngineName, Promise<Engine>>();
const open = new Map<EngineName, Tab>();
after(async () => {
  for (const engine of running.values()) await (await engine).close();
});

/**
 * A tab of an engine of a given size, closed when the test ends, however it ends, or opens another. The tests of a file share one
 * browser of each engine.
 */
export async function openTab(test: TestContext, name: EngineName, width = 1280, height = 900): Promise<Tab> {
  await closeTab(name);
  const engine = running.get(name) ?? startEngine(name);
  running.set(name, engine);
  const tab = await (await engine).open(width, height);
  open.set(name, tab);
  test.after(() => closeTab(name));
  return tab;
}

async function closeTab(name: EngineName): Promise<void> {
  const tab = open.get(name);
  open.delete(name);
  await tab?.close();
}
