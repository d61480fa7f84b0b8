// The rooms around the list: accounts in trouble, the outbox, hours, the wizard; and what the world really writes.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type Wish, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

/** Opens the desk for one story and closes it again. */
const at = async (wish: Partial<Wish>, story: (page: Page) => Promise<void>): Promise<void> => {
  const { page, complaints } = await desk.open(wish);
  await story(page);
  expect(complaints).toEqual([]);
  await desk.leave(page);
};

const settings = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('button', { name: /^(Instellingen|Settings)/ }).click();
  await page.getByRole('button', { name: tab, exact: true }).click();
};

const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement?.id || document.activeElement?.tagName');

const CORNERS = [
  { language: 'nl', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

describe('an account in trouble', () => {
  test('tells in the settings what is wrong, since when, and what to do', () =>
    at({ scene: 'offline' }, async (page) => {
      await settings(page, 'Accounts');
      const sheet = page.locator('.settings-sheet');
      await expect.poll(() => sheet.textContent()).toContain('Er is geen verbinding met het internet.');
      expect(await sheet.textContent()).toContain('geen verbinding sinds');
      await sheet.getByRole('button', { name: 'Nu proberen' }).click();
    }));

  test('is one click away at 200 %', () =>
    at({ scene: 'password', width: 640, height: 400 }, async (page) => {
      expect(await faults(page)).toEqual([]);
      await page.locator('.top-lines').getByRole('button', { name: 'Nieuw wachtwoord' }).click();
      await expect.poll(() => page.getByLabel('Wachtwoord', { exact: true }).isVisible()).toBe(true);
    }));
});

describe('the notifications of the last month', () => {
  test.each([
    { corner: CORNERS[0], wanted: 'waarom', why: '75 % van 8 werkuren was vandaag 9:40 voorbij' },
    { corner: CORNERS[1], wanted: 'why they', why: '75 % of 8 working hours had passed today 9:40' },
  ])('say why each came, and lead to its conversation ($corner.language)', ({ corner, wanted, why }) =>
    at(corner, async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(wanted);
      await page.keyboard.press('Enter');
      const line = page.getByRole('dialog').getByRole('button', { name: /Bakkerij Smit/ });
      await expect.poll(() => line.textContent()).toContain(why);
      expect(await faults(page)).toEqual([]);
      await line.click();
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await expect
        .poll(() => page.locator('.queue-row[aria-selected=true], [role=option][aria-selected=true]').count())
        .toBe(1);
    }),
  );

  test('can be silenced from the palette, and the rail says until when and ends it', () =>
    at({}, async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('een uur stil');
      await page.keyboard.press('Enter');
      const silence = page.locator('.paused-line');
      await expect.poll(() => silence.textContent()).toContain('Stil tot 11:20');
      expect(await faults(page)).toEqual([]);
      await silence.getByRole('button').click();
      await expect.poll(() => silence.count()).toBe(0);
    }));
});

describe('a sheet', () => {
  test.each(['h', 'w'])('that asks for a moment (%s) begins in the field for it', (key) =>
    at({}, async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await focused(page)).toBe(await page.getByLabel('Of schrijf').getAttribute('id'));
    }),
  );

  test('gives the focus back to where it was', () =>
    at({}, async (page) => {
      await page.keyboard.press('j');
      await expect.poll(() => focused(page)).toBe('queue-list');
      for (const key of ['h', 'w', 'i', '?']) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        expect(await focused(page)).toBe('queue-list');
      }
      // A room that is left by its key, and a line that goes, do not drop it at the top of the page either.
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.locator('main[aria-label="Instellingen"]:focus').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toBe('queue-list');
      await page.keyboard.press('Delete');
      await page.locator('.notice').waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      await page.keyboard.press('j');
      await page.locator('.trash-open:focus').waitFor();
      await page.getByRole('heading', { name: 'Offerte inbouwkast slaapkamer' }).waitFor();
      await page.keyboard.press('Delete');
      await page.locator('.trash-open').waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe('room');
    }));
});

test('searching again begins with the earlier words selected', () =>
  at({}, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('offerte');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    const field = page.locator('#search-field');
    await expect.poll(() => field.inputValue()).toBe('offerte');
    await page.keyboard.type('keuken');
    expect(await field.inputValue()).toBe('keuken');
  }));

