import { borderWithin } from '../../corrections/column-border.ts'
import type { Opened } from './correcting.ts'
import { useKeys } from './keys.ts'
import { type Cell, covering, type Finding, type Found, nextOf, placeOf } from './reading.ts'
import { doubtsLink, samePlace } from './route.ts'

/** A document that is looked at, and all that keys change. */
export interface Steered extends Opened {
  readonly zoomBy: (by: 1 | -1) => void
}

/** The cell a step down or to the right, of a merged one behind all of it. */
function cellBeside({ table, cell }: Found, down: number, right: number): Cell | undefined {
  const row = down > 0 ? cell.row + cell.rowSpan : cell.row + down
  const column = right > 0 ? cell.column + cell.columnSpan : cell.column + right
  return covering(table, row, column)
}

/** The keys of a document: to the next doubt, finding, page or cell, and what is said of the cell. */
export function useDocumentKeys({ view, reading, stand, correcting, zoomBy }: Steered): void {
  const { found, selected, select, page } = stand
  const { say, undoLast } = correcting
  const nextDoubt = (by: 1 | -1): void => select(nextOf(reading.doubtful, place => samePlace(place, selected), by))
  const nextFinding = (isOne: (finding: Finding) => boolean): void => {
    const list = view.document.findings.flatMap((one, at) => (isOne(one) ? [at] : []))
    stand.showFinding(nextOf(list, at => at === stand.finding, 1))
  }
  const turnPage = (by: 1 | -1): void => {
    const pages = view.document.pages.map(one => one.page)
    stand.turnTo(nextOf(pages, one => one === page, by) ?? page)
  }
  const move = (down: number, right: number): void => {
    const next = found && cellBeside(found, down, right)
    if (next) select(placeOf({ ...found, cell: next }))
  }
  useKeys({
    j: () => nextDoubt(1),
    k: () => nextDoubt(-1),
    f: () => nextFinding(({ severity }) => severity !== 'info'),
    c: () => nextFinding(({ verdict }) => verdict === 'published-inconsistency'),
    e: () => found && stand.see({ editing: true }),
    b: () => found && borderWithin(found.cell) && stand.see({ adding: true }),
    x: () => found && void say('uncertain', found.cell.text, ''),
    w: () => found && void say('published', found.cell.text, ''),
    u: undoLast,
    s: () => location.assign(doubtsLink(view.name)),
    Enter: () => found && void say('accept', found.cell.text, ''),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    PageDown: () => turnPage(1),
    PageUp: () => turnPage(-1),
    ArrowDown: () => move(1, 0),
    ArrowUp: () => move(-1, 0),
    ArrowRight: () => move(0, 1),
    ArrowLeft: () => move(0, -1),
  })
}
