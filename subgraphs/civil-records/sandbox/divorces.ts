import type { SyntheticPerson } from '#kit/sandbox/population.ts';
import { Random } from '#kit/sandbox/random.ts';
import type { DivorceRecordRecord, MarriageRecordRecord } from '../model.ts';
import { dayAfter } from '../rules/days.ts';
import type { Family } from './household.ts';
import { certificateOf, type SandboxRegistrar } from './registrar.ts';

/** Makes former couples of people who live alone, each with the next one of the other sex and about the same age. */
export class FormerCouples {
  private readonly waiting = new Map<SyntheticPerson['sex'], SyntheticPerson>();
  private readonly registrar: SandboxRegistrar;

  constructor(registrar: SandboxRegistrar) {
    this.registrar = registrar;
  }

  /** The marriage and the divorce of one who lives alone, when a former husband or wife is found; else nothing. */
  recordsOf(
    { adults, household, regionCode }: Family,
    today: string,
  ): [] | [MarriageRecordRecord, DivorceRecordRecord] {
    const [single] = adults;
    if (!single || single.persona || household.members.length > 1) return [];
    const former = this.waiting.get(single.sex === 'MALE' ? 'FEMALE' : 'MALE');
    if (!former || yearsApart(single, former) > 10 || !couldHaveDivorced(single, former, today)) {
      this.waiting.set(single.sex, single);
      return [];
    }
    this.waiting.delete(former.sex);
    return this.endedMarriage([single, former], regionCode, today);
  }

  private endedMarriage(
    couple: readonly [SyntheticPerson, SyntheticPerson],
    regionCode: string,
    today: string,
  ): [MarriageRecordRecord, DivorceRecordRecord] {
    const random = new Random(`divorce ${couple[0].id}`);
    const partyIds = couple.map(({ id }) => id);
    const eventDate = dayAfter(today, -random.whole(100, 900));
    const reportedOn = dayAfter(eventDate, random.whole(5, 75));
    const wedding = dayAfter(eventDate, -random.whole(700, 1_800));
    const marriageNumber = this.registrar.nextNumber('MARRIAGE', regionCode, dayAfter(wedding, 9));
    const divorceNumber = this.registrar.nextNumber('DIVORCE', regionCode, reportedOn);
    return [
      {
        _id: marriageNumber,
        kind: 'MARRIAGE',
        eventDate: wedding,
        reportedOn: dayAfter(wedding, 9),
        regionCode,
        partyIds,
        certificate: { ...certificateOf(marriageNumber, dayAfter(wedding, 10)), withdrawnOn: reportedOn },
        applicationId: null,
        spouseIds: partyIds,
        registrar: 'CIVIL_REGISTRY',
      },
      {
        _id: divorceNumber,
        kind: 'DIVORCE',
        eventDate,
        reportedOn,
        regionCode,
        partyIds,
        certificate: certificateOf(divorceNumber, dayAfter(reportedOn, 1)),
        applicationId: null,
        marriageNumber,
        courtDecisionNumber: `CONTOH/${random.whole(9_000, 9_999)}/Pdt.G/${eventDate.slice(0, 4)}`,
      },
    ];
  }
}

function yearsApart(one: SyntheticPerson, other: SyntheticPerson): number {
  return Math.abs(Number(one.birthDate.slice(0, 4)) - Number(other.birthDate.slice(0, 4)));
}

/** Both must have come of age before the longest marriage that the sandbox makes up. */
function couldHaveDivorced(one: SyntheticPerson, other: SyntheticPerson, today: string): boolean {
  const latestBirth = dayAfter(today, -(19 * 365 + 2_700));
  return one.birthDate < latestBirth && other.birthDate < latestBirth;
}
