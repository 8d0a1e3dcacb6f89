import { lazy, type ComponentType, type ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { say } from '../copy/say.ts';
import { allWords } from '../playground/language.ts';
import { isMissingPart, loadPart } from '../worker/part.ts';

interface PartProps {
  /** What it is, at the beginning of a sentence: "This column". */
  readonly name: string;
  /** It is tried again when one of these changes. */
  readonly resetKeys?: readonly unknown[];
  readonly children: ReactNode;
}

/** A part of the page that fails alone: what is around it stays, and it can be tried again. */
export function Part({ name, resetKeys = [], children }: PartProps) {
  return (
    <ErrorBoundary
      resetKeys={[...resetKeys]}
      onReset={forgetFailures}
      fallbackRender={(fallback) => <FailedPart name={name} {...fallback} />}
    >
      {children}
    </ErrorBoundary>
  );
}

function FailedPart({ name, error, resetErrorBoundary }: FallbackProps & { readonly name: string }) {
  const missing = isMissingPart(error);
  const why = error instanceof Error ? error.message : String(error);
  return (
    <div className="part-failed" role="alert">
      <p>{missing ? why : say('{name} could not be shown ({why}). What is around it goes on.', { name, why })}</p>
      <button type="button" onClick={resetErrorBoundary}>
        {say('Try again')}
      </button>
      {missing && (
        <button type="button" onClick={() => location.reload()}>
          {say('Reload the page')}
        </button>
      )}
    </div>
  );
}

/** How to load anew what could not be loaded. */
const failures = new Set<() => void>();

function forgetFailures(): void {
  for (const forget of failures) forget();
  failures.clear();
}

/**
 * A component that is fetched with its first use, and again when the part around it is tried again.
 *
 * @param load imports its module
 * @param name under which the module exports it
 */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> {
  const fresh = () =>
    lazy(async () => {
      try {
        const module = await loadPart(load, (address) => import(/* @vite-ignore */ address));
        await allWords();
        return { default: module[name] };
      } catch (error) {
        failures.add(() => (current = fresh()));
        throw error;
      }
    });
  let current = fresh();
  return function LazyPart(props: Props) {
    const Component = current as ComponentType<Props>;
    return <Component {...props} />;
  };
}
