// How a customer is called wherever the desk speaks of him to the owner: lists, notices, tray, reports. Never in what leaves for
// somebody else: what the owner calls his customers is his own business.
import { customerName } from '../../domain/contact/way.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { ContactTable } from '../store/contact-table.ts';

export type CardNames = { readonly contacts: Pick<ContactTable, 'nameOf'> };

/** By the name on his card, else as he calls himself, else by his number or address. */
export const calledBy = ({ contacts }: CardNames, person: Address): string =>
  contacts.nameOf(person.address) || customerName(person);
