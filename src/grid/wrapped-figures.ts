import { type Column, meets } from './columns.ts'
import type { Line, Piece } from './words.ts'

/** The digits that a figure without room for more in its column had to leave to the line below: only with them has it the decimals that others have. */
export function restsOfFigures(lines: readonly Line[], columns: readonly Column[]): ReadonlySet<Piece> {
  const most = Math.max(0, ...lines.flatMap(({ pieces }) => pieces.map(({ text }) => decimalsOf(text) ?? 0)))
  return new Set(columns.flatMap(column => restsIn(lines, column, most)))
}

const decimalsOf = (text: string): number | undefined => /\.(\d*)$/.exec(text)?.[1]?.length

function restsIn(lines: readonly Line[], column: Column, most: number): Piece[] {
  const isFull = ({ text, left, right }: Piece): boolean =>
    ((right - left) * (text.length + 1)) / text.length > column.right - column.left
  const own = lines.flatMap(({ pieces }) => pieces.filter(piece => meets(piece, column)))
  return own.slice(1).filter(({ text }, index) => {
    const above = own[index]
    const decimals = decimalsOf(above?.text ?? '')
    return (
      above !== undefined && decimals !== undefined && isFull(above) && /^\d+$/.test(text) && decimals + text.length === most
    )
  })
}
