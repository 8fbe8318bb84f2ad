import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

// What test files get for '@jest/globals'. Modules that several files share import it once, so each name leads on to what
// the present file's tests are kept by.
let present = {};

const leadOn = (name) =>
  new Proxy(function lead() {}, {
    apply: (_target, _this, parameters) => present[name](...parameters),
    get: (_target, key) => present[name][key],
  });

export const describe = leadOn('describe');
export const it = leadOn('it');
export const test = leadOn('test');
export const expect = leadOn('expect');
export const beforeAll = leadOn('beforeAll');
export const beforeEach = leadOn('beforeEach');
export const afterEach = leadOn('afterEach');
export const afterAll = leadOn('afterAll');

const mocker = new ModuleMocker(globalThis);
let timers;

/** Modules are shared and cannot be replaced, so Jest's functions for that are not here. */
export const jest = {
  fn: (implementation) => mocker.fn(implementation),
  spyOn: (object, method, access) => mocker.spyOn(object, method, access),
  replaceProperty: (object, key, value) => mocker.replaceProperty(object, key, value),
  clearAllMocks: () => mocker.clearAllMocks(),
  resetAllMocks: () => mocker.resetAllMocks(),
  restoreAllMocks: () => mocker.restoreAllMocks(),
  useFakeTimers: (settings) => timers.useFakeTimers(settings),
  useRealTimers: () => timers.useRealTimers(),
  setSystemTime: (now) => timers.setSystemTime(now),
  advanceTimersByTime: (ms) => timers.advanceTimersByTime(ms),
  advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
  runAllTimers: () => timers.runAllTimers(),
};

/** Makes these names mean a new file's. `end` gives back what the file replaced. */
export function beginFile(config) {
  timers = new ModernFakeTimers({ config, global: globalThis });
  return {
    jest,
    use(globals) {
      present = globals;
    },
    end() {
      timers.dispose();
      mocker.restoreAllMocks();
    },
  };
}
