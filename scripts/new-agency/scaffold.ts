import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingPrefix } from '#kit/setting.ts';

const templateFolder = fileURLToPath(new URL('./template/', import.meta.url));
const ending = '.template';
/** Names that docker-compose.yml or the graph uses for something else. */
const taken = ['gateway', 'mongo', 'shared', 'application-types'];

/** The name cannot be that of a new agency. */
export class UnfitName extends Error {
  override readonly name = 'UnfitName';
}

/** What of the agency's name stands in code, schema and settings. */
interface Words {
  /** `public-works`: folder, database and service in containers. */
  readonly name: string;
  /** `PublicWorks`: the head of its types. */
  readonly Type: string;
  /** `RoadPermit`: what people apply for, the head of its application type; `PublicWorks` where nothing is said. */
  readonly Subject: string;
  /** `publicWorks`: the head of its functions. */
  readonly variable: string;
  /** `PUBLIC-WORKS`: the head of its service codes. */
  readonly SERVICE: string;
}

/**
 * Writes the folder of a new agency, complete and at work: its parts, an application type, a seed and tests.
 *
 * @param folder that holds the agencies
 * @param subject what people apply for, such as `RoadPermit`; the agency's own name when left out
 * @returns the files written, relative to the folder
 * @throws UnfitName for a name that is none or taken, and for a subject that is none
 */
export function scaffoldAgency(name: string, folder: string, subject?: string): readonly string[] {
  const words = wordsOf(name, subject);
  if (taken.includes(name) || existsSync(join(folder, name))) throw new UnfitName(`The name ${name} is taken.`);
  return templates().map((template) => {
    const file = join(name, filled(template.slice(0, -ending.length), words));
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), filled(readFileSync(join(templateFolder, template), 'utf8'), words));
    return file;
  });
}

/** The text of docker-compose.yml with the lines of a new agency: its service, and its address for the gateway. */
export function withService(compose: string, name: string): string {
  const prefix = settingPrefix(name);
  const address = `      ${prefix}_URL: http://${name}:4001/graphql\n`;
  const service = `  ${name}:
    <<: *agency
    command: [node, subgraphs/${name}/server.ts]
    environment:
      <<: *agency-environment
      ACCESS_LOG_KEY: \${${prefix}_ACCESS_LOG_KEY:?npm run -s keys > .env makes it}

`;
  const addresses = /((?: {6}[A-Z_]+_URL: http:\/\/[a-z-]+:4001\/graphql\n)+)/;
  const end = /^networks:\n/m;
  if (!addresses.test(compose) || !end.test(compose)) {
    throw new Error('docker-compose.yml has another form than expected: no addresses of agencies, or no networks.');
  }
  const sorted = (lines: string) => `${[...lines.trimEnd().split('\n'), address.trimEnd()].sort().join('\n')}\n`;
  return compose.replace(addresses, sorted).replace(end, () => `${service}networks:\n`);
}

function templates(): string[] {
  return readdirSync(templateFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(templateFolder.length))
    .sort();
}

function wordsOf(name: string, subject?: string): Words {
  if (!/^[a-z]{2,}(-[a-z]+)*$/.test(name)) {
    throw new UnfitName('The name of an agency is written in small letters and hyphens, such as public-works.');
  }
  if (subject !== undefined && (!/^([A-Z][a-z]+)+$/.test(subject) || subject.endsWith('Application'))) {
    throw new UnfitName(
      'What people apply for is written LikeThis, such as PracticePermit; Application follows by itself.',
    );
  }
  const Type = name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const variable = Type.charAt(0).toLowerCase() + Type.slice(1);
  return { name, Type, Subject: subject ?? Type, variable, SERVICE: name.toUpperCase() };
}

function filled(text: string, words: Words): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_placeholder, word: keyof Words) => words[word]);
}
