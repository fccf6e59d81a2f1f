import { expect, test } from 'vitest'
import { ownRulings, withoutPale } from '../../../src/ocr/lines/pale.ts'
import { blank, fill } from '../drawing.ts'

const EM = 20

/** A page of print of so much darkness, patch by patch in a row; each patch is `size` pixels high and wide. */
function page(patches: readonly { readonly darkness: number; readonly size: number }[]) {
  const ink = blank(40 * patches.length, 40)
  const data = new Uint8Array(ink.data.length).fill(250)
  patches.forEach(({ darkness, size }, index) => {
    fill(ink, 40 * index + 10, 10, 40 * index + 10 + size, 10 + size)
    for (let y = 10; y < 10 + size; y++) {
      const from = y * ink.width + 40 * index + 10
      data.fill(250 - darkness, from, from + size)
    }
  })
  return { ink, grey: { ...ink, data } }
}

const print = { darkness: 200, size: 14 }

test('ink much paler than print is taken away, and where it was is told', () => {
  const { ink, grey, pale } = withoutPale(page([print, print, print, { darkness: 40, size: 14 }]), EM)
  expect(pale).toEqual([[130, 10, 144, 24]])
  expect(ink.data[15 * ink.width + 135]).toBe(0)
  expect(grey.data[15 * grey.width + 135]).toBe(250)
  expect(ink.data[15 * ink.width + 15]).toBe(1)
})

test('pale print of this side stays, and so do the points of figures', () => {
  const seen = page([print, print, print, { darkness: 100, size: 14 }, { darkness: 70, size: 3 }])
  expect(withoutPale(seen, EM)).toMatchObject({ ...seen, pale: [], isThrough: false })
})

test('where half of what is seen is of the other side, its print goes and its rulings are none', () => {
  const through = { darkness: 40, size: 14 }
  const { pale, isThrough } = withoutPale(
    page(Array.from({ length: 64 }, (_, index) => (index % 2 === 0 ? print : through))),
    EM,
  )
  expect([pale.length, isThrough]).toEqual([32, true])
})

test('rulings of the other side are much paler than those of this one', () => {
  const data = new Uint8Array(100 * 40).fill(250).fill(200, 1000, 1100).fill(240, 2000, 2100).fill(195, 3000, 3100)
  const ruling = (at: number) => ({ axis: 'horizontal', at, from: 0, to: 100, middles: [at], width: 1 }) as const
  const drawn = { horizontal: [ruling(10), ruling(20), ruling(30)], vertical: [] }
  expect(ownRulings(drawn, { width: 100, height: 40, data }).horizontal.map(({ at }) => at)).toEqual([10, 30])
})
