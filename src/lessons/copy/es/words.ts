import type { LessonWords } from '../registry.ts';
import { first } from './first.ts';
import { frame } from './frame.ts';
import { second } from './second.ts';
import { third } from './third.ts';

export const words: LessonWords = { frame, lessons: { ...first, ...second, ...third } };
