import { expect, test } from 'vitest'
import { linesOutside } from '../../../src/ocr/lines/outside.ts'
import { blank, fill } from '../drawing.ts'

const EM = 20

test('text seen over the border of two cells is not read once more outside of them', () => {
  const ink = blank(400, 200)
  for (const [x0, x1] of [
    [60, 190],
    [210, 300],
    [60, 160],
  ] as const)
    fill(ink, x0, x1 === 160 ? 140 : 40, x1, x1 === 160 ? 160 : 60)
  const print = { ink, strokes: ink, bars: [], left: [] }
  const pane = (left: number, right: number) => ({ box: [left, 30, right, 70] as const, places: [] })
  const panes = [pane(40, 200), pane(200, 360)]
  const inPanes = [
    { ink: [60, 40, 190, 60], within: [40, 30, 200, 70] },
    { ink: [210, 40, 300, 60], within: [200, 30, 360, 70] },
  ] as const
  // its middle is the border itself
  const boxes = [
    [80, 38, 320, 62],
    [55, 138, 165, 162],
  ] as const
  expect(linesOutside({ boxes, panes, print, em: EM }, inPanes).map(line => line.ink)).toEqual([[60, 140, 160, 160]])
})
