import { LessonsPage } from './views/lessons/lessons-page.tsx';
import { mount } from './views/mount.tsx';
import './views/style/index.css';

mount(() => <LessonsPage />);
