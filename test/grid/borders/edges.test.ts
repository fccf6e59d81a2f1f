import { expect, test } from 'vitest'
import { edgesOf } from '../../../src/grid/borders/edges.ts'
import { across, down } from '../page.ts'

test('a border drawn twice, by both neighbours, is one edge', () => {
  expect(edgesOf([across(100, 50, 150), across(101, 50, 150)], 10).horizontal).toMatchObject([{ at: 100.5, from: 50, to: 150 }])
})

test('pieces with gaps at their joints are one edge, the borders of two tables are two', () => {
  expect(edgesOf([down(50, 100, 120), down(50, 122, 140), down(50, 160, 200)], 10).vertical).toMatchObject([
    { at: 50, from: 100, to: 140 },
    { at: 50, from: 160, to: 200 },
  ])
})

test('a corner mark is no edge', () => {
  expect(edgesOf([across(100, 50, 53)], 10).horizontal).toEqual([])
})

test('lines of text height apart stay two edges', () => {
  expect(edgesOf([across(100, 50, 150), across(106, 50, 150)], 5).horizontal).toHaveLength(2)
})
