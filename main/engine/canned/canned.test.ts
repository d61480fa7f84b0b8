import { beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../contract/commands.ts';
import type { CannedFacts } from '../../domain/canned/facts.ts';
import { readTemplate } from '../../domain/canned/template.ts';
import { createFakePorts } from '../ports/fake-ports.ts';
import { createSettings } from '../settings/settings.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createCanned, type CannedDesk } from './canned.ts';
import { STARTER_SET } from './starter-set.ts';

const now = Date.parse('2026-05-12T10:00+02:00');
const facts: CannedFacts = {
  language: 'nl',
  contact: { name: 'Jan van den Berg', address: 'jan@gmail.com' },
  subject: 'Vraag',
  receivedAt: now,
  commitmentAt: null,
  replyBy: null,
  channel: 'email',
};

let store: Store;
const open = (given: Partial<CannedFacts> = {}): CannedDesk =>
  createCanned({
    store,
    settings: createSettings({ store, emit: () => {} }),
    clock: createFakePorts(now).clock,
    factsFor: (conversation, to) => {
      if (conversation === null) return { ...facts, contact: to ?? { name: '', address: '' }, language: null };
      return conversation === 1 ? { ...facts, ...given } : null;
    },
    onChanged: () => {},
  });
const listed = (canned: CannedDesk): readonly string[] => {
  const answer = canned.list();
  return answer.ok ? answer.value.map(({ code }) => code) : [];
};
const greeting = {
  id: null,
  code: 'Groet',
  title: 'Groet',
  tags: ['dag', ' dag ', ''],
  texts: { nl: 'Dag {{klant.voornaam}}', fr: ' ' },
};

const fillIn = (canned: CannedDesk, id: number, conversation = 1): ReturnType<CannedDesk['fill']> => {
  const { fill } = canned;
  return fill({ id, conversation, answers: {} });
};

beforeEach(() => {
  const opened = openStore(':memory:');
  if (!opened.ok) throw new Error(opened.error.detail);
  store = opened.value;
});

describe('the starter set', () => {
  it('is there on a new desk', () => {
    expect(listed(open())).toEqual(['afspraak', 'bedankt', 'klacht', 'levertijd', 'offerte', 'openingsuren']);
  });
  it('does not come back once it is thrown away', () => {
    const canned = open();
    for (const { id } of store.canned.list()) canned.remove({ id });
    expect(listed(open())).toEqual([]);
  });
  it('has three languages, names only fields that exist, and asks the same in each', () => {
    for (const { texts } of STARTER_SET) {
      const asked = (['nl', 'en', 'fr'] as const).map((language) =>
        readTemplate(texts[language] ?? '').flatMap((piece) => {
          if (piece.kind === 'words') return [];
          return piece.kind === 'question' ? [`?${piece.question}`] : [piece.field];
        }),
      );
      expect(asked[0]?.length).toBeGreaterThan(0);
      expect(asked.flat()).not.toContain(null);
      expect(asked[1]).toEqual(asked[0]);
      expect(asked[2]).toEqual(asked[0]);
    }
  });
  it('passes the same door as what the owner saves', () => {
    for (const draft of STARTER_SET) {
      expect(COMMANDS['canned.save'].args.safeParse({ id: null, ...draft }).success).toBe(true);
    }
  });
});

describe('saving', () => {
  it('keeps a reply with its code in small letters, without empty tags and texts', () => {
    expect(open().save(greeting)).toMatchObject({
      ok: true,
      value: { code: 'groet', tags: ['dag'], texts: { nl: 'Dag {{klant.voornaam}}' }, usedCount: 0, lastUsedAt: null },
    });
  });
  it('changes a reply under its id, also to the code that it has', () => {
    const canned = open();
    const saved = canned.save(greeting);
    const id = saved.ok ? saved.value.id : 0;
    expect(canned.save({ ...greeting, id, title: 'Begroeting' })).toMatchObject({
      ok: true,
      value: { id, title: 'Begroeting' },
    });
  });
  it('refuses a code that another has', () => {
    expect(open().save({ ...greeting, code: 'OFFERTE' })).toMatchObject({
      ok: false,
      error: { code: 'already-exists', values: { what: '/offerte' } },
    });
  });
  it('refuses a reply without any text, and one that is gone', () => {
    const canned = open();
    expect(canned.save({ ...greeting, texts: { nl: ' ' } })).toMatchObject({ error: { code: 'invalid-argument' } });
    expect(canned.save({ ...greeting, id: 999 })).toMatchObject({ error: { code: 'not-found' } });
    expect(canned.remove({ id: 999 })).toMatchObject({ error: { code: 'not-found' } });
  });
  it('counts uses', () => {
    const saved = open().save(greeting);
    const id = saved.ok ? saved.value.id : 0;
    store.canned.countUse(id, now);
    store.canned.countUse(id, now + 1);
    expect(store.canned.get(id)).toMatchObject({ usedCount: 2, lastUsedAt: now + 1 });
  });
});

describe('removing', () => {
  it('can be taken back, with its files and its count', () => {
    const canned = open();
    const saved = canned.save(greeting);
    const id = saved.ok ? saved.value.id : 0;
    canned.addFile({ id, fileName: 'plan.pdf', contentType: 'application/pdf', bytes: Buffer.from('plan') });
    store.canned.countUse(id, now);
    canned.remove({ id });
    expect(listed(canned)).not.toContain('groet');
    expect(canned.bringBack({ id })).toMatchObject({
      value: { id, code: 'groet', usedCount: 1, files: [{ fileName: 'plan.pdf', size: 4 }] },
    });
    expect(canned.bringBack({ id })).toMatchObject({ error: { code: 'not-found' } });
  });
  it('frees its code; what comes back then has another', () => {
    const canned = open();
    const saved = canned.save(greeting);
    canned.remove({ id: saved.ok ? saved.value.id : 0 });
    expect(canned.save(greeting)).toMatchObject({ ok: true });
    expect(canned.bringBack({ id: saved.ok ? saved.value.id : 0 })).toMatchObject({ value: { code: 'groet-2' } });
  });
  it('is for good after a day', () => {
    const canned = open();
    const saved = canned.save(greeting);
    const id = saved.ok ? saved.value.id : 0;
    canned.remove({ id });
    store.canned.setAside(id, 0);
    store.canned.removeSetAside(now + 1);
    expect(canned.bringBack({ id })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('files of a reply', () => {
  const add = (canned: CannedDesk, id: number, size: number, fileName = 'a/../plan.pdf') =>
    canned.addFile({ id, fileName, contentType: 'application/pdf', bytes: new Uint8Array(size) });
  const draftIn = (): number =>
    store.drafts.add({
      kind: 'new',
      conversation: null,
      message: null,
      account: null,
      sender: null,
      recipients: null,
      subject: null,
      text: 'Dag',
      html: null,
      canned: [],
      savedAt: now,
    });
  it('have safe names, and a limit together', () => {
    const canned = open();
    const { id } = store.canned.list()[0] ?? { id: 0 };
    expect(add(canned, id, 10_000_000)).toMatchObject({ value: { fileName: 'plan.pdf' } });
    expect(add(canned, id, 6_000_000)).toMatchObject({ error: { code: 'message-too-large' } });
    for (let nr = 1; nr < 10; nr += 1) add(canned, id, 1);
    expect(add(canned, id, 1)).toMatchObject({ error: { code: 'not-possible-now' } });
    expect(add(canned, 999, 1)).toMatchObject({ error: { code: 'not-found' } });
  });
  it('come into a draft once, however often the reply is put in', () => {
    const canned = open();
    const { id } = store.canned.list()[0] ?? { id: 0 };
    add(canned, id, 3, 'prijzen.pdf');
    add(canned, id, 4, 'plan.pdf');
    const draft = draftIn();
    store.draftFiles.add(
      draft,
      { fileName: 'plan.pdf', contentType: 'application/pdf', contentId: null },
      new Uint8Array(5),
    );
    canned.attach({ id, draft });
    expect(canned.attach({ id, draft })).toMatchObject({
      ok: true,
      value: [
        { fileName: 'plan.pdf', size: 5 },
        { fileName: 'prijzen.pdf', size: 3 },
        { fileName: 'plan.pdf', size: 4 },
      ],
    });
    expect(canned.attach({ id, draft: 999 })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('filling in', () => {
  it('takes the text in the language of the conversation', () => {
    const id = store.canned.add({
      code: 'x',
      title: 'x',
      tags: [],
      texts: { nl: 'Dag {{klant.voornaam}}', fr: 'Bonjour' },
    });
    expect(fillIn(open(), id)).toEqual({
      ok: true,
      value: { text: 'Dag Jan', language: 'nl', missing: [], questions: [] },
    });
    expect(fillIn(open({ language: 'fr' }), id)).toMatchObject({
      value: { text: 'Bonjour' },
    });
  });
  it('tells what is missing and what is asked', () => {
    const id = store.canned.add({ code: 'x', title: 'x', tags: [], texts: { nl: '{{my.phone}} {{?Dag}}' } });
    expect(fillIn(open(), id)).toMatchObject({
      value: { missing: ['my.phone'], questions: ['Dag'] },
    });
  });
  it('knows the opening hours of the settings', () => {
    const id = store.canned.add({ code: 'x', title: 'x', tags: [], texts: { nl: '{{hours.next_open}}' } });
    expect(fillIn(open(), id)).toMatchObject({
      value: { text: 'woensdag 13 mei om 9.00 uur' },
    });
  });
  it('takes another language when the owner wants that, and knows nobody in a new mail', () => {
    const id = store.canned.add({
      code: 'x',
      title: 'x',
      tags: [],
      texts: { nl: 'Dag', en: 'Dear {{contact.first_name}}' },
    });
    const { fill } = open();
    expect(fill({ id, conversation: 1, answers: {}, language: 'en' })).toMatchObject({ value: { text: 'Dear Jan' } });
    expect(fill({ id, conversation: null, answers: {}, language: 'en' })).toMatchObject({
      value: { missing: ['contact.first_name'] },
    });
    const to = { name: 'Zoë Maes', address: 'zoe@x.be' };
    expect(fill({ id, conversation: null, to, answers: {}, language: 'en' })).toMatchObject({
      value: { text: 'Dear Zoë' },
    });
  });
  it('fails for a conversation or a reply that is gone', () => {
    const canned = open();
    expect(fillIn(canned, 999)).toMatchObject({ error: { code: 'not-found' } });
    expect(fillIn(canned, 1, 2)).toMatchObject({ error: { code: 'not-found' } });
  });
});
