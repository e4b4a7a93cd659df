/** The files one after the other: each prints its line, and none stops the next. */
import { mkdir } from 'node:fs/promises';
import { Stop } from '../setup/say.mjs';
import { createEngine } from './engine.mjs';
import { Failure, toFailure } from './failure.mjs';
import { checkInput } from './input.mjs';
import { outputPaths } from './names.mjs';
import { saveCutout, saveMatte } from './save.mjs';

/** Runs all files; gives the exit code. */
export async function cutAll({ files, out, matte, quality, backend }) {
  await mkdir(out, { recursive: true });
  const outputs = outputPaths(files, { out, matte });
  const engine = createEngine();
  const save = matte ? saveMatte : saveCutout;
  let failed = 0;
  for (const [index, file] of files.entries()) {
    const line = await cutOne(engine, { file, out: outputs[index], wish: { quality, backend }, save });
    if (line.error) failed += 1;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  await engine.close();
  return failed === 0 ? 0 : 1;
}

async function cutOne(engine, { file, out, wish, save }) {
  try {
    await checkInput(file);
    const outcome = await engine.cut(file, wish, (png) => save(png, out));
    const { width, height, backend, ms, stages } = outcome;
    return { file, out, width, height, quality: wish.quality, backend, ms, stages };
  } catch (thrown) {
    // No browser at all is no file's fault.
    if (thrown instanceof Stop) throw thrown;
    if (!(thrown instanceof Failure)) {
      process.stderr.write(`${file}: ${thrown.stack ?? thrown}\n`);
      await engine.close();
    }
    const { code, message } = toFailure(thrown);
    return { file, error: code, message };
  }
}
