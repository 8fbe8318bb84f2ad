import { describe, expect, it } from '@jest/globals';
import { type DirectiveNode, parse, visit } from 'graphql';
import { type AccessRule, allOf, isAsStrict, isMet, ruleOf } from '../schema/accessRule.ts';

describe('a rule', () => {
  const rule = (directives: string): AccessRule => {
    const found: DirectiveNode[] = [];
    visit(parse(`type Query { a: Int ${directives} }`), { Directive: (one) => void found.push(one) });
    return ruleOf(found);
  };
  const nothing = rule('');
  const signedIn = rule('@authenticated');
  const a = rule('@requiresScopes(scopes: [["a"]])');
  const b = rule('@requiresScopes(scopes: [["b"]])');
  const aAndB = rule('@requiresScopes(scopes: [["a", "b"]])');
  const aOrB = rule('@requiresScopes(scopes: [["a"], ["b"]])');

  it.each([
    ['itself', aOrB, aOrB],
    ['no rule', nothing, nothing],
    ['a rule for everybody', signedIn, nothing],
    ['signing in, when it asks for a scope', a, signedIn],
    ['one of its scopes', aAndB, a],
    ['a choice of which it asks for one', a, aOrB],
    ['two scopes, when it asks for each by a rule of its own', allOf([a, b]), aAndB],
  ])('is as strict as %s', (_what, one, other) => {
    expect(isAsStrict(one, other)).toBe(true);
  });

  it.each([
    ['signing in, when it is for everybody', nothing, signedIn],
    ['a scope, when signing in is enough for it', signedIn, a],
    ['two scopes, when it asks for one', a, aAndB],
    ['one scope, when another one will do', aOrB, a],
    ['two scopes, when one of them meets both its rules', allOf([a, aOrB]), aAndB],
  ])('is not as strict as %s', (_what, one, other) => {
    expect(isAsStrict(one, other)).toBe(false);
  });

  it('asks for every choice, and of a choice for one list as a whole', () => {
    const caller = (...granted: string[]) => ({ signedIn: true, granted: new Set(granted) });
    expect(isMet(aOrB, caller('b'))).toBe(true);
    expect(isMet(aAndB, caller('a'))).toBe(false);
    expect(isMet(allOf([a, aOrB]), caller('b'))).toBe(false);
    expect(isMet(signedIn, { signedIn: false, granted: new Set() })).toBe(false);
  });
});
