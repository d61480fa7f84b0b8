// A file that the bundle holds as a data: address: under the window's policy nothing can be fetched, not even from ourselves.

export function unpacked(files: Readonly<Record<string, string>>, fileName: string): Uint8Array | undefined {
  const path = Object.keys(files).find((one) => one.endsWith(`/${fileName}`));
  const address = path === undefined ? undefined : files[path];
  if (address === undefined) return undefined;
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
