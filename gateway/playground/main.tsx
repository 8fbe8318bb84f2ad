import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';
import './answer.css';
import './map.css';
import './narrow.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './Playground.tsx';
import { loadSettings, type Settings } from './settings.ts';
import { comeBack, signIn, type Visit } from './signIn.ts';

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}.`);
  return element;
}

const visit: Visit = {
  address: new URL(location.href),
  storage: sessionStorage,
  go: (address) => location.assign(address),
};

async function sessionAfter({ signIn: settings }: Settings) {
  try {
    return { session: settings && (await comeBack(settings, visit)), failure: null };
  } catch (failure) {
    return { session: null, failure: failure instanceof Error ? failure.message : 'Nobody was signed in.' };
  }
}

const page = createRoot(place('editor'));
const places = { header: place('header'), editor: place('editor'), map: place('map') };
// The answer of the provider is good once, and is in nobody's way in the address or the history.
history.replaceState(null, '', '/playground/');
try {
  const settings = await loadSettings();
  const { session, failure } = await sessionAfter(settings);
  const provider = settings.signIn;
  page.render(
    <Playground
      settings={settings}
      session={session}
      failure={failure}
      signIn={provider ? () => signIn(provider, visit) : undefined}
      places={places}
    />,
  );
} catch (failure) {
  page.render(
    <p className="notice" role="alert">
      {failure instanceof Error ? failure.message : 'The playground could not open.'}
    </p>,
  );
}
