import type { QueryResolvers } from '../generated/resolvers.ts';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import { satisfactionOf, twoDecimals } from '../rules/satisfaction.ts';
import { publishedGroups } from '../rules/smallCells.ts';
import { monthsOf, tallyOf } from '../rules/statistics.ts';

type Statistics = Required<Pick<QueryResolvers, 'satisfactionIndex' | 'applicationStats' | 'slaPerformance'>>;

/** The root fields for analysts: the database counts, a rule reckons, and nothing that is too small is shown. */
export const statistics: Statistics = {
  async satisfactionIndex(_root, { by, period, region }, { loaders, now }) {
    const totals = await loaders.surveyTotals(by, monthsOf(period, now), region ?? null);
    return publishedGroups(totals).map(({ group, cells, partial }) => {
      if (cells.length === 0) return { group, suppressed: true, partial, elements: [] };
      const respondents = sumOf(cells, 'respondents');
      const scores = Object.fromEntries(surveyElements.map((element) => [element, sumOf(cells, element)]));
      const { elements, index, grade } = satisfactionOf(scores as SurveyScores, respondents);
      return { group, suppressed: false, partial, respondents, elements: [...elements], index, grade };
    });
  },

  async applicationStats(_root, { by, period, region }, { loaders, now }) {
    const counts = await loaders.applicationCounts(by, monthsOf(period, now), region ?? null);
    return publishedGroups(counts).map(({ group, cells, partial }) => {
      if (cells.length === 0) return { group, suppressed: true, partial };
      return { group, suppressed: false, partial, ...tallyOf(cells.flatMap((cell) => cell.counts)) };
    });
  },

  async slaPerformance(_root, { by, period, region }, { loaders, now }) {
    const sums = await loaders.closings(by, monthsOf(period, now), region ?? null);
    return publishedGroups(sums).map(({ group, cells, partial }) => {
      if (cells.length === 0) return { group, suppressed: true, partial };
      const [closed, pausedHours] = [sumOf(cells, 'closed'), sumOf(cells, 'pausedHours')];
      const hours = sumOf(cells, 'workingHours') + pausedHours;
      return {
        group,
        suppressed: false,
        partial,
        closed,
        onTimeRate: twoDecimals(sumOf(cells, 'onTime') / closed),
        autoApproved: sumOf(cells, 'autoApproved'),
        pausedShare: hours === 0 ? 0 : twoDecimals(pausedHours / hours),
      };
    });
  },
};

function sumOf<Name extends string>(cells: readonly { readonly [Key in Name]: number }[], name: Name): number {
  return cells.reduce((sum, cell) => sum + cell[name], 0);
}
