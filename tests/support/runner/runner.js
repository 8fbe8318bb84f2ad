import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';
import { beginFile } from './globals.js';

const require = createRequire(import.meta.url);
const { default: runCircus } = require('jest-circus/runner');

process.setSourceMapsEnabled(true);
registerTypeScript();
register('./redirect.js', import.meta.url);

/**
 * Runs a test file in Node itself and not, as Jest would, in a context of its own: there every file loads and compiles all
 * modules anew, which takes longer than most tests (ADR 0034). Modules are shared by the files that a worker runs, so no
 * test replaces a module, and what a file changed in the process is put back behind it.
 */
export default async function runNatively(globalConfig, config, environment, _runtime, testPath, sendMessageToJest) {
  if (globalConfig.watch || globalConfig.watchAll) throw new Error('Watching would test old modules; run Jest anew.');
  const putBack = remember();
  const file = beginFile(config);
  const own = {
    requireInternalModule: requireAnew,
    requireModule: require,
    setGlobalsForRuntime: file.use,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    enterTestCode() {},
    leaveTestCode() {},
    clearAllMocks: file.jest.clearAllMocks,
    resetAllMocks: file.jest.resetAllMocks,
    restoreAllMocks: file.jest.restoreAllMocks,
  };
  globalThis.console = environment.global.console;
  try {
    return await runCircus(globalConfig, config, environment, own, testPath, sendMessageToJest);
  } finally {
    file.end();
    putBack();
  }
}

/** A file's tests and hooks are kept by the module that runs them, so each file gets a new one. */
function requireAnew(path) {
  delete require.cache[path];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  return require(path);
}

function remember() {
  const { console } = globalThis;
  const environment = { ...process.env };
  const limit = Error.stackTraceLimit;
  return () => {
    globalThis.console = console;
    Error.stackTraceLimit = limit;
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
  };
}
