import { ConfigError } from '../config.ts'
import { start } from '../node.ts'

/** `handrail serve`: the service, until it is told to stop. */
export default async function serve(): Promise<number> {
  try {
    const { url, stop } = await start(process.env)
    console.log(`Handrail is ready: ${url}`)
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', resolve)
      process.once('SIGINT', resolve)
    })
    await stop()
    return 0
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(`Handrail cannot start. Mend these settings:\n${error.message}`)
    return 2
  }
}
