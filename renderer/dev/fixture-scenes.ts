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
  'long',
  'sources',
  'mailings',
  'evening',
  'evening-done',
  'morning',
] as const;
export type Scene = (typeof SCENES)[number];
export const isScene = (name: string): name is Scene => SCENES.some((scene) => scene === name);

/** Tuesday 12 May 2026, 10:20 in Brussels: everything in the fixture is told from here. */
export const FIXTURE_NOW = Date.parse('2026-05-12T08:20:00Z');

/** What the desk's clock shows when the scene opens: nine in the evening of that day, or twenty to nine the next morning. */
export function sceneNow(scene: Scene): number {
  if (scene === 'evening' || scene === 'evening-done') return Date.parse('2026-05-12T19:00:00Z');
  return scene === 'morning' ? Date.parse('2026-05-13T06:40:00Z') : FIXTURE_NOW;
}
