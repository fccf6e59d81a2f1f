import { expect, test } from 'vitest'
import { placesOf } from '../../../src/grid/cells/places.ts'

const all = { right: () => true, below: () => true }

test('positions without a border between them are one cell', () => {
  const places = placesOf(2, 2, { right: row => row !== 0, below: () => true })
  expect(places).toEqual([
    { row: 0, column: 0, rowSpan: 1, columnSpan: 2 },
    { row: 1, column: 0, rowSpan: 1, columnSpan: 1 },
    { row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
  ])
})

test('an L-shaped area is cut into rectangles, its parts are marked, and each position is covered once', () => {
  // ┌───┐
  // │ ┌─┤   the border between the lower two cells is drawn, the others around the corner are not
  // └─┴─┘
  const places = placesOf(2, 2, { right: row => row === 1, below: (_, column) => column === 1 })
  expect(places).toEqual([
    { row: 0, column: 0, rowSpan: 1, columnSpan: 2, cut: true },
    { row: 1, column: 0, rowSpan: 1, columnSpan: 1, cut: true },
    { row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
  ])
})

test('a full lattice has one cell a position, in reading order', () => {
  expect(placesOf(2, 3, all).map(place => [place.row, place.column])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ])
})
