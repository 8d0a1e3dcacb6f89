import { createRoot } from 'react-dom/client';
import { Playground } from './playground/playground.ts';
import { followLocation } from './playground/location.ts';
import { App } from './views/app.tsx';
import './views/style/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

const playground = new Playground();
followLocation(playground);
createRoot(root).render(<App playground={playground} root={root} />);
