import { createRoot } from 'react-dom/client';
import { SweepsPage } from './views/sweeps/sweeps-page.tsx';
import './views/style/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('sweeps.html has no element with the id "root".');
createRoot(root).render(<SweepsPage />);
