import { localMonth } from '#kit/localTime.ts';
import { regionPath } from '#kit/regionCode.ts';
import { daysBefore } from '#kit/sandbox/calendar.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import { load, type SeedRequest } from '#kit/sandbox/seed.ts';
import { malls } from '../data/malls.ts';
import { pilots } from '../data/pilots.ts';
import { services } from '../data/services.ts';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import type { MallModels, SurveyRecord } from '../model.ts';

/** Answers at the counters of the pilots' malls, close enough in time that a month of them may be shown. */
const answersPerPilot = 60;
const withinDays = 90;

/** Writes answered surveys. They belong to nobody. */
export async function seedSurveys({ Survey }: MallModels, { now }: SeedRequest): Promise<void> {
  await load(Survey, counterSurveys(now));
}

function* counterSurveys(now: Date): Generator<SurveyRecord> {
  for (const { regionCode } of pilots) {
    const mallId = malls.find((mall) => mall.regionCode === regionCode)?.id ?? null;
    const random = new Random(`surveys in ${regionCode}`);
    for (let count = 0; count < answersPerPilot; count++) {
      const { code, agencyCode } = random.pick(services.slice(0, 20));
      const at = daysBefore(now, random.next() * withinDays);
      yield {
        _id: opaqueId('srv', regionCode, count),
        at,
        month: localMonth(at, 'WIB'),
        firstOfMonth: 1,
        regionCode,
        regions: regionPath(regionCode),
        mallId,
        agencyCode,
        serviceCode: code,
        channel: 'COUNTER',
        scores: someScores(random),
      };
    }
  }
}

/** Scores by chance: mostly content, sometimes not. */
export function someScores(random: Random): SurveyScores {
  const mood = random.pick([2, 3, 3, 3, 3.5]);
  const score = () => Math.max(1, Math.min(4, Math.round(mood + random.next() * 1.4 - 0.7)));
  return Object.fromEntries(surveyElements.map((element) => [element, score()])) as SurveyScores;
}
