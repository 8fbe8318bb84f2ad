import { useMemo, useState } from 'react';
import { EntityCard } from './EntityCard.tsx';
import type { SchemaFacts } from './facts.ts';
import { MapDrawing } from './MapDrawing.tsx';
import { type Entity, mapModel, search } from './mapModel.ts';

/** The entities of the graph, whose they are and how they hang together: as a drawing, and as text that says the same. */
export function SchemaMap({ facts }: { facts: SchemaFacts }) {
  const model = useMemo(() => mapModel(facts), [facts]);
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = search(model, wanted);
  const entity = model.entities.find(({ name }) => name === chosen) ?? null;
  return (
    <div className="graphiql-container schema-map">
      <aside aria-label="Entities">
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (found[0]) setChosen(found[0].name);
            }}
          >
            <label>
              <span className="for-screen-readers">Search entities, agencies and fields</span>
              <input
                type="search"
                placeholder="Search entities, agencies, fields"
                value={wanted}
                onChange={(event) => {
                  setWanted(event.target.value);
                  setChosen(null);
                }}
              />
            </label>
          </form>
        </search>
        <p className="count" aria-live="polite">
          {model.entities.length === 0
            ? 'There is nothing to see without signing in.'
            : `${found.length} of ${model.entities.length} entities`}
        </p>
        {entity ? (
          <EntityCard entity={entity} model={model} onChoose={setChosen} onClose={() => setChosen(null)} />
        ) : (
          <EntityList entities={found} onChoose={setChosen} />
        )}
      </aside>
      <MapDrawing
        model={model}
        chosen={chosen}
        found={wanted.trim() === '' ? null : new Set(found.map(({ name }) => name))}
        onChoose={setChosen}
      />
    </div>
  );
}

function EntityList({ entities, onChoose }: { entities: readonly Entity[]; onChoose: (name: string) => void }) {
  return (
    <ul className="entities">
      {entities.map(({ name, owner }) => (
        <li key={name}>
          <button type="button" onClick={() => onChoose(name)}>
            <b>{name}</b> <small>{owner}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
