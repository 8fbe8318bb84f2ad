/** The codes of MongoDB's error_codes.yml that this server answers, so that clients can recognise errors by code. */
const codeNames = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  15: 'Overflow',
  22: 'InvalidBSON',
  17: 'ProtocolError',
  20: 'IllegalOperation',
  21: 'EmptyArrayOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  31: 'CannotCreateIndex',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  55: 'InvalidDBRef',
  56: 'EmptyFieldName',
  57: 'DottedFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  68: 'IndexAlreadyExists',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  100: 'UnsatisfiableWriteConcern',
  115: 'CommandNotSupported',
  120: 'CannotBackfillArray',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  175: 'QueryPlanKilled',
  197: 'InvalidIndexSpecificationOption',
  225: 'TransactionTooOld',
  238: 'NotImplemented',
  263: 'OperationNotSupportedInTransaction',
  291: 'NoQueryExecutionPlans',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
} as const;

/** The name MongoDB gives to an error code; codes without a name of their own are called `Location<code>`. */
export const codeNameOf = (code: number): string =>
  (codeNames as Readonly<Record<number, string>>)[code] ?? `Location${code}`;

/** An error a client is told about, with MongoDB's code and, where MongoDB has them, more fields. */
export class MongoError extends Error {
  readonly code: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: number, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get codeName(): string {
    return codeNameOf(this.code);
  }
}

/** A feature MongoDB has and this server does not: the text names it, so that nobody mistakes it for a wrong query. */
export const notSupported = (feature: string, code = 115): MongoError =>
  new MongoError(code, `${feature} is not supported by the embedded database; use a real MongoDB (MONGODB_URI)`);

export const badValue = (message: string): MongoError => new MongoError(2, message);
export const typeMismatch = (message: string): MongoError => new MongoError(14, message);
export const failedToParse = (message: string): MongoError => new MongoError(9, message);
