import { ExampleSelect } from './ExampleSelect.tsx';
import mark from './mark.svg';
import { PersonaSelect } from './PersonaSelect.tsx';
import type { Settings } from './settings.ts';

interface Props {
  readonly settings: Settings;
  readonly persona: string | null;
  readonly onPersona: (slug: string | null) => void;
  readonly showsPlan: boolean;
  readonly onShowsPlan: (shows: boolean) => void;
}

export function PageHeader({ settings, persona, onPersona, showsPlan, onShowsPlan }: Props) {
  return (
    // GraphiQL defines its colours and fonts, light and dark, for this class.
    <div className="graphiql-container page-header">
      <h1>
        <img src={mark} alt="" width="28" height="28" />
        <span>
          MPP Digital <small>playground</small>
        </span>
      </h1>
      {settings.personas.length > 0 ? (
        <PersonaSelect personas={settings.personas} chosen={persona} onChoose={onPersona} />
      ) : (
        <p className="hint">Put your access token into the Headers editor.</p>
      )}
      <ExampleSelect operations={settings.operations} />
      <label className="toggle">
        <input type="checkbox" checked={showsPlan} onChange={(event) => onShowsPlan(event.target.checked)} />
        Show plan
      </label>
      <p className="for-screen-readers">
        In an editor, press Control and M (on a Mac, Control, Shift and M) to let the Tab key leave it.
      </p>
    </div>
  );
}
