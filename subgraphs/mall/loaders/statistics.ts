import type { PipelineStage, QueryFilter } from 'mongoose';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { StatGroup } from '../generated/resolvers.ts';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import type { MallModels } from '../model.ts';
import type { ApplicationCount, Span } from '../rules/statistics.ts';

/** Sums for statistics, counted by the database. Who may read them is the schema's rule. */
export function statisticsLoaders({ models }: LoaderRequest<MallModels>) {
  const { Application, Survey } = models;

  return {
    surveyTotals: (by: StatGroup, span: Span, region: string | null) =>
      Survey.aggregate<{ _id: string; respondents: number } & SurveyScores>([
        { $match: { at: within(span), ...inRegion(region), ...grouped(by) } },
        {
          $group: {
            _id: groupField(by, 'month'),
            respondents: { $sum: 1 },
            ...Object.fromEntries(surveyElements.map((element) => [element, { $sum: `$scores.${element}` }])),
          },
        },
        byGroup,
      ]),

    async applicationCounts(by: StatGroup, span: Span, region: string | null): Promise<ApplicationCount[]> {
      type Row = { _id: Omit<ApplicationCount, 'count'>; count: number };
      const rows = await Application.aggregate<Row>([
        { $match: { submittedAt: within(span), ...inRegion(region), ...grouped(by) } },
        {
          $group: {
            _id: {
              group: groupField(by, 'monthSubmitted'),
              status: '$status',
              workingHours: '$closing.workingHours',
            },
            count: { $sum: 1 },
          },
        },
      ]);
      // Where an application is not decided, `closing.workingHours` is missing, and so it is from the group's id.
      return rows.map(({ _id, count }) => ({ ..._id, workingHours: _id.workingHours ?? null, count }));
    },

    closings: (by: StatGroup, span: Span, region: string | null) =>
      Application.aggregate<ClosingSums>([
        { $match: { 'closing.at': within(span), ...inRegion(region), ...grouped(by) } },
        {
          $group: {
            _id: groupField(by, 'closing.month'),
            closed: { $sum: 1 },
            onTime: { $sum: '$closing.onTime' },
            autoApproved: { $sum: '$closing.autoApproved' },
            workingHours: { $sum: '$closing.workingHours' },
            pausedHours: { $sum: '$closing.pausedHours' },
          },
        },
        byGroup,
      ]),
  };
}

export interface ClosingSums {
  readonly _id: string;
  readonly closed: number;
  readonly onTime: number;
  readonly autoApproved: number;
  readonly workingHours: number;
  readonly pausedHours: number;
}

const byGroup: PipelineStage.Sort = { $sort: { _id: 1 } };

function groupField(by: StatGroup, month: string): string {
  const fields: Record<StatGroup, string> = {
    REGION: '$regionCode',
    MALL: '$mallId',
    AGENCY: '$agencyCode',
    SERVICE: '$serviceCode',
    CHANNEL: '$channel',
    MONTH: `$${month}`,
  };
  return fields[by];
}

function within({ from, until }: Span) {
  return { $gte: from, $lt: until };
}

function inRegion(region: string | null): QueryFilter<{ regions: readonly string[] }> {
  return region === null ? {} : { regions: region };
}

/** What came in online belongs to no mall. */
function grouped(by: StatGroup): QueryFilter<{ mallId: string | null }> {
  return by === 'MALL' ? { mallId: { $gt: '' } } : {};
}
