import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JourneyPlatform, newKey, type Payload, startJourneys } from '../support/journeys.ts';

let graph: JourneyPlatform;
beforeAll(async () => {
  graph = await startJourneys('tax_payment');
}, 120_000);
afterAll(() => graph.stop());

type Persona = Parameters<JourneyPlatform['change']>[0];

describe('a tax that is paid', () => {
  const codeOf = 'billingCode { billingCode status amount { amount } } errors { code path }';
  const order = { amount: '1250000', accountCode: '411125', depositTypeCode: '200' };
  const make = (input: object) =>
    graph.change('investor', 'createBillingCode', input, codeOf) as Promise<
      Payload & { billingCode: { billingCode: string; status: string } | null }
    >;
  const note = (as: Persona, input: object) =>
    graph.change(as, 'noteTaxPayment', input, 'stateReceipt paidAt errors { code path }');
  const statusOf = async (code: string) =>
    (
      await graph.get<{ billingCode: string; status: string }[]>(
        'investor',
        '{ me { taxpayer { billingCodes { billingCode status } } } }',
        'me.taxpayer.billingCodes',
      )
    ).find(({ billingCode }) => billingCode === code)?.status;

  it('has one code for fifty equal orders, and one receipt for notices of the bank', async () => {
    const wrong = { amount: '-1', accountCode: 'toString', depositTypeCode: '2' };
    const faulty = await make({ idempotencyKey: newKey(), ...wrong, validateOnly: true });
    expect(faulty.errors.map(({ path }) => path?.[1])).toEqual(['amount', 'accountCode', 'depositTypeCode']);
    const idempotencyKey = newKey();
    const made = await Promise.all(Array.from({ length: 50 }, () => make({ idempotencyKey, ...order })));
    expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(made[0]).toMatchObject({ billingCode: { status: 'UNPAID', amount: { amount: '1250000.00' } }, errors: [] });
    expect((await make({ idempotencyKey, ...order, amount: '1' })).errors).toMatchObject([{ code: 'CONFLICT' }]);
    const code = made[0]?.billingCode?.billingCode ?? '';

    const notice = { billingCode: code, amount: '1250000', bankReceipt: '000000012345' };
    await expect(note('investor', notice)).rejects.toThrow('UNAUTHORIZED_FIELD_OR_TYPE');
    expect((await note('service-bank', { ...notice, amount: '1' })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
    const unknown = { ...notice, billingCode: '820261124000000' };
    expect((await note('service-bank', unknown)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const noted = await Promise.all(Array.from({ length: 10 }, () => note('service-bank', notice)));
    expect(new Set(noted.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(noted[0]).toMatchObject({ stateReceipt: expect.stringMatching(/^[0-9A-Z]{16}$/), errors: [] });
    const second = await note('service-bank', { ...notice, bankReceipt: '000000099999' });
    expect(second).toMatchObject({ stateReceipt: null, errors: [{ code: 'CONFLICT' }] });
    expect(await statusOf(code)).toBe('PAID');
  }, 60_000);

  it('cannot be paid when its seven days are over, even where the clock is put back', async () => {
    const { billingCode } = await make({ idempotencyKey: newKey(), ...order });
    const code = billingCode?.billingCode ?? '';
    graph.moveClock(8);
    expect(await statusOf(code)).toBe('EXPIRED');
    // The scheduler looks ten times a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    graph.moveClock(-8);
    expect(await statusOf(code)).toBe('EXPIRED');
    const notice = { billingCode: code, amount: '1250000', bankReceipt: '000000012346' };
    expect((await note('service-bank', notice)).errors).toMatchObject([{ code: 'CONFLICT' }]);
  }, 30_000);
});
