import type { Dataset } from '../budget/dataset.ts'
import type { ProseFact } from '../budget/prose.ts'
import type { Check, Term } from './check.ts'
import { cellTerm, proseTerm } from './draft.ts'
import { OBSOLETE } from './obsolete.ts'
import { tableOf } from './select.ts'

/** What a statement is held against. */
interface Held {
  readonly good: boolean
  /** What it should say, and the figures that say so. */
  readonly should: string
  readonly terms?: readonly Term[]
  readonly note?: string | null
}

const plainCheck = (identity: string, fact: ProseFact, { good, should, terms = [], note = null }: Held): Check => ({
  identity,
  instance: `p.${fact.page} ${fact.text}`,
  outcome: good ? 'holds' : 'broken',
  verdict: good ? 'holds' : 'published-inconsistency',
  left: {
    label: fact.label.slice(0, 40),
    terms: [{ ...proseTerm(fact), fen: BigInt(/^\d+$/.test(fact.value) ? fact.value : '0'), step: 1n }],
  },
  right: { label: should, terms },
  difference: good ? 0n : null,
  tolerance: 0n,
  unit: '',
  tables: terms.flatMap(term => (term.place ? [term.place.table] : [])).slice(0, 1),
  note,
})

/** The year compared with is the one before the fiscal year (N6); only the fiscal year itself is surely wrong. */
export function yearChecks({ metadata, prose }: Dataset): Check[] {
  const year = metadata.fiscalYear
  if (year === null) return []
  return prose
    .filter(fact => fact.kind === 'year')
    .flatMap(fact => {
      const said = Number.parseInt(fact.value, 10)
      if (said !== year && said !== year - 1) return []
      const clause = fact.label.split(/[,;。]/)[0] ?? fact.label
      return [plainCheck('N6', { ...fact, label: clause }, { good: said === year - 1, should: `${year - 1}`, note: `${year}` })]
    })
}

/** Tables that the narrative says are empty have no figure (N15). */
export function emptyChecks(dataset: Dataset): Check[] {
  return dataset.prose
    .filter(fact => fact.kind === 'statement')
    .flatMap(fact => {
      const table = tableOf(dataset, fact.label.split(' '))
      if (!table) return []
      const filled = table.lines.flatMap(line => [...line.amounts.values()].filter(amount => amount.state === 'value'))
      return [
        plainCheck('N15', fact, {
          good: filled.length === 0,
          should: table.table.title ?? table.table.id,
          terms: filled.slice(0, 6).map(amount => cellTerm(amount)),
        }),
      ]
    })
}

/** Names of subjects that were replaced before the fiscal year (N16). */
export function nameChecks({ metadata, prose }: Dataset): Check[] {
  const year = metadata.fiscalYear
  if (year === null) return []
  const seen = new Set<string>()
  return prose.flatMap(fact =>
    OBSOLETE.flatMap(([old, since, now]) => {
      if (year < since || seen.has(old) || !fact.before.includes(old)) return []
      if (!new RegExp(`(?<![事单])${old}〔[类款项]〕`).test(fact.before)) return []
      seen.add(old)
      return [
        {
          ...plainCheck('N16', { ...fact, label: old, text: old }, { good: false, should: now }),
          instance: `p.${fact.page} ${old}`,
        },
      ]
    }),
  )
}

/** The direction of a growth and of its increase agree (N17). */
export function directionChecks({ prose }: Dataset): Check[] {
  return prose.flatMap((fact, at) => {
    const before = prose[at - 1]
    if (fact.kind !== 'growth' || before?.kind !== 'change' || before.sentence !== fact.sentence || before.of !== fact.of)
      return []
    if (before.direction === 'same') return []
    return [plainCheck('N17', fact, { good: fact.direction === before.direction, should: before.subject })]
  })
}