test('a planned answer that did not leave is told, with the way to its conversation', () =>
  at({}, async (page) => {
    await page.evaluate('window.tellWindow({ kind: "send-later-cancelled", conversation: 3 })');
    await page.getByText(/je geplande antwoord is niet vertrokken/).waitFor();
    await page.getByRole('button', { name: 'Gesprek openen' }).click();
    await page.getByRole('heading', { name: 'Kunnen jullie vrijdag komen opmeten?' }).waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
  }));

test('who else gets the answer stands above it, by name', () =>
  at({}, async (page) => {
    await page.getByRole('option', { name: /Els Peeters/ }).click();
    const line = page.locator('.composer-route .route-line');
    await expect.poll(() => line.textContent()).toContain('kopie aan aannemer@bouwdekeyser.be');
    expect(await line.getAttribute('title')).toContain('jan.keersmaekers@vakgroep-gevel.be');
  }));

describe.each(CORNERS)('the outbox in $language, $theme', (look) => {
  test('names what failed and what is doubtful, and lets the owner choose', () =>
    at({ ...look, scene: 'trouble' }, async (page) => {
      const isDutch = look.language === 'nl';
      await page.getByRole('button', { name: isDutch ? /^Postvak uit/ : /^Outbox/ }).click();
      expect(await faults(page)).toEqual([]);
      await page.locator('.outbox-line').nth(1).focus();
      await page.keyboard.press('Enter');
      const words = isDutch
        ? ['Nakijken', 'Opnieuw versturen', 'Het is verstuurd']
        : ['Check', 'Send again', 'It was sent'];
      for (const name of words) await page.getByRole('button', { name, exact: true }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: words[0] ?? '', exact: true }).click();
      await page.locator('.notice').waitFor();
      await page.getByRole('button', { name: words[2] ?? '', exact: true }).click();
      await page.getByRole('button', { name: words[2] ?? '', exact: true }).waitFor({ state: 'detached' });
      await page.locator('.outbox-line').first().click();
      await page.getByRole('button', { name: isDutch ? 'Terughalen' : 'Take back' }).waitFor();
      expect(await faults(page)).toEqual([]);
    }));
});

test('the office hours say what looks like a slip, and read a time as it is written', () =>
  at({}, async (page) => {
    await settings(page, 'Openingsuren');
    const from = page.getByLabel('maandag open vanaf').first();
    const until = page.getByLabel('maandag open tot').first();
    const monday = page.locator('.day').first();
    const example = page.locator('.hours-preview').getByRole('status');
    await expect.poll(() => example.textContent()).toContain('dinsdag 19 mei 9:30');
    // Still in the field: two hours and twenty minutes of Friday evening count already.
    await page.getByLabel('vrijdag open tot').last().fill('20:00');
    await expect.poll(() => example.textContent()).toContain('maandag 18 mei 15:40');
    await page.getByLabel('Voorbeeld voor').selectOption('whatsapp');
    await expect.poll(() => example.textContent()).toContain('vrijdag 15 mei 18:40');
    const write = async (field: typeof from, text: string): Promise<void> => {
      await field.fill(text);
      await field.blur();
    };
    await write(from, '8u30');
    await expect.poll(() => from.inputValue()).toBe('08:30');
    await write(until, '14');
    await monday.getByText(/overlappen/).waitFor();
    await write(until, '2');
    await monday.getByText(/tot na middernacht/).waitFor();
    await write(until, '8:30');
    await monday.getByText(/dan is de zaak niet open/).waitFor();
    await write(until, 'negen');
    await monday.getByText(/“negen” is geen uur/).waitFor();
    expect(await faults(page)).toEqual([]);
    await write(until, '12:30');
    await expect.poll(() => monday.locator('.day-words p').count()).toBe(0);
  }));

