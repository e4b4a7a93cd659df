import { useId } from 'react';
import { type Colour, isColour } from '@/utils/studio/edits';

export interface ColourFieldProps {
  readonly label: string;
  readonly value: Colour;
  readonly onMove: (colour: Colour) => void;
  readonly onSet: (colour: Colour) => void;
}

/** The browser's own picker, with its eyedropper; React's `onChange` is every move in it, blur its end. */
export function ColourField({ label, value, onMove, onSet }: ColourFieldProps) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="color"
        value={value}
        onChange={({ target }) => isColour(target.value) && onMove(target.value)}
        onBlur={() => onSet(value)}
      />
    </div>
  );
}
