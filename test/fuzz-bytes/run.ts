import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, runBatch, sourcesOf } from '../../src/index.ts'
import { generatedBudget } from '../make/archive.ts'
import { harmed } from './harm.ts'

/** A healthy document stands after so many damaged ones. */
const NEIGHBOURS = 10

/** Something that a damaged document did and must not do. */
export interface Fault {
  readonly seed: number
  readonly name: string
  readonly what: string
  readonly bytes: Buffer
}

/** Put damaged documents with healthy ones between them through a batch; what of them ended as a fault of this program. */
export async function faultsOf({
  base,
  seed,
  count,
}: {
  readonly base: string
  readonly seed: number
  readonly count: number
}): Promise<Fault[]> {
  mkdirSync(join(base, 'in'), { recursive: true })
  const harms = Array.from({ length: count }, (_, n) => ({
    seed: seed + n,
    ...harmed(generatedBudget(seed + n).bytes, seed + n),
  }))
  for (const [n, { bytes }] of harms.entries()) {
    const number = String(n).padStart(6, '0')
    // The end of a file is no part of a document: with it no two documents are the same one.
    writeFileSync(join(base, 'in', `${number}-harmed.pdf`), Buffer.concat([bytes, Buffer.from(`\n% ${n}\n`)]))
    if (n % NEIGHBOURS === NEIGHBOURS - 1) writeFileSync(join(base, 'in', `${number}-well.pdf`), generatedBudget(n).bytes)
  }
  const outcomes = new Map<string, Outcome>()
  await runBatch(sourcesOf(['in'], base), {
    out: join(base, 'out'),
    jobs: 1,
    document: { ocr: 'off' },
    onOutcome: outcome => void outcomes.set(outcome.name, outcome),
  })
  return harms.flatMap((harm, n) => {
    const number = String(n).padStart(6, '0')
    const [mine, next] = [outcomes.get(`${number}-harmed`), outcomes.get(`${number}-well`)]
    const faults = [
      mine === undefined ? 'no outcome' : mine.status === 'failed' ? mine.message : null,
      n % NEIGHBOURS === NEIGHBOURS - 1 && next?.status !== 'ok' ? `its neighbour: ${next?.status} ${next?.message}` : null,
    ]
    return faults.flatMap(what => (what === null ? [] : [{ ...harm, what }]))
  })
}
