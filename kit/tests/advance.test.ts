import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advance, announced, type LifecycleStep, type ServiceTerms } from '../application/advance.ts';
import { endStatuses, type LifecycleEvent, lifecycle, mayHappen } from '../application/lifecycle.ts';

const events = Object.keys(lifecycle) as LifecycleEvent[];
const usual: ServiceTerms = {
  clockStart: 'DOCUMENTS_COMPLETE',
  restartsAfterCorrection: false,
  silentApproval: false,
};
const start = Date.parse('2026-11-02T02:00:00Z');

describe('an application on its way', () => {
  it('goes back to the check that returned it', () => {
    const atDocuments = way(['SUBMIT', 'TAKE_UP', 'RETURN_FOR_CORRECTION', 'RESUBMIT']);
    expect(atDocuments.at(-1)?.to).toBe('DOCUMENT_CHECK');
    const atVerification = way(['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS', 'RETURN_FOR_CORRECTION', 'RESUBMIT']);
    expect(atVerification.at(-1)?.to).toBe('VERIFICATION');
  });

  it('pauses nothing when it is returned before its clock has started', () => {
    const steps = way(['SUBMIT', 'TAKE_UP', 'RETURN_FOR_CORRECTION', 'RESUBMIT']);
    expect(steps.map(({ slaEffect }) => slaEffect)).toEqual(['NONE', 'NONE', 'NONE', 'NONE']);
  });

  it('starts its clock anew after a correction where the standard says so', () => {
    const corrected: LifecycleEvent[] = ['SUBMIT', 'TAKE_UP', 'RETURN_FOR_CORRECTION', 'RESUBMIT'];
    const terms = { ...usual, clockStart: 'SUBMITTED' as const };
    expect(way(corrected, terms).at(-1)?.slaEffect).toBe('RESUME');
    expect(way(corrected, { ...terms, restartsAfterCorrection: true }).at(-1)?.slaEffect).toBe('RESTART');
  });

  it('is not approved by who verified it', () => {
    const verified = way(['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS', 'RECOMMEND']);
    const approve = (by: string) => advance(verified, { event: 'APPROVE', at: new Date(start), by }, usual);
    expect(() => approve('VERIFIER')).toThrow(coded('FORBIDDEN'));
    expect(approve('the one who signs').to).toBe('APPROVED');
  });

  it('is not returned without a word, nor without what has to be mended', () => {
    const checked = way(['SUBMIT', 'TAKE_UP']);
    const at = new Date(start);
    const event = 'RETURN_FOR_CORRECTION';
    expect(() => advance(checked, { event, at, by: 'o', note: 'Blurred' }, usual)).toThrow(coded('BAD_USER_INPUT'));
    expect(() => advance(checked, { event, at, by: 'o', requirementCodes: ['KTP'] }, usual)).toThrow(
      coded('BAD_USER_INPUT'),
    );
  });

  it('is not rejected without a reason', () => {
    const happening = { event: 'REJECT', at: new Date(start), by: 'o', note: '  ' } as const;
    expect(() => advance(way(['SUBMIT']), happening, usual)).toThrow(coded('BAD_USER_INPUT'));
  });

  it('is told in words and codes that the inbox takes', () => {
    const back = (note: string, requirementCodes: string[]) =>
      advance(
        way(['SUBMIT', 'TAKE_UP']),
        { event: 'RETURN_FOR_CORRECTION', at: new Date(start), by: 'o', note, requirementCodes },
        usual,
      );
    expect(back('x'.repeat(1_000), ['KTP']).to).toBe('RETURNED');
    expect(() => back('x'.repeat(1_001), ['KTP'])).toThrow(coded('BAD_USER_INPUT'));
    expect(() => back('Blurred', ['x'.repeat(65)])).toThrow(coded('BAD_USER_INPUT'));
    expect(() =>
      back(
        'Blurred',
        Array.from({ length: 21 }, () => 'KTP'),
      ),
    ).toThrow(coded('BAD_USER_INPUT'));
  });

  it('is granted by silence only where the standard promises it', () => {
    const waiting: LifecycleEvent[] = ['SUBMIT', 'TAKE_UP', 'ACCEPT_DOCUMENTS', 'APPROVE_BY_SILENCE'];
    expect(() => way(waiting)).toThrow(coded('CONFLICT'));
    expect(way(waiting, { ...usual, silentApproval: true }).at(-1)?.to).toBe('AUTO_APPROVED');
  });

  it('tells others its steps, and not who took them', () => {
    for (const step of way(['SUBMIT', 'TAKE_UP']).map(announced)) {
      expect(Object.keys(step)).not.toEqual(expect.arrayContaining(['by']));
      expect(step).not.toHaveProperty('event');
    }
  });
});

