import { HAN, lone, textOfReading } from '../engine/engine.ts'
import { type Correction, isSameCell, type ReadLine, readAs } from './read-line.ts'
import { BY_SHAPE, markShape, smallMarkIn } from './small-marks.ts'

/** A line that is a small mark alone, below text of its cell, is told by its shape: a full stop for which the line above had no room is read as 0. */
export const loneMarks: Correction = (lines, { print, em }) =>
  lines.map(line => {
    const small = smallMarkIn(print.ink, line.line.ink, em)
    const text = small && markShape(small, em)
    const isAbove = (other: ReadLine) => isSameCell(other, line) && other.line.ink[3] <= line.line.ink[1]
    const isEnd = text !== null && lines.some(other => isAbove(other) && HAN.test(textOfReading(other)))
    return isEnd ? readAs(line, lone(text, BY_SHAPE)) : line
  })
