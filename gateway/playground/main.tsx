import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './Playground.tsx';
import { loadSettings } from './settings.ts';

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}.`);
  return element;
}

const page = createRoot(place('editor'));
try {
  page.render(<Playground settings={await loadSettings()} header={place('header')} />);
} catch (failure) {
  page.render(
    <p className="notice" role="alert">
      {failure instanceof Error ? failure.message : 'The playground could not open.'}
    </p>,
  );
}
