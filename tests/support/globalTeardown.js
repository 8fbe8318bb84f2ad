/** Ends the database of the test run. (Jest loads this file as it is.) */
export default async function globalTeardown() {
  const child = globalThis.testSandbox;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  await ended;
}
