import { explorerPlugin } from '@graphiql/plugin-explorer';
import { useGraphiQL } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { AnswerPanel } from './AnswerPanel.tsx';
import { aid } from './aids.ts';
import { type Answered, askGraph } from './askGraph.ts';
import type { Who } from './CallerSelect.tsx';
import { noFacts } from './facts.ts';
import { PageHeader, type View } from './PageHeader.tsx';
import { SchemaMap } from './SchemaMap.tsx';
import type { Session } from './session.ts';
import { openingOperation, openingPersona, type Settings, writtenVariables } from './settings.ts';
import { type Caller, personaTokens } from './tokens.ts';
import { visitStorage } from './visitStorage.ts';

const tokens = personaTokens();
const storage = visitStorage(sessionStorage);
const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

const tokenHint = `{
  // "authorization": "Bearer <your access token>"
}`;

interface Props {
  readonly settings: Settings;
  /** Whoever has just signed in. */
  readonly session: Session | null;
  readonly failure: string | null;
  /** Begins to sign in; the page is left. Undefined where there is no provider. */
  readonly signIn: (() => Promise<void>) | undefined;
  /** Where the page's header, GraphiQL and the map go. */
  readonly places: { readonly header: HTMLElement; readonly editor: HTMLElement; readonly map: HTMLElement };
}

export function Playground({ settings, session, signIn, places, ...props }: Props) {
  const [who, setWho] = useState<Who>(() => openingCaller(settings, session));
  const [failure, setFailure] = useState(props.failure);
  const [view, setView] = useState<View>('ask');
  const [facts, setFacts] = useState(noFacts);
  const [answers, setAnswers] = useState<Readonly<Record<string, Answered>>>({});
  const [tab, setTab] = useState('');
  const [opening] = useState(() => openingTab(settings));

  // Read when a question begins: the answer belongs to the tab that it was asked in.
  const askedIn = useRef(tab);
  askedIn.current = tab;
  // A new fetcher makes GraphiQL read the schema again, so it changes with the caller only.
  const fetcher = useMemo(
    () =>
      askGraph({
        caller: callerOf(who, session),
        idOf: (text) => (settings.trustedOnly ? settings.operations.find(sameDocument(text))?.id : undefined),
        begin: () => {
          const asked = askedIn.current;
          return (answered) => setAnswers((others) => ({ ...others, [asked]: answered }));
        },
        learnt: setFacts,
      }),
    [who, session, settings],
  );
  useEffect(() => {
    places.editor.hidden = view !== 'ask';
    places.map.hidden = view !== 'map';
  }, [view, places]);

  useEffect(() => aid(places.editor), [places]);

  const onSignIn = signIn && (() => void signIn().catch((error: Error) => setFailure(error.message)));
  return (
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      plugins={plugins}
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
      {...opening}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <GraphiQL.Footer>
        <AnswerPanel answered={answers[tab] ?? null} />
      </GraphiQL.Footer>
      <TabWatch onTab={setTab} />
      {/* The header reads and fills GraphiQL's editors, so it is GraphiQL's child, drawn above it. */}
      {createPortal(
        <PageHeader
          settings={settings}
          session={session}
          who={who}
          onWho={setWho}
          role={roleOf(who, settings, session)}
          onSignIn={onSignIn}
          failure={failure}
          view={view}
          onView={setView}
        />,
        places.header,
      )}
      {createPortal(view === 'map' && <SchemaMap facts={facts} />, places.map)}
    </GraphiQL>
  );
}

function TabWatch({ onTab }: { onTab: (id: string) => void }) {
  const id = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');
  useEffect(() => onTab(id), [id, onTab]);
  return null;
}

function openingCaller(settings: Settings, session: Session | null): Who {
  if (session) return { kind: 'session' };
  const persona = openingPersona(settings);
  return persona ? { kind: 'persona', slug: persona.slug } : { kind: 'nobody' };
}

function callerOf(who: Who, session: Session | null): Caller | null {
  if (who.kind === 'session') return session;
  return who.kind === 'persona' ? tokens.of(who.slug) : null;
}

function roleOf(who: Who, { personas }: Settings, session: Session | null): string | null {
  if (who.kind === 'session') return session?.role ?? null;
  return who.kind === 'persona' ? (personas.find(({ slug }) => slug === who.slug)?.kind ?? null) : null;
}

function sameDocument(text: string): (operation: { readonly document: string }) => boolean {
  return ({ document }) => document === text.trim();
}

/** What the editors start with: after a reload, what was in them. */
function openingTab(settings: Settings) {
  const operation = openingOperation(settings);
  const needsToken = settings.personas.length === 0 && settings.signIn === null;
  const isReload = storage.getItem('graphiql:tabState') !== null;
  return {
    ...(operation && !isReload
      ? { initialQuery: operation.document, initialVariables: writtenVariables(operation) }
      : {}),
    ...(needsToken ? { defaultHeaders: tokenHint, defaultEditorToolsVisibility: 'headers' as const } : {}),
  };
}