test('own closing days are read day before month, whatever the computer speaks', () =>
  at({}, async (page) => {
    await settings(page, 'Openingsuren');
    await page.getByLabel('Van', { exact: true }).fill('24/12');
    await page.getByLabel('Tot en met').fill('3-1');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.settings-list').textContent()).toContain('24 dec 2026');
    expect(await page.locator('.settings-list').textContent()).toContain('3 jan 2027');
    await page.getByLabel('Van', { exact: true }).fill('31-4-2027');
    await page.getByText('Schrijf een dag als 24-12-2026.').waitFor();
    expect(await faults(page)).toEqual([]);
  }));

test('the owner chooses the holidays on which he is closed', () =>
  at({}, async (page) => {
    await settings(page, 'Openingsuren');
    await page.getByText('Gesloten op 10 van deze 15 dagen').click();
    await page.getByLabel('Feest van de Vlaamse Gemeenschap').check();
    await page.getByLabel('Wapenstilstand').uncheck();
    await page.getByLabel('Kerstmis').uncheck();
    await page.getByText('Gesloten op 9 van deze 15 dagen').waitFor();
    expect(await faults(page)).toEqual([]);
  }));

test('the owner sees what was learned of him, forgets one sender, and then everything', () =>
  at({}, async (page) => {
    await settings(page, 'Wat Balie leert');
    const sheet = page.locator('.settings-sheet');
    await sheet.getByText('verkoop@zagenenzo.be').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vergeet wat Balie leerde over verkoop@zagenenzo.be' }).click();
    await expect.poll(() => sheet.textContent()).not.toContain('verkoop@zagenenzo.be');
    await page.getByRole('button', { name: 'Alles vergeten…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Alles vergeten' }).click();
    await sheet.getByText('Nog geen.').waitFor();
  }));

test('a newsletter says why it lies in Ter info, in the list and above its text, with the move back beside it', () =>
  at({}, async (page) => {
    await page.getByRole('button', { name: /^Ter info/ }).click();
    const row = page.getByRole('option', { name: /Houtinfo/ });
    expect(await row.textContent()).toContain('nieuwsbrief');
    await row.click();
    const line = page.locator('.why-line');
    await expect.poll(() => line.textContent()).toContain('Nieuwsbrief of mailing: die vraagt geen antwoord.');
    expect(await faults(page)).toEqual([]);
    await line.getByRole('button', { name: 'Naar wachtrij' }).click();
    await expect.poll(() => page.getByRole('option', { name: /Houtinfo/ }).count()).toBe(0);
  }));

describe('connecting a mailbox', () => {
  const begin = async (page: Page, email: string): Promise<void> => {
    await page.getByRole('button', { name: 'Mijn e-mail verbinden' }).click();
    await page.getByLabel('E-mailadres').fill(email);
    await page.keyboard.press('Enter');
  };

  test('says before any password that Microsoft wants a browser', () =>
    at({ scene: 'welcome' }, async (page) => {
      await begin(page, 'jan@outlook.com');
      await page.getByText(/alleen nog aanmelden via de browser/).waitFor();
      expect(await page.locator('input[type=password]').count()).toBe(0);
    }));

  test('says that Gmail wants an app password, with help', () =>
    at({ scene: 'welcome' }, async (page) => {
      await begin(page, 'jan@gmail.com');
      await page.getByRole('button', { name: 'Zo maak je een app-wachtwoord' }).waitFor();
      expect(await page.locator('.notice-box').first().textContent()).toContain('Gmail vraagt een app-wachtwoord');
    }));

  test('keeps servers that were typed by hand when going back, and Enter goes on', () =>
    at({ scene: 'welcome' }, async (page) => {
      await begin(page, 'jan@onbekend.be');
      const receiving = page.getByRole('group', { name: 'Post ontvangen (IMAP)' });
      await receiving.getByLabel('Server').fill('mail.onbekend.be');
      await receiving.getByLabel('Poort').fill('');
      await receiving.getByLabel('Poort').pressSequentially('1143');
      expect(await receiving.getByLabel('Poort').inputValue()).toBe('1143');
      const sending = page.getByRole('group', { name: 'Post versturen (SMTP)' });
      await sending.getByLabel('Server').fill('mail.onbekend.be');
      await sending.getByLabel('Beveiliging').selectOption('starttls');
      expect(await sending.getByLabel('Poort').inputValue()).toBe('587');
      await page.getByRole('button', { name: 'Terug' }).click();
      await page.keyboard.press('Enter');
      expect(await receiving.getByLabel('Server').inputValue()).toBe('mail.onbekend.be');
      expect(await receiving.getByLabel('Poort').inputValue()).toBe('1143');
      await page.getByLabel('Wachtwoord', { exact: true }).fill('geheim');
      await page.keyboard.press('Enter');
      await page.getByText(/aanvaardt deze gebruikersnaam/).waitFor();
      await page.getByRole('button', { name: 'Gegevens nakijken' }).click();
      expect(await page.getByLabel('Wachtwoord', { exact: true }).inputValue()).toBe('geheim');
    }));
});

