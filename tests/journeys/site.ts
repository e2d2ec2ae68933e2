import type { TestProject } from 'vitest/node';
import { serveSite } from '../../.tools/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built site as `npm start` serves it. */
    site: string;
    /** The same under a sub-path, on a host that sends none of our headers. */
    bareSite: string;
  }
}

export default async function setup(project: TestProject) {
  const site = await serveSite({ port: 0 });
  const bare = await serveSite({ port: 0, under: '/some/where', withHeaders: false });
  project.provide('site', site.address);
  project.provide('bareSite', bare.address);
  return () => {
    site.server.close();
    bare.server.close();
  };
}
