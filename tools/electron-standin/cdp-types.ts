// The part of the Chrome DevTools Protocol that the stand-in uses, typed by hand.

export type TargetInfo = {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
};
export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';
export type CdpBounds = {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly windowState?: WindowState;
};
export type HeaderEntry = { readonly name: string; readonly value: string };
export type RequestPaused = {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly hasPostData?: boolean;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
};
type ConsoleArg = { readonly value?: unknown; readonly description?: string };
type Nothing = Record<string, never>;

/** Method: what it takes, what it answers. */
export type CdpMethods = {
  'Browser.close': [Nothing, Nothing];
  'Browser.getWindowForTarget': [{ targetId: string }, { windowId: number; bounds: CdpBounds }];
  'Browser.setPermission': [{ permission: { name: string }; setting: 'granted' | 'denied' }, Nothing];
  'Browser.setWindowBounds': [{ windowId: number; bounds: CdpBounds }, Nothing];
  'Emulation.setEmulatedMedia': [{ features: readonly { name: string; value: string }[] }, Nothing];
  'Fetch.continueRequest': [{ requestId: string }, Nothing];
  'Fetch.enable': [{ patterns: readonly { urlPattern: string }[] }, Nothing];
  'Fetch.failRequest': [{ requestId: string; errorReason: string }, Nothing];
  'Fetch.fulfillRequest': [
    { requestId: string; responseCode: number; responseHeaders: readonly HeaderEntry[]; body: string },
    Nothing,
  ];
  'Inspector.enable': [Nothing, Nothing];
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string; worldName?: string }, Nothing];
  'Page.captureScreenshot': [{ format: 'png' }, { data: string }];
  'Page.enable': [Nothing, Nothing];
  'Page.getFrameTree': [Nothing, { frameTree: { frame: { id: string } } }];
  'Page.navigate': [{ url: string }, { errorText?: string }];
  'Page.printToPDF': [{ landscape?: boolean; printBackground?: boolean }, { data: string }];
  'Page.reload': [Nothing, Nothing];
  'Runtime.addBinding': [{ name: string; executionContextName: string }, Nothing];
  'Runtime.enable': [Nothing, Nothing];
  'Runtime.evaluate': [
    { expression: string; contextId?: number; awaitPromise?: boolean; returnByValue?: boolean; userGesture?: boolean },
    { result: { value?: unknown }; exceptionDetails?: { text: string; exception?: { description?: string } } },
  ];
  'Runtime.runIfWaitingForDebugger': [Nothing, Nothing];
  'Target.activateTarget': [{ targetId: string }, Nothing];
  'Target.attachToTarget': [{ targetId: string; flatten: true }, { sessionId: string }];
  'Target.closeTarget': [{ targetId: string }, Nothing];
  'Target.createTarget': [{ url: string; width: number; height: number; newWindow: true }, { targetId: string }];
  'Target.getTargets': [Nothing, { targetInfos: readonly TargetInfo[] }];
  'Target.setAutoAttach': [{ autoAttach: true; waitForDebuggerOnStart: true; flatten: true }, Nothing];
  'Target.setDiscoverTargets': [{ discover: true }, Nothing];
};

export type CdpEvents = {
  'Fetch.requestPaused': RequestPaused;
  'Inspector.targetCrashed': Nothing;
  'Page.domContentEventFired': Nothing;
  'Page.frameNavigated': { readonly frame: { readonly id: string; readonly parentId?: string; readonly url: string } };
  'Page.loadEventFired': Nothing;
  'Runtime.bindingCalled': { readonly name: string; readonly payload: string; readonly executionContextId: number };
  'Runtime.consoleAPICalled': { readonly type: string; readonly args: readonly ConsoleArg[] };
  'Runtime.executionContextDestroyed': { readonly executionContextId: number };
  'Runtime.executionContextsCleared': Nothing;
  'Target.attachedToTarget': { readonly sessionId: string; readonly targetInfo: TargetInfo };
  'Target.targetCreated': { readonly targetInfo: TargetInfo };
  'Target.targetDestroyed': { readonly targetId: string };
  'Target.targetInfoChanged': { readonly targetInfo: TargetInfo };
};
