// The providers we know: Thunderbird's ISP database as JSON (MPL-2.0, kept as a separate file) and our own Dutch and Belgian list.
// Read when an address is looked up for the first time, not at the start: 163 providers are not needed every day.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const server = z.object({
  type: z.string(),
  host: z.string(),
  port: z.number(),
  socket: z.string(),
  user: z.string().optional(),
  auth: z.array(z.string()),
});
const provider = z.object({
  id: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  mxSuffix: z.array(z.string()).optional(),
  incoming: z.array(server),
  outgoing: z.array(server),
  docs: z.array(z.string()).optional(),
  enable: z.array(z.object({ url: z.string().optional() })).optional(),
});
const ispdbFile = z.object({ providers: z.array(provider) });
const extraFile = z.object({ providers: z.array(provider), mxSuffixToIspdb: z.record(z.string(), z.string()) });

export type Provider = z.infer<typeof provider>;
export type ProviderServer = z.infer<typeof server>;

export type ProviderData = {
  readonly ispdb: readonly Provider[];
  readonly extra: readonly Provider[];
  /** Where a firm's own domain has its mail: suffix of the MX host to the id of a provider in ispdb. */
  readonly mxSuffixToIspdb: Readonly<Record<string, string>>;
};

/** `folder` holds ispdb.json and nl-be-extra.json. Rejects when they are missing: that is a broken installation. */
export async function readProviderData(folder: string): Promise<ProviderData> {
  const [ispdb, extra] = await Promise.all([
    readFile(join(folder, 'ispdb.json'), 'utf8'),
    readFile(join(folder, 'nl-be-extra.json'), 'utf8'),
  ]);
  const own = extraFile.parse(JSON.parse(extra));
  return {
    ispdb: ispdbFile.parse(JSON.parse(ispdb)).providers,
    extra: own.providers,
    mxSuffixToIspdb: own.mxSuffixToIspdb,
  };
}
