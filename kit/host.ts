import { z } from 'zod';
import { SettingError, setting } from './setting.ts';

/** The addresses that only this machine reaches. */
const thisMachine = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/**
 * Reads `HOST`: the address that a server listens at; this machine only, when nothing is set.
 *
 * @throws SettingError where others can reach it and `NODE_ENV` does not say whether this is production: what is left
 *   out by mistake must not open a server that is set up for development
 */
export function listeningHost(): string {
  const host = setting('HOST', z.string().default('127.0.0.1'));
  if (!thisMachine.test(host) && setting('NODE_ENV', z.string().optional()) === undefined) {
    throw new SettingError(
      'NODE_ENV is missing: say "production", or "development" for a sandbox, before HOST lets others in.',
    );
  }
  return host;
}
