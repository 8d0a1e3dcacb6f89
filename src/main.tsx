import { Playground } from './playground/playground.ts';
import { followPointer } from './playground/follow-pointer.ts';
import { openIn, wishedLanguage } from './playground/language.ts';
import { followLocation } from './playground/location.ts';
import { App } from './views/app.tsx';
import { mount } from './views/mount.tsx';
import './views/style/index.css';

openIn(
  wishedLanguage(location.hash),
  // in a task of its own, after the one that reads all scripts: a slow machine shows and answers between
  () =>
    setTimeout(() => {
      const playground = new Playground();
      followLocation(playground);
      followPointer(playground.undoing);
      mount((root) => <App playground={playground} root={root} />);
    }),
  true,
);
