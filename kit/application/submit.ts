import { conflict } from '../errors.ts';
import { localDay } from '../localTime.ts';
import { isAlreadyThere } from '../mongo.ts';
import { type Principal, requireCitizen } from '../principal.ts';
import type { LoaderRequest } from '../subgraph.ts';
import type { Vault } from '../vault/vault.ts';
import type { Happening } from './advance.ts';
import type { ApplicationStore } from './applicationStore.ts';
import type { ApplicationFile } from './file.ts';
import { requestOf } from './request.ts';
import { type ApplicationRules, takeSteps } from './steps.ts';
import { trackingNumber } from './trackingNumber.ts';

/** What the kit makes of a new file by itself. */
type MadeByKit =
  | '_id'
  | 'submittedById'
  | 'channel'
  | 'steps'
  | 'status'
  | 'sequence'
  | 'pendingAction'
  | 'billingCode'
  | 'outcome'
  | 'dueAt'
  | 'request'
  | 'telling';

/** A new application, as its agency fills it: everything but its way. */
export type NewApplication<File extends ApplicationFile> = Omit<File, MadeByKit> & Partial<Pick<File, 'billingCode'>>;

/** How an agency's applications are kept, and by which rules. */
export interface ApplicationDesk<File extends ApplicationFile> {
  readonly store: ApplicationStore<File>;
  readonly rules: ApplicationRules<File>;
  readonly principal: Principal;
  readonly now: Date;
}

/** The desk of one request, for its loaders. */
export function deskOf<Models, File extends ApplicationFile>(
  { models, vault, principal, now, applicationsChanged }: LoaderRequest<Models>,
  rules: ApplicationRules<File>,
  store: (models: Models, vault: Vault, changed: () => void) => ApplicationStore<File>,
): ApplicationDesk<File> {
  return { store: store(models, vault, applicationsChanged ?? (() => {})), rules, principal, now };
}

export interface Submission<File extends ApplicationFile> {
  /** The name of the mutation: the same key for something else asks for something else. */
  readonly operation: string;
  /** Made by the client, so that a try whose answer was lost can be repeated. */
  readonly idempotencyKey: string;
  /** All that was sent, for telling a repetition from another application. */
  readonly input: unknown;
  /** Checks it all, and fills the file. @throws ManyFaults, or a ServiceError */
  readonly fill: () => Promise<NewApplication<File>>;
  /** What happens in the same breath as it is submitted, such as the issue of what nobody has to decide. */
  readonly andThen?: (file: File) => readonly Omit<Happening, 'at'>[];
  /** Hands its documents in, before it is kept. */
  readonly handIn?: (file: File) => Promise<void>;
  /** Only checks: nothing is kept. */
  readonly validateOnly?: boolean | null | undefined;
}

/**
 * Takes an application in: once, however often it is sent. The same key with the same input gives the application that
 * the first try made; with another input it is refused.
 *
 * @returns the application; null when it was only checked and nothing is wrong
 * @throws BAD_USER_INPUT for a key that is none, CONFLICT for a key used for something else, and what `fill` throws
 */
export async function submitApplication<File extends ApplicationFile>(
  desk: ApplicationDesk<File>,
  submission: Submission<File>,
): Promise<File | null> {
  const { store, now } = desk;
  const submittedById = requireCitizen(desk.principal).id;
  const request = requestOf({ ...submission, by: submittedById }, now);
  if (!submission.validateOnly) {
    const known = await store.byRequest(request.key, now);
    if (known) return sameRequest(store, known, request.digest);
  }
  const filled = await submission.fill().catch(async (error: unknown) => {
    // What it rests on may have changed by this very application: another try of it was quicker.
    const known = submission.validateOnly ? null : await store.byRequest(request.key, now);
    if (known) return known;
    throw error;
  });
  if ('request' in filled) return sameRequest(store, filled, request.digest);
  if (submission.validateOnly) return null;
  for (let attempt = 0; ; attempt += 1) {
    const _id = numberFor(filled.regionCode, now, request.key, attempt);
    const file = begin(desk, submission, filled, { _id, submittedById, request });
    await submission.handIn?.(file);
    try {
      const kept = await store.add(file);
      // Not by the number: another body under the same key has the same one.
      return kept === file ? kept : await sameRequest(store, kept, request.digest);
    } catch (error) {
      // Somebody else's application has the number by chance.
      if (!isAlreadyThere(error) || attempt === mostNumbers) throw error;
    }
  }
}

/** So many other numbers are tried for an application whose number is taken. */
const mostNumbers = 3;

/** Tries that run at the same time hand their documents in under one number. The day on it is that of the capital. */
function numberFor(regionCode: string, now: Date, key: string, attempt: number): string {
  return trackingNumber(regionCode, localDay(now, 'WIB'), attempt === 0 ? key : `${key} ${attempt}`);
}

/** The file with its first steps. */
function begin<File extends ApplicationFile>(
  { rules, now }: ApplicationDesk<File>,
  { andThen }: Submission<File>,
  filled: NewApplication<File>,
  made: Pick<ApplicationFile, '_id' | 'submittedById' | 'request'>,
): File {
  const empty = {
    channel: 'ONLINE',
    billingCode: null,
    ...filled,
    ...made,
    steps: [],
    status: 'DRAFT',
    sequence: 0,
    pendingAction: null,
    outcome: null,
    dueAt: null,
    telling: { after: null, tries: 0, parked: false },
    // Only the compiler cannot see that a generic file is now whole.
  } as ApplicationFile as File;
  const submitted = takeSteps(empty, [{ event: 'SUBMIT', at: now, by: made.submittedById }], rules);
  const follow = andThen?.(submitted) ?? [];
  if (follow.length === 0) return submitted;
  return takeSteps(
    submitted,
    follow.map((one) => ({ ...one, at: now })),
    rules,
  );
}

/** What the first try made, with all that rests on it in place. @throws CONFLICT when that was something else */
async function sameRequest<File extends ApplicationFile>(
  store: ApplicationStore<File>,
  known: File,
  digest: string,
): Promise<File> {
  if (known.request.digest !== digest) {
    throw conflict('This key was used for another application. Please take a new key for each.');
  }
  await store.settle(known);
  return known;
}
