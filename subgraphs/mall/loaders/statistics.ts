import type { QueryFilter } from 'mongoose';
import type { LoaderRequest } from '#kit/subgraph.ts';
import type { StatGroup } from '../generated/resolvers.ts';
import { type SurveyScores, surveyElements } from '../model/surveys.ts';
import type { MallModels } from '../model.ts';
import type { Cell } from '../rules/smallCells.ts';
import type { ApplicationCount, Months } from '../rules/statistics.ts';

/**
 * Sums for statistics, counted by the database, cell by cell: which of them may be shown is the rule of `smallCells.ts`.
 * Who may read them is the schema's.
 */
export function statisticsLoaders({ models }: LoaderRequest<MallModels>) {
  const { Application, Survey } = models;

  return {
    /** The people of a survey are those who had not answered another one in the month; nobody knows who they are. */
    async surveyTotals(by: StatGroup, months: Months, region: string | null): Promise<SurveyCell[]> {
      const rows = await Survey.aggregate<Row<Omit<SurveyCell, keyof Cell> & { people: number }>>([
        { $match: { month: within(months), ...inRegion(region) } },
        {
          $group: {
            _id: cellOf(by, 'month'),
            people: { $sum: '$firstOfMonth' },
            respondents: { $sum: 1 },
            ...Object.fromEntries(surveyElements.map((element) => [element, { $sum: `$scores.${element}` }])),
          },
        },
      ]);
      return rows.map(asCell);
    },

    async applicationCounts(by: StatGroup, months: Months, region: string | null): Promise<ApplicationCell[]> {
      const match = { $match: { monthSubmitted: within(months), ...inRegion(region) } };
      const cell = cellOf(by, 'monthSubmitted');
      const [cells, rows] = await Promise.all([
        Application.aggregate<Row<{ people: number }>>([
          match,
          { $group: { _id: { ...cell, person: '$applicantId' } } },
          { $group: { _id: sameCell, people: { $sum: 1 } } },
        ]),
        Application.aggregate<Row<{ counts: ApplicationCell['counts'] }>>([
          match,
          {
            $group: { _id: { ...cell, status: '$status', workingHours: '$closing.workingHours' }, count: { $sum: 1 } },
          },
          {
            $group: {
              _id: sameCell,
              counts: { $push: { status: '$_id.status', workingHours: '$_id.workingHours', count: '$count' } },
            },
          },
        ]),
      ]);
      const countsOf = new Map(rows.map(({ _id, counts }) => [keyOf(_id), counts]));
      return cells.map((row) => ({
        ...asCell(row),
        // Where an application is not decided, `closing.workingHours` is missing.
        counts: (countsOf.get(keyOf(row._id)) ?? []).map((one) => ({ ...one, workingHours: one.workingHours ?? null })),
      }));
    },

    async closings(by: StatGroup, months: Months, region: string | null): Promise<ClosingCell[]> {
      const sums = ['onTime', 'autoApproved', 'workingHours', 'pausedHours'] as const;
      const rows = await Application.aggregate<Row<Omit<ClosingCell, keyof Cell> & { people: number }>>([
        { $match: { 'closing.month': within(months), ...inRegion(region) } },
        {
          $group: {
            _id: { ...cellOf(by, 'closing.month'), person: '$applicantId' },
            closed: { $sum: 1 },
            ...Object.fromEntries(sums.map((sum) => [sum, { $sum: `$closing.${sum}` }])),
          },
        },
        {
          $group: {
            _id: sameCell,
            people: { $sum: 1 },
            closed: { $sum: '$closed' },
            ...Object.fromEntries(sums.map((sum) => [sum, { $sum: `$${sum}` }])),
          },
        },
      ]);
      return rows.map(asCell);
    },
  };
}

export interface SurveyCell extends Cell, SurveyScores {
  readonly respondents: number;
}

export interface ApplicationCell extends Cell {
  readonly counts: readonly ApplicationCount[];
}

export interface ClosingCell extends Cell {
  readonly closed: number;
  readonly onTime: number;
  readonly autoApproved: number;
  readonly workingHours: number;
  readonly pausedHours: number;
}

type CellId = { readonly [Part in 'month' | 'region' | 'parent' | 'group']?: string | null };
type Row<Sums> = { readonly _id: CellId } & Sums;

function asCell<Sums extends { readonly people: number }>({ _id, ...sums }: Row<Sums>) {
  const { month, region, parent, group } = _id;
  return { ...sums, month: month ?? '', region: region ?? '', parent: parent ?? '', group: group ?? '' };
}

function keyOf({ month, region, parent, group }: CellId): string {
  return JSON.stringify([month, region, parent, group]);
}

function cellOf(by: StatGroup, month: string) {
  return { month: `$${month}`, region: '$regionCode', parent: parentField(by), group: groupField(by, month) };
}

/** In a second stage: the cell without what the first stage told apart beside it. */
const sameCell = { month: '$_id.month', region: '$_id.region', parent: '$_id.parent', group: '$_id.group' };

function parentField(by: StatGroup): string | null {
  return by === 'SERVICE' ? '$agencyCode' : null;
}

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

function within({ from, to }: Months) {
  return { $gte: from, $lte: to };
}

function inRegion(region: string | null): QueryFilter<{ regions: readonly string[] }> {
  return region === null ? {} : { regions: region };
}
