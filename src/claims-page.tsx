import { createRoot } from 'react-dom/client';
import { ClaimsPage } from './views/claims/claims-page.tsx';
import './views/style/index.css';

const root = document.getElementById('root');
if (root === null) throw new Error('claims.html has no element with the id "root".');
createRoot(root).render(<ClaimsPage />);
