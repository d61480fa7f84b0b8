// What the first screen needs of the engine, asked before the rest of the page's script has run: by then the answers are there.
import type { BalieBridge } from '../../main/contract/bridge.ts';
import { askAhead } from '../client/asked-ahead.ts';
import { createDeskClient, type DeskClient } from '../client/desk-client.ts';
import { openDeskFacts, type Opened } from '../state/desk-facts.ts';
import { firstPageOf, sectionsIn } from '../state/queue.ts';

export type FirstAnswers = {
  readonly client: DeskClient & { readonly startAfter: (seq: number) => void };
  readonly opened: Promise<Opened>;
  /** What was asked ahead and nobody asked for since is asked anew from here on. */
  readonly forget: () => void;
};

export function askFirst(bridge: BalieBridge): FirstAnswers {
  const client = createDeskClient(bridge);
  const opened = openDeskFacts(client);
  const pages = sectionsIn({ kind: 'desk' }).map((section) => ['queue.list', firstPageOf(section)] as const);
  const { call, forget } = askAhead(client.call, pages);
  return { client: { ...client, call }, opened, forget };
}
