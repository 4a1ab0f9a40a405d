import { byApi } from './by-api.ts'
import { byService } from './by-service.ts'
import { byTelegram, byTelegramTwice } from './by-telegram.ts'
import { byTerminal } from './by-terminal.ts'
import { byWeb } from './by-web.ts'
import type { Driver } from './scenario.ts'

/** Every channel that can be played. A new one is a file beside these and a line here. */
export const drivers: readonly Driver[] = [byService, byApi, byWeb, byTerminal, byTelegram, byTelegramTwice]
