import { expect, it } from 'vitest';
import { EngineClient } from '#engine/client.ts';
import { goldenDraws } from '../golden-draws.ts';

it('the golden draws are in a worker of Chromium those of Python, in either order of the file', async () => {
  const client = new EngineClient();
  for (const isReversed of [false, true]) {
    const { found, expected } = await goldenDraws(client.request.bind(client), isReversed);
    expect(found).toEqual(expected);
  }
  client.close();
});
