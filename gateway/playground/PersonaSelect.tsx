import { useId } from 'react';
import type { Persona } from './settings.ts';

interface Props {
  readonly personas: readonly Persona[];
  readonly chosen: string | null;
  readonly onChoose: (slug: string | null) => void;
}

export function PersonaSelect({ personas, chosen, onChoose }: Props) {
  const hint = useId();
  const persona = personas.find(({ slug }) => slug === chosen);
  const kinds = [...new Set(personas.map(({ kind }) => kind))];
  return (
    <div className="choice">
      <label>
        <span>I am</span>
        <select value={chosen ?? ''} aria-describedby={hint} onChange={(event) => onChoose(event.target.value || null)}>
          <option value="">nobody</option>
          {kinds.map((kind) => (
            <optgroup key={kind} label={kind}>
              {personas
                .filter((each) => each.kind === kind)
                .map(({ slug }) => (
                  <option key={slug} value={slug}>
                    {slug}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p className="hint" id={hint} title={persona?.shows}>
        {persona ? (
          <>
            <b>{persona.kind}</b> {persona.shows}
          </>
        ) : (
          'Asks without a token.'
        )}
      </p>
    </div>
  );
}
