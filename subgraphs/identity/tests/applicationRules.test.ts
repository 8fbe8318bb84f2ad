import { describe, expect, it } from '@jest/globals';
import { takeSteps } from '#kit/application/steps.ts';
import { course } from '#kit/sandbox/journey.ts';
import { Random } from '#kit/sandbox/random.ts';
import { seededFile } from '#kit/sandbox/seededFile.ts';
import { Faults, ManyFaults } from '#kit/userErrors.ts';
import type { IdentityApplicationRecord } from '../model.ts';
import type { IdentityServiceKind } from '../officialCodes.ts';
import { ageOn } from '../rules/age.ts';
import { applicationRules } from '../rules/applicationRules.ts';
import { certificateText } from '../rules/certificateText.ts';
import { checkDocument } from '../rules/documentCheck.ts';
import { effectsOf } from '../rules/effects.ts';
import { hindrance } from '../rules/entitlement.ts';
import { checkEvidence, type SentDocument } from '../rules/evidence.ts';
import { requestedChanges } from '../rules/requestedChanges.ts';
import { services } from '../rules/services.ts';
import { anEntry } from './anEntry.ts';

const today = '2026-11-24';
const now = new Date('2026-11-24T03:00:00Z');

/** The faults that a check finds, as `path: words`. */
function faultsOf(check: (faults: Faults) => void): string[] {
  const faults = new Faults();
  check(faults);
  try {
    faults.assertNone();
    return [];
  } catch (error) {
    if (!(error instanceof ManyFaults)) throw error;
    return error.faults.map(({ message, extensions }) => `${extensions['field']}: ${message}`);
  }
}

const askedOf = (kind: IdentityServiceKind, changes: readonly { field: string; after: string }[]) =>
  faultsOf((faults) => void requestedChanges(kind, changes, anEntry(), { today, faults, path: 'changes' }));

describe('what may be changed in the register', () => {
  it('is written down beside what the register holds, without the spaces around it', () => {
    const faults = new Faults();
    const asked = [
      { field: 'fullName', after: '  Sari Contohwati Dewi ' },
      { field: 'occupation', after: '74' },
    ];
    expect(requestedChanges('DATA_CHANGE', asked, anEntry(), { today, faults, path: 'changes' })).toEqual([
      { field: 'fullName', before: 'Sari Contohwati', after: 'Sari Contohwati Dewi' },
      { field: 'occupation', before: '84', after: '74' },
    ]);
    expect(() => faults.assertNone()).not.toThrow();
  });

  it('is told all at once where it cannot be, without repeating what was typed', () => {
    const found = askedOf('DATA_CHANGE', [
      { field: 'fullName', after: 'S4ri' },
      { field: 'birthDate', after: '2026-11-25' },
      { field: 'education', after: 'Sarjana' },
      { field: 'nik', after: '3510016508909002' },
      { field: 'religion', after: 'ISLAM' },
    ]);
    expect(found.map((fault) => fault.split(':')[0])).toEqual([
      'changes.0.after',
      'changes.1.after',
      'changes.2.after',
      'changes.3.field',
      'changes.4.after',
    ]);
    expect(found.join()).not.toMatch(/S4ri|2026-11-25|Sarjana|3510/);
  });

  it.each(['constructor', 'toString', '__proto__', 'address', 'nik', 'settled'])('is not %s', (field) => {
    expect(askedOf('DATA_CHANGE', [{ field, after: 'x' }])).toEqual([expect.stringMatching(/^changes\.0\.field/)]);
  });

  it('is each fact once', () => {
    const twice = [
      { field: 'education', after: 'MASTER' },
      { field: 'education', after: 'DOCTORATE' },
    ];
    expect(askedOf('DATA_CHANGE', twice)).toHaveLength(2);
  });

  it('is something for a change of data, and nothing for a card', () => {
    expect(askedOf('DATA_CHANGE', [])).toEqual(['changes: Say what is to be changed.']);
    expect(askedOf('ID_CARD_REPLACEMENT', [{ field: 'education', after: 'MASTER' }])).toHaveLength(1);
    expect(askedOf('FAMILY_CARD_CHANGE', [{ field: 'maritalStatus', after: 'WIDOWED' }])).toEqual([]);
  });
});

