import { Fragment, startTransition, Suspense, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { liveWithForeignNodes } from './foreign-nodes.ts';
import { say } from '../copy/say.ts';
import { openIn, speakIn, wishedLanguage } from '../playground/language.ts';
import { lightSymbols } from './lit-symbols.ts';
import { lazyPart } from './part.tsx';
import { useLanguage } from './use-language.ts';

const UpdateNote = lazyPart(() => import('./update-note.tsx'), 'UpdateNote');

/** Shows a page in the element that its HTML has for it, from which it takes the words that stand there. */
export function mount(page: (root: HTMLElement) => ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  liveWithForeignNodes();
  lightSymbols(root);
  root.dataset.status = 'opening';
  const reactRoot = createRoot(root);
  // in slices: a slow machine shows and answers meanwhile
  startTransition(() =>
    reactRoot.render(
      <ErrorBoundary FallbackComponent={FailedPage} onError={() => (root.dataset.status = 'failed')}>
        <Spoken>{page(root)}</Spoken>
        {import.meta.env.PROD && (
          <ErrorBoundary fallback={null}>
            <Suspense>
              <UpdateNote />
            </Suspense>
          </ErrorBoundary>
        )}
      </ErrorBoundary>,
    ),
  );
}

/** Shows a page beside the playground, in the language of its address or its reader. */
export function openPage(page: () => ReactNode): void {
  openIn(wishedLanguage(location.hash), () => mount(page), false);
  addEventListener('hashchange', () => void speakIn(wishedLanguage(location.hash)));
}

/** What is said anew when the language changes: everything. */
function Spoken({ children }: { readonly children: ReactNode }) {
  return <Fragment key={useLanguage()}>{children}</Fragment>;
}

/** The last resort: what is left is the link, which holds all that the reader has set. */
function FailedPage({ error }: FallbackProps) {
  return (
    <main className="page">
      <div className="part-failed" role="alert">
        <h1>Trust Region Playground</h1>
        <p>
          {say('The page has stopped: {why}. Nothing that was set is lost:', {
            why: error instanceof Error ? error.message : String(error),
          })}
        </p>
        <p>
          <a href={location.href}>{location.href}</a>
        </p>
        <button type="button" onClick={() => location.reload()}>
          {say('Reload the page')}
        </button>
      </div>
    </main>
  );
}
