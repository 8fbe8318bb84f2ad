import { describe, expect, it } from '@jest/globals';
import { badInput, conflict, unauthenticated } from '../errors.ts';
import { orUserErrors } from '../userErrors.ts';

const refusing = (error: Error) => orUserErrors({ thing: null }, () => Promise.reject(error));

describe('the payload of a mutation', () => {
  it('has no errors when the use case went through', async () => {
    expect(await orUserErrors({ thing: '' }, async () => ({ thing: 'made' }))).toEqual({ thing: 'made', errors: [] });
  });

  it('says what is wrong, and where', async () => {
    expect(await refusing(badInput('Too long.', 'input.fields.1'))).toEqual({
      thing: null,
      errors: [{ code: 'BAD_USER_INPUT', message: 'Too long.', path: ['input', 'fields', '1'] }],
    });
    expect((await refusing(conflict('Too late.'))).errors).toEqual([
      { code: 'CONFLICT', message: 'Too late.', path: null },
    ]);
  });

  it('shows no personal number', async () => {
    const { errors } = await refusing(badInput('3510012508900001 is wrong.'));
    expect(errors[0]?.message).toBe('[number hidden] is wrong.');
  });

  it('lets through what nobody could expect, and that nobody is signed in', async () => {
    await expect(refusing(new Error('the disk is full'))).rejects.toThrow('the disk is full');
    await expect(refusing(unauthenticated())).rejects.toThrow('Please sign in first.');
  });
});
