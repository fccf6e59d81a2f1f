import type { Line } from '../../budget/dataset.ts'
import { nameOf } from '../../budget/dataset.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import type { Verdict, Words } from '../../finding.ts'
import { exampleOf, type Shifted } from '../judged/shifted.ts'
import { type Language, pagesText, quoted } from './quoted.ts'

/** What a row is called: its code, or its label where it has none. */
const called = ({ code, label }: Line): string => code ?? label

const cellsOf = (amounts: readonly AmountCell[]) => amounts.map(({ cell }) => cell)

/** An amount as printed with its unit. */
const amountText = ({ cell: { text }, unit }: AmountCell, language: Language): string => quoted({ text, unit }, language)

/** How far the rows of each run slipped. */
function runsText({ runs }: Shifted): Words {
  const texts = runs.map(({ by, lines: [first, ...more], beginsAnew }) => {
    const [from, rows, far] = [first ? called(first) : '', more.length + 1, Math.abs(by)]
    const [zh, en] = beginsAnew ? ['（过表末从首行算起）', ' (behind the last row from the first on again)'] : ['', '']
    return {
      zh: `${from}起有${rows}行印的是其${by > 0 ? '下' : '上'}第${far}行的数${zh}`,
      en: `${rows} rows from ${from} on print what belongs ${far} ${far === 1 ? 'row' : 'rows'} further ${by > 0 ? 'down' : 'up'}${en}`,
    }
  })
  return { zh: texts.map(({ zh }) => zh).join('，'), en: texts.map(({ en }) => en).join(', ') }
}

/** From which row on, by how many rows and beside which table the amounts of a table slipped, and what the first row should print. */
export function shiftedSentence(shift: Shifted, verdict: Verdict): Words {
  const { own, other, rows } = shift
  const isEither = shift.isEither && verdict === 'unexplained'
  const [first] = rows
  const from = first ? [first.line.code, `“${first.line.name}”`].filter(Boolean).join('') : ''
  const [table, beside] = [`“${nameOf(own)}”`, `“${nameOf(other)}”`]
  const pages = (language: Language): string => pagesText(cellsOf(rows.flatMap(({ cells }) => cells)), language)
  const others = (language: Language): string => pagesText(cellsOf(rows.flatMap(({ should }) => should)), language)
  const runs = runsText(shift)
  const example = exampleOf(shift)
  const told = (words: (found: NonNullable<typeof example>) => string): string => (example ? words(example) : '')
  return {
    zh: `${pages('zh')}${table}自${from}一行起金额与科目错行，共${rows.length}行：与${beside}（${others('zh')}）对照，${runs.zh}${told(
      ({ line, printed, wanted, prints }) =>
        `；${called(line)}印${amountText(printed, 'zh')}，是${called(prints)}的数，${beside}中${called(line)}为${amountText(wanted, 'zh')}`,
    )}${isEither ? '；也可能是后一张表错行' : ''}`,
    en: `${pages('en')}: from ${from} on the amounts of ${table} do not stand beside their codes, ${rows.length} rows in all: compared with ${beside} (${others('en')}), ${runs.en}${told(
      ({ line, printed, wanted, prints }) =>
        `; ${called(line)} prints ${amountText(printed, 'en')}, which is that of ${called(prints)}, where ${beside} has ${amountText(wanted, 'en')} for ${called(line)}`,
    )}${isEither ? '; it may be the other table that slipped' : ''}`,
  }
}
