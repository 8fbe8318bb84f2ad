import { CallerSelect, type Who } from './CallerSelect.tsx';
import { ExampleSelect } from './ExampleSelect.tsx';
import mark from './mark.svg';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** What fills the page. */
export type View = 'ask' | 'map';

interface Props {
  readonly settings: Settings;
  readonly session: Session | null;
  readonly who: Who;
  readonly onWho: (who: Who) => void;
  readonly role: string | null;
  readonly onSignIn: (() => void) | undefined;
  /** Why somebody is not signed in, when they tried. */
  readonly failure: string | null;
  readonly view: View;
  readonly onView: (view: View) => void;
}

const views: readonly [View, string][] = [
  ['ask', 'Ask'],
  ['map', 'Schema map'],
];

export function PageHeader({ settings, session, who, onWho, role, onSignIn, failure, view, onView }: Props) {
  const canBeSomebody = settings.personas.length > 0 || session || onSignIn;
  return (
    // GraphiQL defines its colours and fonts, light and dark, for this class.
    <div className="graphiql-container page-header">
      <h1>
        <img src={mark} alt="" width="28" height="28" />
        <span>
          MPP Digital <small>playground</small>
        </span>
      </h1>
      <nav aria-label="Views">
        {views.map(([name, title]) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
            {title}
          </button>
        ))}
      </nav>
      {canBeSomebody ? (
        <CallerSelect personas={settings.personas} session={session} who={who} onWho={onWho} onSignIn={onSignIn} />
      ) : (
        <p className="hint">Put your access token into the Headers editor.</p>
      )}
      {view === 'ask' && <ExampleSelect operations={settings.operations} role={role} />}
      {failure && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
      <p className="for-screen-readers">
        In an editor, press Control and M (on a Mac, Control, Shift and M) to let the Tab key leave it.
      </p>
    </div>
  );
}
