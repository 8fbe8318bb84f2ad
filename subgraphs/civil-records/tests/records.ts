import { verificationCode } from '#kit/documents/verificationCode.ts';
import type {
  BirthRecordRecord,
  Certificate,
  DivorceRecordRecord,
  MarriageRecordRecord,
  MoveRecordRecord,
} from '../model.ts';

/** A birth for a test, in a regency where nobody of it is known. */
export function aBirth(regionCode: string, serial: number): BirthRecordRecord {
  const number = `CONTOH-TEST-LH-${regionCode}-${serial}`;
  return {
    _id: number,
    kind: 'BIRTH',
    eventDate: '2026-01-05',
    reportedOn: '2026-01-20',
    regionCode,
    partyIds: [`ctz-test-child-${serial}`],
    certificate: certificate(number, '2026-01-21'),
    applicationId: null,
    childId: `ctz-test-child-${serial}`,
    motherId: null,
    fatherId: null,
    placeType: 'HOSPITAL',
    birthType: 'SINGLE',
    order: 1,
    helper: 'DOCTOR',
    weightGrams: 3_200,
    lengthCm: 49.5,
  };
}

/** A marriage whose certificate was withdrawn, and the divorce that ended it. */
export function anEndedMarriage(regionCode: string): {
  marriage: MarriageRecordRecord & { certificate: Certificate };
  divorce: DivorceRecordRecord;
} {
  const partyIds = ['ctz-former-husband', 'ctz-former-wife'];
  const marriageNumber = `CONTOH-TEST-KW-${regionCode}`;
  const divorceNumber = `CONTOH-TEST-CR-${regionCode}`;
  return {
    marriage: {
      _id: marriageNumber,
      kind: 'MARRIAGE',
      eventDate: '2019-03-02',
      reportedOn: '2019-03-12',
      regionCode,
      partyIds,
      certificate: { ...certificate(marriageNumber, '2019-03-13'), withdrawnOn: '2026-05-02' },
      applicationId: null,
      spouseIds: partyIds,
      registrar: 'CIVIL_REGISTRY',
    },
    divorce: {
      _id: divorceNumber,
      kind: 'DIVORCE',
      eventDate: '2026-04-20',
      reportedOn: '2026-05-02',
      regionCode,
      partyIds,
      certificate: certificate(divorceNumber, '2026-05-03'),
      applicationId: null,
      marriageNumber,
      courtDecisionNumber: 'CONTOH/9001/Pdt.G/2026',
    },
  };
}

function certificate(number: string, issuedOn: string): Certificate {
  return { issuedOn, verificationCode: verificationCode(number), documentId: null, withdrawnOn: null };
}

/** From Magelang to Batam. */
export const aMove: MoveRecordRecord = {
  _id: 'SKPWNI/CONTOH/3371/0001',
  kind: 'MOVE',
  eventDate: '2026-11-02',
  reportedOn: '2026-11-02',
  regionCode: '33.71',
  partyIds: ['ctz-somebody'],
  certificate: null,
  applicationId: null,
  moverIds: ['ctz-somebody'],
  originVillageCode: '33.71.01.1003',
  destinationVillageCode: '21.71.07.1001',
  reason: 'WORK',
  who: 'HEAD_AND_ALL',
};
