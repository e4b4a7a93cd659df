/**
 * SVG parts of the built scenes, each for a canvas of 1200 × 900: shapes (white on black is the alpha), the foreground's
 * own colours, and backgrounds of a very different colour, so that what they leave in an edge shows.
 */
import { createRandom } from './random.mjs';

export const WIDTH = 1200;
export const HEIGHT = 900;

const svg = (...parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`;
const BLACK = '<rect width="100%" height="100%" fill="#000"/>';

/** A ball of fur: some hundred curved strands around a disc. */
function fur() {
  const random = createRandom(7);
  const strands = Array.from({ length: 700 }, () => {
    const angle = random() * 2 * Math.PI;
    const reach = 330 + random() * 90;
    const bend = angle + (random() - 0.5) * 0.5;
    const at = (a, r) => `${(600 + r * Math.cos(a)).toFixed(1)} ${(460 + r * Math.sin(a)).toFixed(1)}`;
    const path = `M${at(angle, 240)} Q${at(angle, 300)} ${at(bend, reach)}`;
    return `<path d="${path}" stroke-width="${(1 + random() * 2).toFixed(1)}"/>`;
  });
  return svg(BLACK, '<circle cx="600" cy="460" r="300" fill="#fff"/>', strokes(strands));
}

/** Head and shoulders with long loose hair. */
function hair() {
  const random = createRandom(11);
  const strands = Array.from({ length: 420 }, () => {
    const side = random() < 0.5 ? -1 : 1;
    const x = 600 + side * (40 + random() * 130);
    const end = 600 + side * (150 + random() * 190);
    const knee = 600 + side * (190 + random() * 130);
    const path = `M${x} ${150 + random() * 90} C${knee} 200 ${knee} 420 ${end} ${500 + random() * 260}`;
    return `<path d="${path}" stroke-width="${(1 + random() * 2.2).toFixed(1)}"/>`;
  });
  const body =
    '<path d="M250 900 C270 720 460 680 540 660 L540 560 L660 560 L660 660 C740 680 930 720 950 900 Z" fill="#fff"/>';
  return svg(BLACK, body, '<ellipse cx="600" cy="370" rx="165" ry="215" fill="#fff"/>', strokes(strands));
}

/** A vase out of focus: an edge that is soft over some thirty pixels. */
function blur() {
  const filter =
    '<filter id="b" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="9"/></filter>';
  const vase =
    'M520 120 L680 120 C680 300 860 380 840 600 C825 760 740 810 600 810 C460 810 375 760 360 600 C340 380 520 300 520 120 Z';
  return svg(BLACK, filter, `<path d="${vase}" fill="#fff" filter="url(#b)"/>`);
}

const strokes = (paths) => `<g fill="none" stroke="#fff" stroke-linecap="round">${paths.join('')}</g>`;

/** Colours of the foreground, given everywhere, so that its truth is known in the softest pixel too. */
function paint(light, middle, dark, ...details) {
  const stops = `<stop offset="0" stop-color="${light}"/><stop offset="0.55" stop-color="${middle}"/><stop offset="1" stop-color="${dark}"/>`;
  const shade = `<radialGradient id="p" cx="0.42" cy="0.36" r="0.62">${stops}</radialGradient>`;
  return svg(shade, '<rect width="100%" height="100%" fill="url(#p)"/>', ...details);
}

const eye = (x, y) =>
  `<circle cx="${x}" cy="${y}" r="26" fill="#fff"/><circle cx="${x}" cy="${y + 4}" r="14" fill="#111"/>`;
const FACE =
  '<ellipse cx="600" cy="400" rx="120" ry="160" fill="#e3b08d"/><ellipse cx="552" cy="370" rx="16" ry="9" fill="#2a1a12"/>' +
  '<ellipse cx="648" cy="370" rx="16" ry="9" fill="#2a1a12"/><path d="M560 470 Q600 500 640 470" stroke="#9c3b33" stroke-width="10" fill="none"/>' +
  '<path d="M250 900 C270 720 460 690 540 665 L660 665 C740 690 930 720 950 900 Z" fill="#7a2437"/>';

export const SHAPES = {
  fur: { alpha: fur, colours: () => paint('#f7d9a8', '#c98b45', '#7d4a1c', eye(530, 400), eye(670, 400)) },
  hair: { alpha: hair, colours: () => paint('#6b452b', '#4a2c1a', '#3a2114', FACE) },
  blur: { alpha: blur, colours: () => paint('#f2f0ff', '#8c7bd8', '#3c2a86') },
};

/** A meadow out of focus, and a bright blue wall with its floor. */
export const BACKGROUNDS = {
  green: () => {
    const random = createRandom(3);
    const blobs = Array.from({ length: 60 }, () => {
      const colour = ['#2f8f2b', '#58b83a', '#1f6b2a', '#9ad64a'][Math.floor(random() * 4)];
      return `<circle cx="${random() * WIDTH}" cy="${random() * HEIGHT}" r="${30 + random() * 90}" fill="${colour}" opacity="0.6"/>`;
    });
    const filter = '<filter id="s"><feGaussianBlur stdDeviation="22"/></filter>';
    return svg(
      filter,
      '<rect width="100%" height="100%" fill="#3f9d33"/>',
      `<g filter="url(#s)">${blobs.join('')}</g>`,
    );
  },
  blue: () => {
    const wall =
      '<linearGradient id="w" x2="0.2" y2="1"><stop offset="0" stop-color="#3aa7ff"/><stop offset="1" stop-color="#0b5bd6"/></linearGradient>';
    return svg(
      wall,
      '<rect width="100%" height="100%" fill="url(#w)"/><rect y="760" width="100%" height="140" fill="#0a3f99"/>',
    );
  },
};
