// The host's end of one open page: puts the two worlds into it, carries messages, answers its requests and reports what
// happens to it. What any of that means to the app is web-contents.ts.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cdp } from './cdp.ts';
import type { CdpMethods } from './cdp-types.ts';
import { makeCodec } from './codec.ts';
import { answerRequests, type PageGuards } from './page-requests.ts';
import { makeBridge } from './page/bridge.ts';
import { startIsolatedWorld } from './page/isolated-world.ts';
import { startMainWorld } from './page/main-world.ts';
import type { FromPage, PageNames, PreloadSurroundings, ToPage } from './page/messages.ts';
import { addressOf } from './scheme-alias.ts';

const WORLD = 'standin-preload';
const codec = makeCodec();

export type PageLinkDeps = {
  readonly cdp: Cdp;
  readonly targetId: string;
  readonly preloadFile: string | null;
  readonly preloadArgs: readonly string[];
  readonly guards: Omit<PageGuards, 'isMainFrame'>;
  readonly onMessage: (message: FromPage) => void;
  readonly onNavigated: (url: string) => void;
  readonly onDomReady: () => void;
  readonly onLoaded: () => void;
  readonly onCrashed: () => void;
  readonly onConsole: (level: 'info' | 'warning' | 'error', text: string) => void;
};

export type PageLink = {
  /** Lost without a word when no page is there to hear it, as in Electron. */
  readonly tell: (message: ToPage) => void;
  readonly command: <Method extends keyof CdpMethods>(
    method: Method,
    params: CdpMethods[Method][0],
  ) => Promise<CdpMethods[Method][1]>;
};

export async function linkPage(deps: PageLinkDeps): Promise<PageLink> {
  const { cdp, targetId } = deps;
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
  const command: PageLink['command'] = (method, params) => cdp.send(method, params, sessionId);
  const names: PageNames = { hello: secretName(), binding: secretName(), receiver: secretName() };
  let mainFrame = '';
  // The isolated world of the document now shown; a message of an earlier one is none of ours.
  let world: number | null = null;

  const on: typeof cdp.on = (name, hear) => cdp.on(name, hear, sessionId);
  on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== names.binding) return;
    const message = codec.decode(payload) as FromPage;
    if (message.kind === 'hello') world = executionContextId;
    if (executionContextId === world) deps.onMessage(message);
  });
  on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === world) world = null;
  });
  on('Runtime.executionContextsCleared', () => {
    world = null;
  });
  on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args
      .map((arg) => (typeof arg.value === 'string' ? arg.value : (arg.description ?? JSON.stringify(arg.value))))
      .join(' ');
    deps.onConsole(type === 'error' || type === 'warning' ? type : 'info', text);
  });
  on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return;
    mainFrame = frame.id;
    deps.onNavigated(addressOf(frame.url));
  });
  on('Page.domContentEventFired', deps.onDomReady);
  on('Page.loadEventFired', deps.onLoaded);
  on('Inspector.targetCrashed', deps.onCrashed);

  const guards: PageGuards = { ...deps.guards, isMainFrame: (frameId) => frameId === mainFrame };
  followFrames(cdp, sessionId, guards);
  const surroundings: PreloadSurroundings = {
    platform: process.platform,
    arch: process.arch,
    versions: { node: process.versions.node },
    argv: deps.preloadArgs,
  };
  const isolated = callInPage(
    startIsolatedWorld.toString(),
    makeBridge.toString(),
    makeCodec.toString(),
    JSON.stringify(names),
    preloadSource(deps.preloadFile),
    JSON.stringify(surroundings),
  );
  const main = callInPage(startMainWorld.toString(), makeBridge.toString(), JSON.stringify(names.hello));
  const [{ frameTree }] = await Promise.all([
    command('Page.getFrameTree', {}),
    command('Page.enable', {}),
    command('Runtime.enable', {}),
    command('Inspector.enable', {}),
    // Only this world gets the binding: the page's own scripts cannot reach the host.
    command('Runtime.addBinding', { name: names.binding, executionContextName: WORLD }),
    command('Page.addScriptToEvaluateOnNewDocument', { source: main }),
    command('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD }),
    answerRequests(cdp, sessionId, guards),
    command('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
  ]);
  mainFrame = frameTree.frame.id;
  return {
    command,
    tell: (message) => {
      const text = codec.encode(message);
      if (world === null) return;
      const expression = `${names.receiver}(${JSON.stringify(text)})`;
      // The page may go while the message is under way.
      command('Runtime.evaluate', { contextId: world, expression }).catch(() => {});
    },
  };
}

/** A sandboxed frame (every mail) is a target of its own; without this its requests would not be asked for. */
function followFrames(cdp: Cdp, session: string, guards: PageGuards): void {
  cdp.on(
    'Target.attachedToTarget',
    ({ sessionId: child, targetInfo }) => {
      const isFrame = targetInfo.type === 'iframe' || targetInfo.type === 'worker';
      if (isFrame) followFrames(cdp, child, guards);
      const hold = isFrame
        ? [
            answerRequests(cdp, child, guards),
            cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, child),
          ]
        : [];
      // Sent in order on one pipe: it runs only after its requests are paused. A frame may be gone before it began.
      Promise.all([...hold, cdp.send('Runtime.runIfWaitingForDebugger', {}, child)]).catch(() => {});
    },
    session,
  );
}

/** The source of a call; the functions are self-contained and go by their text. */
const callInPage = (fn: string, ...args: readonly string[]): string => `(${fn})(${args.join(',')})`;

/** Wrapped as CommonJS is: a sandboxed preload is one such file. */
function preloadSource(file: string | null): string {
  if (file === null) return 'null';
  return `function(require,module,exports,process,global){${readFileSync(file, 'utf8')}\n}`;
}

/** Names the page cannot guess, though it could do nothing with them. */
const secretName = (): string => `__standin_${randomBytes(8).toString('hex')}`;
