import { checkDataset } from '../../../src/check/check-dataset.ts'
import type { Finding } from '../../../src/finding.ts'
import { type House, readHouse } from '../../budget/houses/house.ts'
import { isClaim } from '../../verdicts/register.ts'

/**
 * A document that is right in itself. One figure in it or in its text stands as `{right>wrong}`; `planted` is what becomes
 * of it where it is printed wrong.
 */
export interface Consistent extends Pick<House, 'name' | 'text'> {
  readonly tables: readonly Omit<House['tables'][number], 'kind'>[]
  readonly planted: 'claimed' | 'told'
}

const PLANT = /\{([^>}]*)>([^}]*)\}/g

/** What the checks tell of a document, with its figure printed right (`$1`) or wrong (`$2`). */
function findingsOf({ name, text, tables }: Consistent, printed: '$1' | '$2'): Finding[] {
  const as = (words: string): string => words.replaceAll(PLANT, printed)
  const house = {
    ...{ name, text: as(text), is: {} },
    tables: tables.map(table => ({ unit: '万元', ...table, rows: as(table.rows), kind: null })),
  }
  return checkDataset(readHouse(house)).findings.filter(({ verdict }) => /published|suspect|unexplained/.test(verdict))
}

/** What a document that is right is accused of, or is said to be misread in. */
export const accusationsOf = (house: Consistent): string[] =>
  findingsOf(house, '$1').flatMap(({ verdict, message }) => (verdict === 'unexplained' ? [] : message.zh))

/** What becomes of the figure that is printed wrong: it is claimed, told of or passed over in silence. */
export function fateOf(house: Consistent): 'claimed' | 'told' | 'silent' {
  const found = findingsOf(house, '$2')
  return found.some(isClaim) ? 'claimed' : found.length > 0 ? 'told' : 'silent'
}
