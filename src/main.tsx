import { Playground } from './playground/playground.ts';
import { followPointer } from './playground/follow-pointer.ts';
import { followLocation } from './playground/location.ts';
import { App } from './views/app.tsx';
import { mount } from './views/mount.tsx';
import './views/style/index.css';

const playground = new Playground();
followLocation(playground);
followPointer(playground.undoing);
mount((root) => <App playground={playground} root={root} />);
