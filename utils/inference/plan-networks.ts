/** Networks that have a plan, on the CPU: files read and checked, memory filled, helpers gathered. */
import type { Crew, Invitation } from './cpu/crew';
import { type CpuEngine, createCpuEngine, type Load } from './cpu/engine';
import type { Plan } from './cpu/plan';
import type { FileSpec, ModelSpec } from './model-table';
import {
  type Asked,
  NEVER_LOST,
  type Networks,
  netFor,
  type ReadModelFile,
  readWeights,
  verifyWeights,
} from './network';

export interface PlanDeps {
  readonly read: ReadModelFile;
  /** The compiled kernels. @throws MatteError model-missing */
  kernels(): Promise<WebAssembly.Module>;
  gather(invitation: Invitation): Crew;
}

/** A network that has a plan. */
export type Planned = Asked & { readonly spec: ModelSpec & { readonly plan: FileSpec } };

export function isPlanned(asked: Asked): asked is Planned {
  return asked.spec.plan !== undefined;
}

/** @throws MatteError model-missing, model-corrupt; RangeError when there is too little memory */
export async function createPlanNetworks(asked: readonly Planned[], deps: PlanDeps): Promise<Networks> {
  const { engine, crew } = await start(asked, deps);
  return {
    nets: asked.map(({ spec, looks }, i) =>
      looks.map((look) => netFor(spec, look, async (tensor) => engine.segment(i, tensor))),
    ),
    lost: NEVER_LOST,
    release: async () => crew.dismiss(),
  };
}

/** A function of its own, so that nothing that stays can hold on to the files: 90 MB. */
async function start(asked: readonly Planned[], deps: PlanDeps): Promise<{ engine: CpuEngine; crew: Crew }> {
  const [module, ...loads] = await Promise.all([deps.kernels(), ...asked.map((each) => loadOf(each, deps.read))]);
  let crew: Crew = NOBODY;
  const making = createCpuEngine(module, loads, (memory) => {
    crew = deps.gather({ module, memory });
  });
  // The hash is taken while the weights are packed; what was made of damaged ones is thrown away.
  const verifying = Promise.all(asked.map(({ spec }, i) => verifyWeights((loads[i] as Load).halves, spec)));
  const [made, verified] = await Promise.allSettled([making, verifying]);
  if (made.status === 'fulfilled' && verified.status === 'fulfilled') {
    await crew.ready;
    return { engine: made.value, crew };
  }
  crew.dismiss();
  throw [verified, made].find((each) => each.status === 'rejected')?.reason;
}

const NOBODY: Crew = { ready: Promise.resolve(), dismiss: () => {} };
async function loadOf({ spec, looks }: Planned, read: ReadModelFile): Promise<Load> {
  const [plan, halves] = await Promise.all([read(spec.plan.file), readWeights(spec, read)]);
  const sides = [...new Set(looks.map(({ side }) => side))];
  return { plan: JSON.parse(new TextDecoder().decode(plan)) as Plan, halves, sides };
}
