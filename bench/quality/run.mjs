/** `npm run bench:quality`: every picture through both sides, scored against its truth. */
import { existsSync } from 'node:fs';
import { say } from '../../scripts/setup/say.mjs';
import { PEER_MODEL } from '../args.mjs';
import { openPeer } from '../peer/session.mjs';
import { USUAL_FOLDER } from './args.mjs';
import { casesOfFolders, casesOfManifest, hasManifest, spread } from './cases.mjs';
import { createOurCutouts } from './our-cutouts.mjs';
import { createPeerCutouts } from './peer-cutouts.mjs';
import { buildScenes } from './scenes.mjs';
import { readCutout, readMask, readPixels, score } from './score.mjs';
import { summarise } from './summary.mjs';

/** @returns {Promise<{qualities: object[]}>} per quality: groups, every picture's scores, and what failed */
export async function measureQuality(wish) {
  const cases = [findPhotos(wish), await buildScenes()].flatMap((list) => spread(list, wish.limit));
  const peer = createPeerCutouts(openPeer, { fresh: wish.fresh });
  const own = createOurCutouts();
  try {
    const qualities = [];
    for (const quality of wish.qualities) {
      qualities.push(
        await measureOne({ quality, model: PEER_MODEL[quality], backend: wish.backend }, cases, { peer, own }),
      );
    }
    return { qualities };
  } finally {
    await Promise.all([peer.close(), own.close()]);
  }
}

function findPhotos({ images, masks }) {
  if (images !== undefined) return casesOfFolders(images, masks);
  if (existsSync(USUAL_FOLDER) && hasManifest(USUAL_FOLDER)) return casesOfManifest(USUAL_FOLDER);
  say(
    `There are no photos at ${USUAL_FOLDER}: only the built scenes are measured. Use --images and --masks for others.`,
  );
  return [];
}

async function measureOne({ quality, model, backend }, cases, sides) {
  const photos = [];
  const failed = [];
  for (const [index, each] of cases.entries()) {
    try {
      const scores = await compare(each, { quality, model, backend }, sides);
      photos.push({ name: each.name, kind: each.kind, ...scores });
      say(lineOf(`${quality} ${index + 1}/${cases.length} ${each.name}`, scores));
    } catch (error) {
      failed.push({ name: each.name, reason: error.message });
      say(`${quality} ${index + 1}/${cases.length} ${each.name}: left out, ${error.message}`);
    }
  }
  return { quality, model, groups: photos.length > 0 ? summarise(photos) : [], photos, failed };
}

async function compare({ image, mask, foreground }, { quality, model, backend }, { peer, own }) {
  const truth = await readMask(mask);
  const colours = foreground ? await readPixels(foreground) : undefined;
  const scoreFile = async (path) => score(await readCutout(path), truth, colours);
  const theirs = await scoreFile(await peer.of(image, model));
  let ours = null;
  const { saidNone } = await own.of(image, { quality, backend }, async (path) => {
    ours = await scoreFile(path);
  });
  return { saidNone, ours, theirs };
}

function lineOf(label, { ours, theirs, saidNone }) {
  const pair = (key) => `${ours[key].toFixed(4)} / ${theirs[key].toFixed(4)}`;
  return `${label}: MAE ${pair('mae')}, boundary F ${pair('boundaryF')}${saidNone ? ', ours said "no subject"' : ''}`;
}
