import { Fragment } from 'react';
import {
  type AgencyCall,
  type CostLine,
  costLines,
  count,
  type Explanation,
  milliseconds,
  type PlanStep,
  stepCost,
  stepTime,
} from './explanation.ts';

/** Which agency answers which fields, step by step, at what cost, and how long it took. */
export function PlanTable({ plan, cost }: Explanation) {
  const lines = costLines({ plan, cost });
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Answers</th>
          <th scope="col" className="number">
            Cost
          </th>
          <th scope="col" className="number">
            Time
          </th>
        </tr>
      </thead>
      {numbered(plan?.steps ?? []).map(([step, number]) => (
        <StepRows key={number} step={step} number={number} />
      ))}
      {lines.length > 0 && (
        <tfoot>
          {lines.map((line) => (
            <CostRow key={line.words} line={line} />
          ))}
        </tfoot>
      )}
    </table>
  );
}

function StepRows({ step, number }: { step: PlanStep; number: number }) {
  return (
    <tbody>
      <tr className="step">
        <th scope="rowgroup" colSpan={2}>
          Step {number}
          {step.calls.length > 1 && <small> {step.calls.length} calls at once</small>}
        </th>
        <td className="number">{costText(stepCost(step))}</td>
        <td className="number">{milliseconds(stepTime(step))}</td>
      </tr>
      {numbered(step.calls).map(([call, position]) => (
        <CallRow key={position} call={call} />
      ))}
    </tbody>
  );
}

function CallRow({ call }: { call: AgencyCall }) {
  return (
    <tr>
      <th scope="row">{call.agency}</th>
      <td>
        {call.path && <code>{call.path}</code>}
        {call.fields.map((field) => (
          <Fragment key={field}>
            {' '}
            <span className="field">{field}</span>
          </Fragment>
        ))}
        {call.error && <strong role="note">{call.error}</strong>}
      </td>
      <td className="number">
        {call.besides ? <small>+{count(call.besides)} </small> : null}
        {costText(call.cost)}
      </td>
      <td className="number">{milliseconds(call.ms)}</td>
    </tr>
  );
}

function CostRow({ line: { words, value, isPartOfCost } }: { line: CostLine }) {
  return (
    <tr className={isPartOfCost ? undefined : 'beside'}>
      <th scope="row" colSpan={2}>
        {words}
      </th>
      <td className="number">{isPartOfCost ? count(value) : `+${count(value)}`}</td>
      <td />
    </tr>
  );
}

function costText(cost: number | null): string {
  return cost === null ? '–' : count(cost);
}

/** A plan never changes its order, so a position is a good key. */
function numbered<Item>(items: readonly Item[]): [Item, number][] {
  return items.map((item, index) => [item, index + 1]);
}
