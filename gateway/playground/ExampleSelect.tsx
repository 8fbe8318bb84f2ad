import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useId } from 'react';
import { byRole, type ExampleOperation, writtenVariables } from './settings.ts';

interface Props {
  readonly operations: readonly ExampleOperation[];
  /** What the caller is; the examples of that role come first. */
  readonly role: string | null;
}

export function ExampleSelect({ operations, role }: Props) {
  const hint = useId();
  const written = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query ?? '');
  const shown = operations.find(({ document }) => sameText(document, written));
  const open = useOpenOperation();

  return (
    <div className="choice">
      <label>
        <span>Example</span>
        <select
          value={shown?.name ?? ''}
          aria-describedby={hint}
          onChange={(event) => {
            const chosen = operations.find(({ name }) => name === event.target.value);
            // What somebody wrote stays in its tab; an untouched example gives its place to the next.
            if (chosen) open(chosen, { inNewTab: !shown && written.trim() !== '' });
          }}
        >
          <option value="" disabled>
            your own
          </option>
          {byRole(operations, role).map(([group, ofGroup]) => (
            <optgroup key={group} label={group}>
              {ofGroup.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p className="hint" id={hint} title={shown?.summary}>
        {shown?.persona && <b>as {shown.persona}: </b>}
        {shown?.summary ?? 'Choose one to open it.'}
      </p>
    </div>
  );
}

function useOpenOperation() {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL((graphiql) => ({
    queryEditor: graphiql.queryEditor,
    variableEditor: graphiql.variableEditor,
    headerEditor: graphiql.headerEditor,
    responseEditor: graphiql.responseEditor,
  }));
  const { addTab } = useGraphiQLActions();

  return (operation: ExampleOperation, { inNewTab }: { inNewTab: boolean }) => {
    // A token that somebody typed is meant for the new tab too.
    const headers = headerEditor?.getValue() ?? '';
    if (inNewTab) addTab();
    headerEditor?.setValue(headers);
    variableEditor?.setValue(writtenVariables(operation));
    responseEditor?.setValue('');
    queryEditor?.setValue(operation.document);
  };
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trim() === other.replaceAll('\r\n', '\n').trim();
}
