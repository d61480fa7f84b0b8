// How people are called in a line: by name, or by address where they have none.
import type { Address } from '../../../main/domain/conversation/message.ts';

export const nameOf = ({ name, address }: Pick<Address, 'name' | 'address'>): string => (name === '' ? address : name);

export const namesOf = (people: readonly Address[]): string => people.map(nameOf).join(', ');

/** With the addresses, for whom the names do not say enough. */
export const fullNamesOf = (people: readonly Address[]): string =>
  people.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
