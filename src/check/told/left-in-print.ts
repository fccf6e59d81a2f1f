import type { Dataset } from '../../budget/dataset.ts'
import { DRAFT, TWICE } from '../../budget/prose/prose.ts'
import { DRAFTED, UNIT_TWICE } from '../../budget/words.ts'
import { type Finding, findingFrom, type Words } from '../../finding.ts'
import type { Box } from '../../geometry.ts'
import { CODES, type FindingCode } from '../finding-codes.ts'
import { firstQuoted } from './quoted.ts'

/** What was left in print by mistake: what it is called, what statements of it are, and how it is found in a cell. */
interface Slip {
  readonly code: FindingCode
  readonly label: string
  readonly pattern: RegExp
  readonly said: Words
}

const SLIPS: readonly Slip[] = [
  {
    ...{ code: 'draft-left', label: DRAFT, pattern: DRAFTED },
    said: {
      zh: '印有写给编写者的话或待填的数',
      en: 'what was left for the writer of the document, or is still to be filled in, is printed',
    },
  },
  {
    ...{ code: 'unit-twice', label: TWICE, pattern: UNIT_TWICE },
    said: { zh: '数字后的单位印了两次', en: 'a unit is printed twice behind a figure' },
  },
]

interface Place {
  readonly text: string
  readonly page: number
  readonly box: Box
  readonly table: string | null
}

/** Where a slip stands: in sentences, then in cells of tables. */
function placesOf({ prose, tables }: Dataset, { label, pattern }: Slip): Place[] {
  const said = prose.flatMap(fact =>
    fact.label === label ? [{ text: fact.text, page: fact.page, box: fact.box, table: null }] : [],
  )
  const printed = tables.flatMap(({ table: { id, cells } }) =>
    cells.flatMap(({ text, page, box }) => {
      const [found] = pattern.exec(text.replaceAll(/\s/g, '').replaceAll('，', ',')) ?? []
      return found === undefined ? [] : [{ text: found, page, box, table: id }]
    }),
  )
  return [...said, ...printed]
}

/** What was left in print by mistake, once a document for each kind of it, with all places. */
export const leftInPrint = (dataset: Dataset): Finding[] =>
  SLIPS.flatMap(slip => {
    const places = placesOf(dataset, slip)
    const [first] = places
    if (!first) return []
    const list = firstQuoted(
      places.map(place => [place.text, [place]]),
      '处',
    )
    return [
      findingFrom({
        ...{ code: slip.code, severity: CODES[slip.code], page: first.page, box: first.box },
        ...{ table: first.table, actual: first.text },
        zh: `${slip.said.zh}：${list.zh}。`,
        en: `${slip.said.en}: ${list.en}.`,
      }),
    ]
  })
