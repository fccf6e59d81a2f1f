import type { Piece } from './piece.ts'
import { isAmount, isNil, squash } from './words.ts'

/** For each column the share of its filled cells that print an amount or a mark for none; NaN where none is filled. */
export const amountShares = (rows: Piece['rows']): number[] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => {
    const texts = rows.map(row => row[column]?.text ?? '').filter(text => text !== '')
    return texts.filter(text => isAmount(text) || isNil(text)).length / texts.length
  })

/** Columns count as amount columns when this share of their filled body cells are amounts. */
const MOSTLY = 0.6

/** The columns of a piece whose body holds amounts. */
export function amountColumns({ rows, headerRows }: Piece): number[] {
  return amountShares(rows.slice(headerRows)).flatMap((share, column) => (share >= MOSTLY ? [column] : []))
}

/** The short whole numbers of a column, top to bottom; what begins with a nought is the part of a code (款 01). */
export const numbersIn = (rows: Piece['rows'], column: number): number[] =>
  rows
    .map(row => squash(row[column]?.text ?? ''))
    .filter(text => /^[1-9]\d{0,3}$/.test(text))
    .map(Number)

/** Whether numbers count rows: most follow each other. */
export const counts = (numbers: readonly number[]): boolean =>
  numbers.length > 2 &&
  numbers.slice(1).filter((number, index) => number === (numbers[index] ?? 0) + 1).length >= MOSTLY * (numbers.length - 1)
