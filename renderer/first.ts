// The first module of the page that runs: see app/first-questions.ts.
import { askFirst } from './app/first-questions.ts';

export const first = askFirst(window.balie);
