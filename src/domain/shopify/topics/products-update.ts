import { readProducts } from '../product.ts'
import type { ShopifyTopic } from './define.ts'

export const productsUpdate: ShopifyTopic = {
  topic: 'products/update',
  read(body) {
    const told = readProducts(body)
    return told.length === 0 ? { problem: 'the product has neither a title nor variants' } : { told }
  },
}
