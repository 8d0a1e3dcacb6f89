import { ClaimsPage } from './views/claims/claims-page.tsx';
import { mount } from './views/mount.tsx';
import './views/style/index.css';

mount(() => <ClaimsPage />);
