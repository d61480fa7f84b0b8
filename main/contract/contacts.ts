// What crosses the boundary about people: whom the owner means by the letters he typed.
import { z } from 'zod';
import { query } from './command-spec.ts';

/** Somebody a letter can go to, found by the letters typed so far. */
export type Completion = {
  /** As he calls himself, or as the owner calls him; '' where nobody ever said. */
  readonly name: string;
  readonly address: string;
  /** The owner wrote to him before, or has a card of him. Others only wrote to the owner. */
  readonly isKnownPerson: boolean;
  readonly isVip: boolean;
};

export const CONTACT_COMMANDS = {
  /**
   * Who was written to most and most lately comes first, then who wrote to us; '' answers those. Each word typed begins a word of
   * the name, the address or its domain. Mail addresses only, none of the owner's own.
   */
  'contact.complete': query<readonly Completion[]>()(
    z.object({
      text: z.string().max(320),
      limit: z.number().int().min(1).max(50),
      /** Whom this account wrote to before comes before others. */
      account: z.string().max(200).nullable().optional(),
    }),
  ),
} as const;
