import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
import type { Size } from '@/utils/pipeline/raster';
import type { Shares, Tool } from './brush';

const DIAMETER = 136;
const LARGER = 4;
/** From the pointer, so that a hand does not hide it. */
const AWAY = 24;

export interface LoupeProps {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly at: Shares;
  /** Of the stroke that is drawn, x and y by turns, in shares. */
  readonly points: readonly number[];
  readonly tool: Tool;
}

/** What lies under the brush, four times as large, beside it. */
export function Loupe(props: LoupeProps) {
  const glass = useRef<HTMLCanvasElement>(null);
  const box = props.canvas.current?.getBoundingClientRect();
  useEffect(() => {
    const { canvas } = props;
    if (glass.current && canvas.current) draw(glass.current, canvas.current, props);
  });
  if (!box) return null;
  const [x, y] = [box.left + props.at[0] * box.width, box.top + props.at[1] * box.height];
  return <canvas ref={glass} className="loupe checkerboard" style={beside(x, y)} />;
}

/** Above and to the right, or where there is room. */
function beside(x: number, y: number): CSSProperties {
  const isRight = x + AWAY + DIAMETER < innerWidth;
  const isAbove = y - AWAY - DIAMETER > 0;
  return {
    left: isRight ? x + AWAY : x - AWAY - DIAMETER,
    top: isAbove ? y - AWAY - DIAMETER : y + AWAY,
    inlineSize: DIAMETER,
    blockSize: DIAMETER,
  };
}

function draw(glass: HTMLCanvasElement, canvas: HTMLCanvasElement, { at, points, tool }: LoupeProps): void {
  const side = DIAMETER * devicePixelRatio;
  glass.width = side;
  glass.height = side;
  const context = glass.getContext('2d');
  if (!context) return;
  const shown = canvas.getBoundingClientRect().width * devicePixelRatio * LARGER;
  // From pixels of the canvas to those of the glass, with the place under the pointer in its middle.
  const scale = shown / canvas.width;
  context.setTransform(scale, 0, 0, scale, side / 2 - at[0] * shown, side / 2 - at[1] * canvas.height * scale);
  context.imageSmoothingEnabled = scale < LARGER * 2;
  context.drawImage(canvas, 0, 0);
  const colour = getComputedStyle(glass).getPropertyValue('--brush');
  const diameter = tool.size * Math.max(canvas.width, canvas.height);
  drawStroke(context, { points, size: { width: canvas.width, height: canvas.height }, diameter, colour });
  drawMiddle(context, at[0] * canvas.width, at[1] * canvas.height, devicePixelRatio / scale);
  context.beginPath();
  context.arc(at[0] * canvas.width, at[1] * canvas.height, diameter / 2, 0, 2 * Math.PI);
  context.lineWidth = (2 * devicePixelRatio) / scale;
  context.strokeStyle = colour;
  context.stroke();
}

/** Light upon dark, for the brush itself is often larger than the glass. */
function drawMiddle(context: CanvasRenderingContext2D, x: number, y: number, pixel: number): void {
  for (const [colour, width] of [
    ['#000000', 3],
    ['#ffffff', 1],
  ] as const) {
    context.beginPath();
    context.moveTo(x - 7 * pixel, y);
    context.lineTo(x + 7 * pixel, y);
    context.moveTo(x, y - 7 * pixel);
    context.lineTo(x, y + 7 * pixel);
    context.strokeStyle = colour;
    context.lineWidth = width * pixel;
    context.stroke();
  }
}

interface DrawnStroke {
  readonly points: readonly number[];
  readonly size: Size;
  readonly diameter: number;
  readonly colour: string;
}

function drawStroke(context: CanvasRenderingContext2D, { points, size, diameter, colour }: DrawnStroke): void {
  if (points.length === 0) return;
  context.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    context.lineTo((points[i] as number) * size.width, (points[i + 1] as number) * size.height);
  }
  // A single point twice, or nothing is drawn.
  if (points.length === 2) context.lineTo((points[0] as number) * size.width, (points[1] as number) * size.height);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = diameter;
  // Fainter than on the picture: here one wants to see what is below.
  context.globalAlpha = 0.25;
  context.strokeStyle = colour;
  context.stroke();
  context.globalAlpha = 1;
}
