import { env } from 'cloudflare:workers'
import { openD1 } from '../../src/store/d1.ts'
import { contract } from '../directory/products/contract.ts'

contract('D1', () => Promise.resolve(openD1(env.DB)))