describe('a conversation that cannot be drawn', () => {
  test('is told in its place, and the others are there as ever', async () => {
    const { page } = await desk.open();
    await page.evaluate(`{
      const { call } = window.balie;
      let isFirst = true;
      window.balie.call = async (name, args) => {
        const answer = await call(name, args);
        if (name !== 'conversation.open' || !isFirst) return answer;
        isFirst = false;
        return { ok: true, value: { ...answer.value, messages: null } };
      };
    }`);
    await page.getByRole('option').nth(1).click();
    await page.getByText('Er ging iets mis in Balie zelf.').waitFor();
    await page.getByRole('option').nth(2).click();
    await page.locator('.story .message').first().waitFor();
    expect(await page.getByText('Er ging iets mis in Balie zelf.').count()).toBe(0);
    await desk.leave(page);
  });
});

describe('what the world writes', () => {
  test('never runs off sideways, and nothing is nameless', () =>
    at({ scene: 'extremes' }, async (page) => {
      const title = page.locator('.conversation-head h2');
      for (const words of ['Een onderwerp', '(geen onderwerp)', 'طلب', 'De hele lijst met ramen']) {
        await page.keyboard.press('j');
        await expect.poll(() => title.textContent()).toContain(words);
        await page.locator('.story .message').first().waitFor();
        expect(
          await page.evaluate(
            `[document.documentElement, ...document.querySelectorAll('.story, .composer, .list-pane, .conversation-head')]
              .filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className)`,
          ),
        ).toEqual([]);
      }
    }));

  test('has no accessibility fault without a subject or a name', () =>
    at({ scene: 'extremes' }, async (page) => {
      await page.getByRole('option', { name: /geen onderwerp/ }).click();
      await page.getByRole('heading', { name: '(geen onderwerp)' }).waitFor();
      expect(await faults(page)).toEqual([]);
    }));
});

describe('promises', () => {
  test.each([
    { ...CORNERS[0], ledger: /^Beloften/, toConfirm: /^Te bevestigen/, asked: 'Je beloofde:', watched: 'Beloofd:' },
    { ...CORNERS[1], ledger: /^Promises/, toConfirm: /^To confirm/, asked: 'You promised:', watched: 'Promised:' },
  ])('are watched by one key, which another takes back ($language)', (words) =>
    at(words, async (page) => {
      await page.getByRole('button', { name: words.ledger }).click();
      await page.locator('.ledger-item.broken').waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: words.toConfirm }).click();
      await page.locator('.ledger-line', { hasText: 'Hilde Baert' }).click();
      const strip = page.locator('.promises');
      await strip.getByText(words.asked).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('y');
      await strip.getByText(words.watched).waitFor();
      await page.keyboard.press('z');
      await strip.getByText(words.asked).waitFor();
    }),
  );

  test('are written down by the keyboard alone', () =>
    at({}, async (page) => {
      await page.getByRole('option', { name: /Sofie Vermeulen/ }).click();
      await page.keyboard.press('Shift+W');
      await page.keyboard.type('stalen meebrengen');
      await page.keyboard.press('Enter');
      await page.keyboard.type('vrijdag 16u');
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      const line = page.locator('.promises', { hasText: 'stalen meebrengen' });
      await line.getByText('voor vr 16:00').waitFor();
      await page.keyboard.press('z');
      await line.waitFor({ state: 'detached' });
    }));

  test('lead from the ledger to the letter in which they were made', () =>
    at({ height: 600 }, async (page) => {
      await page.getByRole('button', { name: /^Beloften/ }).click();
      await page.locator('.ledger-line').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      const letter = page.locator('.message', { hasText: 'Ik reken het deze week na' });
      await letter.waitFor();
      const story = await page.locator('.story').boundingBox();
      const box = await letter.boundingBox();
      expect((box?.y ?? 0) - (story?.y ?? 0)).toBeLessThan(40);
    }));
});

