// All of them, each once: what P11 is held up against.
import type { HostileMail } from './hostile-mail.ts';
import { HOSTILE_HEADERS } from './hostile-headers.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';
import { HOSTILE_SHAPES } from './hostile-shapes.ts';

export const HOSTILE_MAILS: readonly HostileMail[] = [...HOSTILE_PAGES, ...HOSTILE_HEADERS, ...HOSTILE_SHAPES];
