import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';
import type { QueryLimits } from './limits.ts';
import { tooMuch } from './refuse.ts';

/** Brackets inside one another: twice the deepest operation and more, and far less than what a stack holds. */
export const deepestNesting = 50;

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads a document's tokens once, before anything is built of them. Comments count: the parser's own limit leaves them
 * out, so that a text of nothing else passes it.
 *
 * A text that is no GraphQL is left to the parser, which can say what is wrong with it.
 *
 * @throws TOKEN_LIMIT, DEPTH_LIMIT
 */
export function scanText(text: string, { tokens: limit }: Pick<QueryLimits, 'tokens'>): void {
  let tokens = 0;
  let nesting = 0;
  for (const { kind, line, column } of tokensOf(text)) {
    const where = `line ${line}, column ${column}`;
    tokens += 1;
    if (tokens > limit) throw tooMuch({ code: 'TOKEN_LIMIT', what: 'tokens', limit, value: tokens, where });
    if (opening.has(kind)) nesting += 1;
    if (closing.has(kind)) nesting -= 1;
    if (nesting > deepestNesting) {
      const what = 'brackets inside one another';
      throw tooMuch({ code: 'DEPTH_LIMIT', what, limit: deepestNesting, value: nesting, where });
    }
  }
}

function* tokensOf(text: string): Generator<Token> {
  const lexer = new Lexer(new Source(text));
  try {
    for (let last: Token = lexer.token; last.kind !== TokenKind.EOF; last = lexer.token) {
      lexer.advance();
      // The lexer steps over comments, and leaves them in the chain between two tokens.
      for (let token = last.next; token; token = token.next) {
        if (token.kind !== TokenKind.EOF) yield token;
      }
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}
