import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAnnouncement } from '../announcedForm.ts';
import { type ApplicationAnnouncement, actionKinds, applicationChannels } from '../announcement.ts';
import { applicationStatuses, slaEffects, stepActors } from '../lifecycle.ts';
import { trackingNumber } from '../trackingNumber.ts';

const text = fc.string({ maxLength: 200, unit: 'binary' });
const at = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') });
const day = at.map((date) => date.toISOString().slice(0, 10));
/** A record in which each of the optional parts may be left out. */
const record = <Whole extends object>(
  whole: { [Key in keyof Whole]-?: fc.Arbitrary<NonNullable<Whole[Key]>> },
  mayBeLeftOut: readonly (keyof Whole & string)[],
): fc.Arbitrary<Whole> =>
  fc.record(whole as never, {
    requiredKeys: Object.keys(whole).filter((key) => !mayBeLeftOut.includes(key as never)) as never,
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<Whole>;

const step = record(
  {
    sequence: fc.constant(0),
    at,
    from: fc.option(fc.constantFrom(...applicationStatuses)) as never,
    to: fc.constantFrom(...applicationStatuses),
    actor: fc.constantFrom(...stepActors),
    note: text,
    slaEffect: fc.constantFrom(...slaEffects),
  },
  ['note'],
);

const announcement: fc.Arbitrary<ApplicationAnnouncement> = record<ApplicationAnnouncement>(
  {
    id: fc.tuple(fc.constantFrom('35.10', '33.08', '21.71'), day, text).map(([region, on, seed]) => {
      return trackingNumber(region, on, seed);
    }),
    typeName: text,
    agency: text,
    serviceCode: text,
    serviceName: text,
    applicantId: text,
    submittedById: text,
    channel: fc.constantFrom(...applicationChannels),
    regionCode: fc.constantFrom('35.10', '33.08', '21.71'),
    steps: fc
      .array(step, { minLength: 1, maxLength: 12 })
      .map((steps) => steps.map((one, index) => ({ ...one, sequence: index + 1 }))) as never,
    pendingAction: record(
      {
        kind: fc.constantFrom(...actionKinds),
        title: text,
        deadline: at,
        requirementCodes: fc.array(text, { maxLength: 5 }),
      },
      ['deadline'],
    ),
    billingCode: text,
    documents: fc.array(
      record(
        {
          documentId: text,
          kind: text,
          requirementCode: text,
          mediaType: text,
          sizeBytes: fc.integer({ min: 1, max: 5_000_000 }),
          sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
        },
        ['requirementCode'],
      ),
      { maxLength: 3 },
    ) as never,
    outcome: record({ documentId: text, kind: text, title: text, issuedOn: day, verificationCode: text }, []) as never,
  },
  ['serviceName', 'pendingAction', 'billingCode', 'documents', 'outcome'],
);

const overTheWire = (told: unknown) => JSON.parse(JSON.stringify(told)) as Record<string, unknown>;

/** Every object in a value, itself included, by its path. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) => objectsIn(part, [...path, key]));
  return Array.isArray(value) ? below : [path, ...below];
}

function withExtra(value: unknown, [key, ...rest]: readonly string[], extra: object): unknown {
  if (key === undefined) return { ...(value as object), ...extra };
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withExtra(copy[key], rest, extra);
  return copy;
}

describe('the form of an announcement', () => {
  it('gives back over the wire what any agency may say, with its times as times', () => {
    fc.assert(
      fc.property(announcement, (told) => {
        expect(readAnnouncement(overTheWire(told))).toEqual(told);
      }),
      { numRuns: 200 },
    );
  });

  it('lets nothing in that it does not know, wherever it stands, and repeats no value in its refusal', () => {
    const extra = { holder: 'a-secret-value' };
    fc.assert(
      fc.property(announcement, fc.nat(), (told, pick) => {
        const sent = overTheWire(told);
        const places = objectsIn(sent);
        const place = places[pick % places.length] ?? [];
        let refusal: unknown;
        try {
          readAnnouncement(withExtra(sent, place, extra));
        } catch (error) {
          refusal = error;
        }
        expect(refusal).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
        expect(String(refusal)).not.toContain('a-secret-value');
      }),
      { numRuns: 200 },
    );
  });

  it('needs every part that it does not say may be left out', () => {
    const needed = ['id', 'typeName', 'agency', 'serviceCode', 'applicantId', 'submittedById', 'channel', 'regionCode'];
    fc.assert(
      fc.property(announcement, fc.constantFrom(...needed, 'steps'), (told, part) => {
        const { [part]: _left, ...rest } = overTheWire(told);
        expect(() => readAnnouncement(rest)).toThrow(`(${part}`);
      }),
    );
  });

  it('never fails in another way than by a refusal, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (told) => {
        expect(() => readAnnouncement(told)).toThrow('This is no announcement of an application');
      }),
    );
  });

  it.each<[string, (told: ApplicationAnnouncement) => object]>([
    ['a gap in its steps', ({ steps }) => ({ steps: steps.map((one) => ({ ...one, sequence: one.sequence + 1 })) })],
    ['no step', () => ({ steps: [] })],
    ['a number with a wrong check character', () => ({ id: 'MPP-3510-261101-ABCDEF-0' })],
    ['a region that is no regency', () => ({ regionCode: '35' })],
  ])('refuses %s', (_what, change) => {
    fc.assert(
      fc.property(announcement, (told) => {
        expect(() => readAnnouncement(overTheWire({ ...told, ...change(told) }))).toThrow('This is no announcement');
      }),
      { numRuns: 20 },
    );
  });
});
