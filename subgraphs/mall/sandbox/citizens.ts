import { daysAfter, daysBefore } from '#kit/sandbox/calendar.ts';
import type { CitizenSlug } from '#kit/sandbox/cast.ts';
import { ageOn, type SyntheticHousehold, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { load, loadSealed, type SeedRequest } from '#kit/sandbox/seed.ts';
import { sealedConsent } from '../model/citizens.ts';
import type { AccessLogEntryRecord, ConsentRecord, DelegationRecord, MallModels } from '../model.ts';
import { digestOfWords } from '../rules/consents.ts';

/** Writes consents, delegations and the access log: for all the cast, and for some of everybody else. */
export async function seedCitizens(models: MallModels, { vault, households, now }: SeedRequest): Promise<void> {
  await loadSealed(models.Consent, consentsOf(households, now), vault.of(sealedConsent).seal);
  await load(models.Delegation, delegationsOf(households, now));
  await load(models.AccessLogEntry, accessLogOf(households, now));
}

function* consentsOf(households: readonly SyntheticHousehold[], now: Date): Generator<ConsentRecord> {
  for (const person of adults(households, now)) {
    const random = new Random(`consents of ${person.id}`);
    if (person.persona === null && !random.chance(0.05)) continue;
    const grantedAt = daysBefore(now, random.whole(10, 300));
    const revoked = person.persona === null && random.chance(0.2);
    yield {
      _id: opaqueId('cns', person.id, 1),
      citizenId: person.id,
      recipientCode: 'DPMPTSP',
      purpose: 'Pemeriksaan status wajib pajak untuk perizinan',
      fields: ['Taxpayer.clearance'],
      legalBasis: 'CONSENT',
      textSha256: digestOfWords('Saya setuju status pajak saya diperiksa untuk perizinan.'),
      channel: 'ONLINE',
      grantedAt,
      expiresAt: daysAfter(grantedAt, 365),
      revokedAt: revoked ? daysAfter(grantedAt, 5) : null,
    };
  }
}

/** A parent acts for the children of the household until they are 18; the mother of the cast does so for both of hers. */
function* delegationsOf(households: readonly SyntheticHousehold[], now: Date): Generator<DelegationRecord> {
  for (const { members } of households) {
    const parent =
      members.find(({ persona }) => persona !== null) ?? members.find(({ relationship }) => relationship === 'HEAD');
    if (!parent || parent.deceased) continue;
    for (const child of members) {
      if (child.relationship !== 'CHILD' || ageOn(child.birthDate, now) >= 18) continue;
      if (parent.persona === null && !new Random(`delegation ${child.id}`).chance(0.1)) continue;
      yield {
        _id: opaqueId('dlg', parent.id, child.id),
        principalId: child.id,
        actorId: parent.id,
        people: [child.id, parent.id],
        kind: 'PARENT',
        serviceCodes: null,
        validUntil: `${Number(child.birthDate.slice(0, 4)) + 18}${child.birthDate.slice(4).replace('02-29', '02-28')}`,
        grantedAt: daysBefore(now, 200),
      };
    }
  }
}

function* accessLogOf(households: readonly SyntheticHousehold[], now: Date): Generator<AccessLogEntryRecord> {
  for (const person of adults(households, now)) {
    if (person.persona !== null) yield* entriesOfCast(person, person.persona, now);
    else if (new Random(`access log ${person.id}`).chance(0.05)) yield ordinaryEntry(person, now, 0);
  }
}

function* entriesOfCast(person: SyntheticPerson, persona: CitizenSlug, now: Date): Generator<AccessLogEntryRecord> {
  yield ordinaryEntry(person, now, 0);
  yield ordinaryEntry(person, now, 1);
  if (persona !== 'food-seller') return;
  // An officer who read too much: the same record nine times within an hour at night, with a purpose that says nothing.
  for (let count = 0; count < 9; count++) {
    yield {
      _id: opaqueId('acc', person.id, 'curious', count),
      citizenId: person.id,
      at: new Date(daysBefore(now, 12).setUTCHours(15, count * 6, 0, 0)),
      agencyCode: 'DJP',
      holderCode: null,
      actorRole: 'officer',
      fields: ['Taxpayer.npwp', 'Taxpayer.returns', 'Citizen.businesses'],
      purpose: 'cek data',
      legalBasis: 'PUBLIC_TASK',
      applicationId: null,
    };
  }
}

function ordinaryEntry(person: SyntheticPerson, now: Date, index: number): AccessLogEntryRecord {
  const random = new Random(`access log ${person.id} ${index}`);
  return {
    _id: opaqueId('acc', person.id, index),
    citizenId: person.id,
    at: daysBefore(now, random.whole(1, 200) + random.next()),
    agencyCode: random.pick(['DUKCAPIL', 'DPMPTSP', 'DJP']),
    holderCode: 'DUKCAPIL',
    actorRole: 'officer',
    fields: ['Citizen.fullName', 'Citizen.address'],
    purpose: 'Pemeriksaan berkas permohonan',
    legalBasis: 'PUBLIC_TASK',
    applicationId: null,
  };
}

/** Those of the population who deal with agencies themselves. */
function* adults(households: readonly SyntheticHousehold[], now: Date): Generator<SyntheticPerson> {
  for (const { members } of households) {
    for (const person of members) {
      if (!person.deceased && ageOn(person.birthDate, now) >= 17) yield person;
    }
  }
}
