import { useState } from 'react';
import type { Answered } from './askGraph.ts';
import { csvOf, type FoundList, listsIn } from './csv.ts';
import { summary } from './explanation.ts';
import { PlanTable } from './PlanTable.tsx';
import { saveFile } from './saveFile.ts';

/** What stands under an answer: who answered in which step at what cost, and its lists as files. */
export function AnswerPanel({ answered }: { answered: Answered | null }) {
  const [opensPlan, setOpensPlan] = useState(true);
  const plan = answered?.plan ?? null;
  return (
    <section className="answer" aria-label="About the answer">
      <div className="answer-bar">
        <p aria-live="polite">{answered ? told(answered) : 'Run the operation to see which agencies answer.'}</p>
        {plan && (
          <button type="button" aria-expanded={opensPlan} onClick={() => setOpensPlan(!opensPlan)}>
            {opensPlan ? 'Hide plan' : 'Show plan'}
          </button>
        )}
        {answered && <CsvDownload operation={answered.operation} lists={listsIn(answered.data)} />}
      </div>
      {plan && opensPlan && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long plan scrolls, and the keyboard must reach it.
        <section className="plan" aria-label="Plan" tabIndex={0}>
          <PlanTable plan={plan} cost={answered?.cost ?? null} />
        </section>
      )}
    </section>
  );
}

function CsvDownload({ operation, lists }: { operation: string; lists: readonly FoundList[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const list = lists.find(({ path }) => path === chosen) ?? lists[0];
  if (!list) return null;
  return (
    <div className="csv">
      {lists.length > 1 && (
        <select aria-label="List to download" value={list.path} onChange={(event) => setChosen(event.target.value)}>
          {lists.map(({ path, rows }) => (
            <option key={path} value={path}>
              {path} ({rows.length})
            </option>
          ))}
        </select>
      )}
      <button type="button" onClick={() => saveFile(`${operation}-${list.path}.csv`, 'text/csv', csvOf(list.rows))}>
        Download CSV
      </button>
    </div>
  );
}

function told(answered: Answered): string {
  const explained = summary(answered);
  if (answered.plan === null)
    return [explained, 'The plan is shown to whoever is signed in.'].filter(Boolean).join('. ');
  return explained;
}