describe('who can have what', () => {
  const child = anEntry({ birthDate: '2019-05-17', maritalStatus: 'SINGLE', idCardStatus: 'NOT_REQUIRED' });

  it.each<[IdentityServiceKind, Omit<Parameters<typeof hindrance>[1], 'askedBefore'>, boolean]>([
    ['ID_CARD_REPLACEMENT', { subject: anEntry(), forThemselves: true, today }, true],
    ['ID_CARD_REPLACEMENT', { subject: anEntry({ idCardStatus: 'ENROLLED' }), forThemselves: true, today }, false],
    ['ID_CARD_NEW', { subject: anEntry(), forThemselves: true, today }, false],
    ['ID_CARD_NEW', { subject: anEntry({ idCardStatus: 'NOT_ENROLLED' }), forThemselves: true, today }, true],
    ['ID_CARD_NEW', { subject: child, forThemselves: true, today }, false],
    ['CHILD_CARD', { subject: child, forThemselves: false, today }, true],
    ['CHILD_CARD', { subject: child, forThemselves: true, today }, false],
    ['CHILD_CARD', { subject: anEntry({ birthDate: '2009-11-24' }), forThemselves: false, today }, false],
    ['DATA_CHANGE', { subject: child, forThemselves: false, today }, true],
    ['DATA_CHANGE', { subject: anEntry(), forThemselves: false, today }, false],
    ['FAMILY_CARD_CHANGE', { subject: child, forThemselves: false, today }, false],
    ['DIGITAL_ID_ACTIVATION', { subject: anEntry(), forThemselves: true, today }, false],
    [
      'DIGITAL_ID_ACTIVATION',
      { subject: anEntry({ digitalIdentityStatus: 'NOT_ACTIVATED' }), forThemselves: true, today },
      true,
    ],
    [
      'DIGITAL_ID_ACTIVATION',
      { subject: anEntry({ digitalIdentityStatus: 'BLOCKED' }), forThemselves: true, today },
      false,
    ],
    ['DATA_CHANGE', { subject: anEntry({ residencyStatus: 'DECEASED' }), forThemselves: true, today }, false],
  ])('%s, case %#', (kind, asking, can) => {
    expect(hindrance(kind, { ...asking, askedBefore: false }) === null).toBe(can);
  });

  it('is one card at a time, and as many changes of data as there are', () => {
    const asking = { subject: child, forThemselves: false, askedBefore: true, today };
    expect(hindrance('CHILD_CARD', asking)).toMatch(/already/);
    expect(hindrance('DATA_CHANGE', asking)).toBeNull();
  });

  it('goes by full years', () => {
    expect([ageOn('2009-11-24', today), ageOn('2009-11-25', today)]).toEqual([17, 16]);
  });
});

describe('what has to be handed in', () => {
  const sent: SentDocument = { kind: 'OTHER', requirementCode: null, state: 'UPLOADED' };
  const found = (kind: IdentityServiceKind, documents: (SentDocument | null)[], birthDate = '1990-08-25') =>
    faultsOf((faults) =>
      checkEvidence(kind, documents, anEntry({ birthDate }), { today, faults, path: 'documentIds' }),
    );

  it('is evidence for a change, and nothing for what the registers hold', () => {
    expect(found('DATA_CHANGE', [])).toHaveLength(1);
    expect(found('DATA_CHANGE', [sent])).toEqual([]);
    expect(found('DIGITAL_ID_ACTIVATION', [])).toEqual([]);
  });

  it('is a photograph for a child of five, and none for a smaller one', () => {
    expect(found('CHILD_CARD', [sent], '2021-11-24')).toHaveLength(1);
    expect(found('CHILD_CARD', [{ ...sent, kind: 'PHOTO' }], '2021-11-24')).toEqual([]);
    expect(found('CHILD_CARD', [], '2021-11-25')).toEqual([]);
  });

  it('was sent before, each document that is named', () => {
    expect(found('DATA_CHANGE', [sent, null, { ...sent, state: 'REGISTERED' }])).toEqual([
      expect.stringMatching(/^documentIds\.1/),
      expect.stringMatching(/^documentIds\.2/),
    ]);
  });
});

