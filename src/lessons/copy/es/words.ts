import type { LessonWords } from '../registry.ts';
import { first } from './first.ts';
import { frame } from './frame.ts';
import { page } from './page.ts';
import { second } from './second.ts';
import { third } from './third.ts';

export const words: LessonWords = { frame, page, lessons: { ...first, ...second, ...third } };
