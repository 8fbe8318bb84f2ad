// Made by `npm run client`; not to be changed by hand.

/** The closed list of codes: what each means, and what a client does. */
export const errorCodes = {
  "ALIAS_LIMIT": {
    "means": "an operation has more than 15 aliases, those of its fragments included; 2 when it asks for the schema",
    "clientDoes": "ask with fewer"
  },
  "AUDIT_UNAVAILABLE": {
    "means": "somebody else's data was asked for and the access log could not take a note of it, so that nothing is shown",
    "clientDoes": "try again later"
  },
  "BAD_USER_INPUT": {
    "means": "an argument or variable cannot be right; `field` names it where it is known",
    "clientDoes": "show the message at the field"
  },
  "CONFLICT": {
    "means": "somebody else was first, or the record's state does not allow it any more",
    "clientDoes": "read again, then decide"
  },
  "COST_LIMIT": {
    "means": "the answer could hold more than 5,000 objects, by `@cost` and `@listSize`",
    "clientDoes": "ask for shorter pages, or for less of each item"
  },
  "DEPTH_LIMIT": {
    "means": "fields lie more than 12 levels deep (15 for the schema), brackets of the text more than 50, or variables more than 20",
    "clientDoes": "ask in two steps"
  },
  "DIRECTIVE_LIMIT": {
    "means": "an operation has more than 50 directives",
    "clientDoes": "leave out some"
  },
  "EXPANSION_LIMIT": {
    "means": "an operation has more than 1,000 selections with every fragment written out, or agencies could answer it in more than 100 ways; `value` is null when a fragment spreads itself",
    "clientDoes": "spread fewer fragments, or ask in two steps"
  },
  "FORBIDDEN": {
    "means": "the caller is known, and an agency says that they may not do this",
    "clientDoes": "do not offer it"
  },
  "GRAPHQL_PARSE_FAILED": {
    "means": "the operation is not GraphQL",
    "clientDoes": "mend the operation"
  },
  "GRAPHQL_VALIDATION_FAILED": {
    "means": "the operation does not fit the schema; no suggestions are given",
    "clientDoes": "mend the operation"
  },
  "INTERNAL_SERVER_ERROR": {
    "means": "something failed on our side; details are in the log only",
    "clientDoes": "try again later, report it"
  },
  "METHOD_NOT_ALLOWED": {
    "means": "operations are sent by POST (HTTP 405)",
    "clientDoes": "use POST"
  },
  "NOT_FOUND": {
    "means": "there is nothing at this address, or nothing the caller may know of",
    "clientDoes": "check the address"
  },
  "OPERATION_LIMIT": {
    "means": "a document holds more than 5 operations",
    "clientDoes": "send them one by one"
  },
  "PURPOSE_MISSING": {
    "means": "somebody at work asked for another person's data without saying what for (`x-purpose`), or an officer without saying for which application or file (`x-case`); nothing is shown, and the try is noted",
    "clientDoes": "ask for purpose and case, send again"
  },
  "OVERLOADED": {
    "means": "more people ask than can be answered in time (HTTP 503); what changes something is refused last",
    "clientDoes": "try again after `retryAfter` seconds"
  },
  "RATE_LIMIT": {
    "means": "the caller asked, or looked something up, too often (HTTP 429); `limit` is how often a caller may, per minute or, for a look-up, per hour",
    "clientDoes": "try again after `retryAfter` seconds"
  },
  "REQUEST_TOO_LARGE": {
    "means": "the body is over 64 kB, or a document over 5 MB or longer than it was registered (HTTP 413)",
    "clientDoes": "send less"
  },
  "ROOT_FIELD_LIMIT": {
    "means": "an operation has more than 10 fields at its root",
    "clientDoes": "send several operations"
  },
  "SUBGRAPH_INVALID_RESPONSE": {
    "means": "an agency's answer could not be used: not GraphQL, or over 5 MB",
    "clientDoes": "show what there is, try again"
  },
  "SUBGRAPH_TIMEOUT": {
    "means": "an agency did not answer in time",
    "clientDoes": "show what there is, try again"
  },
  "SUBGRAPH_UNAVAILABLE": {
    "means": "an agency does not answer at all, or cannot reach its database; of a change it is then not known whether it took effect",
    "clientDoes": "show what there is, try again; send a change again with the same `idempotencyKey`"
  },
  "TOKEN_LIMIT": {
    "means": "a document has more than 2,000 words and marks, comments counted",
    "clientDoes": "send less"
  },
  "UNAUTHENTICATED": {
    "means": "the token is not good (HTTP 401), or an agency finds nobody signed in",
    "clientDoes": "sign in"
  },
  "UNAUTHORIZED_FIELD_OR_TYPE": {
    "means": "an access rule of the schema withholds what stands, or would stand, at `path`; the agencies were not asked for it. `reason` says whether signing in may help",
    "clientDoes": "`UNAUTHENTICATED`: sign in; `FORBIDDEN`: do not offer it"
  },
  "UNKNOWN_DOCUMENT": {
    "means": "in production a client sends the id of a document of `schema/operations`, and no text of its own",
    "clientDoes": "send the id"
  },
  "UNSUPPORTED_MEDIA_TYPE": {
    "means": "the body is not `application/json`, or is compressed (HTTP 415)",
    "clientDoes": "send JSON"
  }
} as const;

export type ErrorCode = keyof typeof errorCodes;
