import { EllipsisIcon } from 'lucide-react';
import { type MouseEvent, useRef } from 'react';
import { type MessageKey, say, type Values } from '@/utils/i18n/say';

export interface MenuItem {
  readonly key: MessageKey;
  readonly values?: Values;
  readonly onPress: (event: MouseEvent) => void;
}

/** A popover of the browser's own: it closes with Esc, or with a press beside it, and weighs nothing. */
export function CardMenu({ items }: { readonly items: readonly MenuItem[] }) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-label={say('card.more')}
        title={say('card.more')}
        popoverTarget="more"
      >
        <EllipsisIcon />
      </button>
      <ul id="more" className="more" popover="auto" ref={list}>
        {items.map(({ key, values, onPress }) => (
          <li key={key}>
            <button
              type="button"
              onClick={(event) => {
                list.current?.hidePopover();
                onPress(event);
              }}
            >
              {say(key, values)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
