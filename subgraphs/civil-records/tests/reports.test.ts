import { describe, expect, it } from '@jest/globals';
import { Faults, ManyFaults } from '#kit/userErrors.ts';
import type { CivilRecordRecord, DeathRecordRecord } from '../model.ts';
import { type BirthFacts, stateBirth } from '../rules/birthReport.ts';
import { stateDeath } from '../rules/deathReport.ts';
import { checkEvidence } from '../rules/evidence.ts';
import { type MoveFacts, stateMove } from '../rules/moveReport.ts';
import { bundleOf } from '../rules/products.ts';
import { relativesOf } from '../rules/relatives.ts';
import { haveCommonMark, marksOf } from '../rules/sameEvent.ts';
import type { Reporter } from '../rules/stated.ts';
import { aBirth, anEndedMarriage } from './records.ts';

const { marriage, divorce } = anEndedMarriage('35.10');
const [husband, wife] = ['ctz-former-husband', 'ctz-former-wife'];
const child = 'ctz-test-child-1';
const birth = { ...aBirth('35.10', 1), motherId: wife, fatherId: husband, partyIds: [child, wife, husband] };
const today = '2026-11-24';

/** Runs a rule as the husband, and gives what it states and the fields that it finds fault with. */
function by<Result>(records: readonly CivilRecordRecord[], rule: (reporter: Reporter) => Result) {
  const faults = new Faults();
  const stated = rule({ citizenId: husband, records, today, faults, path: 'input' });
  return { stated, fields: fieldsOf(faults) };
}

function fieldsOf(faults: Faults): unknown[] {
  try {
    faults.assertNone();
    return [];
  } catch (error) {
    return error instanceof ManyFaults ? error.faults.map(({ extensions }) => extensions['field']) : [error];
  }
}

describe('a family, as records say', () => {
  it('is husband and wife while they are married', () => {
    expect([...relativesOf(husband, [marriage]).partners]).toEqual([wife]);
  });

  it('ends with a divorce, unless there is a child', () => {
    expect([...relativesOf(husband, [marriage, divorce]).all]).toEqual([]);
    expect([...relativesOf(husband, [marriage, divorce, birth]).partners]).toEqual([wife]);
  });

  it('is parents and children, and for the child no partner', () => {
    expect([...relativesOf(husband, [birth]).all].sort()).toEqual([wife, child].sort());
    expect([...relativesOf(child, [birth]).partners]).toEqual([]);
    expect([...relativesOf(child, [birth]).all].sort()).toEqual([husband, wife]);
  });

  it('is nobody of a record that somebody else is a party of', () => {
    expect([...relativesOf('ctz-nobody', [birth, marriage]).all]).toEqual([]);
  });
});

describe('the report of a birth', () => {
  const facts: BirthFacts = {
    childName: '  Cut   Nyak Umpama ',
    sex: 'FEMALE',
    birthDate: '2026-09-24',
    birthPlace: 'Banda Aceh',
    placeType: 'HOME',
    birthType: 'SINGLE',
    order: 1,
    helper: 'TRADITIONAL',
    reportedBy: 'FATHER',
    otherParentId: wife,
    motherName: "Wulan d'Umpama",
  };

  it('puts the one who reports and the other parent in their places', () => {
    const { stated, fields } = by([marriage], (reporter) => stateBirth(facts, null, reporter));
    expect(fields).toEqual([]);
    expect(stated.report).toMatchObject({
      childName: 'Cut Nyak Umpama',
      motherId: wife,
      fatherId: husband,
      fatherName: null,
      alsoIssue: ['FAMILY_CARD', 'CHILD_CARD', 'IDENTITY_NUMBER'],
    });
    const mother = by([marriage], (reporter) => stateBirth({ ...facts, reportedBy: 'MOTHER' }, [], reporter));
    expect(mother.stated.report).toMatchObject({ motherId: husband, fatherId: wife, alsoIssue: [] });
  });

  it.each([
    ['a day that has not come', { birthDate: '2026-11-25' }, 'input.birthDate'],
    ['digits in a name', { childName: 'Umpama 2' }, 'input.childName'],
    ['a name of blanks', { motherName: '   ' }, 'input.motherName'],
    ['a name that is too long', { fatherName: 'a'.repeat(101) }, 'input.fatherName'],
    ['no place', { birthPlace: '' }, 'input.birthPlace'],
    ['a weight of a tonne', { weightGrams: 1_000_000 }, 'input.weightGrams'],
    ['a length of a hand', { lengthCm: 9.9 }, 'input.lengthCm'],
    ['no place among the children', { order: 0 }, 'input.order'],
    ['a stranger as the other parent', { otherParentId: 'ctz-stranger' }, 'input.otherParentId'],
  ])('is refused for %s', (_what, wrong, field) => {
    const { fields } = by([marriage], (reporter) => stateBirth({ ...facts, ...wrong }, null, reporter));
    expect(fields).toEqual([field]);
  });

  it('is refused for whom a divorce made a stranger', () => {
    const { fields } = by([marriage, divorce], (reporter) => stateBirth(facts, null, reporter));
    expect(fields).toEqual(['input.otherParentId']);
  });
});

describe('the report of a death', () => {
  const facts = { deceasedId: wife, deceasedName: 'Wulan', deathDate: today, deathPlace: 'Tuban' };

  it('names the family that the register knows', () => {
    const { stated, fields } = by([marriage, birth], (reporter) => stateDeath(facts, reporter));
    expect(fields).toEqual([]);
    expect(stated).toMatchObject({ subjectId: wife, report: { familyIds: [husband, child], cause: null } });
  });

  it('is refused for a stranger, and for oneself', () => {
    for (const deceasedId of ['ctz-stranger', husband]) {
      const { fields } = by([marriage, birth], (reporter) => stateDeath({ ...facts, deceasedId }, reporter));
      expect(fields).toEqual(['input.deceasedId']);
    }
  });
});

