import { squash } from '../words.ts'
import type { Piece } from './piece.ts'

/** What small tables of one kind share: the titles over their columns, or the labels of their rows. */
const looksOf = ({ rows, headerRows }: Pick<Piece, 'rows' | 'headerRows'>): string[] => {
  const header = rows.slice(0, headerRows).filter(row => new Set(row).size > 1)
  const body = rows.slice(headerRows)
  return [header.flat(), body.length > 1 ? body.map(([label]) => label) : []].flatMap(cells => {
    const look = cells.map(cell => squash(cell?.text ?? '')).join('|')
    return /\p{Script=Han}/u.test(look) ? [look] : []
  })
}

/** Whether grids of a document are of a kind of which it prints several on one page: what is printed again there begins another table, and may do so on the next page. What says that it goes on (接上表) is no other one. */
export function seriesAmong(
  pieces: readonly Pick<Piece, 'grid' | 'rows' | 'headerRows' | 'caption'>[],
): (piece: Pick<Piece, 'rows' | 'headerRows'>) => boolean {
  const pages = Map.groupBy(
    pieces.filter(({ caption }) => !caption.isContinued),
    ({ grid }) => grid.page,
  )
  const again = new Set(
    [...pages.values()].flatMap(own => {
      const looks = own.length > 1 ? own.flatMap(piece => [...new Set(looksOf(piece))]) : []
      return looks.filter((look, at) => looks.indexOf(look) < at)
    }),
  )
  return piece => looksOf(piece).some(look => again.has(look))
}
