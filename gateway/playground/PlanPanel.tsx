import { Fragment } from 'react';
import type { Explained } from './askGraph.ts';
import { type AgencyCall, type Plan, stepTime } from './plan.ts';

export function PlanPanel({ explained }: { explained: Explained | null }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long plan scrolls, and the keyboard must reach it.
    <section className="plan" aria-label="Plan" aria-live="polite" tabIndex={0}>
      {explained?.plan ? (
        <>
          <h2>
            {explained.operation} <small>{planSummary(explained.plan)}</small>
          </h2>
          <PlanTable plan={explained.plan} />
        </>
      ) : (
        <p>
          {explained ? 'The gateway sent no plan with this answer.' : 'Run the operation to see which agencies answer.'}
        </p>
      )}
    </section>
  );
}

function PlanTable({ plan }: { plan: Plan }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Answers</th>
          <th scope="col" className="time">
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
            <td className="time">{written(stepTime(step))}</td>
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
      <td className="time">{written(call.ms)}</td>
    </tr>
  );
}

function planSummary({ steps }: Plan): string {
  const calls = steps.reduce((sum, step) => sum + step.calls.length, 0);
  return `${calls} ${calls === 1 ? 'call' : 'calls'} in ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`;
}

function written(ms: number | null): string {
  return ms === null ? '–' : `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}

/** A plan never changes its order, so a position is a good key. */
function numbered<Item>(items: readonly Item[]): [Item, number][] {
  return items.map((item, index) => [item, index + 1]);
}
