// The situations that the window must look right in.
export const SCENES = [
  'desk',
  'welcome',
  'empty',
  'offline',
  'first-sync',
  'password',
  'accounts',
  'demo',
  'trouble',
  'quiet',
  'extremes',
] as const;
export type Scene = (typeof SCENES)[number];
export const isScene = (name: string): name is Scene => SCENES.some((scene) => scene === name);

/** Tuesday 12 May 2026, 10:20 in Brussels: everything in the fixture is told from here. */
export const FIXTURE_NOW = Date.parse('2026-05-12T08:20:00Z');
