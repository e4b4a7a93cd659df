/** The square to take: drag the picture, or move it with three sliders, which any keyboard can. */

import { type PointerEvent, useEffect, useRef } from 'react';
import { say } from '@/utils/i18n/say';
import { type Crop, dragged, MAX_ZOOM, squareOf, zoomed } from './crop';

/** Canvas pixels; shown at half of it. */
const SIDE = 480;

export interface CropBoxProps {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  /** As `setState` takes it: several moves may come before one rendering. */
  readonly onChange: (next: (before: Crop) => Crop) => void;
}

export function CropBox({ picture, crop, onChange }: CropBoxProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { left, top, side } = squareOf(picture, crop);
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, SIDE, SIDE);
    context.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
  }, [picture, crop]);
  const onPointerMove = ({ currentTarget, pointerId, movementX, movementY }: PointerEvent<HTMLCanvasElement>) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const shown = currentTarget.clientWidth;
    onChange((before) => dragged(picture, before, { dx: movementX / shown, dy: movementY / shown }));
  };
  const { left, top, side } = squareOf(picture, crop);
  return (
    <div className="crop">
      <canvas
        ref={canvas}
        width={SIDE}
        height={SIDE}
        role="img"
        aria-label={say('account.cropSeen')}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={onPointerMove}
      />
      <div className="sliders">
        <Slider
          label={say('account.cropZoom')}
          value={(crop.zoom - 1) / (MAX_ZOOM - 1)}
          onChange={(share) => onChange((before) => zoomed(picture, before, 1 + share * (MAX_ZOOM - 1)))}
        />
        <Slider
          label={say('account.cropLeftRight')}
          value={crop.x}
          isOff={left === 0 && side === picture.width}
          onChange={(x) => onChange((before) => ({ ...before, x }))}
        />
        <Slider
          label={say('account.cropTopBottom')}
          value={crop.y}
          isOff={top === 0 && side === picture.height}
          onChange={(y) => onChange((before) => ({ ...before, y }))}
        />
      </div>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  /** 0–1 */
  readonly value: number;
  readonly isOff?: boolean;
  readonly onChange: (value: number) => void;
}

function Slider({ label, value, isOff = false, onChange }: SliderProps) {
  return (
    <label className="slider">
      {label}
      <input
        type="range"
        dir="ltr"
        min={0}
        max={100}
        value={Math.round(value * 100)}
        disabled={isOff}
        onChange={({ target }) => onChange(Number(target.value) / 100)}
      />
    </label>
  );
}
