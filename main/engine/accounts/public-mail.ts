// Whether anybody can have a mailbox at a domain, by the list of providers that comes with Balie.
import { readProviderData } from './provider-data.ts';

/** Lower case. Where the list cannot be read, every domain counts as one. */
export type IsPublicMail = (domain: string) => Promise<boolean>;

export function createPublicMail(providerFolder: string): IsPublicMail {
  let reading: Promise<ReadonlySet<string>> | null = null;
  const read = async (): Promise<ReadonlySet<string>> => {
    const { ispdb, extra } = await readProviderData(providerFolder);
    return new Set([...ispdb, ...extra].flatMap(({ domains }) => domains.map((domain) => domain.toLowerCase())));
  };
  return async (domain) => {
    reading ??= read();
    try {
      return (await reading).has(domain);
    } catch {
      reading = null;
      return true;
    }
  };
}
