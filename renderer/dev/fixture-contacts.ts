// Whom the fixture desk knows: the people of its stories.
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { Completion } from '../../main/contract/contacts.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import { begins, findableWords, typedWords } from '../../main/domain/contact/name-words.ts';
import { isMailAddress } from '../../main/domain/contact/way.ts';

type Person = { readonly who: string; readonly address: string };

export function createFixtureContacts(stories: readonly Person[]) {
  return {
    'contact.complete': ({ text, limit }: CommandArgs<'contact.complete'>): Result<readonly Completion[]> =>
      ok(
        [...new Map(stories.map((story) => [story.address, story])).values()]
          .filter(({ who, address }) => isMailAddress(address) && begins(findableWords(who, address), typedWords(text)))
          .map(({ who, address }) => ({ name: who, address, isKnownPerson: true, isVip: false }))
          .slice(0, limit),
      ),
  };
}
