/** The studio on a fresh cutout of the built mug. */
import type { Site } from '../site/site';
import type { Matte } from './matte';
import { Popup } from './popup';
import { Studio } from './studio';
import { Stage } from './studio-stage';

export async function openStudio(matte: Matte, site: Site) {
  const popup = await Popup.open(matte);
  const { file, type } = site.pictures['scene.png'];
  await popup.pick({ name: 'scene.png', mimeType: type, buffer: file });
  const job = await matte.done();
  const studio = await Studio.open(matte, job.id);
  return { job, studio, stage: new Stage(studio), photo: file };
}
