import { Fragment } from 'react';
import { type AgencyCall, milliseconds, type Plan, stepTime } from './explanation.ts';

/** Which agency answers which fields, step by step, and how long it took. */
export function PlanTable({ plan }: { plan: Plan }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Answers</th>
          <th scope="col" className="number">
            Time
          </th>
        </tr>
      </thead>
      {numbered(plan.steps).map(([step, number]) => (
        <tbody key={number}>
          <tr className="step">
            <th scope="rowgroup" colSpan={2}>
              Step {number}
              {step.calls.length > 1 && <small> {step.calls.length} calls at once</small>}
            </th>
            <td className="number">{milliseconds(stepTime(step))}</td>
          </tr>
          {numbered(step.calls).map(([call, position]) => (
            <CallRow key={position} call={call} />
          ))}
        </tbody>
      ))}
    </table>
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
      <td className="number">{milliseconds(call.ms)}</td>
    </tr>
  );
}

/** A plan never changes its order, so a position is a good key. */
function numbered<Item>(items: readonly Item[]): [Item, number][] {
  return items.map((item, index) => [item, index + 1]);
}
