import { openPage } from './views/mount.tsx';
import { SweepsPage } from './views/sweeps/sweeps-page.tsx';
import './views/style/index.css';

openPage(() => <SweepsPage />);