describe('an application that goes its way', () => {
  const filed = (kind: IdentityServiceKind, events: Parameters<typeof course>[0]['events']) => {
    const startedAt = new Date('2026-11-23T02:00:00Z');
    const steps = course({ events, startedAt, now, clockStart: 'DOCUMENTS_COMPLETE', random: new Random('a file') });
    const file = {
      _id: 'MPP-3510-261123-000000-0',
      applicantId: 'ctz-sari',
      serviceCode: services[kind].code,
      channel: 'ONLINE' as const,
      regionCode: '35.10',
      steps,
      pendingAction: null,
      outcome: null,
    };
    const changes = kind === 'DATA_CHANGE' ? [{ field: 'occupation', before: '84', after: '74' }] : [];
    return {
      ...seededFile(file),
      kind,
      subjectId: 'ctz-sari',
      changes,
      verificationCode: 'CODE',
    } satisfies IdentityApplicationRecord;
  };
  const approve = ['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS', 'RECOMMEND'] as const;
  const issued = (kind: IdentityServiceKind) =>
    takeSteps(
      filed(kind, approve),
      [
        { event: 'APPROVE', at: now, by: 'sig-1' },
        { event: 'ISSUE', at: now, by: null },
      ],
      applicationRules,
    );

  it('is proved by a paper once it is issued, with no number in full', () => {
    expect(certificateText(filed('DATA_CHANGE', approve), anEntry(), String)).toBeNull();
    const text = certificateText(issued('DATA_CHANGE'), anEntry(), (code) => `https://example.test/${code}`);
    expect(text).toMatchObject({ verificationCode: 'CODE', verifyUrl: 'https://example.test/CODE', issuedAt: now });
    expect(JSON.stringify(text)).not.toContain(anEntry().nik);
    expect(checkDocument(filed('DATA_CHANGE', approve))).toEqual(checkDocument(null));
    expect(checkDocument(issued('DATA_CHANGE'))).toMatchObject({ valid: true, issuedOn: '2026-11-24' });
  });

  it('changes nothing in the register before it is issued', () => {
    expect(effectsOf(filed('DATA_CHANGE', approve))).toEqual([]);
  });

  it('ends in a document that waits at the counter, and changes what was asked for', () => {
    const file = issued('DATA_CHANGE');
    expect(file).toMatchObject({
      status: 'ISSUED',
      outcome: { kind: 'FAMILY_CARD', issuedOn: '2026-11-24', verificationCode: 'CODE' },
      pendingAction: { kind: 'COLLECT_AT_COUNTER' },
      dueAt: null,
    });
    expect(effectsOf(file)).toEqual([{ name: `${file._id} ISSUED`, at: now, facts: { occupationCode: '74' } }]);
  });

  it('prints a card first, and knows it in the hands of its holder when it was fetched', () => {
    const collected = takeSteps(issued('ID_CARD_NEW'), [{ event: 'COMPLETE', at: now, by: null }], applicationRules);
    expect(effectsOf(collected).map(({ facts }) => facts)).toEqual([
      { idCardStatus: 'PRINTED' },
      { idCardStatus: 'ISSUED' },
    ]);
    expect(collected.pendingAction).toBeNull();
  });

  it('does not unblock a digital identity that was blocked meanwhile', () => {
    expect(effectsOf(issued('DIGITAL_ID_ACTIVATION'))).toMatchObject([
      { facts: { digitalIdentityStatus: 'ACTIVE' }, onlyFrom: { digitalIdentityStatus: 'NOT_ACTIVATED' } },
    ]);
  });

  it('has to be corrected within the days of its standard', () => {
    const back = {
      event: 'RETURN_FOR_CORRECTION',
      at: now,
      by: 'off-1',
      note: 'Unreadable',
      requirementCodes: ['CHANGE-EVIDENCE'],
    } as const;
    const returned = takeSteps(filed('DATA_CHANGE', ['SUBMIT', 'TAKE_UP']), [back], applicationRules);
    const until = new Date('2026-12-08T03:00:00Z');
    expect(returned).toMatchObject({ pendingAction: { kind: 'CORRECT_DATA', deadline: until }, dueAt: until });
  });
});