describe('the request to move', () => {
  const facts: MoveFacts = {
    moverIds: [husband, wife, child],
    originVillageCode: '33.71.01.1003',
    destinationVillageCode: '21.71.07.1001',
    destinationStreet: 'Jalan Contoh 1',
    reason: 'WORK',
    who: 'HEAD_AND_ALL',
  };
  const fieldsWith = (wrong: Partial<MoveFacts>, records: readonly CivilRecordRecord[] = [marriage, birth]) =>
    by(records, (reporter) => stateMove({ ...facts, ...wrong }, reporter)).fields;

  it('is for the citizen and those that the register knows as theirs', () => {
    expect(fieldsWith({})).toEqual([]);
    expect(fieldsWith({ moverIds: [husband, 'ctz-stranger'] })).toEqual(['input.moverIds.1']);
    expect(fieldsWith({}, [])).toEqual(['input.moverIds.1', 'input.moverIds.2']);
  });

  it('takes nobody along who has died', () => {
    const { childId: _childId, kind: _kind, ...event } = birth;
    const death: DeathRecordRecord = { ...event, kind: 'DEATH', deceasedId: wife, cause: null };
    expect(fieldsWith({}, [marriage, birth, death])).toEqual(['input.moverIds.1']);
  });

  it.each([
    ['nobody', { moverIds: [] }, ['input.moverIds', 'input.who']],
    ['the head alone as three', { who: 'HEAD_ONLY' as const }, ['input.who']],
    ['some of a family of one', { moverIds: [husband], who: 'HEAD_AND_SOME' as const }, ['input.who']],
    ['a regency as a village', { originVillageCode: '33.71' }, ['input.originVillageCode']],
    ['no street', { destinationStreet: ' ' }, ['input.destinationStreet']],
  ])('is refused for %s', (_what, wrong, fields) => {
    expect(fieldsWith(wrong)).toEqual(fields);
  });
});

describe('what is handed in', () => {
  const fieldsOfEvidence = (kind: 'BIRTH' | 'DEATH' | 'MOVE', codes: readonly (string | null)[]) => {
    const faults = new Faults();
    const documents = codes.map((requirementCode) => ({ requirementCode, state: 'UPLOADED' as const }));
    checkEvidence(kind, documents, { faults, path: 'input.documentIds' });
    return fieldsOf(faults);
  };

  it.each([
    ['BIRTH', ['BIRTH-LETTER'], true],
    ['BIRTH', ['KK', 'F-2.03'], true],
    ['BIRTH', ['DEATH-LETTER', null], false],
    ['DEATH', ['DEATH-LETTER'], true],
    ['DEATH', [], false],
    ['MOVE', [], true],
  ] as const)('with a %s, %j, is enough: %s', (kind, codes, enough) => {
    expect(fieldsOfEvidence(kind, codes)).toEqual(enough ? [] : ['input.documentIds']);
  });

  it('was sent, and is the own', () => {
    const faults = new Faults();
    const letter = { requirementCode: 'BIRTH-LETTER', state: 'REGISTERED' as const };
    checkEvidence('BIRTH', [letter, null], { faults, path: 'input.documentIds' });
    expect(fieldsOf(faults)).toEqual(['input.documentIds.0', 'input.documentIds.1']);
  });
});

describe('one event', () => {
  it('is recognised by either parent, its day and the place among the children', () => {
    const marks = marksOf(birth);
    expect(haveCommonMark(marks, marksOf({ ...birth, motherId: null }))).toBe(true);
    expect(haveCommonMark(marks, marksOf({ ...birth, order: 2 }))).toBe(false);
    expect(haveCommonMark(marks, marksOf({ ...birth, eventDate: '2026-01-06' }))).toBe(false);
    expect(haveCommonMark(marks, marksOf({ ...birth, motherId: null, fatherId: 'ctz-other' }))).toBe(false);
  });
});

describe('the products of an event', () => {
  const outcome = {
    documentId: 'doc-1',
    kind: 'MOVE_LETTER',
    title: 'SKPWNI',
    issuedOn: today,
    verificationCode: 'CODE',
  };
  const states = (status: 'SUBMITTED' | 'ISSUED' | 'REJECTED') =>
    bundleOf({ kind: 'MOVE', report: null, status, outcome: status === 'ISSUED' ? outcome : null });

  it('wait for it to be registered, and are dropped when it is not', () => {
    expect(states('SUBMITTED').map(({ state }) => state)).toEqual(['WAITING', 'WAITING', 'WAITING']);
    expect(states('REJECTED').map(({ state }) => state)).toEqual(['DROPPED', 'DROPPED', 'DROPPED']);
  });

  it('are issued here, or can be asked for at the population office', () => {
    expect(states('ISSUED')).toEqual([
      { product: 'CERTIFICATE', state: 'ISSUED', serviceCode: null, documentId: 'doc-1' },
      { product: 'FAMILY_CARD', state: 'AVAILABLE', serviceCode: 'IDENTITY-FAMILY-CARD-CHANGE', documentId: null },
      { product: 'ID_CARD', state: 'AVAILABLE', serviceCode: 'IDENTITY-ID-CARD-REPLACEMENT', documentId: null },
    ]);
  });
});
