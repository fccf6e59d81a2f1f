import { expect, test } from 'vitest'
import { evidenceOverlay, gridOverlay, pageOverlay, tableOverlay } from '../../src/debug/overlay.ts'
import type { Grid } from '../../src/grid/grid.ts'
import type { Page } from '../../src/page/page.ts'

const page: Page = {
  page: 3,
  width: 100,
  height: 50,
  rotation: 0,
  glyphs: [{ text: '<', box: [10, 10, 20, 20], baseline: 18, size: 10, font: 'F', direction: 0, source: 'pdf', confidence: 1 }],
  rulings: [{ axis: 'horizontal', at: 25, from: 5, to: 95, width: 0 }],
  pictures: [],
  shades: [],
  garbled: [],
}
const cell = {
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  text: 'a & b',
  lines: ['a & b'],
  box: [5, 5, 95, 25],
  textLeft: 6,
} as const
const grid: Grid = {
  page: 3,
  box: [5, 5, 95, 25],
  columnEdges: [5, 95],
  rowEdges: [5, 25],
  cells: [{ ...cell, source: 'pdf', confidence: 1 }],
  kind: 'lattice',
}

test('a page is drawn with its glyphs and rulings, texts escaped', () => {
  const svg = pageOverlay(page)
  expect(svg).toContain('viewBox="0 0 100 50"')
  expect(svg).toContain('>&lt;</text>')
  expect(svg).toContain('<line x1="5" y1="25" x2="95" y2="25"')
})

test('cells carry their place and text; grids of other pages are left out', () => {
  expect(gridOverlay(page, [grid])).toContain('<title>0,0 a &amp; b</title>')
  expect(gridOverlay(page, [{ ...grid, page: 4 }])).not.toContain('<title>')
})

test('a table carries its id and title', () => {
  const labels = {
    id: '3-1',
    number: '3-1',
    title: '支出表',
    department: null,
    unit: null,
    headerRows: 0,
    columns: [],
    form: null,
    decisions: [],
    rowCount: 1,
  }
  const cells = grid.cells.map(one => ({ ...one, page: 3 }))
  expect(tableOverlay(page, [{ ...labels, regions: [{ page: 3, box: grid.box }], cells }])).toContain('3-1 支出表')
})

test('edges are drawn by what tells them, rejected ones and areas with the reason', () => {
  const svg = evidenceOverlay(page, {
    page: 3,
    sheet: null,
    edges: [
      { axis: 'vertical', at: 40, from: 5, to: 25, source: 'text', strength: 0.5 },
      { axis: 'horizontal', at: 20, from: 10, to: 20, source: 'ruling', strength: 0, rejected: 'underlines a text' },
    ],
    rejected: [{ box: [5, 30, 95, 45], because: 'a frame' }],
    decided: [
      {
        box: [5, 50, 95, 60],
        isTable: false,
        decision: { what: 'whether it is a table', chosen: 'no table', rejected: 'a table', margin: 0.97, evidence: [] },
        seen: { table: [], none: [] },
        vague: [],
      },
    ],
  })
  expect(svg).toMatch(/x1="40" y1="5" x2="40" y2="25".*<title>text, 0.5</)
  expect(svg).toContain('<title>rejected: underlines a text</title>')
  expect(svg).toContain('>rejected: a frame</text>')
  expect(svg).toContain('>no table, 97 % sure</text>')
})
