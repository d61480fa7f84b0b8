// Entry of the fixture desk: the real window on invented data, for tests of the window alone and for working on its looks.
// Which scene, language and theme: ?scene=…&lang=…&theme=…  Never part of the app.
import { createFixtureBridge } from './fixture-bridge.ts';
import { isScene } from './fixture-scenes.ts';

const wish = new URLSearchParams(window.location.search);
const scene = wish.get('scene') ?? 'desk';
const bridge = createFixtureBridge({
  scene: isScene(scene) ? scene : 'desk',
  language: wish.get('lang') === 'en' ? 'en' : 'nl',
  theme: wish.get('theme') === 'dark' ? 'dark' : 'light',
});
Object.assign(window, { balie: bridge, tellWindow: bridge.tell });
await import('../main.tsx');
