import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { addGlyphs, type Canvas, type Operators } from './canvas.ts'
import type { GraphicsState } from './graphics-state.ts'
import { IDENTITY, type Matrix } from './matrix.ts'
import { applyParameter, setting } from './state-operators.ts'
import { paintText, type ShownGlyph } from './text.ts'

function show(canvas: Canvas, items: readonly (ShownGlyph | number)[]): void {
  const painted = paintText(canvas.state, items)
  if (canvas.hidden === 0) addGlyphs(canvas, painted, canvas.state)
}

function beginAt(state: GraphicsState, matrix: Matrix): void {
  state.textMatrix = matrix
  state.x = state.y = state.lineX = state.lineY = 0
}

function moveLine(state: GraphicsState, dx: number, dy: number): void {
  state.lineX += dx
  state.lineY += dy
  state.x = state.lineX
  state.y = state.lineY
}

/** Operators of text: where it stands, how it is set, and what it says. */
export const TEXT_OPERATORS: Operators = {
  [OPS.beginText]: ({ state }) => beginAt(state, IDENTITY),
  [OPS.setTextMatrix]: ({ state }, [matrix]) => beginAt(state, matrix),
  [OPS.setFont]: (canvas, args) => applyParameter(canvas, 'Font', args),
  [OPS.setCharSpacing]: setting('characterSpacing'),
  [OPS.setWordSpacing]: setting('wordSpacing'),
  [OPS.setHScale]: ({ state }, [percent]) => {
    state.horizontalScale = percent / 100
  },
  [OPS.setLeading]: ({ state }, [leading]) => {
    state.leading = -leading
  },
  [OPS.setTextRenderingMode]: setting('renderingMode'),
  [OPS.setTextRise]: setting('rise'),
  [OPS.moveText]: ({ state }, [dx, dy]) => moveLine(state, dx, dy),
  [OPS.setLeadingMoveText]: ({ state }, [dx, dy]) => {
    state.leading = dy
    moveLine(state, dx, dy)
  },
  [OPS.nextLine]: ({ state }) => moveLine(state, 0, state.leading),
  [OPS.showText]: (canvas, [items]) => show(canvas, items),
  [OPS.showSpacedText]: (canvas, [items]) => show(canvas, items),
  [OPS.nextLineShowText]: (canvas, [items]) => {
    moveLine(canvas.state, 0, canvas.state.leading)
    show(canvas, items)
  },
  [OPS.nextLineSetSpacingShowText]: (canvas, [wordSpacing, characterSpacing, items]) => {
    canvas.state.wordSpacing = wordSpacing
    canvas.state.characterSpacing = characterSpacing
    moveLine(canvas.state, 0, canvas.state.leading)
    show(canvas, items)
  },
}
