import { extractDocument } from '../../src/index.ts'
import type { DocumentJson } from '../../src/write/document/document.ts'
import { type Fault, faultsOf } from './compare.ts'
import { KNOB_NAMES, PLAIN } from './knobs.ts'
import type { Layout } from './layout.ts'

/** How a layout came out. */
export interface Reading {
  readonly document: DocumentJson
  readonly faults: readonly Fault[]
  /** Whether a finding says that the structure or the reading is doubtful. */
  readonly told: boolean
}

/** Read a layout back and compare it with what was printed. */
export async function readLayout(layout: Layout): Promise<Reading> {
  const document = await extractDocument(layout.pdf, { file: 'layout.pdf', ocr: 'off' })
  const told = document.findings.some(
    ({ severity, verdict }) => severity !== 'info' && (verdict === 'structure' || verdict === 'extraction-suspect'),
  )
  return { document, faults: faultsOf(layout, document), told }
}

/** What is not plain about a layout, such as `ruling: none`; `plain` when nothing is. */
export function kindsOf({ knobs }: Pick<Layout, 'knobs'>): string[] {
  const turned = KNOB_NAMES.filter(name => knobs[name] !== PLAIN[name])
  return turned.length === 0 ? ['plain'] : turned.map(name => `${name}: ${knobs[name]}`)
}
