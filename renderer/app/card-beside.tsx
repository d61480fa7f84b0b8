// The card of the customer whose conversation is open: a column where the window has room for three, else a drawer over it.
import { useConversation, useDesk, usePlace } from '../state/use-desk.tsx';
import { CustomerCard } from '../features/contacts/customer-card.tsx';
import type { Actions } from './actions.ts';
import { useHasRoomForCard } from './use-room.ts';

export function CardBeside({ actions }: { readonly actions: Actions }) {
  const desk = useDesk();
  const address = useConversation((open) => open.view?.customer.address ?? null);
  const said = usePlace((place) => place.isCardShown);
  const hasRoom = useHasRoomForCard();
  if (address === null || address === '' || !(said ?? hasRoom)) return null;
  return (
    <CustomerCard
      address={address}
      look={hasRoom ? 'beside' : 'drawer'}
      onOpen={({ conversation }) => desk.place.setState({ conversation, isReading: true })}
      onClose={() => actions.run('card')}
      onData={() => actions.run('person-data')}
    />
  );
}
