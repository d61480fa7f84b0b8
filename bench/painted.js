// Runs in the page for bench/keys.ts: when the last key was pressed, and when what it changes was painted. `painted.after(what, word)`
// resolves with the milliseconds between the two; `painted.isWatching` is true from the moment that a key may be pressed.
{
  let pressedAt = 0;
  addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { capture: true });

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Within a frame: the first task after what it draws. */
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', resolve, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  const field = () => document.querySelector('#composer-text');
  const sights = {
    row: () => document.querySelector('#queue-list [aria-selected=true]')?.id ?? '',
    story: () => [...document.querySelectorAll('.story [id^=message-]')].at(-1)?.id ?? '',
    letters: () => String((field()?.value ?? field()?.textContent ?? '').length),
    found: () => document.querySelector('.hit mark')?.textContent?.toLowerCase() ?? '',
  };
  const painted = async (isThere) => {
    for (const until = performance.now() + 10_000; !isThere();) {
      if (performance.now() > until) throw new Error('it never came');
      await frame();
    }
    await afterPaint();
    return performance.now() - pressedAt;
  };

  let gaps = [];
  let isCounting = false;
  globalThis.painted = {
    isWatching: false,
    /** What is seen at each of these sights changes; or, of `found`, begins with the word. */
    after: async (what, word = null) => {
      const before = what.map((name) => sights[name]());
      const isThere = (name, index) =>
        word === null ? !['', before[index]].includes(sights[name]()) : sights[name]().startsWith(word);
      globalThis.painted.isWatching = true;
      return Promise.all(what.map((name, index) => painted(() => isThere(name, index))));
    },
    countFrames: () => {
      gaps = [];
      isCounting = true;
      let last = performance.now();
      const look = () => {
        gaps.push(performance.now() - last);
        last = performance.now();
        if (isCounting) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    frames: () => {
      isCounting = false;
      return gaps;
    },
  };
}
