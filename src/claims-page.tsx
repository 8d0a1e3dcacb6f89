import { ClaimsPage } from './views/claims/claims-page.tsx';
import { openPage } from './views/mount.tsx';
import './views/style/index.css';

openPage(() => <ClaimsPage />);
