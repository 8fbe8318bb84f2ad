import type { QueryResolvers } from '../generated/resolvers.ts';
import { satisfactionOf, twoDecimals } from '../rules/satisfaction.ts';
import { isTooSmall, spanOf, tallyByGroup } from '../rules/statistics.ts';

type Statistics = Required<Pick<QueryResolvers, 'satisfactionIndex' | 'applicationStats' | 'slaPerformance'>>;

/** The root fields for analysts: the database counts, a rule reckons, and no group that is too small is shown. */
export const statistics: Statistics = {
  async satisfactionIndex(_root, { by, period, region }, { loaders }) {
    const totals = await loaders.surveyTotals(by, spanOf(period), region ?? null);
    return totals.map(({ _id: group, respondents, ...scores }) => {
      if (isTooSmall(respondents)) return { group, suppressed: true, elements: [] };
      const { elements, index, grade } = satisfactionOf(scores, respondents);
      return { group, suppressed: false, respondents, elements: [...elements], index, grade };
    });
  },

  async applicationStats(_root, { by, period, region }, { loaders }) {
    const counts = await loaders.applicationCounts(by, spanOf(period), region ?? null);
    return tallyByGroup(counts).map((tally) =>
      isTooSmall(tally.submitted) ? { group: tally.group, suppressed: true } : { ...tally, suppressed: false },
    );
  },

  async slaPerformance(_root, { by, period, region }, { loaders }) {
    const sums = await loaders.closings(by, spanOf(period), region ?? null);
    return sums.map(({ _id: group, closed, onTime, autoApproved, workingHours, pausedHours }) => {
      if (isTooSmall(closed)) return { group, suppressed: true };
      const hours = workingHours + pausedHours;
      return {
        group,
        suppressed: false,
        closed,
        onTimeRate: twoDecimals(onTime / closed),
        autoApproved,
        pausedShare: hours === 0 ? 0 : twoDecimals(pausedHours / hours),
      };
    });
  },
};
