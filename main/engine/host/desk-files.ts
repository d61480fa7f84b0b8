// The names of what lies in a data folder.
import { join } from 'node:path';

/** Everything but passwords: one SQLite database with its -wal and -shm beside it while it is open. */
export const deskFile = 'balie.db';
/** Held by the one process that watches and sends. */
export const keeperFile = 'keeper.lock';

/** The demo desk lives apart from the owner's own mail, and goes when this folder goes. */
export const demoFolder = (dataFolder: string): string => join(dataFolder, 'demo');
