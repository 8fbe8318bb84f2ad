import { GraphiQL } from 'graphiql';
import { useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { askGraph, type Explained } from './askGraph.ts';
import { PageHeader } from './PageHeader.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { openingOperation, openingPersona, type Settings, writtenVariables } from './settings.ts';
import { personaTokens } from './tokens.ts';
import { visitStorage } from './visitStorage.ts';

const tokens = personaTokens();
const storage = visitStorage(sessionStorage);

const tokenHint = `{
  // "authorization": "Bearer <your access token>"
}`;

interface Props {
  readonly settings: Settings;
  /** Where the page's header goes. */
  readonly header: HTMLElement;
}

export function Playground({ settings, header }: Props) {
  const [persona, setPersona] = useState(() => openingPersona(settings)?.slug ?? null);
  const [showsPlan, setShowsPlan] = useState(false);
  const [explained, setExplained] = useState<Explained | null>(null);
  const [opening] = useState(() => openingTab(settings));

  // A new fetcher makes GraphiQL read the schema again, so it changes with the persona only.
  const wantsPlan = useRef(showsPlan);
  const fetcher = useMemo(
    () => askGraph({ persona, tokens, wantsPlan: () => wantsPlan.current, explain: setExplained }),
    [persona],
  );
  const togglePlan = (shows: boolean) => {
    wantsPlan.current = shows;
    setShowsPlan(shows);
    setExplained(null);
  };

  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
      {...opening}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      {showsPlan && (
        <GraphiQL.Footer>
          <PlanPanel explained={explained} />
        </GraphiQL.Footer>
      )}
      <InHeader place={header}>
        <PageHeader
          settings={settings}
          persona={persona}
          onPersona={setPersona}
          showsPlan={showsPlan}
          onShowsPlan={togglePlan}
        />
      </InHeader>
    </GraphiQL>
  );
}

/** The header reads and fills GraphiQL's editors, so it is GraphiQL's child, drawn above it. */
function InHeader({ place, children }: { place: HTMLElement; children: React.ReactNode }) {
  return createPortal(children, place);
}

/** What the editors start with: after a reload, what was in them. */
function openingTab(settings: Settings) {
  const operation = openingOperation(settings);
  const needsToken = settings.personas.length === 0;
  const isReload = storage.getItem('graphiql:tabState') !== null;
  return {
    ...(operation && !isReload
      ? { initialQuery: operation.document, initialVariables: writtenVariables(operation) }
      : {}),
    ...(needsToken ? { defaultHeaders: tokenHint, defaultEditorToolsVisibility: 'headers' as const } : {}),
  };
}
