import { useId } from 'react';
import type { Session } from './session.ts';
import type { Persona } from './settings.ts';

/** Who asks: nobody, somebody of the cast, or whoever signed in. */
export type Who =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'session' }
  | { readonly kind: 'persona'; readonly slug: string };

interface Props {
  readonly personas: readonly Persona[];
  readonly session: Session | null;
  readonly who: Who;
  readonly onWho: (who: Who) => void;
  /** Undefined where there is no provider. */
  readonly onSignIn: (() => void) | undefined;
}

export function CallerSelect({ personas, session, who, onWho, onSignIn }: Props) {
  const hint = useId();
  const kinds = [...new Set(personas.map(({ kind }) => kind))];
  return (
    <div className="choice">
      <label>
        <span>I am</span>
        <select value={optionOf(who)} aria-describedby={hint} onChange={(event) => onWho(whoOf(event.target.value))}>
          <option value="">nobody</option>
          {session && <option value="session">signed in ({session.role})</option>}
          {kinds.map((kind) => (
            <optgroup key={kind} label={kind}>
              {personas
                .filter((each) => each.kind === kind)
                .map(({ slug }) => (
                  <option key={slug} value={`persona ${slug}`}>
                    {slug}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {session ? (
        <button type="button" className="plain" onClick={() => session.signOut()}>
          Sign out
        </button>
      ) : (
        onSignIn && (
          <button type="button" className="plain" onClick={onSignIn}>
            Sign in with One ID
          </button>
        )
      )}
      <p className="hint" id={hint} title={hintOf(who, personas)}>
        {hintOf(who, personas)}
      </p>
    </div>
  );
}

function optionOf(who: Who): string {
  if (who.kind === 'persona') return `persona ${who.slug}`;
  return who.kind === 'session' ? 'session' : '';
}

function whoOf(value: string): Who {
  if (value === 'session') return { kind: 'session' };
  return value === '' ? { kind: 'nobody' } : { kind: 'persona', slug: value.replace(/^persona /, '') };
}

function hintOf(who: Who, personas: readonly Persona[]): string {
  if (who.kind === 'session') return 'Asks with your rights.';
  if (who.kind === 'nobody') return 'Asks without a token.';
  const persona = personas.find(({ slug }) => slug === who.slug);
  return persona ? `${persona.kind}: ${persona.shows}` : '';
}