describe('the switch in the rail', () => {
  test('says whether the owner is there, and takes him away by the keyboard alone', () =>
    at({}, async (page) => {
      const shown = page.locator('.availability');
      expect(await shown.textContent()).toBe('Open tot 12:30');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('afwezig');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Ben je er?' }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('4');
      await page.getByLabel('Of schrijf').fill('1 juni');
      await page.keyboard.press('Enter');
      await expect.poll(() => shown.textContent()).toBe('Afwezig tot 1 juni');
      await shown.click();
      await page.keyboard.press('1');
      await expect.poll(() => shown.textContent()).toBe('Open tot 12:30');
    }));
});

describe('acknowledgements', () => {
  test.each([
    {
      corner: CORNERS[0],
      tab: 'Ontvangstberichten',
      end: 'Proefweek nu',
      live: 'Vanaf nu echt',
      yes: 'Ik heb gelezen',
    },
    { corner: CORNERS[1], tab: 'Acknowledgements', end: 'End the trial', live: 'Send them from', yes: 'I have read' },
  ])('are sent after a yes that comes after reading ($corner.language)', ({ corner, tab, end, live, yes }) =>
    at(corner, async (page) => {
      await settings(page, tab);
      await page.getByRole('button', { name: end }).click();
      const go = page.getByRole('button', { name: live });
      expect(await go.isDisabled()).toBe(true);
      await page.locator('.ack summary').first().click();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('checkbox', { name: yes }).check();
      await go.click();
      await expect.poll(() => page.locator('.ack-switch.on').count()).toBe(1);
    }),
  );

  test('are shown as they would read now, and say what cannot be filled in', () =>
    at({}, async (page) => {
      await settings(page, 'Ontvangstberichten');
      const preview = page.locator('.ack-preview');
      await page.getByRole('radio', { name: 'Engels' }).check({ force: true });
      await expect.poll(() => preview.textContent()).toContain('no later than Wednesday 13 May at 11:00');
      await page.getByLabel('Tekst', { exact: true }).fill('Bel {{klant.telefoon}}');
      await expect.poll(() => preview.textContent()).toContain('klant.telefoon kan niet ingevuld worden');
      await page.getByRole('button', { name: 'Tekst van Balie terugzetten' }).click();
      await expect.poll(() => preview.textContent()).toContain('no later than');
    }));

  test('stand folded among the messages', () =>
    at({}, async (page) => {
      await page.getByRole('option', { name: /Sofie Vermeulen/ }).click();
      const folded = page.locator('.acknowledgement');
      await folded.waitFor();
      expect(await folded.getByText('automatische ontvangstbevestiging').isVisible()).toBe(false);
      await folded.locator('summary').click();
      expect(await folded.getByText('automatische ontvangstbevestiging').isVisible()).toBe(true);
    }));
});

test('signatures are kept by address and language, each under a name of its own', () =>
  at({}, async (page) => {
    await settings(page, 'Algemeen');
    await page.getByRole('button', { name: 'Ondertekening toevoegen' }).click();
    const third = page.getByRole('group', { name: 'Ondertekening 3' });
    await third.getByLabel('Voor adres').selectOption('tom@schrijnwerkerijclaes.be');
    await third.getByLabel('In gesprekken in het').selectOption('fr');
    await third.getByLabel('Tekst').fill('Menuiserie Claes');
    await page.getByRole('button', { name: 'Ondertekening 1 verwijderen' }).click();
    const second = page.getByRole('group', { name: 'Ondertekening 2' });
    await expect.poll(() => second.getByLabel('Tekst').inputValue()).toBe('Menuiserie Claes');
    expect(await second.getByLabel('Voor adres').inputValue()).toBe('tom@schrijnwerkerijclaes.be');
    expect(await faults(page)).toEqual([]);
  }));
