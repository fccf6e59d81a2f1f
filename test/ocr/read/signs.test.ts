import { expect, test } from 'vitest'
import { markOf } from '../../../src/ocr/lines/marks.ts'
import { mayBeSign, signOf } from '../../../src/ocr/read/signs.ts'
import { inkFrom } from '../drawing.ts'

const EM = 16
const sign = (rows: readonly string[]) =>
  signOf(markOf(inkFrom(rows), [0, 0, Math.max(...rows.map(row => row.length)), rows.length]), EM)

const GREATER = [
  '##..........',
  '..##........',
  '....##......',
  '......##....',
  '........##..',
  '..........##',
  '........##..',
  '......##....',
  '....##......',
  '..##........',
  '##..........',
]

test('an arrow to the right alone is >, with a second stroke below ≥', () => {
  expect(sign(GREATER)).toBe('>')
  expect(sign([...GREATER, '............', '############', '############'])).toBe('≥')
})

test('an arrow to the left with a second stroke is ≤', () => {
  const rows = [...GREATER, '............', '############', '############']
  expect(sign(rows.map(row => [...row].reverse().join('')))).toBe('≤')
})

test('a slanted second stroke counts too', () => {
  const second = ['..........##', '........##..', '......##....', '....##......', '..##........', '##..........']
  const below = (row: string, index: number): string =>
    [...row].map((dot, x) => (second[index - 8]?.[x] === '#' ? '#' : dot)).join('')
  const rows = [...GREATER, '............', '............', '............'].map(below)
  expect(sign(rows)).toBe('≥')
})

test('two bars with white between are =, one is a dash', () => {
  expect(sign(['##########', '##########', '..........', '..........', '##########', '##########'])).toBe('=')
  expect(sign(['########', '########'])).toBe('-')
})

test('a 2 and a 1 are no sign', () => {
  expect(sign(['.####.', '##..##', '....##', '...##.', '..##..', '.##...', '######', '######'])).toBeNull()
  expect(sign(['..##..', '.###..', '..##..', '..##..', '..##..', '..##..', '######'])).toBeNull()
})

test('only known mistakes yield to a shape', () => {
  expect(mayBeSign('V')).toBe(true)
  expect(mayBeSign('入')).toBe(false)
  expect(mayBeSign('入', true)).toBe(true)
  expect(mayBeSign('12')).toBe(false)
})
