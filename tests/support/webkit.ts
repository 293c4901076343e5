import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Engine, Tab } from './engines.ts';
import { findBrowser } from './browsers.ts';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Backspace: '\uE003',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
};
const PATIENCE = 30_000;
const LOADED =
  '() => new Promise((done) => (document.readyState === "complete" ? done() : addEventListener("load", () => setTimeout(done))))';

/** A driver that runs, and how it is asked and ended. */
interface Driver {
  call: Call;
  stop(): void;
}

/** Starts WebKitGTK through its own driver (W3C WebDriver) on a virtual screen. */
export async function startWebKit(): Promise<Engine> {
  let driver = await startDriver();
  return {
    name: 'webkit',
    async open(width, height) {
      // A driver whose session has just ended may never answer to the next: on a busy machine one in ten.
      const session = await startSession(driver.call).catch(async () => {
        driver.stop();
        driver = await startDriver();
        return startSession(driver.call);
      });
      return openTab(driver.call, session, width, height);
    },
    close: async () => driver.stop(),
  };
}

async function startDriver(): Promise<Driver> {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 2000x1400x24', findBrowser('webkit')!, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  const stop = (): void => {
    process.off('exit', stop);
    try {
      process.kill(-driver.pid!, 'SIGTERM');
    } catch {
      // The driver has ended by itself.
    }
  };
  process.once('exit', stop);
  const call: Call = async (method, path, body, patience = PATIENCE) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new Error(`WebKit: ${method} ${path}: ${error}`);
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`WebKit: ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  await untilReady(call).catch((error: unknown) => {
    stop();
    throw error;
  });
  return { call, stop };
}

/** A driver holds one session at a time, so the one before has to be closed. Answers its path. */
async function startSession(call: Call): Promise<string> {
  const { sessionId } = (await call('POST', '/session', { capabilities: { alwaysMatch: {} } }, PATIENCE / 3)) as { sessionId: string };
  return `/session/${sessionId}`;
}

/** A tab is a session. */
async function openTab(call: Call, session: string, width: number, height: number): Promise<Tab> {
  const run = async (source: string, values: unknown[]): Promise<never> =>
    call('POST', `${session}/execute/async`, {
      script: `const done=arguments[arguments.length-1];Promise.resolve().then(()=>(${source})(...arguments[0])).then((value)=>done({value}),(error)=>done({error:String(error)}))`,
      args: [values],
    }).then((answer) => {
      const { value, error } = answer as { value: never; error?: string };
      if (error) throw new Error(`WebKit: ${error}`);
      return value;
    });
  const keys = async (text: string[]): Promise<void> =>
    void (await call('POST', `${session}/actions`, {
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: text.flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ],
    }));
  await fitWindow(call, session, run, width, height);
  return {
    async open(address) {
      await call('POST', `${session}/url`, { url: 'about:blank' });
      await call('POST', `${session}/url`, { url: address });
      // The driver may answer at the end of the page before.
      await run(LOADED, []);
    },
    run: (work, ...values) => run(work.toString(), values),
    press: (key) => keys([KEYS[key] ?? key]),
    type: (text) => keys([...text]),
    async click(selector) {
      // The driver takes some elements out of the window for hidden ones.
      await run('(selector) => document.querySelector(selector)?.scrollIntoViewIfNeeded()', [selector]);
      const found = (await call('POST', `${session}/element`, { using: 'css selector', value: selector })) as Record<string, string>;
      await call('POST', `${session}/element/${found[ELEMENT]}/click`, {});
    },
    picture: async () => Buffer.from((await call('GET', `${session}/screenshot`)) as string, 'base64'),
    close: async () => void (await call('DELETE', session).catch(() => undefined)),
  };
}

/** Asks the driver; waits at most so many milliseconds. */
type Call = (method: string, path: string, body?: unknown, patience?: number) => Promise<unknown>;

/** Sizes the window so that the page, without the browser's own bars, has the wanted size. */
async function fitWindow(
  call: Call,
  session: string,
  run: (source: string, values: unknown[]) => Promise<number[]>,
  width: number,
  height: number,
): Promise<void> {
  let [outer, upper] = [width, height];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await call('POST', `${session}/window/rect`, { x: 0, y: 0, width: outer, height: upper });
    await new Promise((done) => setTimeout(done, 200));
    const [inner = width, lower = height] = await run('() => [innerWidth, innerHeight]', []);
    if (inner === width && lower === height) return;
    outer += width - inner;
    upper += height - lower;
  }
}

async function untilReady(call: Call): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await call('GET', '/status').then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('WebKitWebDriver did not start within 10 s.');
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