describe('whatever happens to an application', () => {
  const happenings = fc.array(
    fc.record({
      choice: fc.nat(),
      by: fc.constantFrom('one', 'two', 'three'),
      hours: fc.integer({ min: -5, max: 50 }),
    }),
    { minLength: 5, maxLength: 40 },
  );
  const anyTerms = fc.record({
    clockStart: fc.constantFrom('SUBMITTED' as const, 'DOCUMENTS_COMPLETE' as const, 'PAID' as const),
    restartsAfterCorrection: fc.boolean(),
    silentApproval: fc.boolean(),
  });

  it('keeps the laws of the lifecycle', () => {
    fc.assert(
      fc.property(happenings, anyTerms, (tried, terms) => {
        const course = whatWasAllowed(tried, terms);
        for (const [index, step] of course.entries()) {
          const before = course[index - 1];
          expect(step.sequence).toBe(index + 1);
          expect(step.from).toBe(before?.to ?? null);
          expect(mayHappen(step.event, step.from)).toBe(true);
          if (before) expect(step.at.getTime()).toBeGreaterThanOrEqual(before.at.getTime());
          if (step.from) expect(endStatuses).not.toContain(step.from);
        }
        const effects = course.map(({ slaEffect }) => slaEffect).filter((effect) => effect !== 'NONE');
        expect(effects.join(' ')).toMatch(/^(START( PAUSE| RESUME| RESTART)*)?( ?STOP)?$/);
        const approver = course.find(({ event }) => event === 'APPROVE')?.by;
        const checkers = course.filter(({ actor }) => actor === 'VERIFIER' || actor === 'OFFICER').map(({ by }) => by);
        if (approver) expect(checkers).not.toContain(approver);
      }),
    );
  });

  /** Tries what the state allows, and now and then what it does not. */
  function whatWasAllowed(
    tried: readonly { readonly choice: number; readonly by: string; readonly hours: number }[],
    terms: ServiceTerms,
  ): LifecycleStep[] {
    const course: LifecycleStep[] = [];
    for (const { choice, by, hours } of tried) {
      const last = course.at(-1);
      const fitting = events.filter((event) => mayHappen(event, last?.to ?? null));
      const choices = choice % 7 === 0 || fitting.length === 0 ? events : fitting;
      const event = choices[choice % choices.length] ?? 'SUBMIT';
      const at = new Date((last?.at.getTime() ?? start) + hours * 3_600_000);
      try {
        course.push(advance(course, { event, at, by, note: 'why', requirementCodes: ['KTP'] }, terms));
      } catch (error) {
        expect(error).toEqual(expect.objectContaining({ name: 'ServiceError' }));
      }
    }
    return course;
  }
});

function way(of: readonly LifecycleEvent[], terms = usual): LifecycleStep[] {
  const course: LifecycleStep[] = [];
  for (const [index, event] of of.entries()) {
    const at = new Date(start + index * 3_600_000);
    const by = lifecycle[event].actor;
    course.push(advance(course, { event, at, by, note: 'why', requirementCodes: ['KTP'] }, terms));
  }
  return course;
}

function coded(code: string) {
  return expect.objectContaining({ extensions: expect.objectContaining({ code }) });
}
