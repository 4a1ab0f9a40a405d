import { env } from 'cloudflare:workers'
import bundle from '../../build/handrail.json?raw'
import type { Bundle } from '../../src/app.ts'
import { openD1 } from '../../src/store/d1.ts'
import { chatsContract } from '../assessment/chats-contract.ts'

const { library } = JSON.parse(bundle) as Bundle

chatsContract('D1', () => Promise.resolve({ db: openD1(env.DB), library }))
