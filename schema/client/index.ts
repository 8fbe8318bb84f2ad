/** The typed client of MPP Digital: documents, results and variables of every operation, words of enums, error codes. */
export { documentIds } from './generated/documentIds.ts';
export { enumWords, type Word } from './generated/enumWords.ts';
export { type ErrorCode, errorCodes } from './generated/errorCodes.ts';
export * from './generated/operations.ts';
