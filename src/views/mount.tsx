import { startTransition, Suspense, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { liveWithForeignNodes } from './foreign-nodes.ts';
import { lazyPart } from './part.tsx';

const UpdateNote = lazyPart(() => import('./update-note.tsx'), 'UpdateNote');

/** Shows a page in the element that its HTML has for it, from which it takes the words that stand there. */
export function mount(page: (root: HTMLElement) => ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  liveWithForeignNodes();
  root.dataset.status = 'opening';
  const reactRoot = createRoot(root);
  // in slices: a slow machine shows and answers meanwhile
  startTransition(() =>
    reactRoot.render(
      <ErrorBoundary FallbackComponent={FailedPage} onError={() => (root.dataset.status = 'failed')}>
        {page(root)}
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

/** The last resort: what is left is the link, which holds all that the reader has set. */
function FailedPage({ error }: FallbackProps) {
  return (
    <main className="page">
      <div className="part-failed" role="alert">
        <h1>Trust Region Playground</h1>
        <p>
          The page has stopped: {error instanceof Error ? error.message : String(error)}. Nothing that was set is lost:
        </p>
        <p>
          <a href={location.href}>{location.href}</a>
        </p>
        <button type="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      </div>
    </main>
  );
}
