import { LessonsPage } from './views/lessons/lessons-page.tsx';
import { openPage } from './views/mount.tsx';
import './views/style/index.css';

openPage(() => <LessonsPage />);
