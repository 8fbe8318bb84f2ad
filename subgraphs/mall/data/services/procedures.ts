import type { ProcedureStepFact } from '../types.ts';

/**
 * The ways an application takes, as a table of working hours: who acts in which state, and for how long.
 * The order of states is that of the lifecycle; the hours are samples that fit the published number of days.
 */
export const byTheSystem = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'SYSTEM', hours: 1 },
  { order: 3, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const atTheCounter = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 2 },
  { order: 3, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const paidAtTheCounter = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'AWAITING_PAYMENT', actor: 'APPLICANT', hours: null },
  { order: 3, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 2 },
  { order: 4, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const checkedInOneDay = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 1 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 2 },
  { order: 4, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 2 },
  { order: 5, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const checkedInThreeDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 3 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 8 },
  { order: 4, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 7 },
  { order: 5, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const checkedInFiveDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 7 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 14 },
  { order: 4, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 10 },
  { order: 5, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const checkedInSevenDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 7 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 21 },
  { order: 4, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 14 },
  { order: 5, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const checkedInFourteenDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 14 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 49 },
  { order: 4, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 21 },
  { order: 5, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const paidAndCheckedInOneDay = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'AWAITING_PAYMENT', actor: 'APPLICANT', hours: null },
  { order: 3, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 1 },
  { order: 4, state: 'VERIFICATION', actor: 'VERIFIER', hours: 2 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 2 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const paidAndCheckedInThreeDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'AWAITING_PAYMENT', actor: 'APPLICANT', hours: null },
  { order: 3, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 3 },
  { order: 4, state: 'VERIFICATION', actor: 'VERIFIER', hours: 8 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 7 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const paidAndCheckedInFiveDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'AWAITING_PAYMENT', actor: 'APPLICANT', hours: null },
  { order: 3, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 7 },
  { order: 4, state: 'VERIFICATION', actor: 'VERIFIER', hours: 14 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 10 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const paidAndCheckedInTenDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'AWAITING_PAYMENT', actor: 'APPLICANT', hours: null },
  { order: 3, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 7 },
  { order: 4, state: 'VERIFICATION', actor: 'VERIFIER', hours: 35 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 21 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const inspectedInFiveDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 3 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 7 },
  { order: 4, state: 'FIELD_INSPECTION', actor: 'INSPECTOR', hours: 14 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 7 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const inspectedInTenDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 7 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 14 },
  { order: 4, state: 'FIELD_INSPECTION', actor: 'INSPECTOR', hours: 28 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 14 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const inspectedInFourteenDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 7 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 28 },
  { order: 4, state: 'FIELD_INSPECTION', actor: 'INSPECTOR', hours: 42 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 14 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const inspectedInTwentyDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 14 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 42 },
  { order: 4, state: 'FIELD_INSPECTION', actor: 'INSPECTOR', hours: 56 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 21 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const inspectedInTwentyFiveDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 14 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 63 },
  { order: 4, state: 'FIELD_INSPECTION', actor: 'INSPECTOR', hours: 63 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 28 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];

export const inspectedInTwentyEightDays = [
  { order: 1, state: 'SUBMITTED', actor: 'APPLICANT', hours: null },
  { order: 2, state: 'DOCUMENT_CHECK', actor: 'OFFICER', hours: 14 },
  { order: 3, state: 'VERIFICATION', actor: 'VERIFIER', hours: 63 },
  { order: 4, state: 'FIELD_INSPECTION', actor: 'INSPECTOR', hours: 77 },
  { order: 5, state: 'AWAITING_APPROVAL', actor: 'APPROVER', hours: 28 },
  { order: 6, state: 'ISSUED', actor: 'SYSTEM', hours: 1 },
] as const satisfies readonly ProcedureStepFact[];
