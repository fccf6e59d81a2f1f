import type { Dataset, Line } from '../../src/budget/dataset.ts'
import type { AmountCell } from '../../src/budget/money/amount.ts'
import { proseFacts } from '../../src/budget/prose/facts.ts'
import { type Paragraph, paragraphsOf } from '../../src/budget/prose/lines.ts'
import { type ProseFact, unmarked } from '../../src/budget/prose/prose.ts'
import { placeName } from '../../src/check/check.ts'
import { printedFigures } from '../../src/check/guarded.ts'
import { cellTerm, proseTerm } from '../../src/check/relations/compare.ts'
import { changed } from './guard.ts'
import { otherDigit, some } from './random.ts'
import type { Reading } from './reading.ts'

/** A document as it would be printed with one figure wrong: the reading is right, the publisher is not. */
export interface Misprint {
  /** What kind of figure it is: 总计, leaf, narrative … */
  readonly kind: string
  readonly was: string
  readonly is: string
  readonly page: number
  /** Where it stands when in a table. */
  readonly amount: AmountCell | null
  /** The name of its place. */
  readonly at: string
  readonly print: () => Dataset
}

const LEDGERS = /^(?:bud\.(?:total|fiscal_total)|fin\.0[14])$/

/** What a figure is in its table. */
function kindOf(dataset: Dataset, amount: AmountCell, line: Line | undefined): string {
  const table = dataset.tables.find(({ table: { id } }) => id === amount.table)
  if (!line) return 'form'
  if (/sangong|fin\.07/.test(table?.kind ?? '')) return '三公'
  if (LEDGERS.test(table?.kind ?? '')) return 'ledger'
  if (line.role === 'total') return 'total'
  const at = table?.lines.indexOf(line)
  return table?.lines.some(({ parent }) => parent === at) ? 'subtotal' : 'leaf'
}

/** The running text with one of its figures printed otherwise. */
function reprinted(paragraphs: readonly Paragraph[], fact: ProseFact, is: string): Paragraph[] {
  const saying = unmarked(fact.before)
  const found = paragraphs.find(({ text }) => text.includes(`${saying}${fact.text}`))
  return paragraphs.map(paragraph => {
    if (paragraph !== found) return paragraph
    const from = paragraph.text.indexOf(`${saying}${fact.text}`) + saying.length
    return {
      text: paragraph.text.slice(0, from) + is + paragraph.text.slice(from + is.length),
      characters: paragraph.characters.map((character, at) => ({ ...character, text: [...is][at - from] ?? character.text })),
    }
  })
}

/** Figures of each kind with one digit changed, up to `count` a kind. */
export function misprintsOf(
  { text }: Reading,
  dataset: Dataset,
  { count, next }: { readonly count: number; readonly next: () => number },
): Misprint[] {
  const inTables = dataset.tables.flatMap(table =>
    printedFigures(table).map(({ amount }): Misprint => {
      const line = table.lines.find(({ row, amounts }) => row === amount.row && amounts.get(amount.column) === amount)
      const is = otherDigit(amount.cell.text, next)
      return {
        kind: kindOf(dataset, amount, line),
        was: amount.cell.text,
        is,
        page: amount.cell.page,
        amount,
        at: placeName(cellTerm(amount)),
        print: () => changed(dataset, amount, is),
      }
    }),
  )
  const paragraphs = paragraphsOf(text)
  const inProse = dataset.prose
    .filter(({ kind }) => /amount|share|growth|change/.test(kind))
    .map((fact): Misprint => {
      const is = otherDigit(fact.text, next)
      return {
        kind: `narrative ${fact.kind}`,
        was: fact.text,
        is,
        page: fact.page,
        amount: null,
        at: placeName(proseTerm(fact)),
        print: () => ({ ...dataset, prose: proseFacts(reprinted(paragraphs, fact, is)) }),
      }
    })
  return [...Map.groupBy([...inTables, ...inProse], ({ kind }) => kind).values()].flatMap(group => some(group, count, next))
}
