import type { z } from 'zod';

/** A setting is missing or wrong: the process must not start. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/**
 * Reads one environment variable. This is the only place of the project that looks at the environment.
 *
 * @param name the variable, for example `PORT`
 * @param type what a right value looks like, its default included; an empty variable counts as absent
 * @throws SettingError naming the variable and what is wrong with it, never its value (it may be a secret)
 */
export function setting<Type extends z.ZodType>(name: string, type: Type): z.output<Type> {
  const written = process.env[name];
  const parsed = type.safeParse(written === '' ? undefined : written);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => issue.message).join('; ');
  throw new SettingError(`The setting ${name} is ${written === undefined ? 'missing' : 'not right'}: ${reasons}.`);
}

/** An agency's folder name as the prefix of its own settings: `civil-records` -> `CIVIL_RECORDS`. */
export function settingPrefix(agency: string): string {
  return agency.toUpperCase().replaceAll('-', '_');
}

/** Gives this process a setting that a library reads from the environment by itself, whatever was written there. */
export function fixSetting(name: string, value: string): void {
  process.env[name] = value;
}

/** The environment for a process that this one starts: its own, with some settings given. */
export function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}
