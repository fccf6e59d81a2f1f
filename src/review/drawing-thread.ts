import { parentPort } from 'node:worker_threads'
import { type Delivery, drawer, type Order } from './drawing.ts'

const draw = drawer()

const delivered = async (order: Order): Promise<Delivery> => {
  try {
    return { jpeg: await draw(order) }
  } catch (error) {
    return { error }
  }
}

parentPort?.on('message', async (order: Order) => {
  const delivery = await delivered(order)
  parentPort?.postMessage(delivery, 'jpeg' in delivery ? [delivery.jpeg.buffer] : [])
})
