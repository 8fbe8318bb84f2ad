import { privateKeyFrom, publicKeyFrom } from '#kit/signature.ts';
import { startMock } from '../mock/startMock.ts';
import type { SandboxKeys } from './sandboxKeys.ts';
import type { SupervisedProcess } from './supervise.ts';

/**
 * Runs the gateway in this process, before the agencies that run and before stand-ins for all others.
 *
 * @param urls where the agencies answer that run
 */
export async function mockTheOthers(
  port: number,
  keys: SandboxKeys,
  urls: ReadonlyMap<string, string>,
): Promise<SupervisedProcess> {
  const pair = { privateKey: privateKeyFrom(keys.gatewayPrivateKey), publicKey: publicKeyFrom(keys.gatewayPublicKey) };
  const mock = await startMock({ port, seed: '1', issuer: keys.issuer, real: { urls, keys: pair } });
  return { name: 'gateway', stop: () => mock.stop() };
}
